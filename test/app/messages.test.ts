import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Proviso } from '#app/proviso.server.ts'
import { messagesCsv } from '#app/report/messages-export.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { checkSent, listSent } from '#app/use-cases/check-sent.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { importFields, listFeeds, removeFeed } from '#app/use-cases/import-fields.ts'
import { confirmImport, discardImport, importPreview, readImport } from '#app/use-cases/import-templates.ts'
import { listTemplates } from '#app/use-cases/list-templates.ts'
import { keepMessageTexts, mapField } from '#app/use-cases/map-field.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { readSubjectEvidence } from '#app/use-cases/read-evidence.ts'
import { approveTemplate, putBackTemplate, removeTemplate, saveTemplate } from '#app/use-cases/save-template.ts'
import { feedView } from '#app/views/feed.ts'
import { messageRow } from '#app/views/message-list.ts'
import { comparable, isFilledFrom } from '#scanners/template/match-sent.ts'
import { fakeClock, openPortal, setUpOwner } from './portal.ts'

async function practice() {
  const clock = fakeClock()
  const proviso = await openPortal({ now: clock.now })
  const { actor } = await setUpOwner(proviso)
  const subjectId = addPractice(proviso, actor, { name: 'Lakeside Family Practice', siteUrl: null }).id
  return { proviso, actor, subjectId, clock }
}

const good = 'Lakeside: thank you for your visit. {{review_link}} Reply STOP to opt out.'
const bad = 'Lakeside: how was your {{procedure}}? {{review_link}} Reply STOP to opt out.'

const paste = (subjectId: string, text: string) => ({
  subjectId,
  source: { text, shape: 'lines' as const },
  channel: 'sms' as const,
})

const verdictOf = (proviso: Proviso, actor: Actor, subjectId: string, requirement: string) =>
  getAssessment(proviso, actor, { subjectId }).assessment.findings.find((line) => line.requirement === requirement)
    ?.verdict

const rowsOf = (proviso: Proviso, actor: Actor, subjectId: string) =>
  listTemplates(proviso, actor, { subjectId }).templates

test('an import counts only after the preview was confirmed; the same again changes nothing', async () => {
  const { proviso, actor, subjectId } = await practice()
  await readImport(proviso, actor, paste(subjectId, `${good}\n${bad}`))
  expect(rowsOf(proviso, actor, subjectId)).toEqual([])
  expect(importPreview(proviso, actor, { subjectId })?.map(({ state }) => state)).toEqual(['new', 'new'])
  expect(confirmImport(proviso, actor, { subjectId })).toEqual({ added: 2, changed: 0, same: 0 })
  expect(confirmImport(proviso, actor, { subjectId })).toBe(null)
  expect(verdictOf(proviso, actor, subjectId, 'messaging.merge-fields')).toBe('fail')

  await readImport(proviso, actor, paste(subjectId, good))
  expect(confirmImport(proviso, actor, { subjectId })).toEqual({ added: 0, changed: 0, same: 1 })
  await readImport(proviso, actor, paste(subjectId, 'another one'))
  discardImport(proviso, actor, { subjectId })
  expect(importPreview(proviso, actor, { subjectId })).toBe(null)
})

test('numbers, addresses and birth dates are masked before anything is stored, also in the name', async () => {
  const { proviso, actor, subjectId } = await practice()
  const text = 'Call 512-555-0142 or ana@lake.example, born 03/02/1961, for your visit.'
  await readImport(proviso, actor, paste(subjectId, text))
  confirmImport(proviso, actor, { subjectId })
  const stored = JSON.stringify(rowsOf(proviso, actor, subjectId))
  expect(stored).not.toMatch(/555-0142|ana@lake|1961/)
  expect(stored).toMatch(/\[phone\]/)
})

