import type { Proviso } from '../proviso.server.ts'
import { isEnded } from '../queue/queue.ts'
import type { PersonActor } from '../session.server.ts'
import { compareRun, judgeRun } from '../use-cases/judge-run.ts'
import { recheckOf } from '../use-cases/recheck-of.ts'
import { recipientMatrix, scanWork } from '../views/scan-work.ts'
import { siteResults } from '../views/site.ts'

/** What one run saw and what it means; the comparison with the scan before waits until the run has ended. */
export function scanResults(proviso: Proviso, actor: PersonActor, runId: string, show: string) {
  const judged = judgeRun(proviso, actor, runId)
  const { run, pages, beside, assessment } = judged
  const recheck = recheckOf(run.input)
  const checkOf = recheck === null ? null : `/scans/${recheck.run}/observations/${recheck.observation}`
  if (pages.length === 0) return { results: null, work: null, matrix: null, checkOf }
  return {
    results: siteResults(pages, assessment),
    work: isEnded(run.state) ? scanWork(runId, compareRun(proviso, actor, judged), beside, show) : null,
    matrix: recipientMatrix(pages),
    checkOf,
  }
}
