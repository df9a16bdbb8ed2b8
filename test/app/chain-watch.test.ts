import { createPublicKey, verify } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyRules } from '#app/retention.server.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { doctor } from '#app/use-cases/doctor.ts'
import { checkAuditLog, exportAuditEvents, listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { changeRetention } from '#app/use-cases/retention.ts'
import { checkpointSigner, checkpointText } from '#db/audit-checkpoints.ts'
import { Sqlite } from '#db/sqlite-driver.ts'
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
  expect((await exportAuditEvents(proviso, actor, 'json', {})).brokenAt).toBe(2)
  expect(proviso.lines.some((line) => line.includes('audit-chain-broken'))).toBe(true)
  expect(proviso.chains.sign(chain)).toBeNull()
})

test('whatever else writes to the file makes the next look check all of it', async () => {
  const { proviso, actor, chain } = await auditedPortal()
  listAuditEvents(proviso, actor)
  const other = new Sqlite(proviso.home.database)
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

const cutOff = (proviso: Portal, chain: string, from: number) =>
  tamper(proviso, 'DELETE FROM audit_events WHERE chain = ? AND seq >= ?', chain, from)

test('an end that is cut off while the portal runs is seen before anything was signed, and stays seen', async () => {
  const { proviso, actor, chain } = await auditedPortal()
  const { to } = proviso.chains.look(chain)
  cutOff(proviso, chain, to - 1)
  expect(proviso.chains.look(chain)).toMatchObject({ brokenAt: to, checkpoint: null })
  expect((await proviso.chains.checkWhole(chain)).brokenAt).toBe(to)
  expect((await checkAuditLog(proviso, actor)).brokenAt).toBe(to)
  // What is written after it has the numbers of what is gone, and another hash.
  for (const name of ['Elm', 'Fern', 'Gorse']) addVendor(proviso, actor, { name })
  expect(listAuditEvents(proviso, actor).brokenAt).toBe(to)
  expect((await exportAuditEvents(proviso, actor, 'json', {})).brokenAt).toBe(to)
  expect(proviso.chains.sign(chain)).toBeNull()
})

test('a whole check in parts that comes first after a cut sees it too', async () => {
  const { proviso, chain } = await auditedPortal()
  const { to } = proviso.chains.look(chain)
  cutOff(proviso, chain, to)
  expect((await proviso.chains.checkWhole(chain)).brokenAt).toBe(to)
})

test('a cut that takes the signed points with it is seen after a restart, also where a whole chain is gone', async () => {
  const { proviso, actor, chain, homeFolder } = await auditedPortal()
  const first = proviso.chains.sign(chain)!
  const instance = proviso.chains.sign('instance')!
  addVendor(proviso, actor, { name: 'Later' })
  const second = proviso.chains.sign(chain)!
  cutOff(proviso, chain, second.seq)
  tamper(proviso, 'DELETE FROM audit_events WHERE chain = ?', 'instance')
  tamper(proviso, 'DELETE FROM audit_checkpoints WHERE seq <> ? OR chain = ?', first.seq, 'instance')
  await proviso.close()
  const again = await openPortal({ homeFolder, work: false })
  expect(again.chains.look(chain).brokenAt).toBe(second.seq)
  expect((await again.chains.checkWhole(chain)).brokenAt).toBe(second.seq)
  expect(again.chains.all().sort()).toEqual(['instance', chain].sort())
  expect(again.chains.look('instance').brokenAt).toBe(instance.seq)
  const check = (await doctor(again)).find(({ id }) => id === 'audit-log')
  expect(check).toMatchObject({ state: 'fail', says: expect.stringContaining(String(second.seq)) })
  addVendor(again, actor, { name: 'One more' })
  expect(listAuditEvents(again, actor).brokenAt).toBe(second.seq)
})

test('Doctor believes the signed points, not the links alone', async () => {
  const { proviso, chain } = await auditedPortal()
  const point = proviso.chains.sign(chain)!
  const says = async () => (await doctor(proviso)).find(({ id }) => id === 'audit-log')
  expect(await says()).toMatchObject({ state: 'ok' })
  cutOff(proviso, chain, point.seq)
  expect(await says()).toMatchObject({ state: 'fail', says: expect.stringContaining(String(point.seq)) })
})

test('signed points that are no longer kept are told in the log once, since a cut cannot be seen without them', async () => {
  const { proviso, chain, homeFolder } = await auditedPortal()
  proviso.chains.sign(chain)
  await proviso.close()
  rmSync(join(proviso.home.keys, 'audit-log.points.json'))
  const told = (portal: typeof proviso) =>
    portal.db.sqlite
      .prepare("SELECT count(*) FROM audit_events WHERE chain = ? AND action = 'audit-log.points-begun'")
      .pluck()
      .get(chain)
  const again = await openPortal({ homeFolder, work: false })
  expect(told(again)).toBe(1)
  expect((await again.chains.checkWhole(chain)).brokenAt).toBeNull()
  await again.close()
  const third = await openPortal({ homeFolder, work: false })
  expect(told(third)).toBe(1)
})

test('a damaged file of signed points stops the start in one sentence with what to do', async () => {
  const { proviso, chain, homeFolder } = await auditedPortal()
  proviso.chains.sign(chain)
  await proviso.close()
  const file = join(proviso.home.keys, 'audit-log.points.json')
  expect(statSync(file).mode & 0o077).toBe(0)
  writeFileSync(file, readFileSync(file).subarray(0, -4))
  await expect(openPortal({ homeFolder, work: false })).rejects.toMatchObject({
    message: expect.stringContaining('audit-log.points.json is damaged'),
    hint: expect.stringContaining('Restore'),
  })
})