test('one name in a table twice with other words becomes two messages; a changed text becomes a version', async () => {
  const { proviso, actor, subjectId } = await practice()
  const csv = (body: string) => new Uint8Array(Buffer.from(`name,body\nThanks,"${body}"\nThanks,"See you. ${body}"\n`))
  const take = async (body: string) => {
    const source = { name: 'm.csv', bytes: csv(body) }
    await readImport(proviso, actor, { subjectId, source, channel: 'sms' })
    return confirmImport(proviso, actor, { subjectId })
  }
  expect(await take(good)).toEqual({ added: 2, changed: 0, same: 0 })
  expect(await take(`${good} Bye.`)).toEqual({ added: 0, changed: 2, same: 0 })
  const rows = rowsOf(proviso, actor, subjectId)
  expect(rows.map(({ evidence }) => evidence.name)).toEqual(['Thanks', 'Thanks (2)'])
  expect(rows.map(({ row }) => row.version)).toEqual([2, 2])
})

test('an approval belongs to one version: changed words need a new one', async () => {
  const { proviso, actor, subjectId } = await practice()
  const typed = { subjectId, name: 'Thanks', channel: 'sms' as const, text: good }
  const { series } = saveTemplate(proviso, actor, { ...typed, earlier: null })
  const [first] = rowsOf(proviso, actor, subjectId)
  const version = first!.row.id
  approveTemplate(proviso, actor, { subjectId, version, approve: true })
  expect(verdictOf(proviso, actor, subjectId, 'messaging.scripts-approved')).toBe('pass')
  expect(saveTemplate(proviso, actor, { ...typed, earlier: version })).toEqual({ series, isNew: false })
  expect(rowsOf(proviso, actor, subjectId)[0]?.evidence.approved?.by).toBe('Ada Quill')

  saveTemplate(proviso, actor, { ...typed, text: `${good} Bye.`, earlier: version })
  expect(verdictOf(proviso, actor, subjectId, 'messaging.scripts-approved')).toBe('fail')
  expect(() => approveTemplate(proviso, actor, { subjectId, version, approve: true })).toThrow()
  // Typed over a version that is no longer the newest: nothing is lost, nothing overwritten.
  expect(() => saveTemplate(proviso, actor, { ...typed, text: 'Mine', earlier: version })).toThrow(
    expect.objectContaining({ fields: { text: expect.stringContaining('Somebody saved another version') } }),
  )
})

test('a removed message stops counting and can be put back', async () => {
  const { proviso, actor, subjectId } = await practice()
  await readImport(proviso, actor, paste(subjectId, `${good}\n${bad}`))
  confirmImport(proviso, actor, { subjectId })
  const failing = rowsOf(proviso, actor, subjectId).find(({ evidence }) => evidence.text === bad)!
  removeTemplate(proviso, actor, { subjectId, version: failing.row.id })
  expect(verdictOf(proviso, actor, subjectId, 'messaging.merge-fields')).toBe('pass')
  putBackTemplate(proviso, actor, { subjectId, version: failing.row.id })
  expect(verdictOf(proviso, actor, subjectId, 'messaging.merge-fields')).toBe('fail')
})

test('what a person says of an opaque field holds for the whole organisation and can be taken back', async () => {
  const { proviso, actor, subjectId } = await practice()
  const vendor = addVendor(proviso, actor, { name: 'Brightline', siteUrl: null }).id
  const text = 'Lakeside: {{cf_8841}} {{constructor}} thank you for your visit. Reply STOP to opt out.'
  for (const id of [subjectId, vendor]) {
    await readImport(proviso, actor, paste(id, text))
    confirmImport(proviso, actor, { subjectId: id })
  }
  const found = (id: string) => rowsOf(proviso, actor, id).map(({ row, evidence }) => messageRow(row.series, evidence))
  expect(found(vendor)[0]?.verdict).toBe('warn')
  mapField(proviso, actor, { subjectId, name: 'CF_8841', holds: 'clinical' })
  await proviso.rejudge.idle()
  expect(found(vendor)[0]).toMatchObject({ verdict: 'fail', found: ['Clinical merge field', 'Field nobody can name'] })
  expect(verdictOf(proviso, actor, vendor, 'messaging.merge-fields')).toBe('fail')
  expect(listTemplates(proviso, actor, { subjectId }).mappings).toMatchObject([{ name: 'cf_8841', by: 'Ada Quill' }])
  mapField(proviso, actor, { subjectId, name: 'cf_8841', holds: null })
  expect(found(vendor)[0]?.verdict).toBe('warn')
})

