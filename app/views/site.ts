import type { Assessment, Finding } from '#checklists/assess.ts'
import { classifyPage } from '#checklists/tracking/page-class.ts'
import { type Recipient, surveySite } from '#checklists/tracking/recipients.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { type FindingView, findingView, type ProblemView, problemView } from './finding.ts'

export type PageRow = {
  id: string
  url: string
  class: string
  risk: string
  why: string
  outcome: PageEvidence['outcome']
  problem: ProblemView | null
  status: number | null
  consent: string
  viewport: string
  screenshot: string | null
}

export type RecipientRow = {
  key: string
  host: string
  name: string
  owner: string | null
  category: string
  signsBaa: string
  requests: number
  receives: ReadonlyArray<string>
  pages: ReadonlyArray<string>
}

export type RequestRow = {
  key: string
  page: string
  consent: string
  method: string
  host: string
  path: string
  initiator: ReadonlyArray<string>
  sends: ReadonlyArray<string>
  outcome: string
}

export type CookieRow = {
  key: string
  name: string
  domain: string
  page: string
  thirdParty: boolean
  days: number | null
  setter: string | null
}

/** What one scan found, did not find and could not assess: three lists, never merged; then the facts behind them. */
export type SiteResults = {
  seen: number
  found: ReadonlyArray<FindingView>
  notFound: ReadonlyArray<FindingView>
  open: ReadonlyArray<FindingView>
  recipients: ReadonlyArray<RecipientRow>
  pages: ReadonlyArray<PageRow>
  requests: ReadonlyArray<RequestRow>
  cookies: ReadonlyArray<CookieRow>
  method: ReadonlyArray<readonly [term: string, value: string]>
}

export const consentWords: Record<PageEvidence['consent'], string> = {
  none: 'Before any choice',
  reject: 'After Reject',
  accept: 'After Accept',
  gpc: 'With opt-out signal',
}

const signsWords: Record<NonNullable<Recipient['tracker']>['signsBaa'], string> = {
  never: 'Does not sign',
  'some-tiers': 'On some plans',
  yes: 'Signs',
  unknown: 'Not known',
}

const blockedWords = {
  'egress-refused': 'Refused by our proxy',
  'stopped-by-scanner': 'Stopped by the scan',
} as const

function pageRow(page: PageEvidence): PageRow {
  const { id, url, outcome, status, consent, viewport, screenshot, reason } = page
  const { class: name, risk, classReasons } = classifyPage(page)
  const read = outcome !== 'failed'
  return {
    id,
    url,
    class: read ? name : 'Not read',
    risk: read ? risk : '–',
    why: read ? classReasons.join('; ') : '',
    outcome,
    problem: reason === null ? null : problemView(reason, null),
    status,
    consent: consentWords[consent],
    viewport,
    screenshot,
  }
}

function recipientRow({ host, tracker, requests, receives, pages, kind }: Recipient): RecipientRow {
  return {
    key: `${host} ${tracker?.id ?? ''}`,
    host,
    name: tracker?.name ?? host,
    owner: tracker?.owner ?? null,
    category: kind === 'declared' ? 'Named, not asked' : (tracker?.category ?? 'Not known'),
    signsBaa: tracker === null ? 'Not known' : signsWords[tracker.signsBaa],
    requests,
    receives,
    pages,
  }
}

function methodOf(pages: ReadonlyArray<PageEvidence>): Array<readonly [string, string]> {
  const [first] = pages
  if (first === undefined) return []
  const { method, authority, mode } = first
  const states = [...new Set(pages.map(({ consent }) => consentWords[consent]))].join(', ')
  const screens = [...new Set(pages.map(({ viewport }) => viewport))].join(', ')
  return [
    ['Authority', authority === 'public' ? 'Public pages, nothing typed' : authority],
    ['Cookie choices', states],
    ['Screens', screens],
    ['Way of looking', mode === 'browser' ? method.browser : 'Static reading, no script ran'],
    ['Browser sandbox', method.sandbox ? 'On' : 'OFF on this machine'],
    ...(method.laboratory ? [['Laboratory', 'Yes: addresses on this machine were allowed'] as const] : []),
  ]
}

/** Tracking lines that a scan decides; the others need an answer or another proof. */
function isSeen({ checklist }: Finding): boolean {
  return checklist === 'tracking'
}

/** Pure: the pages of one run, and the assessment in which they were judged. */
export function siteResults(pages: ReadonlyArray<PageEvidence>, assessment: Assessment | null): SiteResults {
  const survey = surveySite(pages)
  const findings = (assessment?.findings ?? []).filter(isSeen)
  const views = (kinds: ReadonlyArray<Finding['verdict']>) =>
    findings.filter(({ verdict }) => kinds.includes(verdict)).map((finding) => findingView(finding))
  return {
    seen: pages.filter(({ outcome }) => outcome !== 'failed').length,
    found: views(['fail', 'partial']),
    notFound: views(['pass']),
    open: views(['unknown']),
    recipients: survey.recipients.map(recipientRow).sort((a, b) => b.requests - a.requests),
    pages: pages.map(pageRow),
    requests: survey.requests.map((request, at) => ({
      key: String(at),
      page: request.page,
      consent: consentWords[request.consent],
      method: request.method,
      host: request.host,
      path: request.path,
      initiator: request.initiator,
      sends: [...new Set(request.params.map((param) => param.class))],
      outcome: request.blocked === null ? 'Sent' : blockedWords[request.blocked],
    })),
    cookies: survey.cookies.map((cookie, at) => ({
      key: String(at),
      name: cookie.name,
      domain: cookie.domain,
      page: cookie.page,
      thirdParty: cookie.thirdParty,
      days: cookie.expiresInDays === null ? null : Math.round(cookie.expiresInDays),
      setter: cookie.setter,
    })),
    method: methodOf(pages),
  }
}
