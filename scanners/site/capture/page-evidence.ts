import { createHash } from 'node:crypto'
import { classify, maskText, redactUrl } from '#scanners/redact.ts'
import { normaliseHost } from '../egress/address.ts'
import type { ProxyEntry } from '../egress/proxy.ts'
import type { PageEvidence, PageRequest } from '../evidence.ts'
import { type Outcome, outcomeOf } from '../outcome.ts'
import { partyOf, portOf, registrableDomain } from '../party.ts'
import { replaySignsIn, uniqueSigns } from '../replay.ts'
import { choiceHits } from './choices.ts'
import { createHitReader } from './hits.ts'
import { addJoined, addKeystrokes } from './joined-values.ts'
import { openItems } from './open-items.ts'
import type { PageCapture } from './page-state.ts'
import { readPayload } from './payload.ts'
import type { Captured } from './recorder.ts'
import { type RequestContext, requestEvidence } from './request-evidence.ts'

export type EvidenceSetting = {
  scanId: string
  pageNumber: number
  mode: PageEvidence['mode']
  linkTexts: ReadonlyArray<string>
  browser: string
  sandbox: boolean
  userAgent: string
  laboratory: boolean
  now: () => Date
}

/** Chromium's own errands; never evidence when no page frame asked for them (site-scan.md 1). */
const browserErrands = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'update.googleapis.com',
])
const policyWords = /privacy|cookie (?:policy|notice)|hipaa notice|data protection|aviso de privacidad|privacidad/i

/** How requests are read for one capture; also used while the page still runs. */
export function requestContext(capture: PageCapture): RequestContext & { faulty: () => boolean } {
  const hitsOf = createHitReader()
  let faulty = false
  const byUrl = new Map<string, Captured>()
  return {
    pageUrl: capture.job.url,
    pageTitle: capture.dom?.title ?? '',
    pageText: capture.dom?.text ?? '',
    pageParty: partyOf(capture.job.url) ?? '',
    proxyLog: capture.proxyLog,
    byUrl: (url) => {
      if (byUrl.size !== capture.recorder.requests.length) {
        for (const request of capture.recorder.requests) if (!byUrl.has(request.url)) byUrl.set(request.url, request)
      }
      return byUrl.get(url)
    },
    beside: capture.recorder.beside,
    hits: (request) => {
      // Before the first key nothing typed can be in a request; only a socket goes on speaking.
      const typedAt = capture.typedAt[request.visit]
      if (request.frames.length === 0 && (typedAt === undefined || request.at < typedAt)) return []
      const { hits, fault } = hitsOf(request, capture.matcher)
      faulty ||= fault
      return [...hits, ...choiceHits(request, capture.choices, hits.length > 0)]
    },
    faulty: () => faulty,
    typedAt: (visit) => capture.typedAt[visit] ?? null,
  }
}

/** A seed names an address; evidence holds only its digest. */
function digestOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 16)
}

/** The last hop of the top document of visit L; from the first key on no other can take its place. */
export function mainDocument(capture: PageCapture): Captured | undefined {
  const documents = capture.recorder.requests.filter(
    ({ type, target, visit, stopped, at }) =>
      type === 'document' &&
      target === 'page' &&
      visit !== 'leave' &&
      !stopped &&
      at < (capture.typedAt[visit] ?? Number.POSITIVE_INFINITY),
  )
  return documents.findLast(({ frameId }) => frameId === documents[0]?.frameId)
}

const hintEntry = { port: 443, tunnel: true, verdict: 'stopped', address: null } as const

/** Hosts only the proxy saw: whatever asked for them escaped the browser's own events. */
function proxyOnly(capture: PageCapture, known: ReadonlyArray<PageRequest>): Array<PageRequest> {
  const seen = new Set(known.map((request) => normaliseHost(request.host)))
  const pageParty = partyOf(capture.job.url) ?? ''
  const found = new Map<string, PageRequest>()
  const hitsIn = (host: string) =>
    capture.matcher?.match([{ channel: 'url', bytes: Buffer.from(host), name: null }]).hits ?? []
  // A hint asks nothing of a host but its address: it is told where its name holds what was typed.
  const hinted = capture.hints
    .filter((host) => hitsIn(host).length > 0)
    .map((host): ProxyEntry => ({ ...hintEntry, cnames: [], at: capture.startedAt.getTime(), host }))
  for (const entry of [...capture.proxyLog, ...hinted]) {
    if (entry.host === '' || seen.has(entry.host) || browserErrands.has(entry.host) || found.has(entry.host)) continue
    const domain = registrableDomain(entry.host, entry.port)
    found.set(entry.host, {
      id: `p${found.size + 1}`,
      method: entry.tunnel ? 'CONNECT' : 'GET',
      scheme: entry.tunnel ? 'https' : 'http',
      host: entry.host,
      port: entry.port,
      path: '/',
      type: 'other',
      at: new Date(entry.at).toISOString(),
      target: 'proxy-only',
      visit: 'look',
      thirdParty: domain !== pageParty,
      registrableDomain: domain,
      cnames: entry.cnames,
      initiator: [],
      params: [],
      body: null,
      status: null,
      blocked: entry.verdict === 'allow' ? null : entry.verdict === 'stopped' ? 'stopped-by-scanner' : 'egress-refused',
      // Of what the browser's events do not show the name is all there is; it may be made of what was typed.
      canaries: hitsIn(entry.host),
    })
  }
  return [...found.values()]
}

