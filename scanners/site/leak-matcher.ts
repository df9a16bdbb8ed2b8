import type { Canary } from './canary.ts'
import type { Pair } from './capture/payload.ts'
import { looksLikeText, parseQuery, readPayload } from './capture/payload.ts'
import type { CanaryHit } from './evidence.ts'
import {
  createDigestSearch,
  type KnownDigest,
  shortToken,
  strongBytes,
  type Token,
  tokensIn,
} from './leak/digest-search.ts'
import { loadDigests } from './leak/digests.ts'
import { createIndex } from './leak/index-of-patterns.ts'
import { bytesOfNumbers, crosses, joinPieces, type Stream, splitDate, topOfLadder } from './leak/joined.ts'
import { parameterAt } from './leak/parameter.ts'
import { patternsFor, type Wanted } from './leak/patterns.ts'
import { saltsOf } from './leak/salts.ts'
import { rootView, type View } from './leak/view.ts'
import { viewsOf } from './leak/views.ts'

/** One piece of what was sent: where it stood and its raw bytes. `name` is the header or cookie, if it is one. */
export type Sent = { channel: CanaryHit['channel']; bytes: Uint8Array; name: string | null }

export type MatchResult = {
  hits: Array<CanaryHit>
  /** A value that was never typed was "found": nothing this matcher says of the page may be believed. */
  fault: boolean
}

export type LeakMatcher = {
  /** Finds typed values in the parts of one request or message. */
  match: (parts: ReadonlyArray<Sent>) => MatchResult
  /** Finds values that only several pieces together carry: what stands whole in one of them is not told again. */
  matchJoined: (stream: Stream) => MatchResult
}

/** `weak`: may be chance, so it counts only beside a strong hit, as a whole date, or under a telling name. */
type Found = {
  wanted: Wanted
  part: boolean
  weak: boolean
  digest: string
  view: View
  at: number
  length: number
  encoding: ReadonlyArray<string>
  sent: Sent
  pair: Pair | undefined
}

const dateNames = /birth|dob|bday|\bdb\b|\bbd\b|nacimiento/i
const postalNames = /zip|zp\b|postal|postcode/i
const namesOfField: Partial<Record<Canary['field'], RegExp>> = {
  'birth-date': dateNames,
  'postal-code': postalNames,
  email: /\be?m(ail)?\b|mail|user|uid|hash|\bid\b/i,
  phone: /ph(one)?\b|phone|tel|mobile|cell|user|uid|hash|\bid\b/i,
}
const anyName = /name|\b[fl]n\b|user|uid|hash|\bid\b|member|patient|street|addr|city|message|reason/i

function telling(field: Canary['field'], name: string | null): boolean {
  return (namesOfField[field] ?? anyName).test(name ?? '')
}

