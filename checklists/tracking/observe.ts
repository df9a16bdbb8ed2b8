import type { ProblemCode } from '#scanners/problem.ts'
import type { Observation, Verdict } from '../requirement.ts'
import type { DecodedRequest } from './decode.ts'
import type { PageReading } from './reading.ts'
import { sha256 } from './sha256.ts'

/** One thing seen on one page in one state, before equal ones are put together. */
export type Sight = {
  reading: PageReading
  sent: DecodedRequest | null
  /** Vendor id, or the registrable domain of a company nobody knows. */
  party: string
  dataClass: string
  channel: string
  verdict: Verdict
  because: string
  quote: string
}

/** What makes two sights the same observation, and nothing else, so that a rescan says new, gone or same. */
function identity(requirement: string, { reading, party, dataClass, channel }: Sight): string {
  const { registrableDomain, template, page } = reading
  return [requirement, registrableDomain, template, page.consent, party, dataClass, channel].join('\n')
}

const severity: ReadonlyArray<Verdict> = ['fail', 'unknown', 'partial', 'pass', 'not-applicable']

export function worstVerdict(verdicts: ReadonlyArray<Verdict>): Verdict {
  return severity.find((verdict) => verdicts.includes(verdict)) ?? 'pass'
}

const maxPointers = 8

/** Equal sights become one observation with the pages it was seen on; order is that of the pages. */
export function observationsOf(requirement: string, sights: ReadonlyArray<Sight>): Array<Observation> {
  const groups = new Map<string, Array<Sight>>()
  for (const sight of sights) {
    const same = identity(requirement, sight)
    const group = groups.get(same)
    if (group === undefined) groups.set(same, [sight])
    else group.push(sight)
  }
  return [...groups].map(([same, group]) => {
    const verdict = worstVerdict(group.map((sight) => sight.verdict))
    const first = group.find((sight) => sight.verdict === verdict)!
    const { page, template, registrableDomain } = first.reading
    const pages = new Set(group.map(({ reading }) => reading.page.url)).size
    return {
      key: sha256(same),
      verdict,
      because: first.because,
      where: `${registrableDomain}${template} (choice: ${page.consent})${pages > 1 ? `, ${pages} pages` : ''}`,
      pointers: group.slice(0, maxPointers).map(({ reading, sent, quote }) => ({
        evidence: reading.page.id,
        quote,
        place: { url: reading.page.url, ...(sent === null ? {} : { request: sent.request.id }) },
      })),
    }
  })
}

/** "GET www.example.com/tr (cd, dl, id)": a request as it may be shown. */
export function requestLine({ request }: DecodedRequest): string {
  const names = [...new Set(request.params.filter((param) => param.in !== 'header').map(({ name }) => name))]
  const shown = names.slice(0, 12).join(', ')
  const line = `${request.method} ${request.host}${request.path}`
  return names.length === 0 ? line : `${line} (${shown}${names.length > 12 ? ', …' : ''})`
}

/** What must be whole before "not found" may be said: the page itself, its requests, the typing, or the cookie choice. */
export type Reach = 'page' | 'requests' | 'typing' | 'choice'

const besideTheQuestion: Readonly<Record<Reach, ReadonlySet<ProblemCode>>> = {
  page: new Set<ProblemCode>([
    'not-attested',
    'opaque-payload',
    'matcher-fault',
    'consent-failed',
    'loaded-silent',
    'capture-incomplete',
  ]),
  requests: new Set<ProblemCode>([
    'not-attested',
    'opaque-payload',
    'matcher-fault',
    'consent-failed',
    'loaded-silent',
  ]),
  typing: new Set<ProblemCode>(['consent-failed', 'loaded-silent']),
  choice: new Set<ProblemCode>(['not-attested', 'opaque-payload', 'matcher-fault', 'loaded-silent']),
}

function asksAnything({ page }: PageReading): boolean {
  return page.forms.some(({ fields }) => fields.some(({ type }) => !/^(hidden|submit|button|image|reset)$/.test(type)))
}

/** The codes that keep one page from supporting "not found"; empty for a page that was read to the end. */
export function openCodes(reading: PageReading, reach: Reach): Array<ProblemCode> {
  const { page } = reading
  const codes = new Set<ProblemCode>()
  const aside = besideTheQuestion[reach]
  if (page.outcome !== 'loaded' && !(page.reason !== null && aside.has(page.reason)))
    codes.add(page.reason ?? 'capture-incomplete')
  else if (page.status !== null && (page.status < 200 || page.status > 299)) codes.add('http-4xx')
  for (const { code } of page.open) if (!aside.has(code)) codes.add(code)
  if (reach === 'typing') {
    codes.delete('not-attested')
    if (page.typed === null && asksAnything(reading)) codes.add('not-attested')
  }
  return [...codes]
}
