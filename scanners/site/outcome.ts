import type { ProblemCode } from '#scanners/problem.ts'
import type { DomFacts } from './capture/dom-facts.ts'
import type { Captured } from './capture/recorder.ts'
import type { ProxyEntry } from './egress/proxy.ts'
import { partyOf } from './party.ts'

export type Outcome = { outcome: 'loaded' | 'partial' | 'failed'; reason: ProblemCode | null }

export type LoadFacts = {
  url: string
  finalUrl: string | null
  navigationError: string | null
  reachedLoad: boolean
  tooManyNavigations: boolean
  crashed: boolean
  /** The last hop of the main document. */
  document: Captured | undefined
  dom: DomFacts | undefined
  proxyLog: ReadonlyArray<ProxyEntry>
}

const byErrorText: ReadonlyArray<readonly [RegExp, ProblemCode]> = [
  [/ERR_TOO_MANY_REDIRECTS/, 'redirect-loop'],
  [/ERR_CERT|ERR_SSL|ERR_BAD_SSL|CERTIFICATE/, 'tls'],
  [/ERR_NAME_NOT_RESOLVED/, 'dns'],
  [/ERR_UNSAFE_PORT/, 'blocked-port'],
  [/ERR_UNSAFE_REDIRECT|ERR_UNKNOWN_URL_SCHEME|ERR_DISALLOWED_URL_SCHEME/, 'blocked-scheme'],
  [/ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT/, 'timed-out'],
  [/ERR_ABORTED/, 'not-html'],
  [/ERR_BLOCKED/, 'blocked-address'],
]

function fromProxy(url: string, log: ReadonlyArray<ProxyEntry>): ProblemCode | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '') : ''
  const entry = log.findLast((line) => line.host === host)
  return entry === undefined || entry.verdict === 'allow' || entry.verdict === 'stopped' ? undefined : entry.verdict
}

function fromStatus(status: number, challenged: boolean): ProblemCode | undefined {
  if (challenged && status >= 400) return 'bot-challenge'
  if (status === 401 || status === 407) return 'login-required'
  if (status === 429) return 'bot-challenge'
  if (status >= 500) return 'http-5xx'
  if (status >= 400) return 'http-4xx'
  return undefined
}

const challengeWords =
  /verify (?:that )?you(?: are|'re|’re) (?:a |not a )?(?:human|robot)|are you (?:a )?(?:human|robot)|not a robot|checking (?:your|the) browser|just a moment|one more step|security check|unusual traffic|automated (?:access|requests|queries)|enable javascript and cookies to continue|request (?:was |has been )?blocked|access (?:to this (?:page|site|website) )?(?:has been |is |was )?denied|you have been blocked|pardon our interruption|press (?:and|&) hold|bot (?:detection|protection)|complete the captcha|solve (?:the|this) (?:captcha|challenge)|ddos protection|verifica que (?:no )?eres/i
const challengeFrames = /captcha|challenge|turnstile|bot-?check/i

/** A wall in front of the page: its words on a page that holds little else, or a puzzle that is all there is. */
export function isChallenge(dom: DomFacts | undefined): boolean {
  if (dom === undefined) return false
  const words = `${dom.title} ${dom.headings.join(' ')} ${dom.text.slice(0, 1_500)}`
  const short = dom.textLength < 1_200
  const puzzles = dom.frames.filter((url) => challengeFrames.test(url)).length
  if (short && challengeWords.test(words) && dom.links.length < 15) return true
  return puzzles > 0 && dom.textLength < 300 && dom.forms.every((form) => form.fields.length <= 1)
}

const loginPath = /(log|sign)[-_]?in|\/auth|\/session|\/sso\b|\/account\/login/i

function isLoginDetour(facts: LoadFacts): boolean {
  if (facts.finalUrl === null || !URL.canParse(facts.finalUrl) || !URL.canParse(facts.url)) return false
  const asked = new URL(facts.url).pathname
  const landed = new URL(facts.finalUrl).pathname
  const hasPassword = facts.dom?.forms.some((form) => form.fields.some((field) => field.type === 'password')) ?? false
  return asked !== landed && hasPassword && loginPath.test(landed) && !loginPath.test(asked)
}

function isEmpty(dom: DomFacts): boolean {
  return dom.textLength < 3 && dom.media === 0 && dom.frames.length === 0 && dom.forms.length === 0
}

/**
 * What became of one load. Only a 2xx HTML document that reached `load`, stands on its own site, shows something and is
 * no challenge is `loaded`; everything else is typed, and nothing else may ever support "not found".
 */
export function outcomeOf(facts: LoadFacts): Outcome {
  const { document, dom, navigationError } = facts
  const failed = (reason: ProblemCode): Outcome => ({ outcome: 'failed', reason })
  const partial = (reason: ProblemCode): Outcome => ({ outcome: 'partial', reason })
  if (facts.tooManyNavigations) return partial('redirect-loop')
  if (facts.crashed) return partial('crashed')
  const refusal = fromProxy(document?.url ?? facts.url, facts.proxyLog)
  if (navigationError !== null) {
    if (refusal !== undefined) return failed(refusal)
    const known = byErrorText.find(([pattern]) => pattern.test(navigationError))
    return failed(known?.[1] ?? 'connect')
  }
  if (refusal !== undefined && (document?.status ?? 403) >= 400) return failed(refusal)
  if (document === undefined || document.status === null) return partial('timed-out')
  const challenged = isChallenge(dom)
  const bad = fromStatus(document.status, challenged)
  if (bad !== undefined) return failed(bad)
  if (document.status < 200 || document.status > 299) return failed('connect')
  if (!/^(text\/html|application\/xhtml\+xml)/i.test(document.mimeType)) return failed('not-html')
  if (facts.finalUrl !== null && partyOf(facts.finalUrl) !== partyOf(facts.url)) return failed('off-site-redirect')
  if (challenged) return failed('bot-challenge')
  if (isLoginDetour(facts)) return failed('login-required')
  if (!facts.reachedLoad) return partial('timed-out')
  if (dom === undefined) return partial('timed-out')
  if (document.status === 204 || isEmpty(dom)) return failed('empty-page')
  return { outcome: 'loaded', reason: null }
}
