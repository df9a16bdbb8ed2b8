import { expect, test } from 'vitest'
import { drillBackup, makeBackup } from '#app/backup.server.ts'
import type { Proviso } from '#app/proviso.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addProspect } from '#app/use-cases/add-prospect.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { answerQuestions, listAnswers, questionsOf } from '#app/use-cases/answer-questions.ts'
import { assessSubject } from '#app/use-cases/assess-subject.ts'
import { doctor } from '#app/use-cases/doctor.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { getRun } from '#app/use-cases/get-run.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { keepReport, listReports } from '#app/use-cases/keep-report.ts'
import { listRuns } from '#app/use-cases/list-runs.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { InvalidInput } from '#app/use-cases/problem.ts'
import { readBlob } from '#app/use-cases/read-blob.ts'
import { readEvidence, readSubjectEvidence } from '#app/use-cases/read-evidence.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { ruleOnFinding } from '#app/use-cases/rule-on-finding.ts'
import { discardDraft, getDraft, saveDraft } from '#app/use-cases/save-draft.ts'
import { updateSubject } from '#app/use-cases/update-subject.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { StaleVersion } from '#db/subjects.ts'
import type { AnyScanner } from '#scanners/index.ts'
import { fakeClock, openPortal, setUpOwner } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'
import { file, page } from './test-scanner.ts'

const agreementText = agreement('Brightline Reviews LLC', bothSigned)

async function portal(options: Parameters<typeof openPortal>[0] = {}) {
  const proviso = await openPortal(options)
  const { actor } = await setUpOwner(proviso)
  return { proviso, actor }
}

async function uploaded(proviso: Proviso, actor: Actor, text = agreementText) {
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews', siteUrl: 'brightline.example' })
  const result = await uploadAgreement(proviso, actor, { subjectId: vendor.id, source: { text } })
  await proviso.queue.idle()
  return { vendor, ...result }
}

test('a vendor is added, found in the list, changed, and judged from the first moment', async () => {
  const { proviso, actor } = await portal()
  const vendor = addVendor(proviso, actor, { name: ' Brightline Reviews ', siteUrl: 'brightline.example/login?t=1#x' })
  expect(vendor).toMatchObject({ name: 'Brightline Reviews', siteUrl: 'https://brightline.example/login', version: 1 })
  const listed = listSubjects(proviso, actor, { kind: 'vendor', search: 'bright' })
  expect(listed).toMatchObject({ total: 1, pages: 1 })
  expect(listed.items[0]).toMatchObject({ agreement: 'None', dataGate: { state: 'closed' }, score: { version: 1 } })
  const { subject, version, intake } = { subject: vendor.id, version: 1, intake: vendor.intake }
  const changed = updateSubject(proviso, actor, {
    subjectId: subject,
    version,
    fields: { name: 'Brightline', siteUrl: null, dataStart: '2026-04-01', intake },
  })
  expect(changed).toMatchObject({ name: 'Brightline', version: 2, dataStart: '2026-04-01' })
  expect(getSubject(proviso, actor, { subjectId: vendor.id }).assessment).not.toBeNull()
})

test('a stale form is refused with what stands there now', async () => {
  const { proviso, actor } = await portal()
  const { id, intake } = addVendor(proviso, actor, { name: 'One' })
  const change = (name: string) =>
    updateSubject(proviso, actor, {
      subjectId: id,
      version: 1,
      fields: { name, siteUrl: null, dataStart: null, intake },
    })
  change('Two')
  expect(() => change('Three')).toThrow(StaleVersion)
})

test('smuggled fields, wrong addresses and wrong dates are refused by name', async () => {
  const { proviso, actor } = await portal()
  const faults = (input: unknown) => {
    try {
      addVendor(proviso, actor, input as never)
      return {}
    } catch (error) {
      if (error instanceof InvalidInput) return error.fields
      throw error
    }
  }
  expect(faults({ name: 'X', role: 'owner' })).toHaveProperty('')
  expect(faults({ name: ' ' })).toEqual({ name: 'Enter the name.' })
  for (const siteUrl of ['javascript:alert(1)', 'file:///etc/passwd', 'https://a:b@c.example', 'not a url']) {
    expect(faults({ name: 'X', siteUrl }), siteUrl).toHaveProperty('siteUrl')
  }
  expect(faults({ name: 'X', dataStart: '2026-02-30' })).toHaveProperty('dataStart')
  expect(listSubjects(proviso, actor, { kind: 'vendor' }).total).toBe(0)
})

