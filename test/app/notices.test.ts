import { expect, test } from 'vitest'
import { addProspect } from '#app/use-cases/add-prospect.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { answerQuestions, questionsOf } from '#app/use-cases/answer-questions.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import {
  chooseNotices,
  listNotices,
  markNoticesRead,
  noticeOfAssessment,
  noticeOfRun,
  unreadNotices,
  writeDigests,
} from '#app/use-cases/notices.ts'
import { scopeOf } from '#app/use-cases/scope.ts'
import { removeSubject } from '#app/use-cases/trash.ts'
import { fakeClock, openPortal, setUpOwner } from './portal.ts'

const everything = { work: true, findings: true, agreements: true, safety: true, digest: false }

async function portalWithNews() {
  const clock = fakeClock()
  const proviso = await openPortal({ work: false, now: clock.now })
  const { actor } = await setUpOwner(proviso)
  const scope = scopeOf(proviso, actor)
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const prospect = addProspect(proviso, actor, { name: 'Cedar Dental', siteUrl: 'https://cedar.example/' })
  function ended(subject: typeof vendor, state: 'done' | 'failed') {
    clock.forward(60_000)
    const { run } = scope.runs.add({
      ...{ subjectId: subject.id, scanner: 'site', input: { at: clock.now() }, targetHost: null, authority: null },
    })
    scope.runs.requestCancel(run.id)
    noticeOfRun(scope, run, subject, state)
    noticeOfRun(scope, run, subject, state)
  }
  return { proviso, actor, clock, scope, vendor, prospect, ended }
}

const says = (page: { items: ReadonlyArray<{ says: string }> }) => page.items.map((item) => item.says)

test('news is told once, newest first, until it is read; what comes later is new again', async () => {
  const { proviso, actor, ended, vendor, clock } = await portalWithNews()
  ended(vendor, 'done')
  ended(vendor, 'failed')
  const page = listNotices(proviso, actor, {})
  expect(says(page)).toEqual([
    'Site scan for Brightline Reviews failed.',
    'Site scan for Brightline Reviews has ended.',
  ])
  expect(page.items[0]?.to).toMatch(/^\/scans\/run_/)
  expect(unreadNotices(proviso, actor)).toBe(2)
  markNoticesRead(proviso, actor, page.items[0]!.at)
  expect(unreadNotices(proviso, actor)).toBe(0)
  ended(vendor, 'done')
  expect(listNotices(proviso, actor, {}).items.map(({ unread }) => unread)).toEqual([true, false, false])
  // Nobody reads what has not come yet.
  markNoticesRead(proviso, actor, '2030-01-01T00:00:00.000Z')
  clock.forward(1000)
  ended(vendor, 'done')
  expect(unreadNotices(proviso, actor)).toBe(1)
})

test('sales hear of prospects only, nobody of what lies in the trash, and each of what they chose', async () => {
  const { proviso, actor, scope, ended, vendor, prospect } = await portalWithNews()
  ended(vendor, 'failed')
  ended(prospect, 'done')
  scope.notices.add({
    kind: 'safety',
    subjectId: null,
    about: 'x',
    says: 'The chain broke.',
    to: '/settings/audit-log',
  })
  scope.notices.add({ kind: 'agreements', subjectId: vendor.id, about: 'y', says: 'It ends.', to: '/vendors' })
  const sales = { ...actor, id: 'per_sales', role: 'sales' as const }
  expect(says(listNotices(proviso, sales, {}))).toEqual(['Site scan for Cedar Dental has ended.'])
  expect(listNotices(proviso, sales, {}).kinds).toEqual(['work', 'findings'])
  expect(listNotices(proviso, { ...actor, role: 'viewer' }, {}).kinds).not.toContain('safety')
  expect(says(listNotices(proviso, actor, {}))).toHaveLength(4)
  chooseNotices(proviso, actor, { ...everything, work: false })
  expect(says(listNotices(proviso, actor, {})).sort()).toEqual(['It ends.', 'The chain broke.'])
  removeSubject(proviso, actor, { subjectId: vendor.id, confirmed: true })
  expect(says(listNotices(proviso, actor, {}))).toEqual(['The chain broke.'])
})

test('lines that turn against a subject are told with their number, and a first assessment is no turn', async () => {
  const { proviso, actor, scope, vendor } = await portalWithNews()
  const subject = scope.subjects.get(vendor.id)!
  const { assessment, id } = getAssessment(proviso, actor, { subjectId: vendor.id })
  const turned = {
    ...assessment,
    findings: assessment.findings.map((finding, at) => ({
      ...finding,
      scored: true,
      verdict: at < 2 ? ('fail' as const) : finding.verdict,
    })),
  }
  noticeOfAssessment(scope, subject, null, { id, assessment: turned })
  expect(listNotices(proviso, actor, {}).items).toEqual([])
  noticeOfAssessment(scope, subject, assessment, { id, assessment: turned })
  noticeOfAssessment(scope, subject, turned, { id: 'other', assessment: turned })
  expect(says(listNotices(proviso, actor, {}))).toEqual([
    '2 lines are newly weak, missing or in conflict for Brightline Reviews.',
  ])
})

test('an answer that turns a line is told by the judgement that stores it', async () => {
  const { proviso, actor, vendor } = await portalWithNews()
  const { assessment } = getAssessment(proviso, actor, { subjectId: vendor.id })
  const answers = [...questionsOf('vendor')].flatMap(([requirement, { choices }]) =>
    choices?.some(({ value }) => value === 'no') ? [{ requirement, value: 'no', note: '' }] : [],
  )
  answerQuestions(proviso, actor, { subjectId: vendor.id, answers })
  const { assessment: after } = getAssessment(proviso, actor, { subjectId: vendor.id })
  const failing = (given: typeof assessment) =>
    given.findings.filter(({ scored, verdict }) => scored && (verdict === 'fail' || verdict === 'partial')).length
  const turned = failing(after) - failing(assessment)
  expect(turned).toBeGreaterThan(0)
  expect(says(listNotices(proviso, actor, {}))).toEqual([
    `${turned === 1 ? '1 line is' : `${turned} lines are`} newly weak, missing or in conflict for Brightline Reviews.`,
  ])
})

test('one letter a day to who asked for it, with what is new since the last, and none where nothing is', async () => {
  const { proviso, actor, scope, ended, vendor, clock } = await portalWithNews()
  ended(vendor, 'failed')
  expect(writeDigests(proviso)).toBe(0)
  chooseNotices(proviso, actor, { ...everything, digest: true })
  expect(writeDigests(proviso)).toBe(0)
  ended(vendor, 'done')
  clock.forward(86_400_000)
  expect(writeDigests(proviso)).toBe(1)
  expect(writeDigests(proviso)).toBe(0)
  const [letter] = scope.letters.list()
  expect(letter).toMatchObject({ kind: 'digest', to: 'ada@harbor.example', subject: '1 new in Harbor Family Clinic' })
  expect(letter?.text).toContain('Site scan for Brightline Reviews has ended.')
  expect(letter?.text).not.toContain('failed')
  clock.forward(86_400_000)
  expect(writeDigests(proviso)).toBe(0)
  chooseNotices(proviso, actor, everything)
  ended(vendor, 'done')
  clock.forward(86_400_000)
  expect(writeDigests(proviso)).toBe(0)
})
