import { agreementInForce } from './proof.ts'
import type { Evidence, EvidenceOf } from './requirement.ts'

type Ruling = EvidenceOf<'ruling'>
type Registry = EvidenceOf<'registry'>

/**
 * Whether the agreement of a vendor on file can close an observation as covered: signed by both, in force on that day,
 * and no line of the legal floor failed in its own reading. `because` says what is wrong, or what was found.
 */
export function coverOf(entry: Registry, at: Date): { holds: boolean; because: string } {
  const { verdict, because } = agreementInForce(entry, at)
  if (verdict !== 'pass') return { holds: false, because }
  const failed = Object.entries(entry.agreement?.verdicts ?? {}).filter(([, line]) => line === 'fail')
  if (failed.length === 0) return { holds: true, because }
  const lines = failed.map(([line]) => line.replace(/^\w+\./, '').replaceAll('-', ' '))
  const named = `${lines.slice(0, 3).join(', ')}${lines.length > 3 ? ' and more' : ''}`
  return { holds: false, because: `${entry.vendor}: the agreement on file misses ${named}.` }
}

/** A cover ends with its agreement, whatever day the ruling named. */
function holds({ expiresAt, triage }: Ruling, evidence: ReadonlyArray<Evidence>, at: Date): boolean {
  if (expiresAt !== null && new Date(expiresAt) <= at) return false
  if (triage?.as !== 'covered') return true
  return evidence.some(
    (item) => item.kind === 'registry' && item.vendorId === triage.vendorId && coverOf(item, at).holds,
  )
}

/** The rulings on one requirement that hold at this instant, oldest first. */
export function ruledOn(evidence: ReadonlyArray<Evidence>, requirement: string, at: Date): Array<Ruling> {
  return evidence.filter(
    (item): item is Ruling => item.kind === 'ruling' && item.requirement === requirement && holds(item, evidence, at),
  )
}
