// Run in the folder the rival was installed into: node rival.mjs URL OUT PAGES PORT BROWSER SANDBOX
// Its own words go to stdout, so the result goes to a file.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [url, outDir, pages, port, browser, sandbox] = process.argv.slice(2)
const { collect } = createRequire(join(process.cwd(), 'package.json'))('@themarkup/blacklight-collector')
const from = performance.now()
const output = await collect(url, {
  outDir,
  numPages: Number(pages) - 1,
  captureHar: false,
  puppeteerExecutablePath: browser,
  extraChromiumArgs: [
    '--disable-features=TrackingProtection3pcd',
    `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
    '--ignore-certificate-errors',
    ...(sandbox === 'true' ? [] : ['--no-sandbox']),
  ],
})
const ms = performance.now() - from
if (output.hosts === undefined) throw new Error(`it read no page: ${JSON.stringify(output).slice(0, 200)}`)
const { hosts, reports, browsing_history: history = [] } = output
writeFileSync('result.json', JSON.stringify({ ms, pages: history.length, hosts: hosts.requests.third_party, reports }))