function refusedOf(capture: PageCapture): PageEvidence['refused'] {
  const refused = new Map<string, PageEvidence['refused'][number]>()
  const add = (url: string, why: PageEvidence['refused'][number]['why']) => refused.set(`${url} ${why}`, { url, why })
  for (const entry of capture.proxyLog) {
    if (entry.verdict !== 'blocked-address' && entry.verdict !== 'blocked-port') continue
    add(`${entry.tunnel ? 'https' : 'http'}://${entry.host}:${entry.port}/`, entry.verdict)
  }
  for (const request of capture.recorder.requests) {
    const scheme = URL.canParse(request.url) ? new URL(request.url).protocol : ''
    if (request.error === 'net::ERR_UNSAFE_PORT') add(new URL(request.url).origin, 'blocked-port')
    if (/^(file|ftp|chrome|view-source|filesystem):$/.test(scheme)) add(`${scheme}//`, 'blocked-scheme')
  }
  return [...refused.values()].slice(0, 50)
}

function declaredOf(capture: PageCapture): PageEvidence['declared'] {
  const declared = new Map<string, { host: string; via: string }>()
  for (const { url, via } of capture.dom?.declared ?? []) {
    const absolute = URL.canParse(url, capture.job.url) ? new URL(url, capture.job.url) : undefined
    if (absolute === undefined || absolute.hostname === '') continue
    if (registrableDomain(absolute.hostname, portOf(absolute)) === partyOf(capture.job.url)) continue
    declared.set(`${absolute.hostname} ${via}`, { host: absolute.hostname, via })
  }
  return [...declared.values()]
}

function cookiesOf(capture: PageCapture): PageEvidence['cookies'] {
  const pageParty = partyOf(capture.job.url) ?? ''
  const values = { pageUrl: capture.job.url, pageTitle: '', thirdParty: true }
  return capture.cookies.map((cookie) => {
    const host = cookie.domain.replace(/^\./, '')
    const setBy = capture.recorder.requests.find((request) =>
      request.setCookies.some((line) => line.startsWith(`${cookie.name}=`)),
    )
    const { name, value, ...rest } = cookie
    return {
      ...rest,
      name: maskText(name),
      domain: host,
      thirdParty: pageParty.split(':')[0] !== (registrableDomain(host, 80).split(':')[0] ?? ''),
      setter: setBy === undefined ? null : redactUrl(setBy.url).split('?')[0]!,
      class: classify(name, value, values).class,
    }
  })
}

function scriptsOf(requests: ReadonlyArray<PageRequest>): Array<string> {
  const scripts = requests.filter((request) => request.type === 'script' && (request.status ?? 0) < 400)
  return [...new Set(scripts.map((request) => `${request.host}${request.path}`))]
}

function replayOf(capture: PageCapture, requests: ReadonlyArray<PageRequest>): PageEvidence['replaySigns'] {
  const signs = capture.recorder.requests.flatMap((request) => {
    const bodies = request.body instanceof Uint8Array ? [request.body, ...request.frames] : request.frames
    const found = new Set(bodies.flatMap((body) => replaySignsIn(readPayload(body).json)))
    const script = requests.find(({ id }) => id === request.id)?.initiator[0] ?? ''
    return [...found].map((sign) => ({ script, sign }))
  })
  return uniqueSigns(signs)
}

