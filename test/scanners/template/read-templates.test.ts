import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ScanProblem } from '#scanners/problem.ts'
import { bodySha256 } from '#scanners/template/body-hash.ts'
import { maskPersonal } from '#scanners/template/mask.ts'
import { readTemplates } from '#scanners/template/read-templates.ts'
import { templateEvidence } from '#scanners/template/template-evidence.ts'

const read = (text: string | Uint8Array, name: string, mapping = {}) =>
  readTemplates(typeof text === 'string' ? strToU8(text) : text, name, mapping)
const code = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    (error: unknown) => (error instanceof ScanProblem ? error.code : String(error)),
  )

test('JSON lines carry id, text and channel', async () => {
  expect(
    await read('{"id":"a","text":"Hi","channel":"sms"}\n{"id":2,"text":"Yo","channel":"E-mail"}\n', 't.jsonl'),
  ).toEqual([
    { id: 'a', text: 'Hi', channel: 'sms' },
    { id: '2', text: 'Yo', channel: 'email' },
  ])
})

test('CSV columns are found by name, by any delimiter, or as mapped', async () => {
  expect(await read('\uFEFFName;Body;Channel\nWelcome;"Hi; there";SMS\n', 't.csv')).toEqual([
    { id: 'Welcome', text: 'Hi; there', channel: 'sms' },
  ])
  expect(await read('A,B\nx,Hello\n', 't.csv', { text: 'b', id: 'A' })).toEqual([
    { id: 'x', text: 'Hello', channel: null },
  ])
  expect(await code(read('A,B\nx,Hello\n', 't.csv'))).toBe('unknown-format')
})

test('a mail is decoded: encoded subject, quoted-printable HTML, attachments left out', async () => {
  const mail = [
    'From: Elm <a@p.example>',
    'Subject: =?utf-8?Q?About_your_visit?=',
    'Content-Type: multipart/alternative; boundary="x1"',
    '',
    '--x1',
    'Content-Type: text/plain',
    '',
    'plain words',
    '--x1',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>Hi =C3=A1 long=',
    ' line</p>',
    '--x1--',
  ].join('\r\n')
  expect(await read(mail, 'm.eml')).toEqual([
    { id: 'm.eml', text: 'Subject: About your visit\n\n<p>Hi á long line</p>', channel: 'email' },
  ])
})

test('a ZIP is opened, its files keep their names, an archive inside is refused', async () => {
  const inner = { 'a.txt': strToU8('Hi A'), 'b.jsonl': strToU8('{"id":"b1","text":"Hi B"}') }
  expect((await read(zipSync(inner), 't.zip')).map((item) => item.id)).toEqual(['a.txt', 'b.jsonl: b1'])
  expect(await code(read(zipSync({ 'in.zip': zipSync(inner) }), 't.zip'))).toBe('unsafe-document')
})

test('bad input gets its own code', async () => {
  expect(await code(read('', 'x.txt'))).toBe('empty-input')
  expect(await code(read('  \n', 'x.txt'))).toBe('empty-input')
  expect(await code(read('{"id":1', 'x.jsonl'))).toBe('bad-rows')
  expect(await code(read('[1]', 'x.json'))).toBe('bad-rows')
  expect(await code(read('MZ', 'x.exe'))).toBe('unsupported-type')
  expect(await code(read('a,text\n"never closed', 'x.csv'))).toBe('bad-rows')
})

test('people pasted by mistake are masked, links and fields are not', () => {
  const text =
    'Call (512) 555-0142 or 512-555-0143, ann@mail.example, DOB: 01/02/1980 {{phone}} https://p.example/512-555-0144'
  expect(maskPersonal(text)).toBe(
    'Call [phone] or [phone], [email], DOB: [birth date] {{phone}} https://p.example/512-555-0144',
  )
})

test('evidence keeps the masked text, or none when it is not to be kept', () => {
  const template = { id: 'a', text: 'Call 512-555-0142', channel: null }
  const about = { at: new Date('2026-11-20T12:00:00Z'), keepText: true, channel: 'sms' as const }
  expect(templateEvidence(template, about)).toMatchObject({ text: 'Call [phone]', channel: 'sms', approved: null })
  expect(templateEvidence(template, { ...about, keepText: false }).text).toBeNull()
})

test('the hash of a body is blind to line ends and spacing', () => {
  expect(bodySha256('Hi  there\r\nfriend ')).toBe(bodySha256('Hi there\nfriend'))
  expect(bodySha256('Hi there')).not.toBe(bodySha256('Hi where'))
})
