import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { breachDuties, eventsOf, isReport } from '../elements/reports.ts'
import { forBreach } from './binding.ts'
import { calendarDays, type Duration, durationsIn } from './durations.ts'
import { statedTrigger, type Trigger, triggerFor } from './trigger.ts'

export type Tier = {
  what?: string
  if?: string
  n: number
  unit: 'hours' | 'days'
  cal: Duration['cal']
  from: Trigger
}
export type BreachFacts = {
  kind: 'fixed' | 'by_ref_410' | 'variable' | 'floor' | 'none'
  n: number | null
  unit: 'hours' | 'days' | null
  cal: Duration['cal']
  from: Trigger
  wud: boolean
  via?: string
  tiers?: Array<Tier>
  aspirational?: { n: number; unit: 'hours' | 'days' }
  or_shorter?: string
}

export type Clock = {
  facts: BreachFacts
  /** Clauses that set the clock, first the deciding one. */
  clauses: ReadonlyArray<ReadClause>
  /** Longest wait any breach may have, in calendar days; null without a number. */
  days: number | null
  /** Words and digits that disagree across the 60-day line. */
  ambiguous: boolean
  over: boolean
}

type Deadline = Duration & {
  floor: boolean
  from_: Trigger
  clause: ReadClause
  condition: string | null
  stage: string | null
}

const floorBefore =
  /\b(?:not|no|never|in no (?:event|case)) (?:less|sooner|earlier|before) (?:than )?(?:the )?$|\bat least $|\bnot before (?:the )?$|\bno fewer than $|\bminimum of $/
const notDeadline =
  /\b(?:every|each|per|keep|kept|retain\w*|for|within the (?:past|last)|of (?:not less|at least)|once (?:in )?(?:any|every)|involving|affecting|cure|to cure|last|past|previous|preceding|term of|period of)\s*(?:a |the |any |an? (?:further|additional) )?$/
const few = /\b(?:fewer|less) than (?:500|five hundred)|\bunder 500|\bnot more than 499/
const many = /\b(?:500|five hundred) or more|\b(?:more than|over|at least) (?:499|500)/
const agent = /\bagent\b/
const later =
  /\b(?:follow(?:ed)?[ -](?:up|with|by)|supplement\w*|final report|full report|written (?:report|account|statement|confirmation)|complete report|particulars|further (?:report|details|information)|detailed|investigation report|details)\b/
const early = /\b(?:first|initial|preliminary|telephone|oral|immediate) (?:notice|report|notification|call)/
const reference =
  /\b(?:within the (?:time|period|timeframe)s?|time(?:s|frame|line)?|manner|as|period|when|in accordance with|required by|pursuant to|comply with|under)\b[^.;]{0,80}164\.410/
const wud =
  /\bwithout (?:any )?(?:unreasonable|undue) delay|\bnot (?:unreasonably delay|delay (?:unreasonably|without (?:good )?(?:reason|cause)))/
const variablePeriod =
  /\b(?:within|by|before|not later than|no later than|end of)\b[^.;]{0,30}\b(?:the )?(?:[a-z]+ ){0,3}(?:period|window|time|deadline|timeframe|limit)\b[^.;]{0,60}\b(?:entered|stated|set|shown|specified|indicated|cover page|schedule|order form|exhibit|annex|selected)|\bperiod entered\b|\b(?:stated|specified|indicated|set out) (?:on|in) the (?:cover page|order form|schedule)/

function deadlinesOf(clause: ReadClause): Array<Deadline> {
  const found: Array<Deadline> = []
  const durations = durationsIn(clause.text)
  for (const [index, duration] of durations.entries()) {
    const before = clause.text.slice(0, duration.from)
    if (notDeadline.test(before) && !/\b(?:period of|for) $/.test(before)) continue
    if (/\bfor (?:a period of )?$/.test(before) || /\b(?:old|smaller|larger) $/.test(before)) continue
    if (
      /^\s*(?:notice|'? notice|' prior|prior)/.test(clause.text.slice(duration.to)) ||
      /^\s*(?:old|of age)/.test(clause.text.slice(duration.to))
    )
      continue
    found.push({
      ...duration,
      floor: floorBefore.test(before),
      from_: triggerFor(clause, duration),
      clause,
      condition: conditionOf(clause),
      stage: stageOf(clause.text, duration, index, durations.length),
    })
  }
  return found
}

