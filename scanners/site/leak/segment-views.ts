import { inflateOnce } from '../capture/payload.ts'
import { fromBase32, fromBase58, fromBase85, mirrored, rot13 } from './alphabets.ts'
import { look64, lookHex } from './base64.ts'
import { type Look, lookAt, oddShare } from './readable.ts'
import { base32Runs, base58Class, base64Runs, hexRuns, type Run, runsOf } from './runs.ts'
import { segment, type View } from './view.ts'

/** Whether bytes that read as nothing hold a value behind a mask: then they are worth a view all the same. */
export type Probe = (bytes: Buffer) => boolean

const maxRuns = 4_000
const maxFound = 250
const maxProbed = 4_096
/** What a mask hides is longer; see the index of patterns. */
const minProbed = 9
const maxValues = 40

const numbersOf = (text: string, radix: number) =>
  Buffer.from(
    (text.match(radix === 10 ? /\d+/g : /[0-9a-f]{2}(?![0-9a-f])/gi) ?? []).map((one) => Number.parseInt(one, radix)),
  )

function* matchesOf(text: string, pattern: RegExp): Generator<Run> {
  for (const { 0: run, index } of text.matchAll(pattern)) yield { start: index, letters: run.length, padding: 0 }
}

type Kind = {
  name: string
  runs: (bytes: Buffer, text: string) => Iterable<Run>
  width: number
  decode: (text: string) => Buffer
  /** A first look without decoding; where there is none, what was decoded is looked at. */
  look?: (bytes: Buffer, reading: { start: number; letters: number; backwards: boolean; rotated: boolean }) => Look
}

const fromBase64 = (text: string) => Buffer.from(text, 'base64')

const kinds: ReadonlyArray<Kind> = [
  { name: 'base64', runs: (bytes) => base64Runs(bytes, 'plain'), width: 4 / 3, decode: fromBase64, look: look64 },
  { name: 'base64', runs: (bytes) => base64Runs(bytes, 'url'), width: 4 / 3, decode: fromBase64, look: look64 },
  { name: 'hex', runs: hexRuns, width: 2, decode: (text) => Buffer.from(text, 'hex'), look: lookHex },
  { name: 'base32', runs: base32Runs, width: 8 / 5, decode: fromBase32 },
  {
    name: 'base58',
    runs: (bytes) => runsOf(bytes, base58Class, { least: 10, most: 400, padding: 0 }),
    width: 1.366,
    decode: fromBase58,
  },
  {
    name: 'character-codes',
    runs: (_bytes, text) => matchesOf(text, /(?<![\d.])\d{1,3}(?:(?:\s*[,;|/_.:-]\s*|\s)\d{1,3}(?!\d)){4,}/g),
    width: 4,
    decode: (text) => numbersOf(text, 10),
  },
  {
    name: 'hex',
    runs: (_bytes, text) =>
      matchesOf(text, /(?<![0-9a-z])(?:0x)?[0-9a-f]{2}(?:(?:\s*[,;|:.-]\s*|\s)(?:0x)?[0-9a-f]{2}(?![0-9a-z])){4,}/gi),
    width: 3,
    decode: (text) => numbersOf(text, 16),
  },
  {
    name: 'binary',
    runs: (_bytes, text) => matchesOf(text, /[01]{8}(?:[\s,;|-]?[01]{8}){4,}/g),
    width: 8,
    decode: (text) =>
      Buffer.from((text.replace(/[^01]/g, '').match(/[01]{8}/g) ?? []).map((one) => Number.parseInt(one, 2))),
  },
]

/** What may still be spent on one message: tries to inflate bytes that carry no mark of a compression. */
export type Budget = { blindTries: number }

/** Letters of both cases and digits, as compressed bytes have them and words do not. */
const looksPacked = (run: string) => /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run)

const lookAtBytes = (bytes: Buffer): Look => lookAt(bytes.length, (index) => bytes[index]!)

/** The views one run of letters gives: at most one, or two where a run that reads badly also has a better beginning. */
function* viewsOfRun(
  kind: Kind,
  { start, letters, padding }: Run,
  view: View,
  probe: Probe,
  budget: Budget,
): Generator<View> {
  const { name, width, decode } = kind
  const source = view.bytes
  const length = letters + padding
  const at = { start, length, width }
  const textOf = () => source.toString('latin1', start, start + length)
  let decoded: Buffer | undefined
  const bytes = () => {
    decoded ??= decode(textOf())
    return decoded
  }
  const look = (reading: { skip?: number; backwards?: boolean; rotated?: boolean } = {}): Look => {
    const { skip = 0, backwards = false, rotated = false } = reading
    if (kind.look === undefined) return lookAtBytes(bytes())
    return kind.look(source, { start: start + skip, letters: letters - skip, backwards, rotated })
  }
  const inflates = () => {
    const run = textOf()
    if (bytes().length < 20 || budget.blindTries <= 0 || !(looksPacked(run) || run.length > 128)) return false
    budget.blindTries--
    return inflateOnce(bytes()) !== undefined
  }
  const first = look()
  const size = kind.look === undefined ? bytes().length : Math.floor(letters / width)
  const isMarked = first.marked && inflateOnce(bytes(), false) !== undefined
  if ((size >= 4 && (first.reads || first.wide || isMarked)) || (size >= 20 && inflates())) {
    yield segment(view, [name], at, bytes())
    if (first.clear) return
  }
  if (name === 'base64' && length >= 16) {
    // The run may begin with letters that belong to something else.
    for (const skip of [1, 2, 3]) {
      const later = look({ skip })
      if (!later.clear && !later.marked) continue
      const rest = decode(textOf().slice(skip))
      if (!later.clear && inflateOnce(rest, false) === undefined) continue
      yield segment(view, [name], { start: start + skip, length: length - skip, width }, rest)
      return
    }
  }
  if (kind.look !== undefined && length >= 12) {
    if (look({ backwards: true }).clear) {
      yield segment(view, ['reversed', name], at, decode(mirrored(textOf()).replace(/^=+/, '')))
      return
    }
    if (name === 'base64' && look({ rotated: true }).clear) {
      yield segment(view, ['rot13', name], at, decode(rot13(textOf())))
      return
    }
  }
  if (size >= minProbed && size <= maxProbed && probe(bytes())) yield segment(view, [name], at, bytes())
}

/** Runs of letters that are bytes written out. Kept when they read as something; see `probe` for those that do not. */
export function segmentViews(view: View, probe: Probe, budget: Budget): Array<View> {
  const text = view.bytes.toString('latin1')
  const found: Array<View> = []
  for (const kind of kinds) {
    let count = 0
    for (const run of kind.runs(view.bytes, text)) {
      if (++count > maxRuns || found.length >= maxFound) break
      found.push(...viewsOfRun(kind, run, view, probe, budget))
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
