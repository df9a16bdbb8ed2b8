import type { ScanRun } from '#db/scan-runs.ts'
import type { DrillEvidence } from '#scanners/opt-out/canary-evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { drillInputSchema, drillScannerId } from './drill-input.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

export type DrillRow = {
  run: ScanRun
  told: Pick<DrillEvidence, 'optOutChannel' | 'optedOutAt' | 'endsAt' | 'limitHours' | 'lists'>
}

/** A subject's drills, newest first, each with what is known so far. Never a key or an address. */
export function listDrills(proviso: Proviso, actor: Actor, input: { subjectId: string }): Array<DrillRow> {
  const subjectId = parseInput(idSchema, input.subjectId)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'read', subjectFor(scope, actor, subjectId).kind)
  return scope.runs
    .list({ subjectId, limit: 200 })
    .filter(({ scanner }) => scanner === drillScannerId)
    .slice(0, 20)
    .map((run) => {
      const { optOutChannel, optedOutAt, endsAt, limitHours, lists } = drillInputSchema.parse(run.input)
      const known = scope.evidence.ofRun(run.id).findLast((item) => item.kind === 'drill')
      const waiting = lists.map(({ channel, name }) => ({
        channel,
        name,
        lo: 0,
        hi: null,
        flags: [],
        polls: [],
        state: 'asking' as const,
        nextAt: null,
      }))
      return { run, told: known ?? { optOutChannel, optedOutAt, endsAt, limitHours, lists: waiting } }
    })
}
