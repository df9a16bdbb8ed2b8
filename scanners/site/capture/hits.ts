import type { LeakMatcher, MatchResult, Sent } from '../leak-matcher.ts'
import type { Captured } from './recorder.ts'

/** Headers the browser writes itself from nothing the page knows. */
const ownHeaders =
  /^(accept.*|connection|content-length|content-type|host|origin|sec-.*|upgrade.*|user-agent|cache-control|pragma|priority|x-devtools.*)$/

/** The cookies of a header, one by one. */
export function cookieParts(header: string): Array<Sent> {
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

type Known = { stamp: string; matcher: LeakMatcher; result: MatchResult }

/** Matches each request once, and again only when more of it has been seen or more was typed. */
export function createHitReader(): (request: Captured, matcher: LeakMatcher | undefined) => MatchResult {
  const known = new WeakMap<Captured, Known>()
  const nothing: MatchResult = { hits: [], fault: false }
  return (request, matcher) => {
    if (matcher === undefined) return nothing
    const body = request.body instanceof Uint8Array ? request.body.length : 0
    const stamp = `${body}:${request.frames.length}:${Object.keys(request.headers).length}`
    const before = known.get(request)
    if (before?.stamp === stamp && before.matcher === matcher) return before.result
    const result = matcher.match(partsOf(request))
    known.set(request, { stamp, matcher, result })
    return result
  }
}