/** Values a part carries under names: the query of an address, the fields of a body; a header or cookie is one itself. */
function pairsOf({ channel, bytes, name }: Sent): Array<Pair> {
  if (name !== null) return [{ name, value: Buffer.from(bytes).toString('utf8') }]
  if (channel !== 'url') return readPayload(bytes).pairs
  const text = Buffer.from(bytes).toString('utf8')
  const at = text.indexOf('?')
  return at === -1 ? [] : parseQuery(text.slice(at + 1).replace(/#.*$/, ''))
}

function toHit({ wanted, view, at, length, encoding, sent, pair }: Found): CanaryHit {
  return {
    field: wanted.canary.field,
    encoding: encoding.length === 0 ? 'plain' : encoding.join('+'),
    channel: sent.channel,
    parameter: sent.name ?? pair?.name ?? parameterAt(view, at),
    ...view.locate(at, length),
  }
}

const messagePackText = 0xa0
const maxShort = 31
const protobufText = 2

/** Packed formats write how long a text is right before it: the value then stands there whole (MessagePack, protobuf). */
function hasLengthBefore({ view: { bytes }, at, length }: Found): boolean {
  const before = bytes[at - 1]
  if (length <= maxShort && before === (messagePackText | length)) return true
  return at > 1 && before === length && (bytes[at - 2]! & 7) === protobufText && !looksLikeText(bytes)
}

/** The whole value beats a part of it, fewer encodings beat more: one hit a field, digest and place. */
function best(found: ReadonlyArray<Found>): Array<Found> {
  const chosen = new Map<string, Found>()
  const better = (a: Found, b: Found) =>
    Number(a.part) - Number(b.part) || a.encoding.length - b.encoding.length || b.length - a.length
  for (const hit of found) {
    const { field, value } = hit.wanted.canary
    const key = `${field} ${value} ${hit.digest} ${hit.sent.channel} ${hit.sent.name ?? ''}`
    const known = chosen.get(key)
    if (known === undefined || better(hit, known) < 0) chosen.set(key, hit)
  }
  return [...chosen.values()]
}

/**
 * Looks for typed canaries byte by byte: every spelling behind every chain of encodings and compressions up to four
 * deep, and every digest of it. Pure: it knows no hosts and no vendors. `typed` and `twins` pair by field; `salts` are
 * texts of the page a value may have been hashed together with.
 */
export async function createLeakMatcher(
  typed: ReadonlyArray<Canary>,
  twins: ReadonlyArray<Canary> = [],
  salts: ReadonlyArray<string> = [],
): Promise<LeakMatcher> {
  const all: Array<Wanted> = [
    ...typed.map((canary) => ({ canary, twin: false })),
    ...twins.map((canary) => ({ canary, twin: true })),
  ]
  const index = createIndex(patternsFor(all))
  const search = createDigestSearch(all, await loadDigests())

  function plainIn(sent: Sent, views: ReadonlyArray<View>): Array<Found> {
    return views.flatMap((view) =>
      index.find(view.bytes).map(({ pattern, at, mask }) => ({
        wanted: { canary: { field: pattern.field, value: pattern.value, weak: pattern.weak }, twin: pattern.twin },
        part: pattern.part,
        weak: pattern.weak,
        digest: pattern.encoding.join('+'),
        view,
        at,
        length: pattern.bytes.length,
        encoding: [...pattern.encoding, ...(mask === null ? [] : [mask]), ...[...view.chain].reverse()],
        sent,
        pair: undefined,
      })),
    )
  }

  function digestFound(sent: Sent, view: View, token: Token, { known, at }: { known: KnownDigest; at: number }): Found {
    const isWhole = token.form !== 'hex'
    const written = token.form === 'base64' ? ['base64'] : []
    return {
      wanted: known.wanted,
      part: known.part,
      weak: known.hex.length < strongBytes * 2,
      digest: known.encoding.join('+'),
      view,
      at: token.start + (isWhole ? 0 : at),
      length: isWhole ? token.length : Math.min(known.hex.length, token.length - at),
      encoding: [...known.encoding, ...written, ...[...view.chain].reverse()],
      sent,
      pair: undefined,
    }
  }

  /** Digests in one message; what no table explains is tried with the salts the message and the page show. */
  function digestsIn(message: ReadonlyArray<Opened>): Array<Found> {
    const found: Array<Found> = []
    const open: Array<{ sent: Sent; view: View; token: Token }> = []
    for (const { sent, views, pairs } of message) {
      for (const view of views) {
        for (const token of tokensIn(view.bytes)) {
          const known = search.find(token)
          found.push(...known.map((one) => digestFound(sent, view, token, one)))
          if (known.length === 0) open.push({ sent, view, token })
        }
      }
      const [root] = views
      for (const pair of pairs) {
        const token = shortToken(pair.value)
        if (token === undefined || root === undefined) continue
        const start = Math.max(0, root.bytes.indexOf(pair.value))
        for (const one of search.find(token)) {
          found.push({ ...digestFound(sent, root, { ...token, start }, one), pair })
        }
      }
    }
    if (open.length === 0) return found
    const hostOf = message.map(({ sent }) => (sent.channel === 'url' ? Buffer.from(sent.bytes).toString('utf8') : ''))
    const address = hostOf.find((url) => URL.canParse(url))
    const inMessage = saltsOf(
      message.flatMap(({ pairs }) => pairs),
      address === undefined ? '' : new URL(address).hostname,
    )
    const tried = [...new Set([...inMessage, ...salts])]
    for (const { sent, view, token } of open) {
      found.push(...search.findSalted(token, tried).map((one) => digestFound(sent, view, token, one)))
    }
    return found
  }

  type Opened = { sent: Sent; views: ReadonlyArray<View>; pairs: ReadonlyArray<Pair> }
  function openPart(sent: Sent): Opened {
    const pairs = pairsOf(sent)
    const values = pairs.map(({ value }) => value)
    return { sent, pairs, views: viewsOf(sent.bytes, values, index.hides) }
  }

  /** A birth date as the whole of a value, or in three values side by side. */
  function datesIn(message: ReadonlyArray<Opened>, found: ReadonlyArray<Found>): Array<Found> {
    const whole = found.flatMap((hit) => {
      if (!hit.weak || hit.wanted.canary.field !== 'birth-date') return []
      const text = hit.view.bytes.subarray(hit.at, hit.at + hit.length).toString('utf8')
      if (/\D/.test(text) && hasLengthBefore(hit)) return [{ ...hit, weak: false }]
      const pair = message.flatMap(({ pairs }) => pairs).find(({ value }) => value.trim().startsWith(text))
      // With a time behind it it is the same date; a bare number may be anything.
      const isDate =
        pair !== undefined && /\D/.test(text) && /^(?:T[\d:.]*Z?)?$/.test(pair.value.trim().slice(text.length))
      return isDate ? [{ ...hit, weak: false, pair }] : []
    })
    const split = message.flatMap(({ sent, pairs, views }) =>
      all.flatMap((wanted) => {
        const [view] = views
        if (wanted.canary.field !== 'birth-date' || view === undefined) return []
        const at = splitDate(pairs, wanted.canary.value)
        if (at === undefined) return []
        const pair = { name: at.name, value: wanted.canary.value }
        const shape = { part: false, weak: false, digest: 'split', at: 0, length: 0, encoding: ['split'] }
        return [{ wanted, view, sent, pair, ...shape }]
      }),
    )
    return [...whole, ...split]
  }

  function judge(found: ReadonlyArray<Found>): MatchResult {
    const real = found.filter(({ wanted }) => !wanted.twin)
    const strong = real.some(({ weak }) => !weak)
    const hits = best(real)
      .map((hit) => ({ hit, shown: toHit(hit) }))
      .filter(({ hit, shown }) => !hit.weak || strong || telling(hit.wanted.canary.field, shown.parameter))
      .map(({ shown }) => shown)
    return { hits, fault: found.some(({ wanted, weak }) => wanted.twin && !wanted.canary.weak && !weak) }
  }

  function findAll(parts: ReadonlyArray<Sent>): Array<Found> {
    const message = parts.map(openPart)
    const plain = message.flatMap(({ sent, views }) => plainIn(sent, views))
    const found = [...plain, ...digestsIn(message)]
    return [...found, ...datesIn(message, plain), ...splitsIn(message)]
  }

  /** Pieces of one message side by side, in the order they stand and as lists of numbers. */
  function splitsIn(message: ReadonlyArray<Opened>): Array<Found> {
    return message.flatMap(({ sent, pairs }) => {
      if (pairs.length < 2 || sent.name !== null) return []
      const values = pairs.map(({ value }) => value)
      return [...joinedIn(sent, values), ...numbersIn(sent, values)]
    })
  }

  function joinedIn(sent: Sent, values: ReadonlyArray<string>): Array<Found> {
    const joined = joinPieces(values)
    if (joined === undefined) return []
    const piece: Sent = { ...sent, bytes: Buffer.from(joined.text) }
    const found = plainIn(piece, viewsOf(piece.bytes, [], index.hides))
    return found
      .filter(({ wanted, part, view, at, length }) => {
        const place = view.locate(at, length)
        return !wanted.canary.weak && !part && crosses(joined.starts, place.offset, place.length)
      })
      .map((hit) => inPieces(hit, sent, 'split'))
  }

  /** Whose beginning a growing value is, when it was cut off before it was whole. */
  function ladderIn(sent: Sent, values: ReadonlyArray<string>): Array<Found> {
    const top = topOfLadder(values)?.toLowerCase()
    if (top === undefined) return []
    const view = rootView(Buffer.from(top))
    return (
      all
        .filter(({ canary }) => !canary.weak && canary.value.toLowerCase().startsWith(top))
        // The first words of a message are anybody's.
        .filter(
          ({ canary }) => !/^(message|search)$/.test(canary.field) || top.length > canary.value.lastIndexOf(' ') + 3,
        )
        .map((wanted) => {
          const shape = { part: true, weak: false, digest: 'ladder', at: 0, length: 0, encoding: ['pieces'] }
          return { wanted, view, sent, pair: undefined, ...shape }
        })
    )
  }

  function numbersIn(sent: Sent, values: ReadonlyArray<string>): Array<Found> {
    const bytes = bytesOfNumbers(values)
    if (bytes === undefined) return []
    const piece: Sent = { ...sent, bytes }
    const views = viewsOf(bytes, [], index.hides)
    return [...plainIn(piece, views), ...digestsOfBytes(piece, bytes, views)]
      .filter(({ wanted }) => !wanted.canary.weak)
      .map((hit) => inPieces(hit, sent, 'character-codes'))
  }

  function digestsOfBytes(sent: Sent, bytes: Buffer, [view]: ReadonlyArray<View>): Array<Found> {
    const token: Token = { start: 0, length: bytes.length, hex: bytes.toString('hex'), form: 'base64' }
    if (view === undefined || bytes.length < strongBytes || bytes.length > 64) return []
    return search.find(token).map(({ known }) => ({
      ...digestFound(sent, view, token, { known, at: 0 }),
      encoding: known.encoding,
    }))
  }

  /** Where a value in pieces stands cannot be said in one span. */
  function inPieces(hit: Found, sent: Sent, how: string): Found {
    const view: View = { ...hit.view, locate: () => ({ offset: 0, length: 0 }) }
    const pair = { name: sent.name ?? '', value: '' }
    return { ...hit, view, sent, encoding: [...hit.encoding, how], pair: pair.name === '' ? undefined : pair }
  }

  return {
    match: (parts) => judge(findAll(parts)),
    matchJoined: ({ channel, name, values }) => {
      const sent: Sent = { channel, name, bytes: Buffer.alloc(0) }
      const turned = [...values].reverse()
      return judge([
        ...joinedIn(sent, values),
        ...joinedIn(sent, turned),
        ...numbersIn(sent, values),
        ...ladderIn(sent, values),
      ])
    },
  }
}
