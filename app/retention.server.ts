import { nameOfError } from './log.server.ts'
import type { Proviso } from './proviso.server.ts'
import { dayIn } from './use-cases/organisation-day.ts'
import { applyRetention } from './use-cases/retention.ts'
import { scopeOf } from './use-cases/scope.ts'

const lookEveryMs = 3_600_000

/** Applies the rules of every organisation whose day has turned since the last time. */
export function applyRules(proviso: Proviso): void {
  const { letters, log, now } = proviso
  for (const organisationId of letters.organisations()) {
    try {
      const scope = scopeOf(proviso, { kind: 'system', organisationId })
      const { version, appliedAt } = scope.retention.rules()
      const { timeZone } = scope.organisation
      const isDone = appliedAt !== null && dayIn(appliedAt, timeZone) === dayIn(now(), timeZone)
      if (version === 0 || isDone) continue
      // What is to end is signed first, so that a copy of the checkpoint still proves what stood there.
      proviso.chains.sign(organisationId)
      const ended = Object.values(applyRetention(proviso, organisationId)).reduce((sum, one) => sum + one, 0)
      if (ended > 0) log.info('retention-applied', { organisationId, count: ended })
    } catch (error) {
      // One organisation's fault must not keep the others' rules from being applied.
      log.error('retention-failed', { organisationId, error: nameOfError(error) })
    }
  }
}

/** Once a night for each organisation while the portal runs. The answer stops it. */
export function applyRulesNightly(proviso: Proviso): () => void {
  const timer = setInterval(() => applyRules(proviso), lookEveryMs).unref()
  applyRules(proviso)
  return () => clearInterval(timer)
}
