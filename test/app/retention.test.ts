import { expect, test } from 'vitest'
import { applyRules } from '#app/retention.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { answerQuestions } from '#app/use-cases/answer-questions.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { changeRetention, getRetention, liftHold, placeHold, type RetentionForm } from '#app/use-cases/retention.ts'
import { scopeOf } from '#app/use-cases/scope.ts'
import { removeSubject } from '#app/use-cases/trash.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { scanners } from '#scanners/index.ts'
import { fakeClock, openPortal, setUpOwner } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'
import { page } from './test-scanner.ts'

const yearMs = 366 * 86_400_000
const kept: RetentionForm = {
  agreements: '',
  decisions: '',
  logs: '',
  removed: '',
  scans: '',
  letters: '',
  version: '0',
}

/** Triggers go by the clock of the machine, so what is to be over has to be old there too. */
async function oldPortal() {
  const clock = fakeClock('2012-03-01T09:00:00.000Z')
  const proviso = await openPortal({ now: clock.now })
  const { actor } = await setUpOwner(proviso)
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const upload = async (text: string) => {
    const { agreement: stored } = await uploadAgreement(proviso, actor, { subjectId: vendor.id, source: { text } })
    await proviso.queue.idle()
    clock.forward(86_400_000)
    return stored
  }
  const text = agreement('Brightline Reviews LLC', bothSigned)
  const first = await upload(text)
  const second = await upload(text.replace('ten (10)', 'five (5)'))
  const count = (table: string) => proviso.db.sqlite.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get() as number
  return { proviso, actor, clock, vendor, first, second, count }
}

test('rules shorter than six years are refused with a sentence, and a stale form changes nothing', async () => {
  const proviso = await openPortal()
  const { actor } = await setUpOwner(proviso)
  for (const kind of ['agreements', 'decisions', 'logs', 'removed'] as const) {
    const change = () => changeRetention(proviso, actor, { ...kept, [kind]: '5' })
    expect(change).toThrow(expect.objectContaining({ fields: { [kind]: expect.stringContaining('at least 6 years') } }))
  }
  for (const scans of ['0', '-1', '1.5', 'six', '101']) {
    expect(() => changeRetention(proviso, actor, { ...kept, scans })).toThrow('The input cannot be used.')
  }
  expect(changeRetention(proviso, actor, { ...kept, agreements: '6', scans: '1' })).toBe('changed')
  expect(changeRetention(proviso, actor, { ...kept, agreements: '8' })).toBe('stale')
  expect(getRetention(proviso, actor)).toMatchObject({
    version: 1,
    rules: { agreements: 6, scans: 1, decisions: null },
  })
  const [event] = listAuditEvents(proviso, actor, { action: 'retention-rules.changed' }).events
  expect(event).toMatchObject({ actorId: actor.id, before: expect.stringContaining('agreements kept') })
  for (const role of ['assessor', 'signer', 'sales', 'viewer', 'auditor'] as const) {
    expect(() => getRetention(proviso, { ...actor, role })).toThrow('Your role does not allow this.')
    expect(() => placeHold(proviso, { ...actor, role }, { name: '', reason: 'x' })).toThrow('Your role does not allow')
  }
})

