import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { drillBackup, makeBackup } from '#app/backup.server.ts'
import type { CliIo } from '#app/cli/command.ts'
import { command as rotate } from '#app/cli/keys-rotate.ts'
import { type RotationStep, rotateMasterKey } from '#app/master-key.server.ts'
import { createProviso, type Proviso } from '#app/proviso.server.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { keyIdOf } from '#db/keyring.ts'
import { openPortal, setUpOwner, temporaryFolder } from './portal.ts'

const kept = { home: process.env.PROVISO_HOME, key: process.env.PROVISO_NEW_MASTER_KEY }
afterEach(() => {
  for (const [name, value] of [
    ['PROVISO_HOME', kept.home],
    ['PROVISO_NEW_MASTER_KEY', kept.key],
  ] as const) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  delete process.env.PROVISO_MASTER_KEY
})

const io: CliIo = {
  out: () => undefined,
  err: () => undefined,
  readStdin: async () => Buffer.from(''),
  colour: false,
  progressBar: false,
  signal: new AbortController().signal,
}

const picture = Buffer.from('the bytes of a file')
const keyOnDisk = ({ home }: Proviso) => Buffer.from(readFileSync(join(home.keys, 'master.key'), 'utf8'), 'base64')

/** A home with a name and a file in it, closed again. */
async function filledHome(): Promise<{ homeFolder: string; actor: Actor; sha256: string }> {
  const homeFolder = temporaryFolder()
  const proviso = await openPortal({ homeFolder })
  const { actor } = await setUpOwner(proviso)
  const { id } = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const { sha256 } = await proviso.blobs.put(actor.organisationId, picture)
  proviso.db.sqlite
    .prepare('INSERT INTO blobs (organisation_id, sha256, type, bytes, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(actor.organisationId, sha256, 'image/png', picture.length, proviso.now().toISOString())
  expect(id).toMatch(/^sub_/)
  await proviso.close()
  return { homeFolder, actor, sha256 }
}

async function expectWhole(proviso: Proviso, actor: Actor, sha256: string): Promise<void> {
  const [vendor] = listSubjects(proviso, actor, { kind: 'vendor' }).items
  expect(vendor?.subject.name).toBe('Brightline Reviews')
  expect(await proviso.blobs.read(actor.organisationId, sha256)).toEqual(picture)
}

const sealedBytes = ({ db }: Proviso) => db.sqlite.prepare('SELECT fields FROM subjects').pluck().all()

test('rotation wraps the data keys anew, touches no sealed byte, and leaves the old key for old backups', async () => {
  const { homeFolder, actor, sha256 } = await filledHome()
  const before = await openPortal({ homeFolder })
  const oldKey = keyOnDisk(before)
  const bytes = sealedBytes(before)
  const { file } = await makeBackup({ ...before.home, masterKeys: [oldKey] }, before.now())
  await before.close()
  process.env.PROVISO_HOME = homeFolder
  expect(await rotate.run([], io)).toBe(0)
  const after = await openPortal({ homeFolder })
  await expectWhole(after, actor, sha256)
  expect(keyOnDisk(after).equals(oldKey)).toBe(false)
  expect(statSync(join(after.home.keys, 'master.key')).mode & 0o777).toBe(0o600)
  expect(sealedBytes(after)).toEqual(bytes)
  const { held } = await drillBackup({ ...after.home, masterKey: after.db.masterKey }, file, after.now())
  expect(held).toBe(true)
  const event = after.db.sqlite.prepare("SELECT * FROM audit_events WHERE action = 'master-key.rotated'").get()
  expect(event).toMatchObject({ chain: 'instance', before: keyIdOf(oldKey), after: '1 data keys' })
})

test('a running portal keeps its home to itself', async () => {
  const proviso = await openPortal()
  process.env.PROVISO_HOME = proviso.home.folder
  await expect(rotate.run([], io)).rejects.toThrow(/Another Proviso is already running/)
})

for (const last of ['key-written', 'keys-rewrapped', 'key-in-place'] satisfies Array<RotationStep>) {
  test(`a rotation cut short after "${last}" loses nothing, and the next one works`, async () => {
    const { homeFolder, actor, sha256 } = await filledHome()
    const proviso = await createProviso({ homeFolder, port: 0, variables: { NODE_ENV: 'test' }, writeLog: () => {} })
    const cut = (step: RotationStep) => {
      if (step === last) throw new Error('killed')
    }
    expect(() => rotateMasterKey(proviso.home.keys, proviso.db, proviso.now(), cut)).toThrow('killed')
    await proviso.close()
    const again = await openPortal({ homeFolder })
    await expectWhole(again, actor, sha256)
    expect(existsSync(join(again.home.keys, 'master.key.next'))).toBe(false)
    expect(keyOnDisk(again).equals(again.db.masterKey)).toBe(true)
    await again.close()
    process.env.PROVISO_HOME = homeFolder
    expect(await rotate.run([], io)).toBe(0)
    await expectWhole(await openPortal({ homeFolder }), actor, sha256)
  })
}

test('a new key that was cut short while it was written changes nothing', async () => {
  const { homeFolder, actor, sha256 } = await filledHome()
  writeFileSync(join(homeFolder, 'keys', 'master.key.next'), 'AAAA')
  const again = await openPortal({ homeFolder })
  await expectWhole(again, actor, sha256)
  expect(existsSync(join(homeFolder, 'keys', 'master.key.next'))).toBe(false)
})

test('a key that does not fit is said before anything is read', async () => {
  const { homeFolder } = await filledHome()
  writeFileSync(join(homeFolder, 'keys', 'master.key'), Buffer.alloc(32, 7).toString('base64'))
  await expect(openPortal({ homeFolder })).rejects.toMatchObject({
    message: 'The master key does not open the data in this database.',
    hint: expect.stringContaining('Put back the keys folder'),
  })
})

test('a key from the environment is rotated to the one its owner gives', async () => {
  const { homeFolder, actor, sha256 } = await filledHome()
  const old = readFileSync(join(homeFolder, 'keys', 'master.key'), 'utf8')
  process.env.PROVISO_HOME = homeFolder
  process.env.PROVISO_MASTER_KEY = old
  await expect(rotate.run([], io)).rejects.toThrow('so the new one has to come from you')
  const next = Buffer.alloc(32, 9).toString('base64')
  process.env.PROVISO_NEW_MASTER_KEY = next
  expect(await rotate.run([], io)).toBe(0)
  const variables = { NODE_ENV: 'test', PROVISO_MASTER_KEY: next }
  await expectWhole(await openPortal({ homeFolder, variables }), actor, sha256)
})
