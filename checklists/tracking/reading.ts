import { getDomain } from 'tldts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { type DecodedRequest, decodeRequest } from './decode.ts'
import { type Classified, classifyPage } from './page-class.ts'
import { vendorOfHost } from './vendors.ts'

/** A page with what it means: its class, and each request that reaches another company. */
export type PageReading = {
  page: PageEvidence
  host: string
  registrableDomain: string
  template: string
  classified: Classified
  /**
   * Requests that leave the practice's own site, and first-party ones that carry a vendor's wire format or name, or what
   * was typed to a host that leads elsewhere.
   */
  sent: ReadonlyArray<DecodedRequest>
}

/** The site a host name belongs to, private suffixes counted: an app on a shared cloud host is its own party. */
export function siteOf(host: string): string {
  const name = host.replace(/:\d+$/, '')
  return getDomain(name, { allowPrivateDomains: true }) ?? name
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    // Addresses that were never opened may be stored as typed; the caller shows them as they are.
    return null
  }
}

/** The path with numbers, dates and codes replaced, so that two scans of one template share one id. */
export function pathTemplate(text: string): string {
  const path = urlOf(text)?.pathname ?? text
  return path
    .split('/')
    .map((segment) => {
      if (/^\d+$/.test(segment)) return '{n}'
      if (/^[{[<].*[}\]>]$/.test(segment)) return '{code}'
      const mixed = (segment.match(/\d+/g)?.length ?? 0) >= 2 && /[a-z]/i.test(segment) && segment.length >= 8
      if (/^[0-9a-f-]{16,}$/i.test(segment) || (mixed && !segment.includes('-'))) return '{code}'
      return segment
    })
    .join('/')
}

/**
 * A request that reaches another company; undefined for the site's own. A host of the site's own name that leads
 * elsewhere and got what was typed is one too, whoever is behind it: the alias names the company. What the page's own
 * host leads to as well is the practice's hosting, and a listed delivery network only passes on: the first company of the
 * chain that is neither has it, whoever passes it on for that company.
 */
function leaving(sent: DecodedRequest, host: string, hosting: ReadonlySet<string>): DecodedRequest | undefined {
  const { request, named, typed } = sent
  if (request.thirdParty || named !== null) return sent
  if (typed.length === 0 || request.host === host) return undefined
  const own = siteOf(request.host)
  const behind = request.cnames
    .filter((name) => vendorOfHost(name) === null)
    .map(siteOf)
    .find((site) => site !== own && !hosting.has(site))
  return behind === undefined ? undefined : { ...sent, request: { ...request, registrableDomain: behind } }
}

const read = new WeakMap<PageEvidence, PageReading>()

/** Reads one page; the result is kept beside the evidence object, because eighteen rules look at the same pages. */
export function readPage(page: PageEvidence): PageReading {
  const known = read.get(page)
  if (known !== undefined) return known
  const address = page.finalUrl ?? page.url
  const host = urlOf(address)?.hostname ?? ''
  const hosting = new Set(
    page.requests.filter((request) => request.host === host).flatMap(({ cnames }) => cnames.map(siteOf)),
  )
  const sent = page.requests
    .filter((request) => request.host !== '')
    .flatMap((request) => leaving(decodeRequest(request), host, hosting) ?? [])
  const reading: PageReading = {
    page,
    host,
    registrableDomain: siteOf(host),
    template: pathTemplate(address),
    classified: classifyPage(page),
    sent,
  }
  read.set(page, reading)
  return reading
}

const pageNames: Readonly<Record<Classified['class'], string>> = {
  booking: 'the booking page',
  intake: 'the intake page',
  'portal-login': 'the login page',
  payment: 'the payment page',
  contact: 'the contact page',
  condition: 'a condition page',
  provider: 'a provider page',
  'privacy-policy': 'the privacy policy page',
  home: 'the front page',
  other: 'a general page',
}

/** "the booking page": what a sentence calls this page. */
export function pageName({ page, classified }: PageReading): string {
  if (page.authenticated) return 'a page behind the login'
  if (classified.tokenLink !== null && classified.class === 'other') return 'a page behind a patient’s own link'
  return pageNames[classified.class]
}

/**
 * Whether a request carried a recording: the scanner saw the shape of one in what the script behind it sent. The sign
 * names the script, so another body of the same script counts with it.
 */
export function carriesRecording({ page }: PageReading, { request }: DecodedRequest): boolean {
  const [script] = request.initiator
  return request.body !== null && page.replaySigns.some((sign) => sign.script === script && sign.script !== '')
}
