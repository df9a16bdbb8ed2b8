import type { ProblemCode } from '#scanners/problem.ts'
import { redactUrl } from '#scanners/redact.ts'
import type { PageEvidence, PageRequest } from '../evidence.ts'
import { cookieParts } from './hits.ts'
import { lateChunks } from './late-chunks.ts'
import type { PageCapture } from './page-state.ts'

function isOpaque(body: PageRequest['body']): boolean {
  return body?.read === true && body.bytes >= 32 && /(^|\+)binary$/.test(body.kind)
}

/** Hosts of others, or of the site under another's name, that a cookie with a typed value may have reached. */
function perhapsCarried({ matcher, recorder }: PageCapture, requests: ReadonlyArray<PageRequest>): Array<string> {
  if (matcher === undefined) return []
  const carriers = recorder.requests.filter(({ id, perhapsCookies }) => {
    const told = requests.find((request) => request.id === id)
    const isOthers = told !== undefined && (told.thirdParty || told.cnames.length > 0)
    return isOthers && perhapsCookies !== null && matcher.match(cookieParts(perhapsCookies)).hits.length > 0
  })
  return [...new Set(carriers.map(({ url }) => new URL(url).hostname))]
}

/** Everything that stops a "not found" of this page (site-scan.md 10), each with a short harmless detail. */
export function openItems(
  capture: PageCapture,
  requests: ReadonlyArray<PageRequest>,
  faulty: boolean,
): PageEvidence['open'] {
  const open: Array<{ code: ProblemCode; detail: string }> = []
  const hosts = (list: ReadonlyArray<PageRequest>) => [...new Set(list.map((request) => request.host))].join(', ')
  const { hostname } = new URL(capture.job.url)
  // A host of the site's own name may be somebody else's; the page's own host is who was visited.
  const leaves = ({ thirdParty, cnames, host }: PageRequest) => thirdParty || (cnames.length > 0 && host !== hostname)
  // Before the first key nothing typed can be in a body; from then on an unread one stays an open question.
  const unread = requests.filter(
    (request) =>
      leaves(request) &&
      request.body?.read === false &&
      Date.parse(request.at) >= (capture.typedAt[request.visit] ?? Number.POSITIVE_INFINITY),
  )
  if (unread.length > 0) open.push({ code: 'capture-incomplete', detail: `body not readable: ${hosts(unread)}` })
  const unseen = requests.filter((request) => request.target === 'proxy-only' && request.blocked === null)
  if (unseen.length > 0)
    open.push({ code: 'capture-incomplete', detail: `connection without a known cause: ${hosts(unseen)}` })
  const late = lateChunks(capture.recorder.requests, requests, capture.typedAt)
  if (late.length > 0) {
    const named = late.slice(0, 5).join(', ') + (late.length > 5 ? ` and ${late.length - 5} more` : '')
    const detail = `a late chunk was stopped, the page may therefore have been seen incompletely: ${named}`
    open.push({ code: 'capture-incomplete', detail })
  }
  const carried = perhapsCarried(capture, requests)
  if (carried.length > 0) {
    const detail = `a cookie with a typed value may have gone along: ${carried.join(', ')}`
    open.push({ code: 'capture-incomplete', detail })
  }
  const lost = capture.lost.filter((url) => url !== '' && url !== 'about:blank').map(redactUrl)
  if (lost.length > 0) open.push({ code: 'capture-incomplete', detail: `not attached in time: ${lost.join(', ')}` })
  if (capture.unseenWindows > 0) {
    const detail = `${capture.unseenWindows} more windows were closed before they asked for anything`
    open.push({ code: 'capture-incomplete', detail })
  }
  if (capture.proxyLog.some((entry) => entry.verdict === 'too-large')) {
    open.push({ code: 'too-large', detail: 'The page asked for more than a page may.' })
  }
  if (capture.job.authority === 'public') open.push({ code: 'not-attested', detail: '' })
  if (capture.cmp?.result === 'failed') open.push({ code: 'consent-failed', detail: capture.cmp.name ?? '' })
  if (faulty) open.push({ code: 'matcher-fault', detail: '' })
  for (const [visit, played] of Object.entries(capture.played)) {
    if (played.stopped === null || (visit === 'leave' && played.stopped === capture.played.look?.stopped)) continue
    const detail = `the journey "${played.name}" stopped at ${played.stopped}`
    open.push({ code: 'capture-incomplete', detail: visit === 'leave' ? `in the leave visit ${detail}` : detail })
  }
  for (const detail of new Set(capture.gaps)) open.push({ code: 'capture-incomplete', detail })
  const typed = capture.typed !== null
  const opaque = requests.filter(
    (request) => typed && leaves(request) && request.canaries.length === 0 && isOpaque(request.body),
  )
  if (opaque.length > 0) open.push({ code: 'opaque-payload', detail: hosts(opaque) })
  return open
}
