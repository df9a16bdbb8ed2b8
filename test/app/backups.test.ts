import { copyFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupState, drillBackup, overdueBackups } from '#app/backup.server.ts'
import type { PersonActor } from '#app/session.server.ts'
import { backUpNow, backupView, drillNewest, mayBackUp } from '#app/use-cases/backups.ts'
import { doctor } from '#app/use-cases/doctor.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { addClient } from '#app/use-cases/organisations.ts'
import { Forbidden, NotFound } from '#app/use-cases/problem.ts'
import { fakeClock, openPortal, setUpOwner, temporaryFolder } from './portal.ts'

test('an owner makes a backup and tries it, both in the log; a damaged one is said to be so', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  expect(backupView(proviso, actor)).toMatchObject({ count: 0, newest: null, drill: null })
  await expect(drillNewest(proviso, actor)).rejects.toMatchObject({
    fields: { backup: expect.stringContaining('Make one') },
  })
  await backUpNow(proviso, actor)
  expect(backupView(proviso, actor)).toMatchObject({ count: 1, drill: null })
  expect((await drillNewest(proviso, actor)).held).toBe(true)
  expect(backupView(proviso, actor).drill?.held).toBe(true)
  const actions = listAuditEvents(proviso, actor).events.map(({ action }) => action)
  expect(actions.slice(0, 2)).toEqual(['backup.drilled', 'backup.made'])
  const [file] = readdirSync(proviso.home.backups).filter((name) => name.endsWith('.proviso-backup'))
  writeFileSync(join(proviso.home.backups, file!), 'no backup')
  await expect(drillNewest(proviso, actor)).rejects.toMatchObject({ fields: { backup: expect.any(String) } })
  // The "held" of before must not go on standing for it.
  expect(backupView(proviso, actor).drill).toMatchObject({ held: false, ofNewest: true })
  expect(listAuditEvents(proviso, actor).events[0]).toMatchObject({ action: 'backup.drilled', after: 'did not hold' })
  expect((await doctor(proviso)).find(({ id }) => id === 'backup')?.state).toBe('fail')
  for (const role of ['manager', 'viewer', 'auditor'] as const) {
    expect(() => backupView(proviso, { ...actor, role })).toThrow(Forbidden)
  }
})

test('a drill speaks for the backup that was tried; an address alone claims nothing', async () => {
  const clock = fakeClock()
  const proviso = await openPortal({ work: false, now: clock.now })
  const { actor } = await setUpOwner(proviso)
  const done = () => [backupView(proviso, actor, 'make').done, backupView(proviso, actor, 'drill').done]
  expect(done()).toEqual([null, null])
  await backUpNow(proviso, actor)
  expect(done()).toEqual(['make', null])
  await drillNewest(proviso, actor)
  expect(done()).toEqual(['make', 'drill'])
  expect(backupView(proviso, actor, 'anything').done).toBeNull()
  // A copy that lies elsewhere, under the same name, speaks for no file in the folder.
  const { newest } = backupState(proviso.home.backups, proviso.now())
  const elsewhere = join(temporaryFolder(), newest!.file)
  copyFileSync(join(proviso.home.backups, newest!.file), elsewhere)
  await drillBackup({ ...proviso.home, masterKey: proviso.db.masterKey }, elsewhere, proviso.now())
  expect(backupView(proviso, actor).drill).toMatchObject({ held: true, ofNewest: false })
  await drillNewest(proviso, actor)
  expect(backupView(proviso, actor).drill).toMatchObject({ held: true, ofNewest: true })
  clock.forward(61_000)
  expect(done()).toEqual([null, null])
  clock.forward(86_400_000)
  await backUpNow(proviso, actor)
  expect(backupView(proviso, actor).drill).toMatchObject({ held: true, ofNewest: false })
  const check = (await doctor(proviso)).find(({ id }) => id === 'backup')
  expect(check?.says).toMatch(/An older one was tried at .* and held\. The newest was not tried yet\./)
})

test('many backups of one day never push out those of other days', async () => {
  const day = (n: number, time: string) => `2026-11-${String(n).padStart(2, '0')}T${time}-abc123.proviso-backup`
  const days = Array.from({ length: 20 }, (_, n) => day(n + 1, '03-00-00.000Z'))
  const many = Array.from({ length: 30 }, (_, n) => day(20, `10-00-${String(n).padStart(2, '0')}.000Z`))
  const names = [...many, ...days, 'copied-by-hand.proviso-backup']
  expect(overdueBackups(names)).toEqual([...days.slice(0, 6), days[19], ...many.slice(0, -1)])
  const clock = fakeClock('2026-11-20T11:00:00.000Z')
  const proviso = await openPortal({ work: false, now: clock.now })
  const { actor } = await setUpOwner(proviso)
  for (const name of days) writeFileSync(join(proviso.home.backups, name), 'of that day')
  await backUpNow(proviso, actor)
  clock.forward(1000)
  await backUpNow(proviso, actor)
  const kept = readdirSync(proviso.home.backups).filter((name) => name.endsWith('.proviso-backup'))
  expect(kept.sort().slice(0, -1)).toEqual(days.slice(6, 19))
  expect(kept.at(-1)).toMatch(/^2026-11-20T11-00-01/)
  expect(backupView(proviso, actor).newest?.at).toBe('2026-11-20T11:00:01.000Z')
  // A clock that was set back takes nothing away that was made just now.
  clock.forward(-20 * 86_400_000)
  await backUpNow(proviso, actor)
  expect(backupView(proviso, actor).count).toBe(15)
})

test('one backup or drill at a time', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  const answers = await Promise.allSettled([
    backUpNow(proviso, actor),
    backUpNow(proviso, actor),
    backUpNow(proviso, actor),
  ])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(answers[1]).toMatchObject({ reason: { fields: { backup: expect.stringContaining('press again') } } })
  const [drill, beside] = await Promise.allSettled([drillNewest(proviso, actor), backUpNow(proviso, actor)])
  expect([drill.status, beside.status]).toEqual(['fulfilled', 'rejected'])
  expect(backupView(proviso, actor).count).toBe(1)
  // A fault frees the place.
  await backUpNow(proviso, actor)
})

test('a name of a day to come, left by a wrong clock, is not the newest, and Doctor says so', async () => {
  const clock = fakeClock('2026-11-20T11:00:00.000Z')
  const proviso = await openPortal({ work: false, now: clock.now })
  const { actor } = await setUpOwner(proviso)
  await backUpNow(proviso, actor)
  const { newest } = backupState(proviso.home.backups, clock.now())
  writeFileSync(join(proviso.home.backups, '2030-01-01T00-00-00.000Z-abc123.proviso-backup'), 'of that day')
  expect(backupState(proviso.home.backups, clock.now())).toMatchObject({ newest, ahead: 1, count: 2 })
  expect((await doctor(proviso)).find(({ id }) => id === 'backup')).toMatchObject({
    state: 'warn',
    says: '1 backup is named after a day to come.',
  })
})

test('an owner of a client has no backups of the installation', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  const client: PersonActor = { ...actor, organisationId: addClient(proviso, actor, { name: 'Cedar Clinic' }) }
  expect([mayBackUp(proviso, actor), mayBackUp(proviso, client)]).toEqual([true, false])
  expect(() => backupView(proviso, client)).toThrow(NotFound)
  await expect(backUpNow(proviso, client)).rejects.toThrow(NotFound)
  await expect(drillNewest(proviso, client)).rejects.toThrow(NotFound)
  expect(backupView(proviso, actor).count).toBe(0)
})