test('the dry run changes nothing, a hold keeps everything it covers, and then each record ends with one event', async () => {
  const { proviso, actor, clock, first, second, count } = await oldPortal()
  changeRetention(proviso, actor, { ...kept, agreements: '6', decisions: '6' })
  applyRules(proviso)
  expect([count('agreements'), count('assessments')]).toEqual([2, expect.any(Number)])
  const assessments = count('assessments')
  clock.forward(7 * yearMs)
  const before = count('audit_events')
  const over = getRetention(proviso, actor).dryRun
  expect(over.find(({ kind }) => kind === 'agreements')).toMatchObject({ over: 1, held: 0 })
  expect(count('audit_events')).toBe(before)
  expect(() => placeHold(proviso, actor, { name: 'Nobody', reason: 'Claim' })).toThrow('The input cannot be used.')
  placeHold(proviso, actor, { name: 'brightline reviews', reason: 'Claim of a patient' })
  expect(getRetention(proviso, actor).dryRun.find(({ kind }) => kind === 'agreements')).toMatchObject({
    over: 0,
    held: 1,
  })
  applyRules(proviso)
  expect(count('agreements')).toBe(2)
  const { holds } = getRetention(proviso, actor)
  expect(holds).toMatchObject([{ subject: 'Brightline Reviews', reason: 'Claim of a patient', by: 'Ada Quill' }])
  liftHold(proviso, actor, holds[0]!.id)
  expect(() => liftHold(proviso, actor, holds[0]!.id)).toThrow('There is nothing here')
  // The rules were applied today; the next night ends what is over.
  applyRules(proviso)
  expect(count('agreements')).toBe(2)
  clock.forward(86_400_000)
  applyRules(proviso)
  const scope = scopeOf(proviso, actor)
  expect(scope.agreements.get(first.id)).toBeNull()
  expect(scope.files.get(first.sha256)).toBeNull()
  expect(scope.agreements.get(second.id)).not.toBeNull()
  expect(scope.files.get(second.sha256)).not.toBeNull()
  expect(count('assessments')).toBeLessThan(assessments)
  expect(scope.assessments.latest(second.subjectId)).not.toBeNull()
  const { events, brokenAt } = listAuditEvents(proviso, actor, { action: 'agreement.ended-by-rule' })
  expect(events).toMatchObject([{ actorKind: 'system', objectId: first.id, before: first.sha256 }])
  expect(brokenAt).toBeNull()
})

test('earlier scans end, the last whole one stays', async () => {
  const clock = fakeClock('2012-03-01T09:00:00.000Z')
  const seen = page('home', { title: 'Harbor Ortho' })
  const proviso = await openPortal({
    now: clock.now,
    scanners: { ...scanners, site: { title: 'Site', scan: async () => [seen] } },
  })
  const { actor } = await setUpOwner(proviso)
  const practice = addPractice(proviso, actor, { name: 'Harbor Ortho', siteUrl: 'https://harbor.example/' })
  const scan = async () => {
    const asked = { subjectId: practice.id, authority: 'public' as const, confirmed: true as const }
    const { run } = requestSiteScan(proviso, actor, asked)
    await proviso.queue.idle()
    clock.forward(86_400_000)
    return run.id
  }
  const runs = [await scan(), await scan()]
  changeRetention(proviso, actor, { ...kept, scans: '1' })
  clock.forward(2 * yearMs)
  applyRules(proviso)
  const scope = scopeOf(proviso, actor)
  expect(runs.map((id) => [scope.runs.get(id) !== null, scope.evidence.ofRun(id).length])).toEqual([
    [false, 0],
    [true, 1],
  ])
})

test('old notices end with the rule of letters, with one event for all of a night; a hold keeps those it covers', async () => {
  const clock = fakeClock('2012-03-01T09:00:00.000Z')
  const proviso = await openPortal({ now: clock.now, work: false })
  const { actor } = await setUpOwner(proviso)
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const scope = scopeOf(proviso, actor)
  const tell = (says: string, subjectId: string | null) =>
    scope.notices.add({ kind: 'agreements', subjectId, about: says, says, to: '/vendors' })
  tell('Of the vendor.', vendor.id)
  tell('Of nobody.', null)
  tell('Of nobody too.', null)
  clock.forward(2 * yearMs)
  tell('New.', vendor.id)
  const told = () =>
    scope.notices
      .list({ kinds: ['agreements'], subjects: ['vendor'] }, { after: null, limit: 10 })
      .map(({ says }) => says)
      .sort()
  const night = () => {
    clock.forward(86_400_000)
    applyRules(proviso)
  }
  changeRetention(proviso, actor, { ...kept, scans: '1' })
  night()
  expect(told()).toHaveLength(4)
  changeRetention(proviso, actor, { ...kept, letters: '1', version: '1' })
  placeHold(proviso, actor, { name: 'Brightline Reviews', reason: 'Claim' })
  expect(getRetention(proviso, actor).dryRun.find(({ kind }) => kind === 'letters')).toMatchObject({ over: 2, held: 1 })
  night()
  expect(told()).toEqual(['New.', 'Of the vendor.'])
  const ended = () => listAuditEvents(proviso, actor, { action: 'notices.ended-by-rule' }).events
  expect(ended()).toMatchObject([{ actorKind: 'system', before: '2 notices' }])
  liftHold(proviso, actor, getRetention(proviso, actor).holds[0]!.id)
  night()
  expect(told()).toEqual(['New.'])
  night()
  expect(ended()).toHaveLength(2)
})

