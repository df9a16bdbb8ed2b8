import { expect, test } from 'vitest'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addProspect } from '#app/use-cases/add-prospect.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { answerQuestions, listAnswers } from '#app/use-cases/answer-questions.ts'
import { assessSubject } from '#app/use-cases/assess-subject.ts'
import { checkSent, listSent } from '#app/use-cases/check-sent.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { getRun, readRunEvidence } from '#app/use-cases/get-run.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { importFields, listFeeds } from '#app/use-cases/import-fields.ts'
import { confirmImport, importPreview, readImport } from '#app/use-cases/import-templates.ts'
import { getReport, keepReport, listReports } from '#app/use-cases/keep-report.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { listRuns } from '#app/use-cases/list-runs.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import { getTemplate, listTemplates } from '#app/use-cases/list-templates.ts'
import { mapField } from '#app/use-cases/map-field.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { Forbidden, NotFound } from '#app/use-cases/problem.ts'
import { readBlob } from '#app/use-cases/read-blob.ts'
import { readEvidence, readSubjectEvidence } from '#app/use-cases/read-evidence.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { ruleOnFinding } from '#app/use-cases/rule-on-finding.ts'
import { approveTemplate, removeTemplate, saveTemplate } from '#app/use-cases/save-template.ts'
import { updateSubject } from '#app/use-cases/update-subject.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import type { Role } from '#db/schema.ts'
import { addOrganisation } from '../db/store.ts'
import { openPortal, setUpOwner } from './portal.ts'
import { page } from './test-scanner.ts'

type Person = Actor & { kind: 'person' }

const as = (actor: Person, role: Role): Person => ({ ...actor, role })

async function portal(options: Parameters<typeof openPortal>[0] = {}) {
  const proviso = await openPortal(options)
  const { actor } = await setUpOwner(proviso)
  return { proviso, actor }
}

test('every id of another organisation is not found, in every use case that takes one', async () => {
  const { proviso, actor } = await portal({ scanners: { site: { title: 'Page', scan: async () => [page('home')] } } })
  const practice = addPractice(proviso, actor, { name: 'Harbor', siteUrl: 'https://clinic.example/' })
  const { run } = requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'public', confirmed: true })
  await proviso.queue.idle()
  const [evidence] = readRunEvidence(proviso, actor, { runId: run.id })
  const assessment = getAssessment(proviso, actor, { subjectId: practice.id })
  const report = await keepReport(proviso, actor, {
    assessmentId: assessment.id,
    kind: 'site-report',
    html: '<p>x</p>',
    pdf: null,
  })
  const message = { name: 'Thanks', channel: 'sms', text: 'Thank you.', earlier: null } as const
  const { series } = saveTemplate(proviso, actor, { subjectId: practice.id, ...message })
  const stranger: Person = { ...actor, organisationId: addOrganisation(proviso.db, 'Elm'), id: 'per_stranger' }
  const subjectId = practice.id
  const fields = { name: 'x', siteUrl: null, dataStart: null, intake: practice.intake }
  const doors: Array<() => unknown> = [
    () => getSubject(proviso, stranger, { subjectId }),
    () => updateSubject(proviso, stranger, { subjectId, version: 1, fields }),
    () => assessSubject(proviso, stranger, { subjectId }),
    () => getAssessment(proviso, stranger, { subjectId }),
    () => getAssessment(proviso, stranger, { assessmentId: assessment.id }),
    () => answerQuestions(proviso, stranger, { subjectId, answers: [] }),
    () => listAnswers(proviso, stranger, { subjectId }),
    () =>
      ruleOnFinding(proviso, stranger, { subjectId, requirement: 'x', verdict: 'pass', reason: 'long enough words' }),
    () => requestSiteScan(proviso, stranger, { subjectId, authority: 'public', confirmed: true }),
    () => uploadAgreement(proviso, stranger, { subjectId, source: { text: 'x' } }),
    () => getRun(proviso, stranger, { runId: run.id }),
    () => readRunEvidence(proviso, stranger, { runId: run.id }),
    () => readEvidence(proviso, stranger, { evidenceId: evidence!.id }),
    () => readSubjectEvidence(proviso, stranger, { subjectId }),
    () => keepReport(proviso, stranger, { assessmentId: assessment.id, kind: 'x', html: '', pdf: null }),
    () => getReport(proviso, stranger, { reportId: report.id }),
    () => listTemplates(proviso, stranger, { subjectId }),
    () => getTemplate(proviso, stranger, { subjectId, series }),
    () => readImport(proviso, stranger, { subjectId, source: { text: 'x', shape: 'one' }, channel: 'sms' }),
    () => importPreview(proviso, stranger, { subjectId }),
    () => confirmImport(proviso, stranger, { subjectId }),
    () => approveTemplate(proviso, stranger, { subjectId, version: series, approve: true }),
    () => removeTemplate(proviso, stranger, { subjectId, version: series }),
    () => mapField(proviso, stranger, { subjectId, name: 'x', holds: 'ok' }),
    () => importFields(proviso, stranger, { subjectId, source: { text: 'a,b' } }),
    () => listFeeds(proviso, stranger, { subjectId }),
    () => checkSent(proviso, stranger, { subjectId, source: { text: 'x', shape: 'one' }, channel: 'sms' }),
    () => listSent(proviso, stranger, { subjectId }),
    () => readBlob(proviso, stranger, { sha256: report.htmlSha256! }),
  ]
  for (const door of doors) await expect((async () => door())(), String(door)).rejects.toBeInstanceOf(NotFound)
  expect(listSubjects(proviso, stranger, { kind: 'practice' }).total).toBe(0)
  expect(listRuns(proviso, stranger)).toEqual([])
  expect(listReports(proviso, stranger)).toEqual([])
  expect(listAuditEvents(proviso, stranger).events).toEqual([])
})

