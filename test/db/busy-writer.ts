// Adds vendors as fast as it can until its parent kills it. Started by power-loss.test.ts.
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/client.ts'
import { intakeSchema } from '#db/intake.ts'
import { scoped } from '#db/scoped.ts'

export type Started = { organisationId: string }

const [folder = ''] = process.argv.slice(2)
const now = () => new Date()
const db = await openDatabase({ file: join(folder, 'busy.db'), masterKey: Buffer.alloc(32, 5), now: now() })
const organisationId = `org_${'7'.repeat(26)}`
db.write(() => {
  db.sqlite
    .prepare('INSERT INTO organisations (id, name, slug, created_at) VALUES (?, ?, ?, ?)')
    .run(organisationId, 'Harbor Family Clinic', organisationId, now().toISOString())
  db.keyring.create(organisationId, now())
})
const { subjects } = scoped(db, organisationId, { kind: 'person', id: 'per_test' }, now)
// Small, so that the log is folded into the database many times while copies are taken.
db.sqlite.pragma('wal_autocheckpoint = 20')
const told = openSync(join(folder, 'acknowledged.txt'), 'a')
process.send?.({ organisationId } satisfies Started)
process.once('disconnect', () => {
  closeSync(told)
  process.exit(0)
})
for (let n = 0; ; n += 1) {
  const intake = intakeSchema.parse({ service: 'x'.repeat((n * 37) % 2000) })
  const { id } = subjects.add('vendor', { name: `Vendor ${n}`, siteUrl: null, dataStart: null, intake })
  writeSync(told, `${id}\n`)
  if (n % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
}
