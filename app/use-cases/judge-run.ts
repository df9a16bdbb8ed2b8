import { type Assessment, assess, type RuledObservation } from '#checklists/assess.ts'
import { type Compared, compareObservations, machineVerdict } from '#checklists/tracking/compare.ts'
import { trackingChecklist } from '#checklists/tracking/index.ts'
import { openCodes } from '#checklists/tracking/observe.ts'
import { readPage } from '#checklists/tracking/reading.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Scope } from '#db/scoped.ts'
import type { Subject } from '#db/subjects.ts'
import type { Evidence } from '#scanners/evidence.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { gatherBesidesPages } from './gather-evidence.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { recheckOf } from './recheck-of.ts'
import { scopeOf, subjectFor } from './scope.ts'

export type JudgedRun = {
  run: ScanRun
  subject: Subject
  pages: Array<PageEvidence>
  /** Answers, rulings and the register as they stand today. */
  beside: Array<Evidence>
  /** The tracking lines over the pages of this run alone. */
  assessment: Assessment
}

export function pagesOfRun(scope: Scope, runId: string): Array<PageEvidence> {
  return scope.evidence.ofRun(runId).filter((item) => item.kind === 'page')
}

/** A site scan this person may see, with its door: NotFound for one of another organisation or another kind. */
export function openSiteRun(proviso: Proviso, actor: Actor, runId: string) {
  const scope = scopeOf(proviso, actor)
  const run = scope.runs.get(parseInput(idSchema, runId))
  if (run === null || run.scanner !== 'site') throw new NotFound()
  const subject = subjectFor(scope, actor, run.subjectId)
  demand(actor, 'read', subject.kind)
  return { scope, run, subject }
}

/** Judges what one run saw: an older run keeps saying what it said, whatever newer runs found. */
export function judgeRun(proviso: Proviso, actor: Actor, runId: string): JudgedRun {
  const { scope, run, subject } = openSiteRun(proviso, actor, runId)
  const pages = pagesOfRun(scope, run.id)
  const beside = gatherBesidesPages(scope, subject)
  return { run, subject, pages, beside, assessment: assess([trackingChecklist], [...beside, ...pages], proviso.now()) }
}

type Seen = { requirement: string; observation: RuledObservation }

/** Observations that say something: those the rule itself cleared are no finding. */
export function tellingObservations({ findings }: Assessment): Array<Seen> {
  return findings.flatMap(({ requirement, observations }) =>
    observations
      .filter((observation) => !['pass', 'not-applicable'].includes(machineVerdict(observation)))
      .map((observation) => ({ requirement, observation })),
  )
}

/** The newest complete scan of the same subject before this one; checks of one finding are no baseline. */
function baselineOf(scope: Scope, run: ScanRun): ScanRun | null {
  const earlier = scope.runs
    .list({ subjectId: run.subjectId, states: ['done'], limit: 200 })
    .filter((one) => one.scanner === 'site' && one.createdAt < run.createdAt && recheckOf(one.input) === null)
  return earlier[0] ?? null
}

const placeOf = (page: PageEvidence) => {
  const { registrableDomain, template } = readPage(page)
  return `${registrableDomain}${template} ${page.consent}`
}

export type Comparison = { baseline: ScanRun | null; observations: Array<Compared>; findings: Assessment['findings'] }

/** What is new, gone, changed or the same against the complete scan before. A check of one finding is not compared. */
export function compareRun(proviso: Proviso, actor: Actor, judged: JudgedRun): Comparison {
  const scope = scopeOf(proviso, actor)
  const after = tellingObservations(judged.assessment)
  const baseline = recheckOf(judged.run.input) === null ? baselineOf(scope, judged.run) : null
  if (baseline === null) {
    return {
      baseline,
      observations: compareObservations(null, after, () => false),
      findings: judged.assessment.findings,
    }
  }
  const earlierPages = pagesOfRun(scope, baseline.id)
  const earlier = assess([trackingChecklist], [...judged.beside, ...earlierPages], proviso.now())
  const byId = new Map(earlierPages.map((page) => [page.id, page]))
  const read = new Set(judged.pages.filter((page) => openCodes(readPage(page), 'requests').length === 0).map(placeOf))
  const lookedAt = ({ pointers }: RuledObservation) =>
    pointers.some(({ evidence }) => {
      const page = byId.get(evidence)
      return page !== undefined && read.has(placeOf(page))
    })
  return {
    baseline,
    observations: compareObservations(tellingObservations(earlier), after, lookedAt),
    findings: judged.assessment.findings,
  }
}
