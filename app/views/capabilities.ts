import { systemsInUse } from '#checklists/opt-out/capability-lines.ts'
import type { Evidence } from '#scanners/evidence.ts'

export type CapabilityView = {
  key: string
  system: string
  knownFrom: string
  fact: string
  consequence: string
  source: string
  confirmed: boolean
  limits: boolean
}

/** What the systems in use can and cannot do, by their makers' words. Never an observation. Pure. */
export function capabilityViews(evidence: ReadonlyArray<Evidence>): Array<CapabilityView> {
  const answers = evidence.filter(
    (item) => item.kind === 'answer' && item.requirement === 'opt-out.system-limits',
  ) as Array<Extract<Evidence, { kind: 'answer' }>>
  const logs = evidence.filter((item) => item.kind === 'opt-out')
  const registry = evidence.filter((item) => item.kind === 'registry')
  return systemsInUse({ answers, logs, registry }).flatMap(({ system, pointer }) =>
    system.capabilities.map(({ effect, fact, consequence, source, confirmed }, at) => ({
      key: `${system.id}:${at}`,
      system: system.name,
      knownFrom: pointer.quote,
      fact,
      consequence,
      source,
      confirmed,
      limits: effect !== 'asks',
    })),
  )
}
