import { expect, test } from 'vitest'
import { homePage } from '#app/http/home-page.server.ts'
import { reportsPage } from '#app/http/reports-page.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { keepReport } from '#app/use-cases/keep-report.ts'
import { listEndDates } from '#app/use-cases/list-ending.ts'
import { listTroubledRuns } from '#app/use-cases/list-runs.ts'
import { scopeOf } from '#app/use-cases/scope.ts'
import { removeSubject } from '#app/use-cases/trash.ts'
import { quietWords } from '#app/views/quiet.ts'
import { fillEnds } from '#db/agreements.ts'
import { intakeSchema } from '#db/intake.ts'
import { fakeClock, openPortal, setUpOwner } from './portal.ts'

async function portalWithVendors() {
  const clock = fakeClock()
  const proviso = await openPortal({ work: false, now: clock.now })
  const { actor } = await setUpOwner(proviso)
  const scope = scopeOf(proviso, actor)

  function ask(subjectId: string, input: string) {
    clock.forward(1000)
    const asked = { subjectId, scanner: 'site', input: { input }, targetHost: null, authority: null }
    return scope.runs.add(asked).run
  }

  function run(subjectId: string, state: 'done' | 'failed', input: string) {
    const queued = ask(subjectId, input)
    const claim = proviso.jobs.claim(clock.now(), 1000, 9)
    expect(claim?.runId).toBe(queued.id)
    const problem = state === 'failed' ? ('connect' as const) : null
    expect(scope.runs.finish(queued.id, 1, { state, problem, detail: null })).toBe(true)
    return queued.id
  }

  function agree(subjectId: string, inForceTo: string | null, at: string) {
    const { run: reading } = scope.runs.add({
      ...{ subjectId, scanner: 'document', input: { at }, targetHost: null, authority: null },
    })
    scope.runs.requestCancel(reading.id)
    const source = { scanner: 'answers', ref: 'test', at: clock.now().toISOString(), sha256: '0'.repeat(64) }
    const said = { kind: 'answer' as const, id: at, source, requirement: 'none', value: '', note: '', by: 'Ada' }
    const evidenceId = scope.evidence.addSaid(subjectId, said).id
    const file = { subjectId, sha256: at.padStart(64, '0'), fileName: 'baa.pdf', bytes: 1, runId: reading.id }
    const read = {
      ...{ parties: [], namesVendor: true, signed: 'both' as const, signedOn: null, inForceFrom: null, inForceTo },
      ...{ verdicts: {}, checklistVersion: '1' },
    }
    const { id } = scope.agreements.add(file)
    scope.agreements.setReading(id, { evidenceId, problem: null, reading: read })
  }

  return {
    clock,
    proviso,
    actor,
    scope,
    ask,
    run,
    agree,
    add: (name: string) => addVendor(proviso, actor, { name }).id,
  }
}

test('a failure is news until the same work is done again, and never one of what lies in the trash', async () => {
  const { proviso, actor, run, add } = await portalWithVendors()
  const [one, two, three] = [add('One'), add('Two'), add('Three')] as const
  run(one, 'failed', 'a')
  const still = run(two, 'failed', 'b')
  run(one, 'done', 'c')
  run(three, 'failed', 'd')
  removeSubject(proviso, actor, { subjectId: three, confirmed: true })
  expect(listTroubledRuns(proviso, actor, 6).map(({ run: { id } }) => id)).toEqual([still])
  expect(homePage(proviso, actor).failed.map(({ id }) => id)).toEqual([still])
  expect(homePage(proviso, actor).next.map(({ label }) => label)).toContain('Upload the agreement of Two')
})

test('a run that was stopped makes no failure good, one that waits does, and of two failures one is told', async () => {
  const { proviso, actor, scope, ask, run, add } = await portalWithVendors()
  const one = add('One')
  const troubled = () => listTroubledRuns(proviso, actor, 6).map(({ run: { id } }) => id)
  const first = run(one, 'failed', 'a')
  scope.runs.requestCancel(ask(one, 'b').id)
  expect(troubled()).toEqual([first])
  const second = run(one, 'failed', 'c')
  expect(troubled()).toEqual([second])
  scope.runs.requestCancel(ask(one, 'd').id)
  expect(troubled()).toEqual([second])
  ask(one, 'e')
  expect(troubled()).toEqual([])
})

