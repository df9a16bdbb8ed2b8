import { coverOf } from '#checklists/ruling.ts'
import { agreementFor, onFile, type Receiver, receiverOf } from '#checklists/tracking/agreement.ts'
import { decodeRequest } from '#checklists/tracking/decode.ts'
import { pathTemplate } from '#checklists/tracking/reading.ts'
import type { Triage } from '#scanners/answers/evidence.ts'
import type { CanaryHit, PageRequest } from '#scanners/site/evidence.ts'
import type { Check, Proof, ReadObservation } from '../use-cases/read-observation.ts'
import { type FindingView, findingView, type ProblemView, problemView } from './finding.ts'
import { type RunView, runView } from './run.ts'
import { consentWords } from './site.ts'

/** A part of the request line; `mark` names the typed field it carries. */
export type LinePart = { text: string; mark: string | null }

export type HitView = { field: string; encoding: string; channel: string; parameter: string | null; place: string }

export type RequestView = {
  line: ReadonlyArray<LinePart>
  body: ReadonlyArray<LinePart>
  bodyWords: string | null
  hits: ReadonlyArray<HitView>
  /** Nearest script first, the page last. */
  initiator: ReadonlyArray<string>
  at: string
  ended: string
}

export type ProofView = {
  url: string
  consent: string
  viewport: string
  at: string
  screenshot: string | null
  request: RequestView | null
}

export type CheckView = {
  runId: string
  url: string
  at: string
  outcome: Check['outcome']
  problem: ProblemView | null
  proof: ProofView | null
}

export type TriageView = {
  as: Triage | null
  reason: string
  by: string
  at: string
  until: string | null
  ended: boolean
}

export type ObservationPageView = {
  key: string
  title: string
  saw: string
  status: FindingView['status']
  finding: FindingView
  proofs: ReadonlyArray<ProofView>
  pages: ReadonlyArray<string>
  company: {
    name: string
    host: string
    owner: string | null
    words: string
    onFile: { id: string; name: string } | null
  } | null
  triage: TriageView | null
  checks: ReadonlyArray<CheckView>
  state: CheckState | null
  checking: RunView | null
  vendors: ReadonlyArray<{ id: string; name: string; holds: boolean; because: string }>
}

/** What later looks at the same pages say, all of them together. */
export type CheckState = { word: 'fixed' | 'present' | 'not-assessed' | 'in-part'; at: string }

function paramParts(params: PageRequest['params']): Array<LinePart> {
  return params.flatMap(({ name, value, class: kind, canary }, at): Array<LinePart> => {
    const joint = at === 0 ? '' : '&'
    if (canary === null) return [{ text: `${joint}${name}=${value ?? `{${kind}}`}`, mark: null }]
    const shown = { text: `${name}={${canary.field}, ${canary.encoding}}`, mark: canary.field }
    return joint === '' ? [shown] : [{ text: joint, mark: null }, shown]
  })
}

function lineOf({ method, scheme, host, port, path, params }: PageRequest): Array<LinePart> {
  const usual = /^(https|wss)$/.test(scheme) ? 443 : 80
  const query = params.filter((param) => param.in === 'query')
  const address = `${method} ${scheme}://${host}${port === usual ? '' : `:${port}`}${path}`
  return [{ text: query.length === 0 ? address : `${address}?`, mark: null }, ...paramParts(query)]
}

function hitView({ field, encoding, channel, parameter, offset, length }: CanaryHit): HitView {
  const place = `byte ${offset} to ${offset + length} of the ${channel === 'url' ? 'address' : channel}`
  return { field, encoding: encoding === 'plain' ? 'as typed' : encoding, channel, parameter, place }
}

const blockedWords: Record<NonNullable<PageRequest['blocked']>, string> = {
  'stopped-by-scanner': 'Stopped by the scanner before it left: it was on its way',
  'egress-refused': 'Refused by our proxy: it was on its way',
}

function endedWords({ blocked, status }: PageRequest): string {
  if (blocked !== null) return blockedWords[blocked]
  return status === null ? 'Sent; no answer was seen' : `Sent; answered with ${status}`
}

