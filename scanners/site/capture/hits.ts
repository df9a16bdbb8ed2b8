import type { CanaryHit } from '../evidence.ts'
import type { LeakMatcher, MatchResult, Sent } from '../leak-matcher.ts'
import { readPayload } from './payload.ts'
import type { Captured } from './recorder.ts'

/** Headers the browser writes itself from nothing the page knows. */
const ownHeaders =
  /^(accept.*|connection|content-length|content-type|host|origin|sec-.*|upgrade.*|user-agent|cache-control|pragma|priority|x-devtools.*)$/

function cookieParts(header: string): Array<Sent> {
  return header.split(/;\s*/).map((pair) => {
    const at = pair.indexOf('=')
    return { channel: 'cookie', bytes: Buffer.from(pair.slice(at + 1)), name: pair.slice(0, Math.max(at, 0)) }
  })
}

/** Everything of one request that left (or tried to leave), part by part. */
export function partsOf(request: Captured): Array<Sent> {
  const parts: Array<Sent> = [{ channel: 'url', bytes: Buffer.from(request.url), name: null }]
  for (const [rawName, value] of Object.entries(request.headers)) {
    const name = rawName.toLowerCase()
    if (name === 'cookie') parts.push(...cookieParts(value))
    else if (!ownHeaders.test(name)) parts.push({ channel: 'header', bytes: Buffer.from(value), name })
  }
  if (request.body instanceof Uint8Array) parts.push({ channel: 'body', bytes: request.body, name: null })
  for (const frame of request.frames) parts.push({ channel: 'websocket', bytes: frame, name: null })
  return parts
}

type Known = { stamp: string; result: MatchResult }

/** Matches each request once, and again only when more of it has been seen. */
export function createHitReader(): (request: Captured, matcher: LeakMatcher | undefined) => MatchResult {
  const known = new WeakMap<Captured, Known>()
  const nothing: MatchResult = { hits: [], fault: false }
  return (request, matcher) => {
    if (matcher === undefined) return nothing
    const body = request.body instanceof Uint8Array ? request.body.length : 0
    const stamp = `${body}:${request.frames.length}:${Object.keys(request.headers).length}`
    const before = known.get(request)
    if (before?.stamp === stamp) return before.result
    const result = matcher.match(partsOf(request))
    known.set(request, { stamp, result })
    return result
  }
}

/**
 * Values sent key by key: in messages of one socket, or requests to one place, the single characters under one name are
 * joined in order and looked at as a whole.
 */
export function keystrokeHits(
  messages: ReadonlyArray<Captured>,
  matcher: LeakMatcher,
): Array<{ request: Captured; hit: CanaryHit }> {
  const streams = new Map<string, { text: string; last: Captured; channel: CanaryHit['channel']; name: string }>()
  const add = (request: Captured, place: string, name: string, value: string, channel: CanaryHit['channel']) => {
    // Keys like "Shift" are names, not text; a growing prefix is found as a whole once it is complete.
    if ([...value].length !== 1) return
    const key = `${place} ${name}`
    const text = (streams.get(key)?.text ?? '') + value
    streams.set(key, { text, last: request, channel, name })
  }
  for (const request of messages) {
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined
    const place = `${request.visit} ${url?.host}${url?.pathname}`
    for (const frame of request.frames) {
      const text = Buffer.from(frame).toString('utf8')
      if ([...text].length === 1) add(request, place, '', text, 'websocket')
      for (const { name, value } of readPayload(frame).pairs) add(request, place, name, value, 'websocket')
    }
    for (const [name, value] of url?.searchParams ?? []) add(request, place, name, value, 'url')
    if (request.body instanceof Uint8Array) {
      for (const { name, value } of readPayload(request.body).pairs) add(request, place, name, value, 'body')
    }
  }
  return [...streams.values()].flatMap(({ text, last, channel, name }) =>
    matcher.match([{ channel, bytes: Buffer.from(text), name: name === '' ? null : name }]).hits.map((hit) => ({
      request: last,
      hit: {
        ...hit,
        encoding: hit.encoding === 'plain' ? 'keystrokes' : `${hit.encoding}+keystrokes`,
        offset: 0,
        length: 0,
      },
    })),
  )
}
