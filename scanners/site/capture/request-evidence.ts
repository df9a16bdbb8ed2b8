import { createHash } from 'node:crypto'
import { classify, maskText, pathTemplate, type ValueContext } from '#scanners/redact.ts'
import { normaliseHost } from '../egress/address.ts'
import type { ProxyEntry } from '../egress/proxy.ts'
import type { CanaryHit, PageRequest } from '../evidence.ts'
import { portOf, registrableDomain } from '../party.ts'
import { initiatorChain } from './initiator.ts'
import { type Pair, parseQuery, readPayload } from './payload.ts'
import type { Captured } from './recorder.ts'

export type RequestContext = {
  pageUrl: string
  pageTitle: string
  pageText: string
  pageParty: string
  proxyLog: ReadonlyArray<ProxyEntry & { visit: Captured['visit'] }>
  byUrl: (url: string) => Captured | undefined
  beside: (request: Captured, requestId: string) => Captured | undefined
  hits: (request: Captured) => ReadonlyArray<CanaryHit>
  /** Host time of the first key; from then on nothing of the browser leaves. */
  typedAt: (visit: Captured['visit']) => number | null
}

const maxParams = 120
const maxRepeats = 40
const refusals: ReadonlySet<ProxyEntry['verdict']> = new Set(['blocked-address', 'blocked-port', 'dns', 'too-large'])

type Param = PageRequest['params'][number]

/** Of several values under one name the one that says most is told. */
function weightOf(kind: string): number {
  return kind === 'custom-data' ? 0 : kind === 'page-text' ? 2 : 1
}

function paramsOf(pairs: ReadonlyArray<Pair>, place: Param['in'], context: ValueContext): Array<Param> {
  const byName = new Map<string, Param>()
  const times = new Map<string, number>()
  for (const { name, value } of pairs) {
    const seen = times.get(name) ?? 0
    times.set(name, seen + 1)
    // Recordings repeat a name thousands of times; a batch of events does not.
    if (seen >= maxRepeats) continue
    const shown = maskText(name).slice(0, 80)
    const classed = classify(name, value, context)
    // A batch repeats its names: each event is told, of everything else the first, unless a later one tells more.
    const key = classed.class === 'event-name' ? `${shown}=${classed.value}` : shown
    const known = byName.get(key)
    if (known === undefined || weightOf(classed.class) > weightOf(known.class)) {
      byName.set(key, { name: shown, in: place, ...classed, canary: null })
    }
  }
  return [...byName.values()]
}

function bodyOf(request: Captured): PageRequest['body'] {
  if (request.body === 'unread') return { kind: 'unread', bytes: 0, sha256: '', read: false }
  const bytes = request.body ?? (request.frames.length > 0 ? Buffer.concat(request.frames) : null)
  if (bytes === null) return null
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kind = request.frames.length > 0 ? 'frames' : readPayload(bytes, contentType(request)).kind
  return { kind, bytes: bytes.length, sha256, read: true }
}

/** The browser's own word of where the visitor is: told only where it says more than the host. */
function refererOf({ headers }: Captured, thirdParty: boolean): Array<Param> {
  const referer = headers.Referer ?? headers.referer ?? ''
  if (!thirdParty || !URL.canParse(referer)) return []
  const { pathname, search } = new URL(referer)
  if (pathname === '/' && search === '') return []
  return [{ name: 'referer', in: 'header', class: 'page-url', value: null, canary: null }]
}

function contentType(request: Captured): string {
  return request.headers['content-type'] ?? request.headers['Content-Type'] ?? ''
}

function blockedBy(
  request: Captured,
  host: string,
  { proxyLog: log, typedAt }: RequestContext,
): PageRequest['blocked'] {
  if (request.stopped) return 'stopped-by-scanner'
  if (request.error === 'net::ERR_UNSAFE_PORT') return 'egress-refused'
  if (request.status !== null && request.status < 400) return null
  const closedAt = typedAt(request.visit)
  if (closedAt !== null && request.at >= closedAt && request.status === null) return 'stopped-by-scanner'
  const entry = log.findLast(
    (line) => line.visit === request.visit && line.host === normaliseHost(host) && line.at <= request.at + 15_000,
  )
  if (entry?.verdict === 'stopped') return 'stopped-by-scanner'
  return entry !== undefined && refusals.has(entry.verdict) ? 'egress-refused' : null
}

/** Turns what the browser tried into evidence: values become classes here, and nothing raw goes further. */
export function requestEvidence(request: Captured, context: RequestContext): PageRequest | undefined {
  if (!URL.canParse(request.url)) return undefined
  const url = new URL(request.url)
  if (!/^(https?|wss?):$/.test(url.protocol)) return undefined
  const port = portOf(url)
  const domain = registrableDomain(url.hostname, port)
  const thirdParty = domain !== context.pageParty
  const values = { pageUrl: context.pageUrl, pageTitle: context.pageTitle, pageText: context.pageText, thirdParty }
  const payload = request.body instanceof Uint8Array ? readPayload(request.body, contentType(request)) : undefined
  const hits = [...context.hits(request)]
  const frames = request.frames.flatMap((frame) => readPayload(frame).pairs)
  const params = [
    ...paramsOf(parseQuery(url.search.slice(1)), 'query', values),
    ...paramsOf(payload?.pairs ?? [], 'body', values),
    ...paramsOf(frames, 'frame', values),
    ...refererOf(request, thirdParty),
  ]
  // Of a long list the events come first: what a batch is about must not be cut off.
  if (params.length > maxParams) {
    params.sort((a, b) => Number(b.class === 'event-name') - Number(a.class === 'event-name'))
    params.length = maxParams
  }
  for (const param of params) {
    const hit = hits.find((found) => found.parameter === param.name)
    if (hit !== undefined) param.canary = { field: hit.field, encoding: hit.encoding }
  }
  const entry = context.proxyLog.find((line) => line.host === url.hostname && line.cnames.length > 0)
  return {
    id: request.id,
    method: request.method,
    scheme: url.protocol.slice(0, -1),
    host: url.hostname,
    port,
    path: pathTemplate(url.pathname),
    type: request.type,
    at: new Date(request.at).toISOString(),
    target: request.target,
    visit: request.visit,
    thirdParty,
    registrableDomain: domain,
    cnames: entry?.cnames ?? [],
    initiator: initiatorChain(request, context.byUrl, context.beside).map((link) => redactLink(link)),
    params,
    body: bodyOf(request),
    status: request.status,
    blocked: blockedBy(request, url.hostname, context),
    canaries: hits,
  }
}

function redactLink(link: string): string {
  const at = link.indexOf('/')
  return at === -1 ? link : link.slice(0, at) + pathTemplate(link.slice(at))
}
