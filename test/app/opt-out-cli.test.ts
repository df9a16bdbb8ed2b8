import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CliIo } from '#app/cli/command.ts'
import { cases, classify } from '#app/cli/opt-out.ts'
import { command as audit } from '#app/cli/opt-out-audit.ts'
import { command as drill } from '#app/cli/opt-out-drill.ts'
import { outputSchemas } from '#app/cli/output-schemas.ts'
import { packageRoot } from '#scanners/package-root.ts'

function io(input = ''): CliIo & { printed: () => string } {
  let out = ''
  return {
    out: (text) => {
      out += text
    },
    err: () => undefined,
    readStdin: async () => Buffer.from(input),
    colour: false,
    progressBar: false,
    signal: new AbortController().signal,
    printed: () => out,
  }
}

const folder = mkdtempSync(join(tmpdir(), 'proviso-opt-out-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const log = (name: string) => join(packageRoot, 'test/fixtures/logs', name)
const exports = ['twilio-console.csv', 'sendgrid-suppressions.json', 'five9-calls.csv'].map(log)
const clock = ['--now', '2025-08-01T00:00:00Z']

test('audit reads three vendor exports as one timeline and prints the published document', async () => {
  const shown = io()
  expect(await audit.run([...exports, ...clock, '--json'], shown)).toBe(1)
  const document = outputSchemas['opt-out-audit'].parse(JSON.parse(shown.printed()))
  expect(document.inputs.map(({ format }) => format)).toEqual([
    'twilio-console',
    'sendgrid-suppressions',
    'five9-calls',
  ])
  for (const { rows, classified, rejected } of document.inputs) expect(classified + rejected.length).toBe(rows)
  expect(document.late.length).toBeGreaterThan(0)
  expect(document.late[0]!.contact).toMatchObject({ file: expect.any(String), line: expect.any(Number) })
  expect(shown.printed()).not.toMatch(/5125550101|@example/)
})

test('the same exports at the same clock give the same bytes', async () => {
  const [first, second] = [io(), io()]
  await audit.run([...exports, ...clock, '--json'], first)
  await audit.run([...exports, ...clock, '--json'], second)
  expect(second.printed()).toBe(first.printed())
})

test('audit prints every policy side by side and reads standard input', async () => {
  const shown = io(readFileSync(log('canonical.csv'), 'utf8'))
  expect(await audit.run(['-', '--policy', 'all', ...clock, '--json'], shown)).toBe(1)
  const document = outputSchemas['opt-out-audit'].parse(JSON.parse(shown.printed()))
  expect(Object.keys(document.policies as object).sort()).toEqual([
    'canspam',
    'exempt',
    'practice',
    'tcpa',
    'tcpa_channel',
  ])
  expect(document.inputs[0]!.file).toBe('stdin')
})

test('audit refuses no log, an unknown policy, unreadable settings and a log that is not there', async () => {
  await expect(audit.run([], io())).rejects.toThrow('A log file is needed')
  await expect(audit.run([exports[0]!, '--policy', 'gdpr'], io())).rejects.toThrow('not known')
  await expect(audit.run([exports[0]!, '--config', file('c.json', '{')], io())).rejects.toThrow('JSON settings')
  await expect(audit.run([join(folder, 'gone.csv')], io())).rejects.toThrow('does not exist')
})

test('cases answers every worked case in the form of its expectation', async () => {
  const path = join(packageRoot, 'test/fixtures/opt-out/worked-cases.json')
  const shown = io()
  expect(await cases.run([path, '--json'], shown)).toBe(0)
  const document = outputSchemas['opt-out-cases'].parse(JSON.parse(shown.printed()))
  const given = JSON.parse(readFileSync(path, 'utf8')) as { cases: Array<{ id: string }> }
  expect(document.cases.map(({ id }) => id)).toEqual(given.cases.map(({ id }) => id))
  expect(document.cases.every((answer) => 'actual' in answer)).toBe(true)
})

test('a case whose time cannot be read is told beside the others and the exit code says so', async () => {
  const { cases: given } = JSON.parse(
    readFileSync(join(packageRoot, 'test/fixtures/opt-out/worked-cases.json'), 'utf8'),
  ) as { cases: Array<{ id: string; events: Array<{ at: string }> }> }
  const broken = structuredClone(given[0]!)
  broken.events[1]!.at = 'last Tuesday'
  const shown = io(JSON.stringify({ version: 1, cases: [broken, given[1]] }))
  expect(await cases.run(['-'], shown)).toBe(3)
  const document = outputSchemas['opt-out-cases'].parse(JSON.parse(shown.printed()))
  expect(document.cases.map((answer) => 'error' in answer)).toEqual([true, false])
})

test('cases refuses what is not JSON and what is no worked case', async () => {
  await expect(cases.run(['-'], io('not json'))).rejects.toMatchObject({ code: 'bad-rows' })
  await expect(cases.run(['-'], io('{"cases":[{"id":1}]}'))).rejects.toMatchObject({ code: 'bad-rows' })
  await expect(cases.run([], io())).rejects.toThrow('One file is needed')
  await expect(cases.run([join(folder, 'gone.json')], io())).rejects.toThrow('could not be opened')
})

test('classify labels JSON Lines in their order and counts the lines it passed over', async () => {
  const lines = '\ufeff{"text":"STOP"}\r\n\r\n{"text":"See you Monday","id":7}\n{"text":"Not interested"}\n'
  const shown = io(lines)
  expect(await classify.run(['-', '--json'], shown)).toBe(0)
  const document = outputSchemas['opt-out-classify'].parse(JSON.parse(shown.printed()))
  expect(document.results.map(({ label, line }) => [label, line])).toEqual([
    ['optout', 1],
    ['not', 3],
    ['ambiguous', 4],
  ])
})

test('classify prints no word of the message, only label, scope and rule', async () => {
  const shown = io('{"text":"Rumpelstiltskin says stop texting me"}\n')
  expect(await classify.run(['-'], shown)).toBe(0)
  expect(shown.printed()).toMatch(/^1\toptout\tthis\ten\.[\w-]+\n$/)
})

test('classify refuses an empty file, a line that is not JSON and a line without text', async () => {
  await expect(classify.run(['-'], io('\n\n'))).rejects.toMatchObject({ code: 'empty-input' })
  await expect(classify.run(['-'], io('{"text":"a"}\nSTOP\n'))).rejects.toMatchObject({ code: 'bad-rows' })
  await expect(classify.run(['-'], io('{"body":"STOP"}\n'))).rejects.toMatchObject({ code: 'bad-rows' })
  await expect(classify.run(['a', 'b'], io())).rejects.toThrow('One file is needed')
})

test('drill asks a stand-in only under the laboratory switches and prints the interval; keys come from the environment', async () => {
  const keys: Array<string | undefined> = []
  const server = createServer((request, response) => {
    keys.push(request.headers.authorization)
    response.end(JSON.stringify({ recipient_email: 'canary@example.com' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const plan = (apiKey: string) =>
    file(
      'drill.json',
      JSON.stringify({
        canaries: ['canary@example.com'],
        optedOutAt: new Date().toISOString(),
        hours: 0.0001,
        firstSeconds: 0.1,
        targets: [
          {
            system: 'sendgrid',
            channel: 'email',
            name: 'main list',
            address: 'canary@example.com',
            apiKey,
            base: `http://127.0.0.1:${port}`,
          },
        ],
      }),
    )
  try {
    process.env.PROVISO_TEST_LIST_KEY = 'from-the-environment'
    const refused = io()
    expect(await drill.run([plan('env:PROVISO_TEST_LIST_KEY')], refused)).toBe(3)
    expect(keys).toEqual([])
    const shown = io()
    const lab = ['--lab', '--allow', `127.0.0.1:${port}`, '--json']
    expect(await drill.run([plan('env:PROVISO_TEST_LIST_KEY'), ...lab], shown)).toBe(0)
    const [result] = outputSchemas['opt-out-drill'].parse(JSON.parse(shown.printed())).results
    expect(result).toMatchObject({ system: 'sendgrid', lagSeconds: { lo: 0 }, flags: [] })
    expect(result!.lagSeconds.hi).toBeLessThan(60)
    expect(new Set(keys)).toEqual(new Set(['Bearer from-the-environment']))
    expect(shown.printed()).not.toContain('from-the-environment')
    await expect(drill.run([plan('env:PROVISO_TEST_NO_SUCH_KEY'), ...lab], io())).rejects.toThrow('is not set')
    await expect(drill.run([plan('key'), '--allow', 'x:1'], io())).rejects.toThrow('laboratory switch')
  } finally {
    server.close()
  }
})
