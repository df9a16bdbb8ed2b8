import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PersonActor } from '#app/session.server.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { answerQuestions, questionsOf } from '#app/use-cases/answer-questions.ts'
import { checkAuditLog, listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import { makeDemo } from '#app/use-cases/make-demo.ts'
import { addClient, changeOrganisation, organisationSettings, ownOrganisations } from '#app/use-cases/organisations.ts'
import { NotFound } from '#app/use-cases/problem.ts'
import { demoOf, demoReasons, removeDemo } from '#app/use-cases/remove-demo.ts'
import { ruleOnFinding } from '#app/use-cases/rule-on-finding.ts'
import { scopeOf } from '#app/use-cases/scope.ts'
import { removeSubject } from '#app/use-cases/trash.ts'
import { openPortal, setUpOwner } from './portal.ts'

async function portalWithDemo() {
  const proviso = await openPortal({ work: false })
  const { actor: owner } = await setUpOwner(proviso)
  const actor: PersonActor = owner
  const demoId = await makeDemo(proviso, actor)
  const inside: PersonActor = { ...actor, organisationId: demoId }
  const settle = () => {
    const { runs } = scopeOf(proviso, inside)
    for (const run of runs.list({ states: ['queued', 'running'] })) runs.requestCancel(run.id)
  }
  const refusal = (confirmed = true, organisationId = demoId) => {
    try {
      removeDemo(proviso, actor, { organisationId, confirmed })
      return null
    } catch (error) {
      return (error as { fields?: Record<string, string> }).fields?.confirmed ?? error
    }
  }
  return { proviso, actor, inside, demoId, settle, refusal }
}

test('a demo goes with every row, key and event of it, and leaves one event behind', async () => {
  const { proviso, actor, demoId, settle, refusal } = await portalWithDemo()
  const own = addVendor(proviso, actor, { name: 'Our own' })
  settle()
  expect(refusal(false)).toMatch(/sure/)
  const last = proviso.chains.look(demoId).to
  expect(refusal()).toBeNull()
  const { sqlite } = proviso.db
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as Array<string>
  const holding = tables.filter((table) =>
    JSON.stringify(sqlite.prepare(`SELECT * FROM "${table}"`).all()).includes(demoId),
  )
  // Its name stands in our log alone: that it was made, and that it went.
  expect(holding).toEqual(['audit_events'])
  const events = listAuditEvents(proviso, actor, { object: demoId }).events
  expect(events.map(({ action }) => action)).toEqual(['demo.removed', 'client.added'])
  expect(events[0]?.before).toMatch(new RegExp(`^${last} [0-9a-f]{64}$`))
  expect(sqlite.pragma('foreign_key_check')).toEqual([])
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(() => proviso.db.keyring.of(demoId)).toThrow(/no data key/)
  expect(scopeOf(proviso, actor).subjects.get(own.id)?.name).toBe('Our own')
  expect(demoOf(proviso, actor)).toBeNull()
  expect(ownOrganisations(proviso, actor)).toHaveLength(1)
  await proviso.blobs.sweep(new Date(Date.now() + 2 * 86_400_000))
  const files = await readdir(join(proviso.home.blobs, demoId), { recursive: true, withFileTypes: true })
  expect(files.filter((one) => one.isFile())).toEqual([])
  // It can be made anew.
  expect(await makeDemo(proviso, actor)).not.toBe(demoId)
})

test('a demo stays while it is read, is held, or holds anything of somebody’s own', async () => {
  const { proviso, actor, inside, demoId, settle, refusal } = await portalWithDemo()
  expect(refusal()).toMatch(/still being read/)
  settle()
  const added = addVendor(proviso, inside, { name: 'A real vendor' })
  expect(refusal()).toMatch(/“Vendor added”/)
  // Put aside is not gone: it could still be put back.
  removeSubject(proviso, inside, { subjectId: added.id, confirmed: true })
  expect(refusal()).toMatch(/somebody added/)
  const additions = { made: true, actions: ['reply.ruled'], holds: 1, running: 0 }
  expect(demoReasons(additions)).toHaveLength(2)
  const many = demoReasons({ ...additions, holds: 0, actions: ['a.b', 'c.d', 'e.f', 'g.h', 'i.j'] })
  expect(many).toEqual([expect.stringContaining('“A b”, “C d”, “E f” and 2 more')])
  const { sqlite } = proviso.db
  expect(() => sqlite.prepare('DELETE FROM audit_events WHERE chain = ?').run(actor.organisationId)).toThrow(
    'append-only',
  )
  expect(() => sqlite.exec(`UPDATE organisations SET slug = 'demo-x' WHERE id = '${actor.organisationId}'`)).toThrow(
    'kept',
  )
  expect(demoOf(proviso, actor)?.id).toBe(demoId)
})

test('work on what the demo was made with keeps it too: an answer, a ruling, a changed name', async () => {
  const { proviso, actor, inside, settle, refusal } = await portalWithDemo()
  settle()
  const [vendor] = listSubjects(proviso, inside, { kind: 'vendor' }).items
  const subjectId = vendor!.subject.id
  const yes = ({ choices }: { choices?: ReadonlyArray<{ value: string }> | null }) =>
    choices?.some(({ value }) => value === 'yes') === true
  const requirement = [...questionsOf('vendor')].find(([, question]) => yes(question))![0]
  const works = [
    () => answerQuestions(proviso, inside, { subjectId, answers: [{ requirement, value: 'yes', note: '' }] }),
    () => ruleOnFinding(proviso, inside, { subjectId, requirement, verdict: 'unknown', reason: 'We asked them.' }),
    () => {
      const { timeZone, version } = organisationSettings(proviso, inside)
      changeOrganisation(proviso, inside, { name: 'Cedar Clinic', timeZone: timeZone ?? 'Etc/UTC', version })
    },
  ]
  let known = 0
  for (const work of works) {
    work()
    const { actions } = demoOf(proviso, actor)!.additions
    expect(actions.length).toBeGreaterThan(known)
    known = actions.length
    expect(refusal()).toMatch(/what somebody added or changed/)
  }
})

test('looking, taking out and signing out leave nothing that keeps a demo; a log without its marker keeps it', async () => {
  const { proviso, actor, inside, demoId, settle, refusal } = await portalWithDemo()
  settle()
  const { audit } = scopeOf(proviso, inside)
  const object = { kind: 'report', id: null }
  for (const action of ['report.viewed', 'report.downloaded', 'sign-out', 'session.confirmed', 'passkey.added']) {
    audit.add({ action, object })
  }
  await checkAuditLog(proviso, inside)
  expect(demoOf(proviso, actor)?.additions).toEqual({ made: true, actions: [], holds: 0, running: 0 })
  const { sqlite } = proviso.db
  sqlite.exec('DROP TRIGGER audit_events_no_update')
  const rename = 'UPDATE audit_events SET action = ? WHERE chain = ? AND action = ?'
  sqlite.prepare(rename).run('demo.other', demoId, 'demo.made')
  expect(refusal()).toMatch(/does not say where its making ended/)
  sqlite.prepare(rename).run('demo.made', demoId, 'demo.other')
  expect(refusal()).toBeNull()
  // The watch of the log no longer waits for it.
  expect(proviso.chains.all()).not.toContain(demoId)
})

test('what is added between the look and the removal is asked for in the same write', async () => {
  const { proviso, actor, inside, demoId, settle, refusal } = await portalWithDemo()
  settle()
  const { organisations } = scopeOf(proviso, actor)
  let asked: unknown = null
  const stopped = () =>
    organisations.removeDemo(demoId, {
      ask(additions) {
        asked = additions
        throw new Error('Stopped.')
      },
      going: () => expect.unreachable(),
    })
  addVendor(proviso, inside, { name: 'A real vendor' })
  expect(stopped).toThrow('Stopped.')
  expect(asked).toMatchObject({ actions: ['vendor.added'] })
  expect(demoOf(proviso, actor)?.id).toBe(demoId)
  expect(refusal()).toMatch(/“Vendor added”/)
})

test('no other client and no foreign organisation goes that way', async () => {
  const { proviso, actor, refusal } = await portalWithDemo()
  const client = addClient(proviso, actor, { name: 'Cedar Clinic' })
  expect(refusal(true, client)).toBeInstanceOf(NotFound)
  expect(refusal(true, actor.organisationId)).toBeInstanceOf(NotFound)
  const assessor: PersonActor = { ...actor, role: 'assessor' }
  expect(() => removeDemo(proviso, assessor, { organisationId: client, confirmed: true })).toThrow()
})