/** What became of the load of visit L; before the visit has ended, as far as it can be told then. */
export function captureOutcome(capture: PageCapture): Outcome {
  const finalUrl = capture.load?.finalUrl() ?? null
  return outcomeOf({
    url: capture.job.url,
    finalUrl: finalUrl === null || !/^https?:/.test(finalUrl) ? null : finalUrl,
    navigationError: capture.load === undefined ? null : capture.load.navigationError,
    reachedLoad: capture.load?.reachedLoad ?? false,
    tooManyNavigations: capture.load?.tooManyNavigations() ?? false,
    crashed: capture.crashed,
    document: mainDocument(capture),
    dom: capture.dom,
    proxyLog: capture.proxyLog.filter(({ visit }) => visit !== 'leave'),
  })
}

/** Facts of one page in one state, through the redaction gate. */
export function pageEvidence(capture: PageCapture, setting: EvidenceSetting, screenshot: string | null): PageEvidence {
  const { job, dom } = capture
  const document = mainDocument(capture)
  const context = requestContext(capture)
  // The visits run side by side; evidence lists the first one's requests first, each in the order they were made.
  const listed = [false, true]
    .flatMap((last) => capture.recorder.requests.filter(({ visit }) => (visit === 'leave') === last))
    .filter((request) => !(request.fromCache && request.visit === 'leave'))
    .flatMap((request) => requestEvidence(request, context) ?? [])
  addKeystrokes(capture, listed)
  const joinedFault = addJoined(capture, listed)
  const requests = [...listed, ...proxyOnly(capture, listed)]
  const finalUrl = capture.load?.finalUrl() ?? null
  const { outcome, reason } = captureOutcome(capture)
  const overran = capture.overran && outcome === 'loaded'
  const isPolicy = policyWords.test(`${job.url} ${dom?.title ?? ''} ${dom?.headings.slice(0, 3).join(' ') ?? ''}`)
  const sha256 = createHash('sha256')
    .update(
      JSON.stringify([
        job.url,
        dom?.text ?? '',
        requests.map((request) => [request.method, request.host, request.path]),
      ]),
    )
    .digest('hex')
  return {
    kind: 'page',
    id: `${setting.scanId}-p${setting.pageNumber}-${job.consent}-${job.viewport}`,
    source: { scanner: 'site', ref: redactUrl(job.url), at: setting.now().toISOString(), sha256 },
    // A journey is told by where it led.
    url: redactUrl(capture.played.look === undefined ? job.url : (finalUrl ?? job.url)),
    finalUrl: finalUrl === null ? null : redactUrl(finalUrl),
    status: document?.status ?? null,
    outcome: capture.problem !== null ? 'failed' : overran ? 'partial' : outcome,
    reason: capture.problem ?? (overran ? 'timed-out' : reason),
    open: openItems(capture, requests, context.faulty() || joinedFault),
    consent: job.consent,
    viewport: job.viewport,
    mode: setting.mode,
    authority: job.authority,
    authenticated: false,
    lang: dom === undefined || dom.lang === '' ? null : dom.lang,
    title: maskText(dom?.title ?? ''),
    headings: (dom?.headings ?? []).map(maskText),
    jsonLdTypes: dom?.jsonLdTypes ?? [],
    linkTexts: setting.linkTexts.map(maskText),
    policyText: isPolicy ? maskText(dom?.text ?? '') : '',
    forms: (dom?.forms ?? []).map((form) => ({
      actionHost: URL.canParse(form.action) ? new URL(form.action).hostname || null : null,
      method: form.method,
      fields: form.fields.map((field) => ({ ...field, name: maskText(field.name), label: maskText(field.label) })),
    })),
    requests,
    declared: declaredOf(capture),
    scripts: scriptsOf(requests),
    globals: capture.globals,
    cookies: cookiesOf(capture),
    storage: capture.storage.map(({ origin, area, key, value }) => ({
      origin,
      area,
      key: maskText(key),
      class: classify(key, value, { pageUrl: job.url, pageTitle: '', thirdParty: false }).class,
    })),
    listeners: capture.listeners.map(({ script, events }) => ({
      script: redactUrl(script).split('?')[0] ?? '',
      events,
    })),
    replaySigns: replayOf(capture, requests),
    dormant: capture.dormant,
    cmp: capture.cmp,
    ...(capture.played.look === undefined ? {} : { journey: capture.played.look }),
    typed: capture.typed === null ? null : { ...capture.typed, seedId: digestOf(capture.typed.seedId) },
    screenshot,
    refused: refusedOf(capture),
    method: {
      browser: setting.browser,
      sandbox: setting.sandbox,
      userAgent: setting.userAgent,
      laboratory: setting.laboratory,
      startedAt: capture.startedAt.toISOString(),
      ms: Date.now() - capture.startedAt.getTime(),
    },
  }
}