test('roles: a viewer reads and changes nothing, sales see prospects only, an auditor reads the log', async () => {
  const { proviso, actor } = await portal({ work: false })
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const prospect = addProspect(proviso, actor, { name: 'Elm', siteUrl: 'elm.example' })
  const viewer = as(actor, 'viewer')
  expect(getSubject(proviso, viewer, { subjectId: vendor.id }).subject.id).toBe(vendor.id)
  expect(() => addVendor(proviso, viewer, { name: 'X' })).toThrow(Forbidden)
  expect(() => answerQuestions(proviso, viewer, { subjectId: vendor.id, answers: [] })).toThrow(Forbidden)
  expect(() => listAuditEvents(proviso, viewer)).toThrow(Forbidden)
  const sales = as(actor, 'sales')
  expect(() => getSubject(proviso, sales, { subjectId: vendor.id })).toThrow(NotFound)
  expect(() => listSubjects(proviso, sales, { kind: 'vendor' })).toThrow(Forbidden)
  expect(getSubject(proviso, sales, { subjectId: prospect.id }).subject.id).toBe(prospect.id)
  const { events, brokenAt } = listAuditEvents(proviso, as(actor, 'auditor'))
  expect(events.map(({ action }) => action)).toContain('vendor.added')
  expect(brokenAt).toBeNull()
})

test('sales read the files of prospects and no others', async () => {
  const { proviso, actor } = await portal()
  const report = async (subjectId: string, html: string) => {
    const { id } = getAssessment(proviso, actor, { subjectId })
    return keepReport(proviso, actor, { assessmentId: id, kind: 'site-report', html, pdf: null })
  }
  const vendor = await report(addVendor(proviso, actor, { name: 'Brightline' }).id, '<p>vendor</p>')
  const prospect = await report(addProspect(proviso, actor, { name: 'Elm', siteUrl: 'elm.example' }).id, '<p>elm</p>')
  const sales = as(actor, 'sales')
  const read = (sha256: string | null) => readBlob(proviso, sales, { sha256: sha256! })
  expect((await read(prospect.htmlSha256)).bytes.toString()).toBe('<p>elm</p>')
  await expect(read(vendor.htmlSha256)).rejects.toBeInstanceOf(NotFound)
  expect(listReports(proviso, sales)).toEqual([prospect])
})
