import type { Canary } from '../canary.ts'
import type { CanaryHit } from '../evidence.ts'
import type { LeakMatcher } from '../leak-matcher.ts'
import { baseOf, keysOf } from './keys.ts'
import { decodedPart, type OpenedPart, openMessage } from './opened-message.ts'
import type { Captured } from './recorder.ts'

type Channel = CanaryHit['channel']
type Piece = { place: string; name: string; value: string; channel: Channel }

/** What went to one place under one name, in the order it went. */
type Stream = {
  name: string
  channel: Channel
  last: Captured
  characters: string
  numbers: Array<number>
  keys: string
  texts: Array<{ value: string; request: Captured }>
}

/** Steps of a growing text before it is taken for typing: fewer happen by chance. */
const minSteps = 4
const minCodes = 5
const maxText = 200
const maxSegments = 6
const numberList = /^\[?\s*\d{1,3}(?:\s*[,;| ]\s*\d{1,3}){4,}\s*\]?$/
const codeList = /^\[?["'\s]*(?:Key|Digit|Numpad)\w(?:["'\s]*[,;| ]["'\s]*[A-Z]\w{2,15}){4,}["'\s]*\]?$/

/** A path is a place with each of its parts left open in turn, a host with its first label left open. */
function addressPieces(request: Captured, url: URL): Array<Piece> {
  const channel: Channel = 'url'
  const visit = request.visit
  const segments = url.pathname.split('/').slice(1)
  const [label = '', ...rest] = url.hostname.split('.')
  const pieces: Array<Piece> = [
    { place: `${visit} *.${rest.join('.')}`, name: 'host name', value: label, channel },
    ...[...url.searchParams].map(([name, value]) => ({
      place: `${visit} ${url.host}${url.pathname}`,
      name,
      value,
      channel,
    })),
  ]
  for (const [index, segment] of segments.slice(-maxSegments).entries()) {
    const at = Math.max(0, segments.length - maxSegments) + index
    const open = segments.map((part, position) => (position === at ? '*' : part)).join('/')
    const value = decodedPart(segment).replace(/\.(?:js|mjs|css|png|gif|jpe?g|svg|webp|woff2?|mp4|ico|html?|json)$/, '')
    pieces.push({ place: `${visit} ${url.host}/${open}`, name: 'path', value, channel })
  }
  return pieces
}

function partPieces({ bytes, pairs }: OpenedPart, place: string, channel: Channel): Array<Piece> {
  const text = Buffer.from(bytes.subarray(0, maxText)).toString('utf8')
  return pairs.length > 0
    ? pairs.map(({ name, value }) => ({ place, name, value, channel }))
    : [{ place, name: '', value: text, channel }]
}

function piecesOf(request: Captured): Array<Piece> {
  const message = openMessage(request)
  if (message === undefined) return []
  const { url, frames, body } = message
  const place = `${request.visit} ${url.host}${url.pathname}`
  return [
    ...frames.flatMap((frame) => partPieces(frame, place, 'websocket')),
    ...addressPieces(request, url),
    ...(body === undefined ? [] : partPieces(body, place, 'body')),
  ]
}

function take(stream: Stream, value: string, request: Captured): void {
  if (value.length > maxText * 4) return
  if (value.length <= maxText) stream.texts.push({ value, request })
  const numbers = numberList.test(value) ? value.match(/\d+/g) : /^\d{2,3}$/.test(value) ? [value] : null
  const codes = codeList.test(value) ? value.match(/\w+/g) : [value]
  const keys = (codes ?? []).map((code) => baseOf(code) ?? '').join('')
  if (numbers !== null) stream.numbers.push(...numbers.map(Number))
  // Keys like "Shift" are names, not text.
  else if ([...value].length === 1) stream.characters += value
  else if (keys !== '') stream.keys += keys
  else return
  stream.last = request
}

/** Every key is told twice where down and up are both listened to: "zzqq" is "zq". */
function spellings(text: string): Array<string> {
  const letters = [...text]
  const twice = letters.length % 2 === 0 && letters.every((letter, at) => letter === letters[at - (at % 2)])
  return twice ? [text, letters.filter((_, at) => at % 2 === 0).join('')] : [text]
}

/** The last of the texts that grow along a value, forwards or backwards: z, zq, zqa … */
function growsAlong(texts: Stream['texts'], value: string): Captured | undefined {
  const whole = value.toLowerCase()
  const stripped = (text: string) => text.replace(/[^a-z0-9]/g, '')
  const backwards = (text: string) => [...text].reverse().join('')
  const climb = (turn: (text: string) => string, target: string) => {
    let length = 0
    let steps = 0
    let last: Captured | undefined
    for (const { value: text, request } of texts) {
      const piece = turn(text.toLowerCase())
      if (piece.length <= length || piece.length > target.length || !target.startsWith(piece)) continue
      length = piece.length
      last = request
      steps++
    }
    return steps >= minSteps && length >= minSteps ? last : undefined
  }
  const plain = stripped(whole)
  return (
    climb((text) => text, whole) ?? climb(backwards, whole) ?? (plain.length < 7 ? undefined : climb(stripped, plain))
  )
}

/**
 * Values sent key by key: characters, key codes (`KeyA`, 65) or character codes that went to one place under one name,
 * joined in order and looked at as a whole, and texts that grow by what was typed. Each is credited to the request that
 * completed it; offsets are 0, for the value stands in no single one.
 */
export function keystrokeHits(
  messages: ReadonlyArray<Captured>,
  matcher: LeakMatcher,
  canaries: ReadonlyArray<Canary>,
): Array<{ request: Captured; hit: CanaryHit }> {
  const streams = new Map<string, Stream>()
  for (const request of messages) {
    for (const { place, name, value, channel } of piecesOf(request)) {
      const key = `${place} ${name} ${channel}`
      const fresh = { name, channel, last: request, characters: '', numbers: [], keys: '', texts: [] }
      const stream = streams.get(key) ?? fresh
      streams.set(key, stream)
      take(stream, value, request)
    }
  }
  const strong = canaries.filter(({ weak }) => !weak)
  return [...streams.values()].flatMap((stream) => {
    const { name, channel, last } = stream
    const parameter = name === '' ? null : name
    const found = new Map<string, { request: Captured; hit: CanaryHit }>()
    const credit = (field: string, encoding: string, request = last) => {
      const hit = { field, encoding, channel, parameter, offset: 0, length: 0 }
      if (!found.has(field)) found.set(field, { request, hit })
    }
    const codes = stream.numbers.length < minCodes ? [] : stream.numbers
    const written = String.fromCharCode(...codes.filter((code) => code >= 32 && code < 127))
    // Numbers of keys come first: read as characters they are the same text in capitals.
    const keys = [stream.keys, codes.map((code) => baseOf(code) ?? '').join('')].flatMap(spellings)
    for (const { field, value } of strong) {
      const wanted = keysOf(value)
      if (wanted.length >= 7 && keys.some((text) => text.includes(wanted))) credit(field, 'key-codes')
      const grown = stream.texts.length < minSteps ? undefined : growsAlong(stream.texts, value)
      if (grown !== undefined) credit(field, 'keystrokes', grown)
    }
    for (const text of [stream.characters, written].flatMap(spellings)) {
      if (text.length < minSteps) continue
      const read = text === written ? 'character-codes' : 'keystrokes'
      for (const { field, encoding } of matcher.match([{ channel, bytes: Buffer.from(text), name: parameter }]).hits) {
        credit(field, encoding === 'plain' ? read : `${encoding}+${read}`)
      }
    }
    return [...found.values()]
  })
}
