import { expect, test } from 'vitest'
import type { Proviso } from '#app/proviso.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { cancelRun } from '#app/use-cases/cancel-run.ts'
import { confirmPractice, isSamePractice } from '#app/use-cases/confirm-practice.ts'
import { agreementWord, dataGate } from '#app/use-cases/data-gate.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { listAgreements } from '#app/use-cases/list-agreements.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { readSubjectEvidence } from '#app/use-cases/read-evidence.ts'
import { updateSubject } from '#app/use-cases/update-subject.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { wasRead } from '#app/views/agreement.ts'
import type { Agreement, AgreementReading } from '#db/agreements.ts'
import { fakeClock, openPortal, setUpOwner } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'

async function portal() {
  const clock = fakeClock()
  const proviso = await openPortal({ now: clock.now })
  const { actor } = await setUpOwner(proviso)
  return { proviso, actor }
}

async function vendorWith(proviso: Proviso, actor: Actor, name: string, text: string) {
  const vendor = addVendor(proviso, actor, { name, siteUrl: 'brightline.example' })
  await uploadAgreement(proviso, actor, { subjectId: vendor.id, source: { text } })
  await proviso.queue.idle()
  return getSubject(proviso, actor, { subjectId: vendor.id })
}

test('an executed agreement in force that names the vendor opens the data gate', async () => {
  const { proviso, actor } = await portal()
  const text = agreement('Brightline Reviews LLC', bothSigned)
  const detail = await vendorWith(proviso, actor, 'Brightline Reviews', text)
  expect(detail.agreement?.reading).toMatchObject({ signed: 'both', namesVendor: true, inForceFrom: '2026-03-02' })
  expect(detail.dataGate).toEqual({ state: 'open', reason: expect.stringContaining('names this vendor') })
  expect(detail.dataGate?.reason).toContain('and Harbor Family Clinic')
  expect(detail.agreementWord).toBe('Executed')
})

test('without signatures it is a draft and the gate stays closed', async () => {
  const { proviso, actor } = await portal()
  const blank = 'By: ______________________\nDate: ____________\n\nBy: ______________________\nDate: ____________'
  const text = agreement('Brightline Reviews LLC', blank)
  const detail = await vendorWith(proviso, actor, 'Brightline Reviews', text)
  expect(detail.dataGate).toMatchObject({ state: 'closed', reason: 'The agreement is not signed.' })
  expect(detail.agreementWord).toBe('Draft')
})

test('an agreement with another company is refused for this vendor, until the vendor bears that name', async () => {
  const { proviso, actor } = await portal()
  const detail = await vendorWith(proviso, actor, 'Cedar Outreach', agreement('Brightline Reviews LLC', bothSigned))
  expect(detail.agreements[0]).toMatchObject({ problem: 'wrong-party' })
  expect(detail.agreement).toBeNull()
  expect(wasRead(detail.agreements[0]!)).toBe(false)
  expect(detail.dataGate?.state).toBe('closed')
  const { id: subjectId, version, siteUrl, dataStart, intake } = detail.subject
  const fields = { name: 'Brightline Reviews', siteUrl, dataStart, intake }
  updateSubject(proviso, actor, { subjectId, version, fields })
  expect(getSubject(proviso, actor, { subjectId })).toMatchObject({
    agreement: { problem: null },
    dataGate: { state: 'open' },
  })
})