test('where texts are not kept a message is known by its fingerprint and says that it cannot be judged', async () => {
  const { proviso, actor, subjectId } = await practice()
  keepMessageTexts(proviso, actor, { subjectId, keep: false })
  await readImport(proviso, actor, paste(subjectId, good))
  expect(importPreview(proviso, actor, { subjectId })?.[0]?.item.text).toBe(good)
  confirmImport(proviso, actor, { subjectId })
  const [only] = rowsOf(proviso, actor, subjectId)
  expect(only?.evidence.text).toBe(null)
  expect(messageRow('tem', only!.evidence).verdict).toBe('unknown')
  expect(verdictOf(proviso, actor, subjectId, 'messaging.merge-fields')).toBe('unknown')
})

test('what cannot be read is refused by its code and leaves nothing behind', async () => {
  const { proviso, actor, subjectId } = await practice()
  const give = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    readImport(proviso, actor, { subjectId, source: { name, bytes }, channel: 'sms' })
  const bomb = zipSync({ 'a.txt': new Uint8Array(30_000_000) })
  await expect(give('a.zip', new Uint8Array(bomb))).rejects.toMatchObject({ code: 'too-large' })
  await expect(give('a.csv', new Uint8Array(Buffer.from('a,b\n1,2\n')))).rejects.toMatchObject({
    code: 'unknown-format',
  })
  await expect(give('a.exe', new Uint8Array(Buffer.from('MZ')))).rejects.toMatchObject({ code: 'unsupported-type' })
  await expect(give('a.txt', new Uint8Array())).rejects.toMatchObject({ code: 'empty-input' })
  const many = Array.from({ length: 2001 }, (_, at) => `Message ${at}`).join('\n')
  await expect(readImport(proviso, actor, paste(subjectId, many))).rejects.toMatchObject({ code: 'too-large' })
  expect(importPreview(proviso, actor, { subjectId })).toBe(null)
})

test('a viewer reads messages and changes none; another organisation sees nothing', async () => {
  const { proviso, actor, subjectId } = await practice()
  saveTemplate(proviso, actor, { subjectId, name: 'Thanks', channel: 'sms', text: good, earlier: null })
  const viewer: Actor = { ...actor, role: 'viewer' }
  const [only] = rowsOf(proviso, viewer, subjectId)
  const version = { subjectId, version: only!.row.id }
  expect(() => approveTemplate(proviso, viewer, { ...version, approve: true })).toThrow('Your role')
  expect(() => removeTemplate(proviso, viewer, version)).toThrow('Your role')
  await expect(readImport(proviso, viewer, paste(subjectId, good))).rejects.toThrow('Your role')
  await expect(importFields(proviso, viewer, { subjectId, source: { text: 'a,b' } })).rejects.toThrow('Your role')
  const sales: Actor = { ...actor, role: 'sales' }
  expect(() => listTemplates(proviso, sales, { subjectId })).toThrow('There is nothing here')
})

