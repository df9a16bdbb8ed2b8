import { describeProblem, type ProblemCode } from '#scanners/problem.ts'
import type { TrackerCategory } from '../knowledge/tracker.ts'
import type { EvidenceOf, Judgement } from '../requirement.ts'
import type { DecodedRequest } from './decode.ts'
import { observationsOf, openCodes, type Reach, type Sight, worstVerdict } from './observe.ts'
import { type PageReading, readPage } from './reading.ts'

/** Categories that measure, record or advertise: no patient needs them to be cared for. */
const measuring: ReadonlySet<TrackerCategory> = new Set([
  'ad-pixel',
  'analytics',
  'session-replay',
  'tag-manager',
  'customer-data-platform',
  'ab-test',
  'marketing',
  'error-monitoring',
])

/** Services a visitor sees or uses: what is typed into them goes there by design, and needs an agreement all the same. */
const embedded: ReadonlySet<TrackerCategory> = new Set([
  'form',
  'scheduler',
  'chat',
  'call-tracking',
  'payment',
  'review-widget',
])

export function isMeasuring(category: TrackerCategory | undefined): boolean {
  return category !== undefined && measuring.has(category)
}

export function isEmbedded(category: TrackerCategory | undefined): boolean {
  return category !== undefined && embedded.has(category)
}

const fileTypes = /^(script|stylesheet|style|font|image|media|manifest|texttrack|prefetch|imageset)$/i

/** A file that was fetched and told nothing but the visitor's network address and, by Referer, the site. */
export function isDelivery({ request, receives }: DecodedRequest): boolean {
  return (
    request.method.toUpperCase() === 'GET' &&
    fileTypes.test(request.type) &&
    request.canaries.length === 0 &&
    receives.every((kind) => kind === 'custom-data' || kind === 'opaque')
  )
}

/** Whether a request hands something over: every data request of a measuring vendor, and any other that is no mere file. */
export function handsOver(sent: DecodedRequest): boolean {
  const category = sent.named?.vendor.category
  if (isMeasuring(category)) return !isLibrary(sent)
  if (category === undefined || isEmbedded(category) || category === 'unknown') return !isDelivery(sent)
  // Maps, fonts, captchas and videos get an address and no more, unless something typed went along.
  return sent.typed.length > 0
}

/** The library of a vendor on its way in: nothing was sent with it but the address. Images of such vendors are pixels. */
export function isLibrary({ request, named, receives }: DecodedRequest): boolean {
  if (request.canaries.length > 0 || request.method.toUpperCase() !== 'GET') return false
  const asFile = /^(script|stylesheet|style|font|preload|prefetch)$/i.test(request.type)
  if (named?.vendor.category === 'tag-manager') return asFile || /^(document|iframe)$/i.test(request.type)
  return asFile && !receives.some((kind) => kind !== 'custom-data' && kind !== 'opaque' && kind !== 'element-text')
}

export function readAll(pages: ReadonlyArray<EvidenceOf<'page'>>): Array<PageReading> {
  return pages.map(readPage)
}

function pageViews(count: number): string {
  return count === 1 ? '1 page view' : `${count} page views`
}

function listCodes(codes: ReadonlyArray<ProblemCode>): string {
  return [...new Set(codes)].map((code) => describeProblem(code).says.replace(/\.$/, '').toLowerCase()).join('; ')
}

/**
 * The verdict over what was seen. A fail stands on its own. "Not found" needs every page that was chosen to have been
 * read to the end in a browser; else it is unknown, worded by its reach. `empty` = no page read is of the kind asked about.
 */
export function conclude(
  requirement: string,
  given: {
    pages: ReadonlyArray<PageReading>
    scope: ReadonlyArray<PageReading>
    sights: ReadonlyArray<Sight>
    reach?: Reach
    clean: string
    empty: string
  },
): Judgement {
  const { pages, scope, sights, reach = 'requests', clean, empty } = given
  const observations = observationsOf(requirement, sights)
  const verdict = worstVerdict(observations.map((observation) => observation.verdict))
  const shown = observations.filter((observation) => observation.verdict === verdict)
  const pointers = shown.flatMap((observation) => observation.pointers).slice(0, 12)
  if (verdict === 'fail') {
    const more = shown.length > 1 ? ` ${shown.length - 1} more like this.` : ''
    return { verdict, because: `${shown[0]!.because}${more}`, pointers, observations }
  }
  // A page that was read and is of another kind cannot hide what is asked about; one that was not read can.
  const asked = pages.filter((reading) => reading.page.outcome !== 'loaded' || scope.includes(reading))
  const open = asked.map((reading) => openCodes(reading, reach)).filter((codes) => codes.length > 0)
  const read = pages.length - open.length
  const reached = `Not found in ${read} of ${pageViews(pages.length)} read`
  const where = scope
    .slice(0, 12)
    .map(({ page }) => ({ evidence: page.id, quote: page.title, place: { url: page.url } }))
  if (open.length > 0)
    return { verdict: 'unknown', because: `${reached}: ${listCodes(open.flat())}.`, pointers: where, observations }
  if (pages.every(({ page }) => page.mode === 'static') && pages.length > 0)
    return {
      verdict: 'unknown',
      because: `Not found in the page source of ${pages.length} pages; only the browser mode can show what is sent.`,
      pointers: where,
      observations,
    }
  if (observations.length > 0 && verdict !== 'pass')
    return { verdict, because: shown[0]!.because, pointers, observations }
  if (scope.length === 0) return { verdict: 'not-applicable', because: empty, observations }
  if (scope.some(({ page }) => page.mode === 'static'))
    return {
      verdict: 'unknown',
      because: 'Some pages were read as source only; use the browser mode for them.',
      pointers: where,
      observations,
    }
  return {
    verdict: 'pass',
    because: `${clean} (${pageViews(scope.length)} read).`,
    pointers: [...pointers, ...where].slice(0, 12),
    observations,
  }
}
