import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { keyIdOf } from './keyring.ts'

/**
 * An encrypted backup: a line of JSON that names the master key, then AES-256-GCM pieces of at most 1 MiB. Each piece is
 * bound to the header, its number and whether it is the last, so a piece cut off, swapped or changed is noticed. What is
 * inside is a row of entries: name, size, bytes.
 */
const magic = 'PROVISO-BACKUP 1\n'
const pieceBytes = 1 << 20
const mostHeaderBytes = 4096
const overhead = 12 + 16

const headerSchema = z.strictObject({
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: z.iso.datetime(),
})

export type BackupHeader = z.infer<typeof headerSchema>

/** The file is no backup of ours, was changed, or its key is not here. `hint` says what to do. */
export class BackupProblem extends Error {
  readonly hint: string

  constructor(says: string, hint: string) {
    super(says)
    this.name = 'BackupProblem'
    this.hint = hint
  }
}

const changed = () =>
  new BackupProblem('The backup was changed or is cut short.', 'Take another copy of it, or an older backup.')
const foreign = () =>
  new BackupProblem('This is not a backup of Proviso.', 'Choose a file that ends in .proviso-backup.')

const keyFor = (masterKey: Buffer, salt: string) =>
  Buffer.from(hkdfSync('sha256', masterKey, Buffer.from(salt, 'hex'), 'proviso backup', 32))
const about = (header: string, piece: number, last: boolean) =>
  Buffer.from(`${header}${piece}:${last ? 'last' : 'more'}`)

