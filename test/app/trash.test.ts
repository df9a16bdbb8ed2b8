import { expect, test } from 'vitest'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addProspect } from '#app/use-cases/add-prospect.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { getRun } from '#app/use-cases/get-run.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { listAgreements } from '#app/use-cases/list-agreements.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { listRuns } from '#app/use-cases/list-runs.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { listTrash, putBack, removeSubject } from '#app/use-cases/trash.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { fakeClock, openPortal, setUpOwner } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'

const dayMs = 86_400_000

async function world() {
  const clock = fakeClock()
  const proviso = await openPortal({ now: clock.now })
  const { actor } = await setUpOwner(proviso)
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const source = { text: agreement('Brightline Reviews LLC', bothSigned) }
  await uploadAgreement(proviso, actor, { subjectId: vendor.id, source })
  await proviso.queue.idle()
  return { clock, proviso, actor, vendor }
}

test('what is removed is nowhere, and put back it is as it was', async () => {
  const { proviso, actor, vendor } = await world()
  const subjectId = vendor.id
  const before = getSubject(proviso, actor, { subjectId })
  expect(() => removeSubject(proviso, actor, { subjectId, confirmed: false })).toThrow()
  removeSubject(proviso, actor, { subjectId, confirmed: true })
  expect(() => getSubject(proviso, actor, { subjectId })).toThrow('There is nothing here')
  expect(() => getRun(proviso, actor, { runId: before.runs[0]!.id })).toThrow('There is nothing here')
  expect(listSubjects(proviso, actor, { kind: 'vendor' }).total).toBe(0)
  expect(listRuns(proviso, actor)).toEqual([])
  expect(listAgreements(proviso, actor)).toEqual([])
  expect(listTrash(proviso, actor).map(({ name }) => name)).toEqual(['Brightline Reviews'])
  putBack(proviso, actor, { subjectId })
  await proviso.rejudge.idle()
  const after = getSubject(proviso, actor, { subjectId })
  expect(after).toEqual(before)
  expect(listTrash(proviso, actor)).toEqual([])
  const actions = listAuditEvents(proviso, actor).events.map(({ action }) => action)
  expect(actions).toEqual(expect.arrayContaining(['vendor.removed', 'vendor.put-back']))
})

test('a removed vendor covers nothing on a practice, and covers it again once it is put back', async () => {
  const { proviso, actor, vendor } = await world()
  const practice = addPractice(proviso, actor, { name: 'Harbor Ortho', siteUrl: 'https://harbor.example/' })
  const registered = () =>
    JSON.stringify(getSubject(proviso, actor, { subjectId: practice.id }).assessment?.assessment).includes(vendor.id)
  await proviso.rejudge.idle()
  const covered = registered()
  removeSubject(proviso, actor, { subjectId: vendor.id, confirmed: true })
  await proviso.rejudge.idle()
  expect(registered()).toBe(false)
  putBack(proviso, actor, { subjectId: vendor.id })
  await proviso.rejudge.idle()
  expect(registered()).toBe(covered)
})

test('a scan under way is stopped with its subject', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  const practice = addPractice(proviso, actor, { name: 'Harbor Ortho', siteUrl: 'https://harbor.example/' })
  const { run } = requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'public', confirmed: true })
  removeSubject(proviso, actor, { subjectId: practice.id, confirmed: true })
  putBack(proviso, actor, { subjectId: practice.id })
  expect(getRun(proviso, actor, { runId: run.id }).run.state).toBe('cancelled')
})

test('after 30 days it is not offered and cannot be put back; sales reach their prospects only', async () => {
  const { clock, proviso, actor, vendor } = await world()
  const prospect = addProspect(proviso, actor, { name: 'Cedar Dental', siteUrl: 'https://cedar.example/' })
  removeSubject(proviso, actor, { subjectId: vendor.id, confirmed: true })
  removeSubject(proviso, actor, { subjectId: prospect.id, confirmed: true })
  const sales = { ...actor, role: 'sales' as const }
  expect(listTrash(proviso, sales).map(({ name }) => name)).toEqual(['Cedar Dental'])
  expect(() => putBack(proviso, sales, { subjectId: vendor.id })).toThrow('There is nothing here')
  expect(() => listTrash(proviso, { ...actor, role: 'viewer' })).toThrow('Your role does not allow this.')
  clock.forward(30 * dayMs)
  expect(listTrash(proviso, actor)).toHaveLength(2)
  clock.forward(1)
  expect(listTrash(proviso, actor)).toEqual([])
  expect(() => putBack(proviso, actor, { subjectId: vendor.id })).toThrow()
})