/** A later report of the same event; with two times in one sentence the words beside each tell which is which. */
function stageOf(text: string, { from, to }: Duration, index: number, count: number): string | null {
  if (count > 1) {
    const beside = text.slice(from, to + 60)
    return index > 0 && later.test(beside) ? stageName(beside) : null
  }
  return later.test(text) && !early.test(text) ? stageName(text) : null
}

function stageName(text: string): string {
  return (
    /\b(final report|full report|written (?:report|account|statement)|particulars|complete report|detailed report|supplement\w*|follow-up)\b/.exec(
      text,
    )?.[1] ?? 'later report'
  )
}

function conditionOf({ text }: ReadClause): string | null {
  if (few.test(text)) return 'fewer than 500 individuals'
  if (many.test(text)) return '500 or more individuals'
  if (
    agent.test(text) &&
    /\bif\b|\bwhere\b|\bwhen\b/.test(text) &&
    /_ba (?:acts|is)|_ce's agent|as (?:an |the )?agent/.test(text)
  )
    return 'BA is agent of CE'
  return null
}

function tier(deadline: Deadline, label: { what: string } | { if: string }): Tier {
  const { n, unit, cal, from_ } = deadline
  return { ...label, n, unit, cal, from: from_ }
}

/** "Notice: five days from discovery.", "the time allowed is 72 hours". */
const statesTime =
  /^(?!(?:notices?|reports?) (?:of|on|about|for) (?:any |all )?other\b)(?:and )?(?:the )?(?:notices?|reports?|time|times|period|deadline|clock|limit|time limit|timing|time allowed)\b(?! (?:shall|must|will) (?:be|state|include|contain))/

/** Clauses right beside the breach duty that carry its later stages or its agent tier. */
function stages(a: Agreement, duties: ReadonlyArray<ReadClause>): Array<ReadClause> {
  return a.operative.filter((clause, index) => {
    if (duties.includes(clause) || clause.holder === 'ce' || clause.holder === 'sub') return false
    const before = a.operative[index - 1]
    // "Vendor shall report each breach, and shall do so within ten days."
    if (
      before !== undefined &&
      duties.includes(before) &&
      before.sentence.start === clause.sentence.start &&
      /\b(?:do|does|done) (?:so|it|this|that)\b/.test(clause.text)
    )
      return true
    const close = [1, 2, 3, 4].some((step) => duties.includes(a.operative[index - step]!))
    if (!close || durationsIn(clause.text).length === 0) return false
    const other = eventsOf(clause)
    if (other.has('misuse') || other.has('incident')) return false
    const same =
      [1, 2].some((step) => duties.includes(a.operative[index - step]!)) &&
      /(?:\b(?:such|the|this|that|these|each|its) (?:reports?|notices?|notifications?|information)\b|\bin (?:each|every|any) (?:such )?case\b)/.test(
        clause.text,
      )
    const beside = duties.includes(a.operative[index - 1]!) && a.operative[index - 1]!.unit === clause.unit
    if (same || (beside && statesTime.test(clause.text))) return true
    return later.test(clause.text) || (agent.test(clause.text) && /\bperiod|within|day|hour/.test(clause.text))
  })
}

