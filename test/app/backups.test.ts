import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUpNow, backupView, drillNewest } from '#app/use-cases/backups.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { Forbidden } from '#app/use-cases/problem.ts'
import { openPortal, setUpOwner } from './portal.ts'

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
  for (const role of ['manager', 'viewer', 'auditor'] as const) {
    expect(() => backupView(proviso, { ...actor, role })).toThrow(Forbidden)
  }
})
