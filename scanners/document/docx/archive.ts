import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { ScanProblem } from '../../problem.ts'
import { limits } from '../limits.ts'

/** Parts of the package by name; each is inflated only when asked for. */
export type Archive = {
  names: ReadonlyArray<string>
  read: (name: string, cap?: number) => Promise<Uint8Array | undefined>
}

const localHeaderBytes = 30
const symbolicLink = 0o120000
const fileTypeMask = 0o170000

function refuse(detail: string): never {
  throw new ScanProblem('unsafe-document', detail)
}

/** yauzl refuses `..`, absolute paths, backslashes, lying sizes and encryption; the rest is checked here. */
function checkEntry(entry: Entry, seen: Set<string>): void {
  const folded = entry.fileName.toLowerCase()
  if (seen.has(folded)) refuse('two parts have the same name')
  seen.add(folded)
  if (entry.fileName.includes('\0')) refuse('a part has a broken name')
  if (((entry.externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink) refuse('a part is a link')
  if (entry.isEncrypted()) throw new ScanProblem('encrypted-document')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) refuse('a part is packed in an unknown way')
}

/** Parts that share bytes are how a small file inflates without end. */
function checkOverlap(entries: ReadonlyArray<Entry>): void {
  const spans = entries
    .map((entry) => ({
      from: entry.relativeOffsetOfLocalHeader,
      to: entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.fileNameLength + entry.compressedSize,
    }))
    .sort((a, b) => a.from - b.from)
  spans.slice(1).forEach((span, at) => {
    if (span.from < spans[at]!.to) refuse('its parts overlap')
  })
}

function checkSizes(entries: ReadonlyArray<Entry>): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > limits.inflatedBytes) throw new ScanProblem('too-large', 'it holds more than 20 MB when unpacked')
  for (const entry of entries) {
    // Tiny parts of one repeated letter reach any ratio and harm nobody.
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (ratio > limits.inflationRatio && entry.uncompressedSize > 100_000) {
      throw new ScanProblem('too-large', 'a part unpacks to more than 200 times its size')
    }
  }
}

async function inflate(zip: ZipFile, entry: Entry, cap: number): Promise<Uint8Array> {
  if (entry.uncompressedSize > cap) throw new ScanProblem('too-large', `${entry.fileName} is larger than we read`)
  const stream = await zip.openReadStreamPromise(entry)
  const parts: Array<Buffer> = []
  let size = 0
  for await (const part of stream) {
    size += (part as Buffer).length
    if (size > cap) throw new ScanProblem('too-large', `${entry.fileName} is larger than we read`)
    parts.push(part as Buffer)
  }
  const bytes = Buffer.concat(parts)
  if (crc32(bytes) !== entry.crc32) throw new ScanProblem('unreadable-document')
  return bytes
}

/**
 * Opens an Office package, every cap checked before anything is inflated. Throws `unsafe-document` (two parts of one
 * name, overlaps, links, odd names), `too-large`, `encrypted-document`, `unreadable-document`.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { autoClose: false, strictFileNames: true })
  if (zip.entryCount > limits.zipEntries) throw new ScanProblem('too-large', 'it holds more than 500 parts')
  const entries: Array<Entry> = []
  const seen = new Set<string>()
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= limits.zipEntries) throw new ScanProblem('too-large', 'it holds more than 500 parts')
    checkEntry(entry, seen)
    entries.push(entry)
  }
  checkOverlap(entries)
  checkSizes(entries)
  const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]))
  return {
    names: entries.map((entry) => entry.fileName),
    read: async (name, cap = limits.inflatedBytes) => {
      const entry = byName.get(name.toLowerCase())
      return entry === undefined ? undefined : inflate(zip, entry, cap)
    },
  }
}
