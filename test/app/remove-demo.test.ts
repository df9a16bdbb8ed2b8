import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PersonActor } from '#app/session.server.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { makeDemo } from '#app/use-cases/make-demo.ts'
import { addClient, ownOrganisations } from '#app/use-cases/organisations.ts'
import { NotFound } from '#app/use-cases/problem.ts'
import { demoOf, demoReasons, removeDemo } from '#app/use-cases/remove-demo.ts'
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
  expect(refusal()).toMatch(/1 vendors, practices or prospects/)
  // Put aside is not gone: it could still be put back.
  removeSubject(proviso, inside, { subjectId: added.id, confirmed: true })
  expect(refusal()).toMatch(/somebody added/)
  expect(demoReasons({ subjects: 0, agreements: 0, logs: 2, holds: 1, running: 0 })).toHaveLength(2)
  const { sqlite } = proviso.db
  expect(() => sqlite.prepare('DELETE FROM audit_events WHERE chain = ?').run(actor.organisationId)).toThrow(
    'append-only',
  )
  expect(() => sqlite.exec(`UPDATE organisations SET slug = 'demo-x' WHERE id = '${actor.organisationId}'`)).toThrow(
    'kept',
  )
  expect(demoOf(proviso, actor)?.id).toBe(demoId)
})

test('no other client and no foreign organisation goes that way', async () => {
  const { proviso, actor, refusal } = await portalWithDemo()
  const client = addClient(proviso, actor, { name: 'Cedar Clinic' })
  expect(refusal(true, client)).toBeInstanceOf(NotFound)
  expect(refusal(true, actor.organisationId)).toBeInstanceOf(NotFound)
  const assessor: PersonActor = { ...actor, role: 'assessor' }
  expect(() => removeDemo(proviso, assessor, { organisationId: client, confirmed: true })).toThrow()
})
