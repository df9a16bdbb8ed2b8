import type { CanaryHit } from '../evidence.ts'
import type { LeakMatcher } from '../leak-matcher.ts'
import { decodedPart, type OpenedPart, openMessage } from './opened-message.ts'
import type { Captured } from './recorder.ts'

type Streamed = { key: string; name: string; value: string; channel: CanaryHit['channel'] }

const maxPiece = 120

/** The last word of a path is a value too: "/k/a", "/k/b", … spell something. */
function pathPiece(url: URL, place: string): Array<Streamed> {
  const [, parent = '', last = ''] = /^(.*)\/([^/]*)$/.exec(url.pathname) ?? []
  if (last === '') return []
  return [{ key: `${place}${parent} path`, name: '', value: decodedPart(last), channel: 'url' }]
}

/** Everything a message carries under a name, with the heading its pieces may be read under: place and name. */
function piecesOf(request: Captured): Array<Streamed> {
  const message = openMessage(request)
  if (message === undefined) return []
  const { url, frames, body } = message
  const host = `${request.visit} ${url.host}`
  const place = `${host}${url.pathname}`
  const pieces = pathPiece(url, host)
  // "c0", "c1", "c2" are pieces of one thing.
  const add = (name: string, value: string, channel: CanaryHit['channel']) =>
    pieces.push({ key: `${place} ${name.replace(/\d+/g, '')}`, name, value, channel })
  const addPart = ({ bytes, kind, pairs }: OpenedPart, channel: CanaryHit['channel']) => {
    if (pairs.length === 0 && /(^|\+)text$/.test(kind)) add('', Buffer.from(bytes).toString('utf8'), channel)
    for (const { name, value } of pairs) add(name, value, channel)
  }
  for (const frame of frames) addPart(frame, 'websocket')
  for (const [name, value] of url.searchParams) add(name, value, 'url')
  if (body !== undefined) addPart(body, 'body')
  return pieces
}

/**
 * Values that only several messages together carry: sent in pieces, in messages of one socket or in
 * requests to one place. The pieces under one name are joined in order and looked at as a whole.
 */
export function joinedHits(
  messages: ReadonlyArray<Captured>,
  matcher: LeakMatcher,
): { hits: Array<{ request: Captured; hit: CanaryHit }>; fault: boolean } {
  const streams = new Map<
    string,
    { values: Array<string>; last: Captured; channel: CanaryHit['channel']; name: string }
  >()
  const put = (request: Captured, key: string, { name, value, channel }: Streamed) => {
    const stream = streams.get(key) ?? { values: [], last: request, channel, name }
    stream.last = request
    stream.values.push(value)
    streams.set(key, stream)
  }
  for (const request of messages) {
    for (const piece of piecesOf(request)) {
      if (piece.value.length <= maxPiece) put(request, piece.key, piece)
    }
  }
  let fault = false
  const hits = [...streams].flatMap(([, { values, last, channel, name }]) => {
    if (values.length < 2) return []
    const result = matcher.matchJoined({ channel, name: name === '' ? null : name, values })
    fault ||= result.fault
    return result.hits.map((hit) => ({
      request: last,
      hit: { ...hit, encoding: hit.encoding.replace(/(^|\+)split$/, '$1pieces').replace(/^plain$/, 'pieces') },
    }))
  })
  return { hits: distinctHits(hits), fault }
}

function distinctHits<Hit extends { request: Captured; hit: CanaryHit }>(hits: ReadonlyArray<Hit>): Array<Hit> {
  const seen = new Map<string, Hit>()
  for (const one of hits) {
    const key = `${one.request.id} ${one.hit.field} ${one.hit.parameter}`
    // Told once, by the simpler of its readings.
    const known = seen.get(key)
    if (known === undefined || one.hit.encoding.length < known.hit.encoding.length) seen.set(key, one)
  }
  return [...seen.values()]
}