function otherEvents(a: Agreement, duties: ReadonlyArray<ReadClause>): Array<Tier> {
  const found: Array<Tier> = []
  for (const clause of a.operative) {
    if (!isReport(clause) || (duties.includes(clause) && !splitEvents(clause))) continue
    const events = eventsOf(clause)
    if (!events.has('misuse') && !events.has('incident')) continue
    const deadlines = (duties.includes(clause) ? numbersOfOthers(clause) : deadlinesOf(clause)).filter(
      ({ floor }) => !floor,
    )
    const first = deadlines[0]
    if (first === undefined || /\bcure\b/.test(clause.text)) continue
    const what =
      events.has('misuse') && events.has('incident')
        ? 'improper use and security incident'
        : events.has('misuse')
          ? 'improper use'
          : /successful/.test(clause.text)
            ? 'successful security incident'
            : 'security incident'
    const same = found.find(
      (other) =>
        other.n === first.n && other.unit === first.unit && other.cal === first.cal && other.from === first.from_,
    )
    if (same !== undefined && clause.table) same.what = 'improper use and security incident'
    else found.push(tier(first, { what }))
  }
  return found
}

/** "…any misuse and any incident, each within eight days …, and any breach … by the twentieth day": two clocks, one sentence. */
function splitEvents(clause: ReadClause): boolean {
  return numbersOfOthers(clause).length > 0
}

function numbersOfOthers(clause: ReadClause): Array<Deadline> {
  const events = eventsOf(clause)
  if (!events.has('breach') || (!events.has('misuse') && !events.has('incident'))) return []
  return deadlinesOf(clause).filter((deadline) => !forBreach(clause.text, deadline))
}

const shorter =
  /\bor (?:within )?(?:any |such )?(?:shorter|earlier|lesser) (?:time|period)?[^.;)]{0,60}|\bor (?:sooner|earlier) (?:if|as|where)[^.;)]{0,60}\blaw/

/** The clause with the one behind it in its paragraph: "The Notice Limit is counted from discovery." */
function around(a: Agreement, clause: ReadClause): string {
  const next = a.operative[a.operative.indexOf(clause) + 1]
  return next !== undefined &&
    next.unit === clause.unit &&
    /\b(?:counted|counts|runs?|starts?|begins?|measured)\b/.test(next.text)
    ? next.text
    : ''
}

/** How long what happens on the first of January waits for the end of its year. */
const yearDays = 365
/** "The same applies to each breach": the time stands in the words before. */
const sameTime =
  /\bthe same (?:time |limit |period |deadline )?(?:applies|goes|holds|is true)\b|\b(?:applies|holds) (?:equally|likewise)\b|\bin (?:like|the same) manner\b/
/** "…reported in January of the following year": whatever happens early in a year waits for its end. */
const oncePerYear =
  /\b(?:report\w*|notif\w+|told|notices?|inform\w*|submit\w*|log|list)\b[^.;]{0,120}\b(?:in (?:january|february|march) (?:of the (?:following|next|coming) year|each year|every year)|of the (?:following|next|coming) (?:calendar )?year|once (?:a|each|every|per) (?:calendar )?year|at (?:the )?(?:end of (?:the|each|every) (?:calendar )?year|year[- ]end)|(?:each|every) january|annually|yearly)\b/