test('pasted text becomes an agreement version with its evidence', async () => {
  const { proviso, actor } = await portal()
  const { vendor, agreement: version, run } = await uploaded(proviso, actor)
  expect(getRun(proviso, actor, { runId: run.id }).run).toMatchObject({ state: 'done', scanner: 'document' })
  const detail = getSubject(proviso, actor, { subjectId: vendor.id })
  expect(detail.agreement).toMatchObject({ id: version.id, version: 1, problem: null })
  const document = readEvidence(proviso, actor, { evidenceId: detail.agreement!.evidenceId! })
  expect(document).toMatchObject({ kind: 'document', text: agreementText })
  expect(detail.assessment!.assessment.evidence.map(({ id }) => id)).toContain(detail.agreement!.evidenceId)
  const original = await readBlob(proviso, actor, { sha256: version.sha256 })
  expect(original.bytes.toString('utf8')).toBe(agreementText)
})

test('the same file again is the same version; another file is the next one', async () => {
  const { proviso, actor } = await portal()
  const { vendor, agreement: version } = await uploaded(proviso, actor)
  const again = await uploadAgreement(proviso, actor, { subjectId: vendor.id, source: { text: agreementText } })
  expect(again).toMatchObject({ isNew: false, agreement: { id: version.id } })
  const other = await uploadAgreement(proviso, actor, {
    subjectId: vendor.id,
    source: { text: `${agreementText}\nAmended.` },
  })
  expect(other).toMatchObject({ isNew: true, agreement: { version: 2 } })
  await proviso.queue.idle()
  expect(getSubject(proviso, actor, { subjectId: vendor.id }).agreement?.version).toBe(2)
})

test('two uploads of one file at one moment are one version and one run', async () => {
  const { proviso, actor } = await portal()
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const upload = () => uploadAgreement(proviso, actor, { subjectId: vendor.id, source: { text: agreementText } })
  const results = await Promise.all([upload(), upload(), upload()])
  expect(new Set(results.map(({ agreement }) => agreement.id)).size).toBe(1)
  expect(new Set(results.map(({ run }) => run.id)).size).toBe(1)
  await proviso.queue.idle()
})

test('a file that cannot be read is a typed refusal and does not displace the version before', async () => {
  const { proviso, actor } = await portal()
  const { vendor, agreement: version } = await uploaded(proviso, actor)
  const bytes = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0])
  await uploadAgreement(proviso, actor, { subjectId: vendor.id, source: { name: '../../etc/evil\u0007.pdf', bytes } })
  await proviso.queue.idle()
  const { agreements, agreement: current } = getSubject(proviso, actor, { subjectId: vendor.id })
  expect(agreements[0]).toMatchObject({ version: 2, fileName: 'evil.pdf', evidenceId: null })
  expect(agreements[0]!.problem).toMatch(/^(unsupported-type|unreadable-document)$/)
  expect(current?.id).toBe(version.id)
})

test('nothing and too much are refused before anything is kept', async () => {
  const { proviso, actor } = await portal()
  const { id: subjectId } = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const empty = uploadAgreement(proviso, actor, { subjectId, source: { text: '  \n' } })
  await expect(empty).rejects.toMatchObject({ code: 'empty-input' })
  const bytes = new Uint8Array(25_000_001)
  const large = uploadAgreement(proviso, actor, { subjectId, source: { name: 'a.pdf', bytes } })
  await expect(large).rejects.toMatchObject({ code: 'too-large' })
  expect(getSubject(proviso, actor, { subjectId })).toMatchObject({ agreements: [], runs: [] })
})

/** Answers each scan with the pages the test has put in line. */
function pagesInLine(...scans: Array<Array<ReturnType<typeof page>>>): AnyScanner {
  return { title: 'Pages', scan: async () => scans.shift() ?? [] }
}

test('a complete scan replaces the one before; a partial one is laid over it', async () => {
  const full = [page('home', { title: 'one' }), page('booking', { title: 'one' })]
  const partial = [page('home', { title: 'two' }), page('new', { outcome: 'partial', reason: 'timed-out' })]
  const site = pagesInLine(full, partial, [page('home', { title: 'three' })])
  const { proviso, actor } = await portal({ scanners: { site } })
  const practice = addPractice(proviso, actor, { name: 'Harbor', siteUrl: 'https://clinic.example/' })
  const scan = async () => {
    const asked = requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'public', confirmed: true })
    await proviso.queue.idle()
    return getRun(proviso, actor, { runId: asked.run.id }).run
  }
  const titles = () =>
    readSubjectEvidence(proviso, actor, { subjectId: practice.id })
      .flatMap((item) => (item.kind === 'page' ? [`${item.url.split('/').at(-1)} ${item.title}`.trim()] : []))
      .sort()
  expect(await scan()).toMatchObject({ state: 'done' })
  expect(titles()).toEqual(['booking one', 'home one'])
  expect(await scan()).toMatchObject({ state: 'partial', problem: 'timed-out' })
  expect(titles()).toEqual(['booking one', 'home two', 'new'])
  expect(await scan()).toMatchObject({ state: 'done' })
  expect(titles()).toEqual(['home three'])
})