export type BackupWriter = {
  /** Adds an entry; `size` must be what `bytes` gives. */
  add: (name: string, size: number, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<void>
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes beside `target` and renames at the end: half a backup never has the name of one. */
export async function writeBackup(
  target: string,
  masterKey: Buffer,
  createdAt: Date,
  fill: (writer: BackupWriter) => Promise<void>,
): Promise<void> {
  const salt = randomBytes(32).toString('hex')
  const header = `${magic}${JSON.stringify({ keyId: keyIdOf(masterKey), salt, createdAt: createdAt.toISOString() })}\n`
  const key = keyFor(masterKey, salt)
  const part = `${target}.part`
  await rm(part, { force: true })
  const handle = await open(part, 'wx', 0o600)
  try {
    await handle.writeFile(header)
    const pieces = pieceWriter(handle, key, header)
    await fill({
      async add(name, size, bytes) {
        const head = Buffer.alloc(12)
        head.writeUInt32BE(Buffer.byteLength(name), 0)
        head.writeBigUInt64BE(BigInt(size), 4)
        await pieces.write(Buffer.concat([head, Buffer.from(name)]))
        let given = 0
        for await (const chunk of bytes) {
          given += chunk.byteLength
          await pieces.write(chunk)
        }
        if (given !== size) throw new Error(`The entry has ${given} bytes, not ${size}.`)
      },
    })
    await pieces.end()
    await handle.sync()
    await handle.close()
    await rename(part, target)
    await syncFolder(dirname(target))
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(part, { force: true })
    throw error
  }
}

function pieceWriter(handle: FileHandle, key: Buffer, header: string) {
  let waiting: Array<Uint8Array> = []
  let size = 0
  let number = 0

  async function flush(last: boolean): Promise<void> {
    const plain = Buffer.concat(waiting)
    waiting = []
    size = 0
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(about(header, number, last))
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
    const head = Buffer.alloc(5)
    head.writeUInt32BE(sealed.length, 0)
    head.writeUInt8(last ? 1 : 0, 4)
    await handle.writeFile(Buffer.concat([head, iv, cipher.getAuthTag(), sealed]))
    number += 1
  }

  return {
    async write(bytes: Uint8Array): Promise<void> {
      for (let from = 0; from < bytes.byteLength; ) {
        const take = Math.min(bytes.byteLength - from, pieceBytes - size)
        waiting.push(bytes.subarray(from, from + take))
        size += take
        from += take
        if (size === pieceBytes) await flush(false)
      }
    },
    end: () => flush(true),
  }
}

/** Bytes of a file in the portions asked for. */
function portions(path: string) {
  const stream = createReadStream(path, { highWaterMark: pieceBytes })
  const source = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let held: Buffer = Buffer.alloc(0)
  return {
    /** Exactly `size` bytes; null when the file ends before. */
    async take(size: number): Promise<Buffer | null> {
      const parts: Array<Buffer> = [held]
      let have = held.length
      while (have < size) {
        const next = await source.next()
        if (next.done) return null
        parts.push(next.value)
        have += next.value.length
      }
      const all = Buffer.concat(parts)
      held = all.subarray(size)
      return all.subarray(0, size)
    },
    async isAtEnd(): Promise<boolean> {
      if (held.length > 0) return false
      return (await source.next()).done === true
    },
    close: () => stream.destroy(),
  }
}

type Portions = ReturnType<typeof portions>

async function readHeader(file: Portions): Promise<{ header: BackupHeader; text: string }> {
  if ((await file.take(magic.length))?.toString('latin1') !== magic) throw foreign()
  let line = ''
  for (;;) {
    const byte = (await file.take(1))?.toString('latin1')
    if (byte === undefined || line.length > mostHeaderBytes) throw foreign()
    if (byte === '\n') break
    line += byte
  }
  try {
    return { header: headerSchema.parse(JSON.parse(line)), text: `${magic}${line}\n` }
  } catch {
    // Whatever is wrong with the line, the person is told one thing: this is no backup.
    throw foreign()
  }
}

async function* pieces(file: Portions, key: Buffer, header: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const head = await file.take(5)
    if (head === null) throw changed()
    const size = head.readUInt32BE(0)
    const last = head.readUInt8(4) === 1
    const sealed = size > pieceBytes ? null : await file.take(overhead + size)
    if (sealed === null) throw changed()
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      .setAAD(about(header, number, last))
      .setAuthTag(sealed.subarray(12, overhead))
    try {
      yield Buffer.concat([decipher.update(sealed.subarray(overhead)), decipher.final()])
    } catch {
      throw changed()
    }
    if (!last) continue
    if (!(await file.isAtEnd())) throw changed()
    return
  }
}

/** One entry at a time, in order; `bytes` must be read to its end before the next. Throws BackupProblem. */
export async function readBackup(
  path: string,
  masterKeyOf: (keyId: string) => Buffer | null,
  entry: (name: string, size: number, bytes: AsyncGenerator<Buffer>) => Promise<void>,
): Promise<BackupHeader> {
  const file = portions(path)
  try {
    const { header, text } = await readHeader(file)
    const masterKey = masterKeyOf(header.keyId)
    if (masterKey === null) {
      throw new BackupProblem(
        `The backup was made with the master key ${header.keyId}, which is not in the keys folder.`,
        'Put that key into the keys folder, or set PROVISO_MASTER_KEY to it.',
      )
    }
    const source = pieces(file, keyFor(masterKey, header.salt), text)
    let held: Buffer = Buffer.alloc(0)

    async function take(size: number): Promise<Buffer | null> {
      while (held.length < size) {
        const next = await source.next()
        if (next.done) return null
        held = Buffer.concat([held, next.value])
      }
      const taken = held.subarray(0, size)
      held = held.subarray(size)
      return taken
    }

    async function* bytesOf(size: number): AsyncGenerator<Buffer> {
      for (let left = size; left > 0; ) {
        const part = await take(Math.min(left, Math.max(1, held.length)))
        if (part === null) throw changed()
        left -= part.length
        yield part
      }
    }

    for (;;) {
      const head = await take(12)
      if (head === null) break
      const name = await take(head.readUInt32BE(0))
      if (name === null) throw changed()
      const size = Number(head.readBigUInt64BE(4))
      await entry(name.toString('utf8'), size, bytesOf(size))
    }
    return header
  } finally {
    file.close()
  }
}
