import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import yauzl from 'yauzl'
import { ScanProblem } from '../problem.ts'

/** A log on disk; `name` is what the uploader calls it and what verdicts cite. */
export type LogInput = { name: string; path: string }

/** One readable member: the file itself, or a file inside a ZIP. Opened anew for each pass; a chunk lasts until the next. */
export type LogMember = { name: string; open: () => AsyncIterable<Buffer> }

/** Logs are streamed; this much is read at most, counted after inflating. */
export const maxLogBytes = 4 * 1024 ** 3
export const chunkBytes = 1024 ** 2

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(4)
    const { bytesRead } = await file.read(buffer, 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* counted(source: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let total = 0
  for await (const chunk of source) {
    total += chunk.length
    if (total > maxLogBytes) throw new ScanProblem('too-large', `${name}, limit 4 GB`)
    yield chunk
  }
}

/** UTF-16 by its mark, anything else as UTF-8 without its mark; the bytes that leave are UTF-8. */
async function* asUtf8(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null = null
  let first = true
  for await (const chunk of source) {
    let bytes = chunk
    if (first) {
      first = false
      const wide =
        bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
      if (wide !== null) decoder = new TextDecoder(wide)
      else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
    }
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }))
  }
}

/** A file piece by piece, each in the same memory: what is to outlast the next piece has to be copied. */
async function* pieces(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const space = Buffer.allocUnsafeSlow(chunkBytes)
    for (;;) {
      const { bytesRead } = await file.read(space, 0, chunkBytes, null)
      if (bytesRead === 0) return
      yield space.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

function gunzipped(path: string): AsyncIterable<Buffer> {
  const inflate = createGunzip({ chunkSize: 1024 ** 2 })
  const file = createReadStream(path, { highWaterMark: chunkBytes })
  file.on('error', (error) => inflate.destroy(error))
  return file.pipe(inflate)
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })
}

async function zipEntries(path: string): Promise<Array<yauzl.Entry>> {
  const zip = await openZip(path)
  return await new Promise((resolve, reject) => {
    const entries: Array<yauzl.Entry> = []
    zip.on('entry', (entry: yauzl.Entry) => {
      if (!/\/$|^__MACOSX\/|(?:^|\/)\./.test(entry.fileName)) entries.push(entry)
      if (entries.length > 500) reject(new ScanProblem('too-large', 'a ZIP of more than 500 files'))
      else zip.readEntry()
    })
    zip.on('end', () => {
      zip.close()
      resolve(entries)
    })
    zip.on('error', reject)
    zip.readEntry()
  })
}

async function* zipMember(path: string, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  const zip = await openZip(path)
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
    })
    for await (const chunk of stream) yield chunk as Buffer
  } finally {
    zip.close()
  }
}

async function* readable(source: () => AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* asUtf8(counted(source(), name))
  } catch (error) {
    if (error instanceof ScanProblem) throw error
    throw new ScanProblem('unreadable-document', name)
  }
}

/** The readable members of a log: plain, gzip, or each file of a ZIP. Throws ScanProblem for what cannot be opened. */
export async function openLog({ name, path }: LogInput): Promise<Array<LogMember>> {
  let head: Buffer
  try {
    head = await firstBytes(path)
  } catch {
    throw new ScanProblem('unreadable-document', name)
  }
  if (head.length === 0) throw new ScanProblem('empty-input', name)
  const member = (inside: string, source: () => AsyncIterable<Buffer>): LogMember => ({
    name: inside,
    open: () => readable(source, inside),
  })
  if (head[0] === 0x1f && head[1] === 0x8b) return [member(name, () => gunzipped(path))]
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const entries = await zipEntries(path).catch((error: unknown) => {
      throw error instanceof ScanProblem ? error : new ScanProblem('unreadable-document', name)
    })
    return entries.map((entry) => member(`${name}/${entry.fileName}`, () => zipMember(path, entry)))
  }
  return [member(name, () => pieces(path))]
}
