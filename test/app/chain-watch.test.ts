import { createPublicKey, verify } from 'node:crypto'
import BetterSqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { applyRules } from '#app/retention.server.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { checkAuditLog, exportAuditEvents, listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { changeRetention } from '#app/use-cases/retention.ts'
import { checkpointSigner, checkpointText } from '#db/audit-checkpoints.ts'
import { openPortal, setUpOwner, temporaryFolder } from './portal.ts'

async function auditedPortal(homeFolder = temporaryFolder()) {
  const proviso = await openPortal({ homeFolder, work: false })
  const { actor } = await setUpOwner(proviso)
  for (const name of ['Brightline', 'Letterbird', 'Cedar']) addVendor(proviso, actor, { name })
  return { proviso, actor, chain: actor.organisationId, homeFolder }
}

type Portal = Awaited<ReturnType<typeof auditedPortal>>['proviso']

/** As somebody does who has the file: the guards go first. */
function tamper({ db }: Portal, sql: string, ...values: Array<unknown>): void {
  const triggers = db.sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'audit_%'")
    .pluck()
    .all() as Array<string>
  for (const name of triggers) db.sqlite.exec(`DROP TRIGGER ${name}`)
  db.sqlite.prepare(sql).run(...values)
}

test('a look checks what came since the last one and says up to where, and when all of it was checked', async () => {
  const { proviso, actor, chain } = await auditedPortal()
  const first = proviso.chains.look(chain)
  expect(first).toMatchObject({ brokenAt: null, whole: { to: first.to }, checkpoint: null })
  addVendor(proviso, actor, { name: 'Harbor Mail' })
  const second = proviso.chains.look(chain)
  expect(second.to).toBeGreaterThan(first.to)
  expect(second.whole).toEqual(first.whole)
  const whole = await checkAuditLog(proviso, actor)
  expect(whole.whole?.to).toBe(second.to)
  expect(listAuditEvents(proviso, actor, { limit: 1 }).events[0]).toMatchObject({
    action: 'audit-log.checked',
    after: `holds to ${second.to}`,
  })
})

test('an event changed after it was checked is found on its page, and by the whole check wherever it stands', async () => {
  const { proviso, actor, chain } = await auditedPortal()
  expect(listAuditEvents(proviso, actor).brokenAt).toBeNull()
  tamper(proviso, "UPDATE audit_events SET actor_id = 'per_other' WHERE chain = ? AND seq = 2", chain)
  expect(listAuditEvents(proviso, actor).brokenAt).toBe(2)
  expect(listAuditEvents(proviso, actor, { limit: 1 }).brokenAt).toBeNull()
  expect((await proviso.chains.checkWhole(chain)).brokenAt).toBe(2)
  // Once it is known, every look says so.
  expect(listAuditEvents(proviso, actor, { limit: 1 }).brokenAt).toBe(2)
  expect(exportAuditEvents(proviso, actor, 'json', {}).brokenAt).toBe(2)
  expect(proviso.lines.some((line) => line.includes('audit-chain-broken'))).toBe(true)
  expect(proviso.chains.sign(chain)).toBeNull()
})

test('whatever else writes to the file makes the next look check all of it', async () => {
  const { proviso, actor, chain } = await auditedPortal()
  listAuditEvents(proviso, actor)
  const other = new BetterSqlite(proviso.home.database)
  other.exec('DROP TRIGGER audit_events_no_update')
  other.prepare("UPDATE audit_events SET actor_id = 'per_other' WHERE chain = ? AND seq = 2").run(chain)
  other.close()
  expect(listAuditEvents(proviso, actor, { limit: 1 }).brokenAt).toBe(2)
})

test('a signed point verifies outside the portal, and shows a chain written anew or cut off', async () => {
  const { proviso, actor, chain } = await auditedPortal()
  const point = proviso.chains.sign(chain)
  expect(point).not.toBeNull()
  expect(proviso.chains.sign(chain)).toBeNull()
  const der = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(proviso.chains.signer.publicKey, 'base64'),
  ])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  const fits = (text: string) => verify(null, Buffer.from(text), key, Buffer.from(point!.signature, 'base64'))
  expect(fits(checkpointText(point!))).toBe(true)
  expect(fits(checkpointText({ ...point!, seq: point!.seq - 1 }))).toBe(false)
  expect(listAuditEvents(proviso, actor).look.checkpoint).toEqual(point)

  // The last event goes without a trace in the chain itself: only the signed point knows of it.
  tamper(proviso, 'DELETE FROM audit_events WHERE chain = ? AND seq = ?', chain, point!.seq)
  expect((await proviso.chains.checkWhole(chain)).brokenAt).toBe(point!.seq)
  expect(listAuditEvents(proviso, actor).brokenAt).toBe(point!.seq)
})

test('a signed point of another key is not believed, and one that was altered speaks against the log', async () => {
  const { proviso, chain } = await auditedPortal()
  const point = proviso.chains.sign(chain)!
  const stranger = checkpointSigner(Buffer.alloc(32, 7))
  const forged = { ...point, keyId: stranger.keyId, hash: 'f'.repeat(64) }
  tamper(
    proviso,
    'INSERT INTO audit_checkpoints (chain, seq, hash, at, key_id, signature) VALUES (?, ?, ?, ?, ?, ?)',
    ...[chain, forged.seq, forged.hash, forged.at, forged.keyId, stranger.sign(checkpointText(forged))],
  )
  expect((await proviso.chains.checkWhole(chain)).brokenAt).toBeNull()
  tamper(proviso, "UPDATE audit_checkpoints SET at = '2020-01-01T00:00:00.000Z' WHERE key_id = ?", point.keyId)
  expect((await proviso.chains.checkWhole(chain)).brokenAt).toBe(point.seq)
})

test('after a restart a look begins at the last signed point and says that the whole was not checked yet', async () => {
  const { proviso, actor, chain, homeFolder } = await auditedPortal()
  const point = proviso.chains.sign(chain)!
  addVendor(proviso, actor, { name: 'Later' })
  await proviso.close()
  const again = await openPortal({ homeFolder, work: false })
  const look = again.chains.look(chain)
  expect(look).toMatchObject({ brokenAt: null, whole: null, checkpoint: { seq: point.seq } })
  expect(look.to).toBeGreaterThan(point.seq)
  expect((await again.chains.checkWhole(chain)).whole?.to).toBe(look.to)
})

test('started, it checks and signs every chain; what a rule is about to end is signed before', async () => {
  const { proviso, actor, chain } = await auditedPortal()
  const stop = proviso.chains.start()
  await expect.poll(() => proviso.chains.look(chain).checkpoint?.seq).toBe(proviso.chains.look(chain).to)
  expect(proviso.chains.look('instance').whole).not.toBeNull()
  stop()
  addVendor(proviso, actor, { name: 'Later' })
  const kept = { agreements: '', decisions: '', removed: '', scans: '', letters: '', version: '0' }
  changeRetention(proviso, actor, { ...kept, logs: '6' })
  applyRules(proviso)
  expect(proviso.chains.look(chain).checkpoint?.seq).toBeGreaterThan(4)
})
