import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CliIo } from '#app/cli/command.ts'
import { outputSchemas } from '#app/cli/output-schemas.ts'
import { command as syncCheck } from '#app/cli/sync-check.ts'
import { command as templatesCheck } from '#app/cli/templates-check.ts'

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

const folder = mkdtempSync(join(tmpdir(), 'proviso-messages-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('templates check prints the published document and exits by the worst verdict', async () => {
  const path = file(
    't.jsonl',
    '{"id":"a","text":"Birch Clinic: how was your MRI? Reply STOP to opt out.","channel":"sms"}\n',
  )
  const shown = io()
  expect(await templatesCheck.run([path, '--json'], shown)).toBe(1)
  const document = outputSchemas['templates-check'].parse(JSON.parse(shown.printed()))
  expect(document.results[0]).toMatchObject({ id: 'a', verdict: 'fail' })
  expect(document.totals).toEqual({ templates: 1, pass: 0, warn: 0, fail: 1 })
})

test('templates check reads standard input on a channel and warns only under --fail-on partial', async () => {
  const text = 'Birch Clinic: see you soon.'
  expect(await templatesCheck.run(['-', '--channel', 'sms'], io(text))).toBe(0)
  expect(await templatesCheck.run(['-', '--channel', 'sms', '--fail-on', 'partial'], io(text))).toBe(1)
  expect(await templatesCheck.run(['-', '--policy', 'strict'], io(text))).toBe(1)
  await expect(templatesCheck.run(['-', '--channel', 'fax'], io(text))).rejects.toThrow('not known')
})

test('sync check prints classes and verdicts and no value', async () => {
  const path = file('feed.csv', 'first_name,appointment_type\nCanary Person,Colonoscopy\n')
  const shown = io()
  expect(await syncCheck.run([path, '--json'], shown)).toBe(1)
  const document = outputSchemas['sync-check'].parse(JSON.parse(shown.printed()))
  expect(document).toMatchObject({
    verdict: 'fail',
    fields: [
      { class: 'ok', verdict: 'pass' },
      { class: 'clinical', verdict: 'fail' },
    ],
  })
  expect(shown.printed()).not.toContain('Canary')
})
