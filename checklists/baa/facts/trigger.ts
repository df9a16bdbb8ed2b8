import type { ReadClause } from '../clauses/read.ts'
import type { Duration } from './durations.ts'

export type Trigger = 'discovery' | 'awareness' | 'determination' | 'notice' | 'end of calendar year' | null

const yearEnd =
  /\b(?:after|following|of) (?:the )?(?:end|close) of (?:the |each |that )?(?:calendar )?year|\bafter the (?:calendar )?year (?:ends|closes|is over)|\bcalendar year(?:'s)? end|\byear[- ]end/

/** The first event named in the words that could start a clock. */
function triggerIn(text: string): Trigger {
  if (yearEnd.test(text)) return 'end of calendar year'
  const patterns: ReadonlyArray<readonly [RegExp, Trigger]> = [
    [
      /\b(?:receipt of (?:the |such )?notice|receiv\w+ (?:a |the |any )?(?:notice|notification|report|word)|(?:is|are|being|been|was) (?:notified|told|informed|advised) (?:by|of)|notice (?:thereof|from|by) )/,
      'notice',
    ],
    [
      /\b(?:determin\w*|conclud\w*|confirm\w*|establish\w* that|finds? that (?:a|the)|decid\w*|verif\w*)\b/,
      'determination',
    ],
    [
      /\b(?:discover\w*|first (?:known|day on which)|knew or|known or|should (?:reasonably )?have known|would have been,? known|reasonable diligence)\b/,
      'discovery',
    ],
    [
      /\b(?:aware\w*|learn\w*|knowledge|knows|knew|comes to (?:its|the) attention|notic(?:es|ing)|(?:finds?|finding|found) (?:out|it|one)\b|com(?:es|ing) (?:across|to light|upon)|hears? of|comes? to know|identif(?:ies|ying|ication)|detect\w*|suspects|suspecting)\b/,
      'awareness',
    ],
  ]
  let best: { at: number; trigger: Trigger } | null = null
  for (const [pattern, trigger] of patterns) {
    const at = text.search(pattern)
    if (at >= 0 && (best === null || at < best.at)) best = { at, trigger }
  }
  return best?.trigger ?? null
}

/** What an open period is counted from: "… which runs from discovery". */
export function statedTrigger(text: string): Trigger {
  const stated =
    /\b(?:runs?|running|counted|counts|starts?|starting|begins?|measured) (?:from|on|at|upon|with) [^.;,]{0,60}/.exec(
      text,
    ) ?? /\b(?:after|of|following|from) (?:its |the |such )?discover[^.;,]{0,40}/.exec(text)
  return stated === null ? null : triggerIn(stated[0])
}

/** What starts the clock of one number in a clause. */
export function triggerFor(clause: ReadClause, duration: Duration): Trigger {
  const after = clause.text.slice(duration.to, duration.to + 170)
  const direct =
    /^\W{0,3}(?:\([^)]*\)\s*)?(?:days? )?(?:after|of|from|following|since|counted from|starting|once|when|upon|; clock starts|; counted|; [a-z ]{3,20}|, counted| after)/.exec(
      after,
    )
  if (direct !== null) {
    const found = triggerIn(after.replace(/164\.410/, ''))
    if (found !== null) return found
  }
  const near = triggerIn(after.slice(0, 120))
  if (near !== null && clause.table) return near
  const before = clause.text.slice(0, duration.from)
  const opened =
    /\b(?:if|when|where|upon|on|after|once|should|following|as soon as|within [^,]{3,40} of)\b[^.;]*$/.exec(before)
  const fromBefore = opened === null ? null : triggerIn(opened[0].replace(/\breport\w*.*$/, ''))
  const told =
    /\b(?:of which|whereof|that|as|when|after) (?:_ba|it) (?:shall |has )?(?:becomes?|is|became) aware|comes to (?:its|_ba's) (?:attention|notice)|\bonce aware/.test(
      clause.text,
    )
      ? ('awareness' as const)
      : null
  const counted =
    /\b(?:(?:both|each|all) )?(?:counted|running|reckoned|measured) from (?:its |the |their |such )?(\w+)/.exec(
      clause.text,
    )
  if (counted !== null) return triggerIn(counted[1]!)
  return direct !== null ? null : (near ?? fromBefore ?? told)
}