test('a site of which no page loaded is failed with the reason, never clean', async () => {
  const failed = page('home', { outcome: 'failed', reason: 'http-5xx', status: 503 })
  const { proviso, actor } = await portal({ scanners: { site: pagesInLine([failed]) } })
  const practice = addPractice(proviso, actor, { name: 'Harbor', siteUrl: 'https://clinic.example/' })
  const { run } = requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'public', confirmed: true })
  await proviso.queue.idle()
  expect(getRun(proviso, actor, { runId: run.id }).run).toMatchObject({ state: 'failed', problem: 'http-5xx' })
})

test('a picture that belongs to a page is kept encrypted and read back by its hash', async () => {
  const picture = file('picture bytes')
  const site: AnyScanner = {
    title: 'Picture',
    async scan(_input, context) {
      await context.attach?.(picture)
      return [page('home', { screenshot: picture.sha256 })]
    },
  }
  const { proviso, actor } = await portal({ scanners: { site } })
  const practice = addPractice(proviso, actor, { name: 'Harbor', siteUrl: 'https://clinic.example/' })
  requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'public', confirmed: true })
  await proviso.queue.idle()
  const read = await readBlob(proviso, actor, { sha256: picture.sha256 })
  expect(read).toMatchObject({ type: 'image/png' })
  expect(read.bytes.toString()).toBe('picture bytes')
})

