import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { drillBackup, makeBackup, restoreBackup } from '#app/backup.server.ts'
import { check, create, restore } from '#app/cli/backup.ts'
import type { CliIo } from '#app/cli/command.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { doctor } from '#app/use-cases/doctor.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { openPortal, setUpOwner, temporaryFolder } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'

const homeBefore = process.env.PROVISO_HOME
afterEach(() => {
  if (homeBefore === undefined) delete process.env.PROVISO_HOME
  else process.env.PROVISO_HOME = homeBefore
})

const text = agreement('Brightline Reviews', bothSigned)

async function filled() {
  const proviso = await openPortal()
  const { actor } = await setUpOwner(proviso)
  const { id: vendorId } = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const source = { name: 'baa.txt', bytes: Buffer.from(text) }
  const { agreement: stored } = await uploadAgreement(proviso, actor, { subjectId: vendorId, source })
  await proviso.queue.idle()
  const from = { ...proviso.home, masterKeys: [proviso.db.masterKey] }
  return { proviso, actor, vendorId, sha256: stored.sha256, from }
}

function screen() {
  const said = { out: '', err: '' }
  const io: CliIo = {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    readStdin: async () => Buffer.from(''),
    colour: false,
    progressBar: false,
    signal: new AbortController().signal,
  }
  return { said, io }
}

test('a backup made while the portal runs restores to a home with every row and file, and the same log', async () => {
  const { proviso, actor, vendorId, sha256, from } = await filled()
  const { file } = await makeBackup(from, proviso.now())
  const target = join(temporaryFolder(), 'again')
  const secret = readFileSync(join(proviso.home.keys, 'server.secret'), 'utf8')
  const { held, lines } = await restoreBackup({ ...from, secret }, file, target)
  expect(lines.filter((line) => !line.held)).toEqual([])
  expect(held).toBe(true)
  const again = await openPortal({ homeFolder: target })
  expect(getSubject(again, actor, { subjectId: vendorId })).toEqual(getSubject(proviso, actor, { subjectId: vendorId }))
  expect(await again.blobs.read(actor.organisationId, sha256)).toEqual(Buffer.from(text))
  const log = (portal: typeof proviso, but = '') =>
    portal.db.sqlite.prepare('SELECT * FROM audit_events WHERE action <> ?').all(but)
  expect(log(again, 'backup.restored')).toEqual(log(proviso))
})

test('a restored log may be older than the last signed point, says once that it was restored, and cannot be cut', async () => {
  const { proviso, actor, from } = await filled()
  const chain = actor.organisationId
  const { file } = await makeBackup(from, proviso.now())
  addVendor(proviso, actor, { name: 'After the backup' })
  const point = proviso.chains.sign(chain)!
  const target = join(temporaryFolder(), 'again')
  await restoreBackup({ ...from, secret: readFileSync(join(proviso.home.keys, 'server.secret'), 'utf8') }, file, target)
  const again = await openPortal({ homeFolder: target })
  const restored = () =>
    again.db.sqlite.prepare("SELECT count(*) FROM audit_events WHERE action = 'backup.restored'").pluck().get()
  const { brokenAt, to } = again.chains.look(chain)
  expect({ brokenAt, isOlder: to <= point.seq }).toEqual({ brokenAt: null, isOlder: true })
  expect(restored()).toBe(again.chains.all().length)
  expect(again.chains.sign(chain)?.seq).toBe(to)
  const { sqlite } = again.db
  for (const table of ['audit_events', 'audit_checkpoints']) {
    const trigger = `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '${table}'`
    for (const name of sqlite.prepare(trigger).pluck().all()) sqlite.exec(`DROP TRIGGER ${name}`)
    sqlite.prepare(`DELETE FROM ${table} WHERE chain = ? AND seq = ?`).run(chain, to)
  }
  await again.close()
  const third = await openPortal({ homeFolder: target })
  expect(third.chains.look(chain).brokenAt).toBe(to)
})

