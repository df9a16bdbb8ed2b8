import type { Agreement } from './clauses/agreement.ts'
import { booksToSecretary, entityAudit } from './elements/books.ts'
import { endingClause, returnedOrDestroyed } from './elements/ending.ts'
import { findGrants } from './elements/grants.ts'
import { noFurtherUse, noUseBeyondEntity } from './elements/limits.ts'
import { aggregation, deidentification, ownAdministration, ownDisclosure } from './elements/options.ts'
import { breachesReported, improperUseReported, incidentsReported } from './elements/reports.ts'
import { accessGiven, accountingGiven, amendmentsMade, delegatedDuty } from './elements/rights.ts'
import { safeguardFlags, safeguardsClause } from './elements/safeguard-flags.ts'
import { safeguards, securityRuleDuty } from './elements/safeguards.ts'
import { restrictionsFlowDown, securityFlowsDown, subcontractorClause } from './elements/subcontractors.ts'
import { entityMayTerminate } from './elements/termination.ts'
import { usesEstablished } from './elements/uses.ts'
import { breachClock, type Clock } from './facts/clock.ts'
import { scopeClause, scopeOf } from './facts/scope.ts'
import { absent, contrary, type LineId, type Outcome, partial, present } from './reading.ts'

export type Readings = {
  outcomes: Record<LineId, Outcome>
  clock: Clock
  scope: ReturnType<typeof scopeOf>['facts']
  flags: ReturnType<typeof safeguardFlags>['flags']
  audit: 'ce_own' | 'hhs_only' | 'documents_only' | 'none' | 'waived'
}

function clockClause(r08: Outcome, clock: Clock): Outcome {
  const { facts, clauses } = clock
  if (r08.reading === 'absent') return absent('No duty to report a breach, and so no clock.')
  if (clock.over && facts.kind === 'none')
    return contrary('Some breaches may wait for the end of a year.', clauses.length > 0 ? clauses : r08.clauses)
  if (facts.kind === 'fixed') {
    if (clock.ambiguous)
      return {
        reading: 'undetermined',
        because: 'Words and digits differ, and one of them is over 60 calendar days.',
        clauses,
      }
    if (clock.over) return contrary('Some breaches may wait longer than 60 calendar days.', clauses)
    const unit = `${facts.n} ${facts.cal === 'business' ? 'business ' : facts.cal === 'calendar' ? 'calendar ' : ''}${facts.unit}`
    return present(`A breach is reported within ${unit}${facts.from === null ? '' : ` of ${facts.from}`}.`, clauses)
  }
  const because = {
    by_ref_410: 'The time is given only by reference to 164.410.',
    variable: 'The number is left to a line that is open or stands elsewhere.',
    floor: 'The number is a minimum, not a limit.',
    none: 'No number of hours or days is given.',
  }[facts.kind]
  return { ...partial(because, clauses.length > 0 ? clauses : r08.clauses), byReference: facts.kind === 'by_ref_410' }
}

function breachElement(r08: Outcome, clock: Clock): Outcome {
  if (r08.reading === 'absent') return r08
  if (clock.over && clock.facts.kind === 'none')
    return contrary('Some breaches may be reported only after the end of a year.', clock.clauses)
  if (clock.facts.kind !== 'fixed') return r08
  if (clock.ambiguous)
    return {
      ...r08,
      reading: 'undetermined',
      because: 'Words and digits of the time limit differ, and one of them is over 60 calendar days.',
    }
  if (!clock.over) return r08
  return contrary('A breach may be reported later than 60 calendar days after discovery.', clock.clauses)
}

/** Every line of an agreement taken apart, before unread pages and low confidence are weighed. */
export function readingsOf(a: Agreement): Readings {
  const grants = findGrants(a)
  const clock = breachClock(a)
  const scope = scopeOf(a, grants)
  const r01 = usesEstablished(a)
  const r04 = safeguards(a)
  const r05 = securityRuleDuty(a)
  const r08 = breachElement(breachesReported(a), clock)
  const r09 = restrictionsFlowDown(a)
  const r15 = booksToSecretary(a)
  const r16 = returnedOrDestroyed(a)
  const r17 = entityMayTerminate(a)
  const found = safeguardFlags(a, r04)
  const own = entityAudit(a)
  const audit =
    own.holder !== 'none' ? own.holder : r15.reading === 'present' || r15.reading === 'partial' ? 'hhs_only' : 'none'
  const outcomes: Record<LineId, Outcome> = {
    S1: scopeClause(r01, grants, scope),
    S2: safeguardsClause(a, r04, r05, found),
    S3: subcontractorClause(a, r09),
    S4: clockClause(r08, clock),
    S5: endingClause(r16, r17),
    S6: own.outcome,
    R01: r01,
    R02: noUseBeyondEntity(a, grants),
    R03: noFurtherUse(a),
    R04: r04,
    R05: r05,
    R06: improperUseReported(a),
    R07: incidentsReported(a),
    R08: r08,
    R09: r09,
    R10: securityFlowsDown(a, r09),
    R11: accessGiven(a),
    R12: amendmentsMade(a),
    R13: accountingGiven(a),
    R14: delegatedDuty(a),
    R15: r15,
    R16: r16,
    R17: r17,
    O1: ownAdministration(a, grants),
    O2: ownDisclosure(a),
    O3: aggregation(a, grants),
    O4: deidentification(a),
  }
  return { outcomes, clock, scope: scope.facts, flags: found.flags, audit }
}