export function requestView(request: PageRequest): RequestView {
  const { body, params, canaries, initiator, at } = request
  return {
    line: lineOf(request),
    body: paramParts(params.filter((param) => param.in === 'body' || param.in === 'frame')),
    bodyWords: body === null ? null : `${body.kind}, ${body.bytes} bytes, SHA-256 ${body.sha256.slice(0, 16)}…`,
    hits: canaries.map(hitView),
    initiator,
    at,
    ended: endedWords(request),
  }
}

function proofView({ page, request }: Proof): ProofView {
  return {
    url: page.url,
    consent: consentWords[page.consent],
    viewport: page.viewport,
    at: page.method.startedAt,
    screenshot: page.screenshot,
    request: request === null ? null : requestView(request),
  }
}

function receiverIn(proofs: ReadonlyArray<Proof>): Receiver | null {
  const request = proofs.find((proof) => proof.request !== null)?.request
  return request == null ? null : receiverOf(decodeRequest(request))
}

function companyView(receiver: Receiver | null, { registry, at, observation }: ReadObservation) {
  if (receiver === null) return null
  const entry = onFile(registry, receiver)
  const words = agreementFor(registry, receiver, at).because
  return {
    name: receiver.name,
    host: receiver.host,
    owner: receiver.vendor?.owner ?? null,
    // Lines that look at the agreement have said it in their own sentence.
    words: observation.because.includes(words) ? '' : words,
    onFile: entry === undefined ? null : { id: entry.vendorId, name: entry.vendor },
  }
}

function triageView({ rulings, observation, at }: ReadObservation): TriageView | null {
  const [newest] = rulings
  if (newest === undefined) return null
  return {
    as: newest.triage?.as ?? null,
    reason: newest.reason,
    by: newest.by,
    at: newest.source.at,
    until: newest.expiresAt,
    // A cover also ends with its agreement; then no ruling is laid over the rule's verdict any more.
    ended: (newest.expiresAt !== null && new Date(newest.expiresAt) <= at) || observation.ruling === null,
  }
}

function checkState(checks: ReadonlyArray<Check>, pages: ReadonlyArray<string>): CheckState | null {
  const [first] = checks
  if (first === undefined) return null
  const at =
    checks
      .map((check) => check.at)
      .sort()
      .at(-1) ?? first.at
  const is = (outcome: Check['outcome']) => checks.some((check) => check.outcome === outcome)
  if (is('present')) return { word: 'present', at }
  if (is('not-assessed')) return { word: 'not-assessed', at }
  const all = pages.every((url) => checks.some((check) => check.url === url))
  return { word: all ? 'fixed' : 'in-part', at }
}

/** Pure: everything the page of one observation shows. */
export function observationView(read: ReadObservation): ObservationPageView {
  const { finding, observation, proofs, registry, checks, checking, at } = read
  const view = findingView(finding)
  const receiver = receiverIn(proofs)
  const pages = [...new Set(proofs.map(({ page }) => page.url))]
  const [first] = proofs
  const where = first === undefined ? observation.where : pathTemplate(first.page.finalUrl ?? first.page.url)
  return {
    key: observation.key,
    title: receiver === null ? `${finding.title}: ${where}` : `${receiver.name} on ${where}`,
    saw: observation.because,
    status: view.observations.find((one) => one.key === observation.key)?.status ?? view.status,
    finding: view,
    proofs: proofs.map(proofView),
    pages,
    company: companyView(receiver, read),
    triage: triageView(read),
    checks: checks.map(({ problem, proof, ...check }) => ({
      ...check,
      problem: problem === null ? null : problemView(problem, null),
      proof: proof === null ? null : proofView(proof),
    })),
    state: checkState(checks, pages),
    checking: checking === null ? null : runView(checking),
    vendors: registry
      .filter(({ isSubject }) => !isSubject)
      .map((entry) => ({ id: entry.vendorId, name: entry.vendor, ...coverOf(entry, at) })),
  }
}
