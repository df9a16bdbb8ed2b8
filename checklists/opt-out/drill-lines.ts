import { practiceBar } from '../cite.ts'
import type { EvidenceOf, Observation, Requirement, Verdict } from '../requirement.ts'
import { requirement } from '../requirement.ts'

type Drill = EvidenceOf<'drill'>
type List = Drill['lists'][number]

export type DrillReading = { verdict: Verdict; because: string }

/** "40 seconds", "12 minutes", "3.5 hours". */
export function lagWords(seconds: number): string {
  const rounded = (value: number) => Math.round(value * 10) / 10
  if (seconds < 90) return `${rounded(seconds)} seconds`
  if (seconds < 5400) return `${rounded(seconds / 60)} minutes`
  return `${rounded(seconds / 3600)} hours`
}

/** What a list's answers prove. In time only when it was listed for sure within the limit, and stayed so. */
export function readList({ lo, hi, flags, polls, state, name }: List, limitHours: number): DrillReading {
  const limit = limitHours * 3600
  if (polls.every(({ present }) => present === null))
    return { verdict: 'unknown', because: `${name} gave no answer that could be read.` }
  if (lo > limit)
    return {
      verdict: 'fail',
      because: `Not on ${name} ${lagWords(lo)} after the opt-out; the limit is ${limitHours} h.`,
    }
  if (flags.includes('contradicted_evidence') && (hi === null || state !== 'listed'))
    return { verdict: 'unknown', because: `On ${name} and gone again: nothing is proven.` }
  if (hi === null) {
    const because =
      state === 'asking'
        ? `Not on ${name} yet, ${lagWords(lo)} after the opt-out.`
        : `Not seen on ${name} within the drill; ${lagWords(lo)} after the opt-out it was not there.`
    return { verdict: 'unknown', because }
  }
  const between = `between ${lagWords(lo)} and ${lagWords(hi)} after the opt-out`
  if (state !== 'listed')
    return { verdict: 'unknown', because: `Seen on ${name} ${between}; it is watched whether it stays.` }
  if (hi <= limit) return { verdict: 'pass', because: `Came onto ${name} ${between}, within ${limitHours} h.` }
  return { verdict: 'unknown', because: `Came onto ${name} ${between}; which side of ${limitHours} h cannot be told.` }
}

/** The line on drills: what a test patient's opt-out showed. A drill is a sample of one and never scores. */
export const drillLines: ReadonlyArray<Requirement> = [
  requirement({
    id: 'opt-out.drill-in-time',
    title: 'In a drill every list knew of a test patient’s opt-out in time',
    why: 'A drill shows today how long an opt-out takes, without waiting for a patient to be reached.',
    fix: 'Find the step that waits, and run the drill again.',
    cites: [practiceBar('an opt-out reaches texts, e-mail and calls within hours, not days')],
    axis: 'practice-bar',
    weight: 3,
    scored: false,
    owner: 'vendor',
    provableBy: ['drill'],
    needs: ['drill'],
    judge: ({ drill: drills }) => {
      const drill = drills.at(-1)!
      if (drill.lists.length === 0)
        return {
          verdict: 'not-applicable',
          because: 'The drill asked no list.',
          pointers: [{ evidence: drill.id, quote: `opt-out ${drill.optedOutAt}`, place: {} }],
        }
      const observations = drill.lists.map((list, at): Observation => {
        const { verdict, because } = readList(list, drill.limitHours)
        const quote = `${list.polls.length} looks, opt-out ${drill.optedOutAt}`
        return {
          key: `${drill.optedOutAt}:${list.channel}:${at}`,
          verdict,
          because,
          pointers: [{ evidence: drill.id, quote, place: {} }],
          where: `${list.name}, ${list.channel}`,
        }
      })
      const count = (verdict: Verdict) => observations.filter((one) => one.verdict === verdict).length
      const pointers = observations.flatMap((one) => one.pointers).slice(0, 1)
      const all = observations.length
      if (count('fail') > 0)
        return {
          verdict: 'fail',
          because: `${count('fail')} of ${all} lists did not know in time.`,
          pointers,
          observations,
        }
      if (count('unknown') > 0)
        return {
          verdict: 'unknown',
          because: `${count('unknown')} of ${all} lists prove nothing yet.`,
          pointers,
          observations,
        }
      return { verdict: 'pass', because: `All ${all} lists knew within ${drill.limitHours} h.`, pointers, observations }
    },
  }),
]