test('a removed record goes as a whole after its years, and its files after it', async () => {
  const { proviso, actor, clock, vendor, second, count } = await oldPortal()
  const news = { kind: 'agreements' as const, about: 'x', says: 'Brightline Reviews ends soon.', to: '/vendors' }
  const { notices } = scopeOf(proviso, actor)
  notices.add({ ...news, subjectId: vendor.id })
  notices.add({ ...news, subjectId: null, about: 'y' })
  removeSubject(proviso, actor, { subjectId: vendor.id, confirmed: true })
  changeRetention(proviso, actor, { ...kept, removed: '6' })
  clock.forward(5 * yearMs)
  applyRules(proviso)
  expect(count('subjects')).toBe(1)
  clock.forward(2 * yearMs)
  applyRules(proviso)
  for (const table of ['subjects', 'agreements', 'assessments', 'evidence', 'scan_runs', 'blobs', 'search_texts']) {
    expect([table, count(table)]).toEqual([table, 0])
  }
  // What was told of it goes with it; news of nobody stays.
  const told = proviso.db.sqlite.prepare('SELECT DISTINCT subject_id FROM notices').pluck().all()
  expect(told).toEqual([null])
  await proviso.blobs.sweep(new Date(Date.now() + 2 * 86_400_000))
  expect(await proviso.blobs.read(actor.organisationId, second.sha256)).toBeNull()
})

test('the audit log ends from its beginning only, says so, and stays checkable', async () => {
  const { proviso, actor, clock, vendor, count } = await oldPortal()
  const first = count('audit_events')
  clock.forward(7 * yearMs)
  answerQuestions(proviso, actor, { subjectId: vendor.id, answers: [] })
  changeRetention(proviso, actor, { ...kept, logs: '6' })
  placeHold(proviso, actor, { name: '', reason: 'Claim' })
  applyRules(proviso)
  expect(count('audit_events')).toBeGreaterThan(first)
  liftHold(proviso, actor, getRetention(proviso, actor).holds[0]!.id)
  clock.forward(86_400_000)
  applyRules(proviso)
  const { events, brokenAt } = listAuditEvents(proviso, actor, { limit: 500 })
  expect(brokenAt).toBeNull()
  expect(events.at(-1)!.at > '2018').toBe(true)
  expect(events.map(({ action }) => action)).toContain('audit-log.pruned')
  const { sqlite } = proviso.db
  // Not even by hand: a gap, an event of the last six years, or one that no later event speaks of.
  const gap = 'DELETE FROM audit_events WHERE seq = (SELECT MAX(seq) FROM audit_events WHERE chain = ?) AND chain = ?'
  expect(() => sqlite.prepare(gap).run(actor.organisationId, actor.organisationId)).toThrow('append-only')
  // Who forges the word of the pruning breaks the chain.
  sqlite.exec('DROP TRIGGER audit_events_no_update')
  sqlite.exec("UPDATE audit_events SET after = '1 0' WHERE action = 'audit-log.pruned'")
  expect(listAuditEvents(proviso, actor).brokenAt).not.toBeNull()
})
