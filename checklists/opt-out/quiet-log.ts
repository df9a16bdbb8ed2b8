import { areaOf } from '#checklists/knowledge/area-codes.ts'
import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import { judgedAs } from './policy.ts'
import { isQuiet } from './quiet-hours.ts'

export type QuietResult = {
  checked: number
  inside: Array<OptOutEvent>
  /** Where the called party's zone or the instant is not known well enough. */
  unknown: number
  /** Outside 8 a.m. to 8 p.m. in a state with that narrower window. */
  insideState: Array<OptOutEvent>
}

// Fla. Stat. 501.059, 15 OS 775C, Wash. HB 1497 (not read first-hand): 8 a.m. to 8 p.m.
const earlyStates = new Set(['FL', 'OK', 'WA'])

/** Texts and calls against quiet hours at the called party: the zone the log states, else those of the area code. */
export function judgeQuietHours(
  attempts: ReadonlyArray<OptOutEvent>,
  hours: { start?: string | undefined; end?: string | undefined },
): QuietResult {
  const result: QuietResult = { checked: 0, inside: [], unknown: 0, insideState: [] }
  for (const attempt of attempts) {
    const channel = judgedAs(attempt.channel)
    if (channel === undefined || channel === 'email' || attempt.result === 'blocked') continue
    if (attempt.purpose === 'optout_confirmation' || attempt.purpose === 'emergency') continue
    const area = attempt.areaCode === undefined ? undefined : areaOf(attempt.areaCode)
    const zones = attempt.calledZone === undefined ? (area?.zones ?? []) : [attempt.calledZone]
    const quiet = attempt.deliveryOnly === true ? null : isQuiet(attempt.at, zones, hours)
    result.checked += 1
    if (quiet === null) result.unknown += 1
    else if (quiet) result.inside.push(attempt)
    if (
      area !== undefined &&
      earlyStates.has(area.state) &&
      quiet !== null &&
      isQuiet(attempt.at, zones, { end: '20:00' }) === true
    ) {
      result.insideState.push(attempt)
    }
  }
  return result
}
