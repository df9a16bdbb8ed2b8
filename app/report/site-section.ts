import { inWords } from '#checklists/tracking/decode.ts'
import { classifyPage } from '#checklists/tracking/page-class.ts'
import { type Leak, type Recipient, surveySite } from '#checklists/tracking/recipients.ts'
import type { Evidence, EvidenceOf } from '#scanners/evidence.ts'
import { describeProblem } from '#scanners/problem.ts'

type Page = EvidenceOf<'page'>

export type SiteSection = {
  pages: ReadonlyArray<{
    url: string
    class: string
    risk: string
    consent: string
    outcome: string
    companies: number
    requests: number
  }>
  recipients: ReadonlyArray<{
    name: string
    hosts: ReadonlyArray<string>
    owner: string
    category: string
    pages: ReadonlyArray<string>
    requests: number
    receives: string
  }>
  /** Typed test values by page and recipient. */
  leaks: ReadonlyArray<{ page: string; recipient: string; fields: ReadonlyArray<string>; how: ReadonlyArray<string> }>
  couldNotAssess: ReadonlyArray<{ url: string; reason: string }>
  /** Rows of each table this length has no room for; the annex holds them. */
  leftOut: { recipients: number; leaks: number; pages: number; couldNotAssess: number }
  /** "not found in n of m pages read" or what was found, in one sentence. */
  summary: string
  method: ReadonlyArray<readonly [label: string, value: string]>
}

const outcomes: Record<Page['outcome'], string> = { loaded: 'read', partial: 'read in part', failed: 'not read' }

function pageRow(page: Page): SiteSection['pages'][number] {
  const { class: pageClass, risk } = classifyPage(page)
  return {
    url: page.url,
    class: pageClass,
    risk,
    consent: page.consent,
    outcome: outcomes[page.outcome],
    companies: companiesOf(page),
    requests: page.requests.filter(({ thirdParty }) => thirdParty).length,
  }
}

function openRows(pages: ReadonlyArray<Page>): SiteSection['couldNotAssess'] {
  return pages
    .filter(({ outcome, open }) => outcome !== 'loaded' || open.length > 0)
    .map(({ url, reason, open }) => ({
      url,
      reason: describeProblem(reason ?? open[0]?.code ?? 'capture-incomplete').says,
    }))
}

function unique(values: ReadonlyArray<string>): string {
  return [...new Set(values)].join(', ')
}

function methodRows(pages: ReadonlyArray<Page>): SiteSection['method'] {
  const starts = pages.map(({ method }) => method.startedAt).sort()
  const laboratory = pages.some(({ method }) => method.laboratory)
  return [
    ['Pages', `${new Set(pages.map(({ url }) => url)).size} addresses, ${pages.length} visits`],
    ['Cookie choices', unique(pages.map(({ consent }) => consent))],
    ['Screens', unique(pages.map(({ viewport }) => viewport))],
    ['Authority', unique(pages.map(({ authority }) => authority))],
    ['Browser', unique(pages.map(({ method }) => method.browser))],
    ['Browser sandbox', pages.every(({ method }) => method.sandbox) ? 'on' : 'BROWSER SANDBOX OFF during this scan'],
    ['Identified as', unique(pages.map(({ method }) => method.userAgent))],
    ...(laboratory ? [['Laboratory', 'Names were mapped to local stand-ins.'] as const] : []),
    ['Scanned', `${starts[0]} to ${starts.at(-1)} (UTC)`],
  ]
}

function companiesOf(page: Page): number {
  return new Set(page.requests.filter(({ thirdParty }) => thirdParty).map(({ registrableDomain }) => registrableDomain))
    .size
}

function summaryWords(pages: ReadonlyArray<Page>, companies: number): string {
  const addresses = new Set(pages.map(({ url }) => url))
  const read = new Set(pages.filter(({ outcome }) => outcome === 'loaded').map(({ url }) => url))
  const reach = `${read.size} of ${addresses.size} pages read in full`
  return companies === 0
    ? `No request to another company was observed in ${reach}.`
    : `Requests to ${companies} other ${companies === 1 ? 'company was' : 'companies were'} observed in ${reach}.`
}

/** Hosts of one product are one row: people act on the product, not on its hosts. */
function byCompany(observed: ReadonlyArray<Recipient>): SiteSection['recipients'] {
  const groups = new Map<string, Array<Recipient>>()
  for (const one of observed) {
    const name = one.tracker?.name ?? one.registrableDomain
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [...groups].map(([name, rows]) => {
    const tracker = rows[0]?.tracker ?? null
    const receives = rows.flatMap((row) => row.receives)
    return {
      name,
      hosts: rows.map(({ host }) => host),
      owner: tracker?.owner ?? 'not known',
      category: tracker?.category ?? 'not known',
      pages: [...new Set(rows.flatMap((row) => row.pages))],
      requests: rows.reduce((sum, { requests }) => sum + requests, 0),
      receives: receives.length === 0 ? 'the visitor’s IP address' : inWords(receives, 6),
    }
  })
}

function leaksByRecipient(leaks: ReadonlyArray<Leak>): SiteSection['leaks'] {
  const groups = new Map<string, SiteSection['leaks'][number]>()
  for (const { page, recipient, field, encoding, channel } of leaks) {
    const key = `${page} ${recipient}`
    const group = groups.get(key) ?? { page, recipient, fields: [], how: [] }
    groups.set(key, {
      ...group,
      fields: [...new Set([...group.fields, field])],
      how: [...new Set([...group.how, `${encoding} in ${channel}`])],
    })
  }
  return [...groups.values()]
}

/**
 * The site part of the model: pages read, who received what, and what could not be assessed. Each table holds at most
 * `rows` rows; where it is cut, the pages of the highest risk come first.
 */
export function siteSection(evidence: ReadonlyArray<Evidence>, rows: number): SiteSection {
  const pages = evidence.filter((item): item is Page => item.kind === 'page')
  const survey = surveySite(pages)
  const observed = survey.recipients.filter(({ requests }) => requests > 0)
  const recipients = byCompany(observed)
  const leaks = leaksByRecipient(survey.leaks)
  const seen = pages.map(pageRow)
  const open = openRows(pages)
  const leftOut = (list: ReadonlyArray<unknown>) => Math.max(0, list.length - rows)
  const byRisk = seen.length > rows ? seen.toSorted((a, b) => a.risk.localeCompare(b.risk)) : seen
  return {
    pages: byRisk.slice(0, rows),
    recipients: recipients.slice(0, rows),
    leaks: leaks.slice(0, rows),
    couldNotAssess: open.slice(0, rows),
    leftOut: {
      recipients: leftOut(recipients),
      leaks: leftOut(leaks),
      pages: leftOut(seen),
      couldNotAssess: leftOut(open),
    },
    summary: summaryWords(
      pages,
      new Set(observed.map(({ tracker, registrableDomain }) => tracker?.owner ?? registrableDomain)).size,
    ),
    method: methodRows(pages),
  }
}