test('a letter is no agreement: a typed refusal, and no line of the checklist is judged by it', async () => {
  const { proviso, actor } = await portal()
  const letter = 'Dear Ada,\n\nthank you for lunch. The weather at the harbor was fine and the soup was hot.\n\nMilo'
  const detail = await vendorWith(proviso, actor, 'Brightline Reviews', letter)
  expect(detail.agreements[0]).toMatchObject({ problem: 'not-a-baa', reading: null })
  const judged = detail.assessment!.assessment.findings.filter(({ checklist }) => checklist === 'baa')
  expect(judged.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail')).toEqual([])
})

test('an upload that is stopped before it was read says so, and the same file can be uploaded again', async () => {
  const proviso = await openPortal({ queue: { atOnce: 0 } })
  const { actor } = await setUpOwner(proviso)
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const upload = () => {
    const source = { text: agreement('Brightline Reviews LLC', bothSigned) }
    return uploadAgreement(proviso, actor, { subjectId: vendor.id, source })
  }
  const { run } = await upload()
  cancelRun(proviso, actor, { runId: run.id })
  expect(getSubject(proviso, actor, { subjectId: vendor.id }).agreements).toMatchObject([{ problem: 'cancelled' }])
  expect(await upload()).toMatchObject({ isNew: true, agreement: { version: 2 } })
})

test('the register tells a practice which vendors have which agreement, and marks a vendor that is judged itself', async () => {
  const { proviso, actor } = await portal()
  const text = agreement('Brightline Reviews LLC', bothSigned)
  const { subject: vendor } = await vendorWith(proviso, actor, 'Brightline Reviews', text)
  const other = addVendor(proviso, actor, { name: 'Cedar Outreach' })
  const practice = addPractice(proviso, actor, { name: 'Harbor', siteUrl: 'harbor.example' })
  const registry = (subjectId: string) =>
    readSubjectEvidence(proviso, actor, { subjectId }).flatMap((item) => (item.kind === 'registry' ? [item] : []))
  expect(registry(practice.id)).toMatchObject([
    {
      vendorId: vendor.id,
      isSubject: false,
      hosts: ['brightline.example'],
      agreement: {
        signed: 'both',
        inForceFrom: '2026-03-02',
        inForceTo: null,
        verdicts: { 'baa.breach-clock': expect.any(String) },
      },
    },
    { vendorId: other.id, isSubject: false, agreement: null },
  ])
  expect(registry(vendor.id)).toMatchObject([{ vendorId: vendor.id, isSubject: true }])
  expect(registry(other.id)).toMatchObject([{ vendorId: other.id, isSubject: true, agreement: null }])
})

test('a practice is judged anew when a vendor or its agreement changes, also when the portal was killed in between', async () => {
  const { proviso, actor } = await portal()
  const practice = addPractice(proviso, actor, { name: 'Harbor', siteUrl: 'harbor.example' })
  const line = (portal: Proviso) =>
    getSubject(portal, actor, { subjectId: practice.id }).assessment!.assessment.findings.find(
      ({ requirement }) => requirement === 'practice.vendor-agreements',
    )?.verdict
  expect(line(proviso)).toBe('unknown')
  const { subject: vendor } = await vendorWith(proviso, actor, 'Brightline Reviews', 'A letter, no agreement at all.')
  await proviso.rejudge.idle()
  expect(line(proviso)).toBe('fail')
  await uploadAgreement(proviso, actor, {
    subjectId: vendor.id,
    source: { text: agreement('Brightline Reviews LLC', bothSigned) },
  })
  await proviso.queue.idle()
  await proviso.rejudge.idle()
  expect(line(proviso)).toBe('pass')
  // Marked in the write of the change, and the portal ends before the practice was looked at.
  addVendor(proviso, actor, { name: 'Cedar Outreach' })
  await proviso.close()
  const again = await openPortal({ homeFolder: proviso.home.folder, now: proviso.now })
  await again.rejudge.idle()
  expect(line(again)).toBe('fail')
})

const read: AgreementReading = {
  parties: [{ name: 'Harbor Family Clinic', role: 'covered entity' }],
  namesVendor: true,
  signed: 'both',
  signedOn: '2026-02-24',
  inForceFrom: '2026-03-02',
  inForceTo: '2027-03-01',
  verdicts: {},
  checklistVersion: '1',
}
const version = (reading: AgreementReading | null): Agreement => ({
  id: 'agr_1',
  subjectId: 'sub_1',
  version: 1,
  sha256: '',
  fileName: 'a.pdf',
  bytes: 1,
  runId: 'run_1',
  evidenceId: 'evi_1',
  problem: null,
  reading,
  uploadedAt: '2026-03-01T00:00:00.000Z',
  uploadedBy: 'per_1',
})

const ours = () => ({ by: null })

test('the gate opens on the first day in force and closes after the last', () => {
  const on = (today: string) => dataGate(version(read), today, ours).state
  expect(['2026-03-01', '2026-03-02', '2027-03-01', '2027-03-02'].map(on)).toEqual(['closed', 'open', 'open', 'closed'])
  expect(['2026-03-01', '2027-03-02'].map((day) => agreementWord(version(read), version(read), day))).toEqual([
    'Not yet in force',
    'Expired',
  ])
})

test('what was not read, signed by one, names another or shows no first day keeps the gate closed, each with its reason', () => {
  const reasons = [null, version(null), version({ ...read, signed: 'one' }), version({ ...read, namesVendor: false })]
  const all = [...reasons, version({ ...read, inForceFrom: null })].map((one) => dataGate(one, '2026-06-01', ours))
  expect(all.map(({ state }) => state)).toEqual(Array(5).fill('closed'))
  expect(new Set(all.map(({ reason }) => reason)).size).toBe(5)
})

const elsewhere = (text: string) => text.replaceAll('Harbor Family Clinic', 'Cedar Valley Dental Group')

test('an agreement with another practice never opens the gate by itself; one sentence says what to do', async () => {
  const { proviso, actor } = await portal()
  const text = elsewhere(agreement('Brightline Reviews LLC', bothSigned))
  const { dataGate: gate, subject } = await vendorWith(proviso, actor, 'Brightline Reviews', text)
  expect(gate?.state).toBe('not-shown')
  expect(gate?.reason).toContain('names Cedar Valley Dental Group, which is not a name on file here')
  expect(gate?.reason).toContain('Confirm on the Agreement page')
  expect(listAgreements(proviso, actor)[0]?.gate.state).toBe('not-shown')
  expect(listSubjects(proviso, actor, { kind: 'vendor' }).items[0]?.dataGate?.state).toBe('not-shown')
  const practice = addPractice(proviso, actor, { name: 'Harbor', siteUrl: 'harbor.example' })
  const held = () =>
    readSubjectEvidence(proviso, actor, { subjectId: practice.id }).flatMap((item) =>
      item.kind === 'registry' ? [item.agreement?.practiceShown] : [],
    )
  // The register of a practice counts no more than the gate lets through.
  expect(held()).toEqual([false])
  // Once that practice is on file here, its name is one of ours.
  addPractice(proviso, actor, { name: 'Cedar Valley Dental Group, P.C.', siteUrl: 'https://cedar.example/' })
  expect(getSubject(proviso, actor, { subjectId: subject.id }).dataGate?.state).toBe('open')
  expect(held()).toEqual([true])
})

test('a person may confirm the practice with a reason, for that file only, and take it back', async () => {
  const { proviso, actor } = await portal()
  const text = elsewhere(agreement('Brightline Reviews LLC', bothSigned))
  const { agreement: first, subject } = await vendorWith(proviso, actor, 'Brightline Reviews', text)
  const subjectId = subject.id
  const say = (same: boolean, reason: string) =>
    confirmPractice(proviso, actor, { subjectId, agreementId: first!.id, same, reason })
  const gate = () => getSubject(proviso, actor, { subjectId }).dataGate
  expect(() => say(true, 'yes')).toThrow()
  expect(gate()?.state).toBe('not-shown')
  say(true, 'Cedar Valley Dental Group owns our clinic.')
  expect(gate()).toEqual({ state: 'open', reason: expect.stringContaining('Ada Quill confirmed that this is you.') })
  const assessment = getSubject(proviso, actor, { subjectId }).assessment!.assessment
  expect(assessment.findings.some(({ ruling }) => ruling !== null)).toBe(false)
  say(false, 'It was sold in the summer.')
  expect(gate()?.state).toBe('not-shown')
  say(true, 'Cedar Valley Dental Group owns our clinic.')
  await uploadAgreement(proviso, actor, { subjectId, source: { text: `${text}\nPage 1 of 1` } })
  await proviso.queue.idle()
  expect(gate()?.state).toBe('not-shown')
  const { events } = listAuditEvents(proviso, actor)
  expect(events.filter(({ action }) => action.startsWith('practice.')).map(({ action }) => action)).toEqual([
    'practice.confirmed',
    'practice.confirmation-taken-back',
    'practice.confirmed',
  ])
  const viewer = { ...actor, role: 'viewer' as const }
  const asViewer = { subjectId, agreementId: first!.id, same: true, reason: 'I think it is the same.' }
  expect(() => confirmPractice(proviso, viewer, asViewer)).toThrow('Your role does not allow this.')
})

test('names of practices are the same but for legal form, accents and signs, and for nothing less', () => {
  const same: Array<[string, string]> = [
    ['Harbor Family Clinic, P.C.', 'Harbor Family Clinic'],
    ['HARBOR FAMILY CLINIC', 'Harbor Family Clinic'],
    ['Clínica Peña & Ruiz LLC', 'Clinica Pena and Ruiz'],
    ['Northgate Holdings LLC d/b/a Harbor Family Clinic', 'Harbor Family Clinic'],
    ["St. Luke's Eye Center, PLLC", 'St Lukes Eye Center'],
  ]
  const other: Array<[string, string]> = [
    ['Harbor Family Clinic', 'Harbor Family Dental'],
    ['Harbor Family Clinic of Tampa', 'Harbor Family Clinic'],
    ['Harbor', 'Harbor Family Clinic'],
    ['Covered Entity', 'Harbor Family Clinic'],
    ['The Company', 'Co'],
    ['', 'Harbor Family Clinic'],
    ['Lakeside Ortho', 'Lakeside Orthopedics'],
  ]
  expect(same.filter(([a, b]) => !isSamePractice(a, b))).toEqual([])
  expect(other.filter(([a, b]) => isSamePractice(a, b))).toEqual([])
})