test('Home says no more than the role shows, and counts every vendor without an agreement', async () => {
  const { proviso, actor, scope, clock, agree, add } = await portalWithVendors()
  const { id: prospectId } = scope.subjects.add('prospect', {
    ...{ name: 'Cedar Dental', siteUrl: null, dataStart: null, intake: intakeSchema.parse({}) },
  })
  const sales = { ...actor, role: 'sales' as const }
  expect(homePage(proviso, sales)).toMatchObject({ lacking: null, askedOf: null })
  expect(quietWords(homePage(proviso, sales))).toMatch(/^In what your role shows, no run failed/)
  expect(quietWords(homePage(proviso, sales))).not.toContain('agreement on file')
  removeSubject(proviso, actor, { subjectId: prospectId, confirmed: true })
  agree(add('Old and covered'), null, '1')
  expect(homePage(proviso, actor)).toMatchObject({ lacking: 0, askedOf: null })
  expect(quietWords(homePage(proviso, actor))).toContain('no vendor is without an agreement on file')
  // The 51 that changed last want nothing; the one without an agreement is older than those that are asked.
  add('Old and bare')
  clock.forward(1000)
  for (let at = 0; at < 51; at++) agree(add(`Vendor ${at}`), null, `2${at}`)
  const home = homePage(proviso, actor)
  expect(home).toMatchObject({ lacking: 1, askedOf: 50 })
  expect(home.next.map(({ label }) => label)).not.toContain('Upload the agreement of Old and bare')
  expect(quietWords(home)).toContain('asked of the 50 of each kind changed last')
})

test('what ends is read from the agreement in use alone, also for rows of before the column', async () => {
  const { proviso, actor, agree, add } = await portalWithVendors()
  const [early, late, none, gone] = [add('Early'), add('Late'), add('None'), add('Gone')] as const
  agree(early, '2026-11-01', '1')
  agree(late, '2026-12-01', '2')
  agree(late, '2027-12-01', '3')
  agree(none, null, '4')
  agree(gone, '2026-11-02', '5')
  removeSubject(proviso, actor, { subjectId: gone, confirmed: true })
  const ends = () =>
    listEndDates(proviso, actor).map(({ vendor, agreement }) => [vendor.name, agreement.reading?.inForceTo])
  const expected = [
    ['Early', '2026-11-01'],
    ['Late', '2027-12-01'],
  ]
  expect(ends()).toEqual(expected)
  expect(homePage(proviso, actor).ending.map(({ vendor, stage }) => [vendor, stage])).toEqual([['Early', 'overdue']])
  proviso.db.sqlite.exec('UPDATE agreements SET ends_on = NULL')
  expect(ends()).toEqual([])
  expect(fillEnds(proviso.db)).toBe(5)
  expect(fillEnds(proviso.db)).toBe(0)
  expect(ends()).toEqual(expected)
})

test('reports come in pages, and whom the address names can be chosen among more than a list holds', async () => {
  const { proviso, actor, scope, add } = await portalWithVendors()
  const last = add('Zz last')
  scope.write(() => {
    for (let at = 0; at < 201; at++) {
      const name = `Vendor ${String(at).padStart(3, '0')}`
      scope.subjects.add('vendor', { name, siteUrl: null, dataStart: null, intake: intakeSchema.parse({}) })
    }
  })
  const page = (query: string) => reportsPage(proviso, actor, new URLSearchParams(query))
  expect(page('').subjects.map(({ id }) => id)).not.toContain(last)
  expect(page(`subject=${last}`).subjects[0]?.id).toBe(last)
  expect(page('')).toMatchObject({ total: 0, page: 1, pages: 1, made: null })
  expect(page('made=rep_nothing').made).toBeNull()
})

test('the first steps stand on Home until each was taken once, and only for who may take them', async () => {
  const { proviso, actor, run, agree, add } = await portalWithVendors()
  const done = () => homePage(proviso, actor).tour.map((step) => step.done)
  expect(done()).toEqual([false, false, false, false])
  agree(add('One'), null, '1')
  expect(done()).toEqual([true, false, false, false])
  const practice = addPractice(proviso, actor, { name: 'Harbor', siteUrl: 'https://harbor.example/' })
  run(practice.id, 'failed', 'a')
  expect(done()).toEqual([true, true, true, false])
  expect(homePage(proviso, { ...actor, role: 'viewer' }).tour).toEqual([])
  const { id: assessmentId } = getAssessment(proviso, actor, { subjectId: practice.id })
  await keepReport(proviso, actor, { assessmentId, kind: 'report', html: '<p>Harbor</p>', pdf: null })
  expect(done()).toEqual([])
})