test('a scan needs a level of authority and its confirmed statement, and keeps who said it', async () => {
  const { proviso, actor } = await portal({ scanners: { site: pagesInLine() }, work: false })
  const prospect = addProspect(proviso, actor, { name: 'Elm', siteUrl: 'elm.example' })
  const ask = (input: object) =>
    requestSiteScan(proviso, actor, { subjectId: prospect.id, ...input } as Parameters<typeof requestSiteScan>[2])
  expect(() => ask({ confirmed: true })).toThrow(InvalidInput)
  expect(() => ask({ authority: 'public', confirmed: false })).toThrow(InvalidInput)
  expect(() => ask({ authority: 'permission', confirmed: true })).toThrow(InvalidInput)
  expect(listRuns(proviso, actor)).toEqual([])
  expect(ask({ authority: 'public', confirmed: true }).run.authority).toMatchObject({
    level: 'public',
    name: 'Ada Quill',
    personId: actor.id,
    statement: expect.stringContaining('public pages only'),
    statementSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('laboratory addresses reach the scanner only while the portal listens on loopback, and only their own scans', async () => {
  const variables = { NODE_ENV: 'test', PROVISO_LAB_ALLOW: '127.0.0.1:4000-4010' }
  const { proviso, actor } = await portal({ work: false, variables })
  const scan = (siteUrl: string) => {
    const { id } = addPractice(proviso, actor, { name: 'Harbor', siteUrl })
    return requestSiteScan(proviso, actor, { subjectId: id, authority: 'public', confirmed: true }).run.input
  }
  expect(scan('http://127.0.0.1:4005/')).toMatchObject({ lab: { allow: ['127.0.0.1:4000-4010'] } })
  expect(scan('http://127.0.0.1:4011/')).not.toHaveProperty('lab')
  expect(scan('https://clinic.example/')).not.toHaveProperty('lab')
  const open = await openPortal({ host: '0.0.0.0', work: false, variables })
  expect(open.env.labAllow).toEqual([])
})

test('answers are evidence, wrong ones are refused by name, and a new answer is a new version', async () => {
  const { proviso, actor } = await portal()
  const practice = addPractice(proviso, actor, { name: 'Harbor', siteUrl: 'harbor.example' })
  const choices = [...questionsOf('practice')].filter(([, ask]) => ask.kind === 'choice')
  const [requirement, question] = choices[0]!
  const value = question.choices![0]!.value
  const answer = (given: string, note = '') =>
    answerQuestions(proviso, actor, {
      subjectId: practice.id,
      answers: [{ requirement, value: given, note }],
    })
  expect(() => answer('no such choice')).toThrow(InvalidInput)
  const foreign = { subjectId: practice.id, answers: [{ requirement: 'baa.no-such-line', value: 'yes' }] }
  expect(() => answerQuestions(proviso, actor, foreign)).toThrow(InvalidInput)
  const first = answer(value)
  expect(first).toMatchObject({ stored: 1, assessment: { version: 2 } })
  expect(answer(value)).toMatchObject({ stored: 0, assessment: { version: 2 } })
  expect(listAnswers(proviso, actor, { subjectId: practice.id })).toMatchObject([{ value, by: 'Ada Quill' }])
  expect(answer('', '')).toMatchObject({ stored: 1 })
  expect(
    readSubjectEvidence(proviso, actor, { subjectId: practice.id }).filter(({ kind }) => kind === 'answer'),
  ).toEqual([])
})

test('a ruling lays a verdict over the machine’s, shows both, and ends on its day', async () => {
  const clock = fakeClock()
  const { proviso, actor } = await portal({ now: clock.now })
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const { assessment } = getAssessment(proviso, actor, { subjectId: vendor.id })
  const { requirement } = assessment.findings[0]!
  const rule = { subjectId: vendor.id, requirement, verdict: 'pass' as const, reason: 'Seen on paper in the office.' }
  expect(() => ruleOnFinding(proviso, actor, { ...rule, reason: 'ok' })).toThrow(InvalidInput)
  expect(() => ruleOnFinding(proviso, actor, { ...rule, expiresOn: '2026-11-23' })).toThrow(InvalidInput)
  expect(() => ruleOnFinding(proviso, actor, { ...rule, requirement: 'nothing.here' })).toThrow(InvalidInput)
  const ruled = ruleOnFinding(proviso, actor, { ...rule, expiresOn: '2026-11-30' })
  const line = ruled.assessment.findings.find((finding) => finding.requirement === requirement)!
  expect(line).toMatchObject({ verdict: 'pass', ruling: { by: 'Ada Quill' }, machine: { verdict: 'unknown' } })
  clock.forward(7 * 86_400_000)
  const later = assessSubject(proviso, actor, { subjectId: vendor.id })
  expect(later.assessment.findings.find((finding) => finding.requirement === requirement)?.verdict).toBe('unknown')
  expect(later.version).toBe(ruled.version + 1)
})

test('a draft is kept per form, replaced, and discarded', async () => {
  const { proviso, actor } = await portal()
  saveDraft(proviso, actor, { form: 'vendor-intake', values: { name: 'Bright' } })
  saveDraft(proviso, actor, { form: 'vendor-intake', values: { name: 'Brightline', fields: ['phone'] } })
  expect(getDraft(proviso, actor, 'vendor-intake')?.values).toEqual({ name: 'Brightline', fields: ['phone'] })
  discardDraft(proviso, actor, 'vendor-intake')
  expect(getDraft(proviso, actor, 'vendor-intake')).toBeNull()
})

test('a report is kept with its files and listed with its subject', async () => {
  const { proviso, actor } = await portal()
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const { id } = getAssessment(proviso, actor, { subjectId: vendor.id })
  const pdf = Buffer.from('%PDF-1.7')
  const report = await keepReport(proviso, actor, { assessmentId: id, kind: 'vendor-file', html: '<p>ok</p>', pdf })
  expect(listReports(proviso, actor, { subjectId: vendor.id })).toEqual([report])
  expect(await readBlob(proviso, actor, { sha256: report.pdfSha256! })).toMatchObject({ type: 'application/pdf' })
})

test('doctor looks at everything and finds nothing wrong with a new installation', async () => {
  const { proviso } = await portal()
  const { home, db, now } = proviso
  const { file } = await makeBackup({ ...home, masterKeys: [db.masterKey] }, now())
  await drillBackup({ ...home, masterKey: db.masterKey }, file, now())
  const checks = await doctor(proviso)
  expect(checks.map(({ id }) => id)).toEqual([
    'browser',
    'disk',
    'clock',
    'database',
    'audit-log',
    'files',
    'backup',
    'keys',
    'jobs',
    'lists',
  ])
  const unwell = checks.filter(({ id, state }) => state !== 'ok' && id !== 'browser' && id !== 'disk')
  expect(unwell).toEqual([])
  for (const check of checks) expect(check.state === 'ok' || check.hint !== null, check.id).toBe(true)
})

test('doctor sees a clock that was set back', async () => {
  const clock = fakeClock()
  const { proviso } = await portal({ now: clock.now })
  clock.forward(-600_000)
  const check = (await doctor(proviso)).find(({ id }) => id === 'clock')
  expect(check).toMatchObject({ state: 'fail' })
})

test('one home is used by one process at a time', async () => {
  const { proviso } = await portal()
  await expect(openPortal({ homeFolder: proviso.home.folder })).rejects.toThrow(/already running/)
})

test('log lines hold ids and codes only, one line an event', async () => {
  const proviso = await openPortal()
  const { actor } = await setUpOwner(proviso)
  await uploaded(proviso, actor, `${agreementText} quillon@planted.example (206) 555-0142`)
  proviso.log.error('x\r\ny', { code: 'a\r\n\u001b[31mb', ...({ email: 'quillon@planted.example' } as object) })
  expect(proviso.lines.every((line) => /^\{[^\r\n\u001b]*\}\n$/.test(line))).toBe(true)
  expect(proviso.lines.join('')).not.toMatch(/planted|555-0142|brightline/i)
  expect(proviso.lines.join('')).toMatch(/"event":"run-ended".*"state":"done"/)
})