test('sent texts are held against approved messages, and none of them is stored', async () => {
  const { proviso, actor, subjectId } = await practice()
  const text = 'Lakeside: thank you {{first_name}} for your visit. {{review_link}} Reply STOP to opt out.'
  saveTemplate(proviso, actor, { subjectId, name: 'Thanks', channel: 'sms', text, earlier: null })
  const [only] = rowsOf(proviso, actor, subjectId)
  approveTemplate(proviso, actor, { subjectId, version: only!.row.id, approve: true })
  const filled = (name: string) =>
    `Lakeside: thank you ${name} for your visit. https://r.example/${name} Reply STOP to opt out.`
  await checkSent(proviso, actor, paste(subjectId, `${filled('Ana')}\n${filled('Mary Jane')}`))
  expect(listSent(proviso, actor, { subjectId })?.lines).toEqual([{ name: 'Thanks', matches: true, approved: true }])
  expect(verdictOf(proviso, actor, subjectId, 'messaging.scripts-approved')).toBe('pass')

  await checkSent(proviso, actor, paste(subjectId, `${filled('Ana')}\nLakeside: how is your knee, Ana?`))
  expect(listSent(proviso, actor, { subjectId })?.lines.map(({ matches }) => matches)).toEqual([true, false])
  expect(verdictOf(proviso, actor, subjectId, 'messaging.scripts-approved')).toBe('fail')
  expect(JSON.stringify(readSubjectEvidence(proviso, actor, { subjectId }))).not.toMatch(/Ana|knee|Mary/)
  expect(rowsOf(proviso, actor, subjectId).length).toBe(1)
})

test('a sent text with words beside its fields comes from no message', () => {
  const template = isFilledFrom('Hi {{first_name}}, thank you for your visit on {{date}}. Reply STOP to opt out.')
  const fits = (sent: string) => template(comparable(sent))
  expect(fits('Hi Ana, thank you for your visit on May 3. Reply STOP to opt out.')).toBe(true)
  expect(fits('Hi  Ana,\nthank you for your visit on May 3. Reply STOP to opt out.')).toBe(true)
  expect(fits('Hi Ana, thank you for your knee visit on May 3. Reply STOP to opt out.')).toBe(false)
  expect(fits('Hi Ana, thank you for your visit on May 3. Reply STOP to opt out. Bye')).toBe(false)
  expect(fits(`Hi ${'Ana and '.repeat(12)}, thank you for your visit on May 3. Reply STOP to opt out.`)).toBe(false)
  expect(isFilledFrom('{{anything}}')('Anything at all goes here')).toBe(false)
  expect(isFilledFrom('See you.')('See you.')).toBe(true)
})

test('exported cells never start a formula', async () => {
  const { proviso, actor, subjectId } = await practice()
  await readImport(proviso, actor, paste(subjectId, '=HYPERLINK("https://x.example") thanks'))
  confirmImport(proviso, actor, { subjectId })
  const csv = messagesCsv(rowsOf(proviso, actor, subjectId).map(({ evidence }) => evidence))
  expect(csv).not.toMatch(/(?:^|,|")=/m)
})

test('a feed is judged by its newest list, compared with the one before, and forgotten on request', async () => {
  const { proviso, actor, subjectId, clock } = await practice()
  const give = (text: string) => importFields(proviso, actor, { subjectId, source: { text }, system: 'EHR' })
  await give('first_name,mobile,email,visit_date,provider_name\nCanary,5125550199,c@x.example,2026-01-02,Dr Hale')
  expect(verdictOf(proviso, actor, subjectId, 'data-sync.five-fields')).toBe('pass')
  clock.forward(60_000)
  await give('first_name,mobile,visit_date,provider_name,appointment_type,dob')
  expect(verdictOf(proviso, actor, subjectId, 'data-sync.nothing-clinical')).toBe('fail')
  const [feed] = listFeeds(proviso, actor, { subjectId })
  expect(JSON.stringify(feed)).not.toMatch(/Canary|5550199/)
  const view = feedView(feed!.lists)
  expect(view?.counts).toEqual({ allowed: 4, questionable: 0, never: 2 })
  expect(view?.drift).toMatchObject({ added: ['appointment_type', 'dob'], removed: ['email'] })
  expect(view?.five.map(({ names }) => names.join())).toEqual([
    'first_name',
    'mobile',
    '',
    'visit_date',
    'provider_name',
  ])
  removeFeed(proviso, actor, { subjectId, system: 'EHR' })
  expect(listFeeds(proviso, actor, { subjectId })).toEqual([])
  expect(verdictOf(proviso, actor, subjectId, 'data-sync.nothing-clinical')).toBe('unknown')
})
