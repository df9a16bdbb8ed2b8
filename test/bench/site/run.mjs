// npm run bench:site: our scan and the rival's on the same pages. The rival is installed into a folder of its own that
// is thrown away, outside the lockfile, without its browser download; it gets the browser that our own scans use.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundleOptions } from '../../../scripts/build.mjs'

const rival = '@themarkup/blacklight-collector@3.11.0'

/** null when it is there, else why it is not. */
function install(folder) {
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const { status, stderr, error } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', rival],
    { cwd: folder, env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' }, encoding: 'utf8', timeout: 300_000 },
  )
  if (status === 0) return null
  return `npm could not install it (${error?.message ?? stderr?.trim().split('\n')[0] ?? `code ${status}`}).`
}

spawnSync(process.execPath, ['scripts/build.mjs', '--entries'], { stdio: ['ignore', 'ignore', 'inherit'] })
const { outdir, ...options } = bundleOptions
const out = join(options.absWorkingDir, outdir, 'bench')
await build({
  ...options,
  outdir: out,
  entryPoints: { site: 'test/bench/site/main.ts' },
  alias: { ...options.alias, '#test': './test' },
  sourcemap: false,
})
const folder = mkdtempSync(join(tmpdir(), 'proviso-rival-'))
try {
  const missing = install(folder)
  const given = missing === null ? ['with', folder] : ['without', missing]
  const { status } = spawnSync(process.execPath, [join(out, 'site.js'), ...given], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
