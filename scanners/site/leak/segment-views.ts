import { inflateOnce } from '../capture/payload.ts'
import { fromBase32, fromBase58, fromBase85, mirrored, rot13 } from './alphabets.ts'
import { segment, type View } from './view.ts'

/** Whether bytes that read as nothing hold a value behind a mask: then they are worth a view all the same. */
export type Probe = (bytes: Buffer) => boolean

const maxRuns = 4_000
const maxFound = 250
const maxProbed = 4_096
const maxValues = 40

function oddShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 256)
  let odd = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32) || byte > 126) odd++
  return odd / sample.length
}

/** Text in two bytes a letter: every second byte is zero. */
function isWide(bytes: Buffer): boolean {
  if (bytes.length < 10) return false
  const zeros = bytes.subarray(0, 64).filter((byte) => byte === 0).length
  return zeros >= Math.min(bytes.length, 64) * 0.4
}

type Run = { name: string; pattern: RegExp; width: number; decode: (text: string) => Buffer }

const fromBase64 = (text: string) => Buffer.from(text, 'base64')
const numbersOf = (text: string, radix: number) =>
  Buffer.from(
    (text.match(radix === 10 ? /\d+/g : /[0-9a-f]{2}(?![0-9a-f])/gi) ?? []).map((one) => Number.parseInt(one, radix)),
  )

const runs: ReadonlyArray<Run> = [
  { name: 'base64', pattern: /[A-Za-z0-9+/]{8,}={0,2}/g, width: 4 / 3, decode: fromBase64 },
  // The other alphabet only where its own letters occur, else the run above is the same.
  { name: 'base64', pattern: /(?=[A-Za-z0-9]*[_-])[A-Za-z0-9_-]{8,}={0,2}/g, width: 4 / 3, decode: fromBase64 },
  { name: 'hex', pattern: /(?:[0-9a-f]{2}){6,}/gi, width: 2, decode: (text) => Buffer.from(text, 'hex') },
  { name: 'base32', pattern: /[A-Z2-7]{10,}=*|[a-z2-7]{16,}=*/g, width: 8 / 5, decode: fromBase32 },
  { name: 'base58', pattern: /[1-9A-HJ-NP-Za-km-z]{10,400}/g, width: 1.366, decode: fromBase58 },
  {
    name: 'character-codes',
    pattern: /(?<![\d.])\d{1,3}(?:(?:\s*[,;|/_.:-]\s*|\s)\d{1,3}(?!\d)){4,}/g,
    width: 4,
    decode: (text) => numbersOf(text, 10),
  },
  {
    name: 'hex',
    pattern: /(?<![0-9a-z])(?:0x)?[0-9a-f]{2}(?:(?:\s*[,;|:.-]\s*|\s)(?:0x)?[0-9a-f]{2}(?![0-9a-z])){4,}/gi,
    width: 3,
    decode: (text) => numbersOf(text, 16),
  },
  {
    name: 'binary',
    pattern: /[01]{8}(?:[\s,;|-]?[01]{8}){4,}/g,
    width: 8,
    decode: (text) =>
      Buffer.from((text.replace(/[^01]/g, '').match(/[01]{8}/g) ?? []).map((one) => Number.parseInt(one, 2))),
  },
]

/** What may still be spent on one message: tries to inflate bytes that carry no mark of a compression. */
export type Budget = { blindTries: number }

/** Letters of both cases and digits, as compressed bytes have them and words do not. */
const looksPacked = (run: string) => /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run)

/** Runs of letters that are bytes written out. Kept when they read as something; see `probe` for those that do not. */
export function segmentViews(view: View, probe: Probe, budget: Budget): Array<View> {
  const text = view.bytes.toString('latin1')
  const found: Array<View> = []
  /** Readable, wide, or compressed: worth opening further. */
  const reads = (bytes: Buffer): boolean => {
    if (bytes.length < 4) return false
    return oddShare(bytes) <= 0.3 || isWide(bytes) || inflateOnce(bytes, false) !== undefined
  }
  const inflates = (run: string, bytes: Buffer): boolean => {
    if (bytes.length < 20 || budget.blindTries <= 0 || !(looksPacked(run) || run.length > 128)) return false
    budget.blindTries--
    return inflateOnce(bytes) !== undefined
  }
  const clearly = (bytes: Buffer) => bytes.length >= 5 && oddShare(bytes) <= 0.05
  const opens = (bytes: Buffer) => clearly(bytes) || inflateOnce(bytes, false) !== undefined
  for (const { name, pattern, width, decode } of runs) {
    let count = 0
    for (const match of text.matchAll(pattern)) {
      if (++count > maxRuns || found.length >= maxFound) break
      const run = match[0]
      const at = { start: match.index, length: run.length, width }
      const bytes = decode(run)
      if (reads(bytes) || inflates(run, bytes)) {
        found.push(segment(view, [name], at, bytes))
        if (clearly(bytes)) continue
      }
      if (name === 'base64' && run.length >= 16) {
        // The run may begin with letters that belong to something else.
        const skip = [1, 2, 3].find((skipped) => opens(decode(run.slice(skipped))))
        if (skip !== undefined) {
          const rest = { start: match.index + skip, length: run.length - skip, width }
          found.push(segment(view, [name], rest, decode(run.slice(skip))))
          continue
        }
      }
      if (run.length >= 12 && (name === 'base64' || name === 'hex')) {
        const turned = decode(mirrored(run).replace(/^=+/, ''))
        if (clearly(turned)) {
          found.push(segment(view, ['reversed', name], at, turned))
          continue
        }
        const rotated = name === 'base64' ? decode(rot13(run)) : undefined
        if (rotated !== undefined && clearly(rotated)) {
          found.push(segment(view, ['rot13', name], at, rotated))
          continue
        }
      }
      if (bytes.length <= maxProbed && probe(bytes)) found.push(segment(view, [name], at, bytes))
    }
  }
  return found
}

/** Base85 uses nearly every character, so only whole values are tried. */
export function valueViews(view: View, values: Iterable<string>): Array<View> {
  const found: Array<View> = []
  let tried = 0
  for (const value of values) {
    const isText = /^[\w\s.,-]*$|:\/\/|\s\w+\s/.test(value)
    if (value.length < 8 || value.length > 20_000 || isText || ++tried > maxValues) continue
    const start = Math.max(0, view.bytes.indexOf(value.slice(0, 8)))
    const at = { start, length: Math.min(value.length, view.bytes.length - start), width: 5 / 4 }
    for (const bytes of fromBase85(value)) {
      if (bytes.length >= 5 && (oddShare(bytes) <= 0.02 || inflateOnce(bytes, false) !== undefined)) {
        found.push(segment(view, ['base85'], at, bytes))
      }
    }
  }
  return found
}
