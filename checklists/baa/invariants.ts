import type { SafeguardFlags } from './elements/safeguard-flags.ts'
import type { BreachFacts } from './facts/clock.ts'
import type { LineId, Outcome } from './reading.ts'

export type Checked = {
  outcomes: Record<LineId, Outcome>
  breach: BreachFacts
  audit: string
  safeguards: SafeguardFlags
  marketing: string
}

/** What must hold between lines and facts (baa.md section 4). A breach is a bug of the engine: those lines say so. */
export function brokenInvariants({ outcomes, breach, audit, safeguards, marketing }: Checked): Array<LineId> {
  const reading = (id: LineId) => outcomes[id].reading
  const broken: Array<LineId> = []
  const demand = (holds: boolean, ...ids: ReadonlyArray<LineId>) => {
    if (!holds) broken.push(...ids)
  }
  const [r16, r17, s5] = [reading('R16'), reading('R17'), reading('S5')]
  const expected =
    r16 === 'contrary' || r17 === 'contrary'
      ? 'contrary'
      : r16 === 'present' && r17 === 'present'
        ? 'present'
        : r16 === 'absent' && r17 === 'absent'
          ? 'absent'
          : 'partial'
  if (r16 !== 'undetermined' && r17 !== 'undetermined') demand(s5 === expected, 'S5')
  demand((reading('S4') === 'contrary') === (reading('R08') === 'contrary') || breach.kind !== 'fixed', 'S4', 'R08')
  demand(reading('S1') !== 'contrary' || reading('R02') === 'contrary', 'S1', 'R02')
  demand((marketing === 'permitted') === (reading('S1') === 'contrary'), 'S1')
  const all = Object.values(safeguards).every((value) => value === true)
  if (reading('S2') !== 'contrary' && reading('S2') !== 'undetermined')
    demand((reading('S2') === 'present') === all, 'S2')
  const holder = { ce_own: 'present', documents_only: 'partial', waived: 'contrary' }[audit]
  if (reading('S6') !== 'undetermined')
    demand(holder === undefined ? reading('S6') === 'absent' : reading('S6') === holder, 'S6')
  demand(reading('S4') !== 'present' || breach.kind === 'fixed', 'S4')
  return [...new Set(broken)]
}