test('what comes in while the backup is written is in it whole or not at all', async () => {
  const { proviso, actor, from } = await filled()
  let writing = true
  const backup = makeBackup(from, proviso.now()).finally(() => {
    writing = false
  })
  let added = 0
  while (writing) {
    addVendor(proviso, actor, { name: `Vendor ${added++}` })
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { held } = await drillBackup(from, (await backup).file, proviso.now())
  expect(added).toBeGreaterThan(0)
  expect(held).toBe(true)
})

test('nothing readable stands in a backup: no names, no addresses, no text', async () => {
  const { proviso, from } = await filled()
  const { file } = await makeBackup(from, proviso.now())
  const bytes = readFileSync(file)
  for (const word of ['Brightline', 'Harbor', 'ada@harbor.example', 'SQLite format', 'org_', 'manifest']) {
    expect(bytes.includes(word), word).toBe(false)
  }
  expect(readdirSync(proviso.home.data).filter((name) => name.startsWith('backup-'))).toEqual([])
})

test('one changed, missing or added byte anywhere is refused in one sentence', async () => {
  const { proviso, from } = await filled()
  const { file } = await makeBackup(from, proviso.now())
  const good = readFileSync(file)
  const body = good.indexOf('}\n') + 2
  const bad = join(temporaryFolder(), 'bad.proviso-backup')
  const steps = Math.ceil((good.length - body) / 24)
  for (let at = body; at < good.length; at += steps) {
    const copy = Buffer.from(good)
    copy[at]! ^= 1
    writeFileSync(bad, copy)
    await expect(drillBackup(from, bad, proviso.now()), `byte ${at}`).rejects.toMatchObject({ name: 'BackupProblem' })
  }
  for (const cut of [body, body + 3, good.length - 1, Math.floor(good.length / 2)]) {
    writeFileSync(bad, good.subarray(0, cut))
    await expect(drillBackup(from, bad, proviso.now())).rejects.toThrow('The backup was changed or is cut short.')
  }
  writeFileSync(bad, Buffer.concat([good, Buffer.of(0)]))
  await expect(drillBackup(from, bad, proviso.now())).rejects.toThrow('The backup was changed or is cut short.')
  writeFileSync(bad, 'name,phone\n')
  await expect(drillBackup(from, bad, proviso.now())).rejects.toThrow('This is not a backup of Proviso.')
  expect(readdirSync(proviso.home.data).filter((name) => name.startsWith('backup-'))).toEqual([])
})

test('a file that is gone stops the backup; another key does not open it', async () => {
  const { proviso, actor, sha256, from } = await filled()
  const { file } = await makeBackup(from, proviso.now())
  const other = await openPortal()
  const theirs = { ...other.home, masterKey: other.db.masterKey }
  await expect(drillBackup(theirs, file, proviso.now())).rejects.toThrow(/which is not in the keys folder/)
  rmSync(join(proviso.home.blobs, actor.organisationId, sha256.slice(0, 2), sha256))
  await expect(makeBackup(from, proviso.now())).rejects.toThrow('A stored file is missing')
})

test('the commands make, check and restore one, and Doctor tells how old it is and when it was tried', async () => {
  const { proviso } = await filled()
  const says = async () => (await doctor(proviso)).find(({ id }) => id === 'backup')
  expect(await says()).toMatchObject({ state: 'warn', says: 'There is no backup yet.' })
  process.env.PROVISO_HOME = proviso.home.folder
  const { said, io } = screen()
  expect(await create.run([], io)).toBe(0)
  expect(await says()).toMatchObject({ state: 'warn', says: expect.stringContaining('None was tried yet') })
  expect(await check.run([], io)).toBe(0)
  expect(said.out).toContain('The backup of')
  expect(await says()).toMatchObject({ state: 'ok' })
  const [name] = readdirSync(proviso.home.backups).filter((one) => one.endsWith('.proviso-backup'))
  const elsewhere = join(temporaryFolder(), 'copy.proviso-backup')
  copyFileSync(join(proviso.home.backups, name!), elsewhere)
  const target = join(temporaryFolder(), 'restored')
  expect(await restore.run([elsewhere, '--to', target], io)).toBe(0)
  expect(existsSync(join(target, 'data', 'proviso.db'))).toBe(true)
  await expect(restore.run([elsewhere, '--to', target], io)).rejects.toThrow(/is not empty/)
  writeFileSync(elsewhere, 'nothing')
  expect(await check.run([elsewhere], io)).toBe(3)
  expect(said.err).toContain('This is not a backup of Proviso.')
})