export function breachClock(a: Agreement): Clock {
  const duties = breachDuties(a)
  const yearly = duties.some((clause) => oncePerYear.test(clause.text) && deadlinesOf(clause).length === 0)
  const lent = duties.flatMap((clause) => {
    const before = a.operative[a.operative.indexOf(clause) - 1]
    const lends = sameTime.test(clause.text) && before?.unit === clause.unit && deadlinesOf(clause).length === 0
    return lends ? [before] : []
  })
  const aims = a.operative.filter(
    ({ modality, text, holder }) => holder === 'ba' && modality === 'aim' && /breach/.test(text),
  )
  const aim = aims.flatMap(deadlinesOf)[0]
  const parts = [...duties, ...lent, ...stages(a, duties)]
  const all = parts.flatMap((clause) => {
    const early = numbersOfOthers(clause)
    return deadlinesOf(clause).filter((deadline) => !early.some(({ from }) => from === deadline.from))
  })
  const aspirational = aim === undefined ? {} : { aspirational: { n: aim.n, unit: aim.unit } }
  const words = parts.map(({ text }) => text).join(' ')
  const counted = statedTrigger(parts.map((clause) => around(a, clause)).join(' '))
  const base = { wud: parts.some(({ text }) => wud.test(text)), ...aspirational }
  const others = otherEvents(a, [...duties, ...lent])
  const none = (kind: BreachFacts['kind'], via?: string): Clock => ({
    facts: {
      kind,
      n: null,
      unit: null,
      cal: null,
      from: null,
      ...base,
      ...(via === undefined ? {} : { via }),
      ...(others.length > 0 ? { tiers: others } : {}),
    },
    clauses: duties.slice(0, 1),
    days: yearly ? yearDays : null,
    ambiguous: false,
    over: yearly,
  })
  if (duties.length === 0) return none('none')
  const floors = all.filter(({ floor }) => floor)
  const ceilings = all.filter(({ floor }) => !floor)
  const blank = duties.flatMap(({ values }) => values).find((value) => value.blank)
  if (ceilings.length === 0) {
    const floor = floors[0]
    if (floor !== undefined) {
      const { n, unit, cal, from_ } = floor
      return {
        ...none('floor'),
        facts: { kind: 'floor', n, unit, cal, from: from_, ...base, ...(others.length > 0 ? { tiers: others } : {}) },
      }
    }
    const open = (via: string): Clock => {
      const clock = none('variable', via)
      return { ...clock, facts: { ...clock.facts, from: statedTrigger(words) } }
    }
    if (blank !== undefined) return open(`${blank.via}; left open`)
    if (variablePeriod.test(words)) return open('a line of another page or document')
    if (reference.test(words) || /164\.410(?!\()/.test(words.replace(/164\.410\([a-c]\)/g, '')))
      return none('by_ref_410')
    return none('none')
  }
  const unconditional = ceilings.filter(({ condition, stage }) => condition === null && stage === null)
  const first = (
    unconditional.length > 0
      ? unconditional
      : ceilings.filter(({ stage, condition }) => stage === null && condition !== 'fewer than 500 individuals')
  ).slice()
  // Two binding numbers in conflict: the longer one is what the covered entity can count on.
  const firstStage = first.length === 0 ? ceilings : first
  const byStage = firstStage.some(({ clause }) => early.test(clause.text))
    ? firstStage.filter(({ clause }) => early.test(clause.text))
    : firstStage
  const main = byStage.reduce(
    (longest, next) => (calendarDays(next) > calendarDays(longest) ? next : longest),
    byStage[0]!,
  )
  const tiers: Array<Tier> = []
  for (const deadline of ceilings) {
    if (deadline.condition !== null)
      tiers.push(tier({ ...deadline, from_: deadline.from_ ?? main.from_ }, { if: deadline.condition }))
    else if (deadline !== main && (deadline.stage !== null || !firstStage.includes(deadline)))
      tiers.push(tier(deadline, { what: deadline.stage ?? 'later report' }))
  }
  tiers.push(...others)
  const via = main.clause.values.find((value) => !value.blank)?.via ?? (main.clause.table ? 'table' : undefined)
  const sooner = shorter.exec(words)
  const longest = ceilings.filter(({ condition, stage }) => stage === null || condition !== null)
  const wait = (deadline: Deadline) =>
    calendarDays(deadline) + (deadline.from_ === 'end of calendar year' ? yearDays : 0)
  const days = Math.max(...(longest.length > 0 ? longest : [main]).map(wait), yearly ? yearDays : 0)
  const other = main.other
  const ambiguous = other !== null && calendarDays({ ...main, n: other }) > 60 !== calendarDays(main) > 60
  return {
    facts: {
      kind: 'fixed',
      n: main.n,
      unit: main.unit,
      cal: main.cal,
      from: main.from_ ?? counted,
      ...base,
      ...(via === undefined ? {} : { via }),
      ...(tiers.length > 0 ? { tiers } : {}),
      ...(sooner === null ? {} : { or_shorter: /law/.test(sooner[0]) ? 'State law' : sooner[0].trim() }),
    },
    clauses: [...new Set([main.clause, ...ceilings.map(({ clause }) => clause)])],
    days,
    ambiguous,
    over: days > 60,
  }
}
