import { type Assessment, assess } from '#checklists/assess.ts'
import { baaCheckedOn } from '#checklists/knowledge/tracker-baa.ts'
import { entityList } from '#checklists/tracking/entities.ts'
import { trackingChecklist } from '#checklists/tracking/index.ts'
import { classifyPage } from '#checklists/tracking/page-class.ts'
import { type SiteSurvey, surveySite } from '#checklists/tracking/recipients.ts'
import type { ProblemCode, ScanProblem } from '#scanners/problem.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { countsAsFinding, envelope, exit, type FailOn, refusal } from './command.ts'

export type SiteScanResult = {
  target: string
  pages: ReadonlyArray<PageEvidence>
  assessment: Assessment
  survey: SiteSurvey
  problem: ScanProblem | null
  cancelled: boolean
  startedAt: string
  ms: number
  /** Folder of screenshots beside the JSON, or null where none were written. */
  screenshots: string | null
}

/** Items that say nothing against having read a page: without permission nothing is typed, and that is as agreed. */
function stops({ code }: { code: ProblemCode }): boolean {
  return code !== 'not-attested'
}

/** A site is assessed only if every page chosen is; reasons are those of the first page that is not. */
export function outcomeOf({ pages, problem, cancelled }: Pick<SiteScanResult, 'pages' | 'problem' | 'cancelled'>): {
  outcome: 'assessed' | 'partial' | 'could-not-assess'
  reason: ProblemCode | null
} {
  if (problem !== null && pages.length === 0) return { outcome: 'could-not-assess', reason: problem.code }
  const seen = pages.filter(({ outcome }) => outcome !== 'failed')
  const first = pages.find(({ outcome, open }) => outcome !== 'loaded' || open.some(stops))
  const reason = first === undefined ? null : (first.reason ?? first.open.find(stops)?.code ?? 'capture-incomplete')
  if (seen.length === 0)
    return { outcome: 'could-not-assess', reason: reason ?? (cancelled ? 'cancelled' : 'empty-page') }
  if (cancelled) return { outcome: 'partial', reason: 'cancelled' }
  if (problem !== null) return { outcome: 'partial', reason: problem.code }
  return first === undefined ? { outcome: 'assessed', reason: null } : { outcome: 'partial', reason }
}

/** Judges pages by the tracking lines at one instant. */
export function judgePages(
  pages: ReadonlyArray<PageEvidence>,
  at: Date,
): Pick<SiteScanResult, 'assessment' | 'survey'> {
  return { assessment: assess([trackingChecklist], pages, at), survey: surveySite(pages) }
}

function pageLine(page: PageEvidence, screenshots: string | null) {
  const { class: kind, risk, legalRisk, classReasons, confidence } = classifyPage(page)
  return {
    url: page.url,
    finalUrl: page.finalUrl,
    status: page.status,
    class: kind,
    risk,
    legalRisk,
    authenticated: page.authenticated,
    classReasons,
    confidence,
    consent: page.consent,
    viewport: page.viewport,
    mode: page.mode,
    outcome: page.outcome,
    reason: page.reason,
    open: page.open,
    screenshot:
      page.screenshot === null || screenshots === null ? page.screenshot : `${screenshots}/${page.screenshot}.png`,
  }
}

function refusedOf(result: SiteScanResult, reason: ProblemCode | null): PageEvidence['refused'] {
  const all = result.pages.flatMap(({ refused }) => refused)
  const why = (['blocked-address', 'blocked-scheme', 'blocked-port'] as const).find((code) => code === reason)
  if (why !== undefined && !all.some((entry) => entry.why === why)) all.push({ url: result.target, why })
  return all.filter(
    (entry, at) => all.findIndex(({ url, why: other }) => url === entry.url && other === entry.why) === at,
  )
}

/** The JSON document of `proviso site scan`, exactly as the command line contract has it; further keys only add. */
export function siteScanDocument(result: SiteScanResult) {
  const { pages, survey, assessment, problem } = result
  const { outcome, reason } = outcomeOf(result)
  return {
    ...envelope(trackingChecklist),
    target: result.target,
    outcome,
    reason,
    ...(problem === null ? {} : { refusal: refusal(problem) }),
    pages: pages.map((page) => pageLine(page, result.screenshots)),
    ...survey,
    findings: assessment.findings,
    refused: refusedOf(result, reason),
    timing: { startedAt: result.startedAt, ms: result.ms },
    browser: pages[0]?.method.browser ?? null,
    method: pages[0]?.method ?? null,
    lists: [
      { name: 'Proviso tracker table', date: baaCheckedOn },
      { name: entityList.name, date: entityList.date },
    ],
  }
}

/** 1 findings; else 3 where the site was not read in full, because that is no "nothing found"; else 0. */
export function exitOf(result: SiteScanResult, failOn: FailOn): number {
  const { outcome } = outcomeOf(result)
  const found = result.assessment.findings.some(
    ({ axis, verdict }) => axis !== 'judgement' && countsAsFinding(verdict, failOn),
  )
  if (found && outcome !== 'could-not-assess') return exit.findings
  return outcome === 'assessed' ? exit.ok : exit.unread
}
