import { numberWord, ordinalWord, readNumber, readOrdinal } from '../lexicon/number-words.ts'

/** A length of time as the text words it. `n` counts in `unit`; weeks are days x 7. */
export type Duration = {
  n: number
  unit: 'hours' | 'days'
  cal: 'calendar' | 'business' | 'unspecified' | null
  /** Words and digits that disagree: the digits' value. Words win, the reader is warned. */
  other: number | null
  /** "two months": may be 62 days. */
  months: boolean
  from: number
  to: number
}

const digits = String.raw`\d{1,4}`
const amount = String.raw`(?:(${numberWord})\s*(?:\(\s*(${digits})\s*\))?|(${digits})\s*(?:\(\s*(${numberWord})\s*\))?|\b(an?)\b)`
const kind = String.raw`(?:\s*-?\s*((?:state |federal |full |clear |consecutive |normal )*(?:business|working|calendar|banking|work)|consecutive)?[ -]*)`
const unit = String.raw`(hours?|hrs?|days?|weeks?|months?|minutes?)\b`
const counted = new RegExp(`${amount}${kind}${unit}`, 'g')
const ordinal = new RegExp(
  String.raw`(?:the )?(${ordinalWord}|\b\d{1,3}(?:st|nd|rd|th))(?:\s*\(\s*\d{1,3}(?:st|nd|rd|th)?\s*\))?\s*((?:state )?(?:business|working|calendar))?[ -]*days?\b`,
  'g',
)
const next =
  /\b(?:the )?(?:next|following) (business|working|calendar)? ?day\b|\bthe (?:very )?day (?:after|following) (?=it\b|discover|the discover|its discover|learning)|\bsame (business|working|calendar)? ?day\b/g

function calendarOf(word: string | undefined, unitWord: string): Duration['cal'] {
  if (/^(h|min)/.test(unitWord)) return null
  if (word === undefined || word.trim() === '') return 'unspecified'
  return /business|working|banking|work/.test(word) ? 'business' : 'calendar'
}

/** Every length of time in normalised text, in order. */
export function durationsIn(text: string): Array<Duration> {
  const found: Array<Duration> = []
  for (const match of text.matchAll(counted)) {
    const [whole, words, paired, plain, pairedWords, article, calendar, unitWord] = match
    if (article !== undefined && /^(?:hours?|months?)/.test(unitWord!) && /per $/.test(text.slice(0, match.index)))
      continue
    const main =
      article !== undefined
        ? 1
        : words !== undefined
          ? readNumber(words)
          : pairedWords !== undefined
            ? readNumber(pairedWords)
            : Number(plain)
    const second =
      words !== undefined && paired !== undefined ? Number(paired) : pairedWords !== undefined ? Number(plain) : null
    if (main === null) continue
    if (
      article !== undefined &&
      /^days?$/.test(unitWord!) &&
      /\b(?:once|twice|times|hours) $/.test(text.slice(0, match.index))
    )
      continue
    const scale = /^week/.test(unitWord!) ? 7 : /^month/.test(unitWord!) ? 30 : 1
    const hours = /^(h|min)/.test(unitWord!)
    found.push({
      n: /^min/.test(unitWord!) ? main / 60 : main * scale,
      unit: hours ? 'hours' : 'days',
      cal: scale > 1 ? 'unspecified' : calendarOf(calendar, unitWord!),
      other: second !== null && second !== main ? second * scale : null,
      months: /^month/.test(unitWord!),
      from: match.index,
      to: match.index + whole.length,
    })
  }
  for (const match of text.matchAll(ordinal)) {
    const n = readOrdinal(match[1]!)
    if (
      n === null ||
      (n === 1 && /^(?:the )?first day\b/.test(match[0]) && !/\bby (?:the )?$/.test(text.slice(0, match.index)))
    )
      continue
    found.push({
      n,
      unit: 'days',
      cal: calendarOf(match[2], 'days'),
      other: null,
      months: false,
      from: match.index,
      to: match.index + match[0].length,
    })
  }
  for (const match of text.matchAll(next)) {
    const same = match[0].includes('same')
    found.push({
      n: same ? 0 : 1,
      unit: 'days',
      cal: calendarOf(match[1] ?? match[2], 'days'),
      other: null,
      months: false,
      from: match.index,
      to: match.index + match[0].length,
    })
  }
  return found.sort((a, b) => a.from - b.from)
}

/**
 * Calendar days at the longest. Business days x 1.4: 42 is the last under 60. Two months can be 62 days (July, August).
 */
export function calendarDays(duration: Pick<Duration, 'n' | 'unit' | 'cal'> & { months?: boolean }): number {
  if (duration.unit === 'hours') return duration.n / 24
  if (duration.months === true) return Math.ceil((duration.n / 30) * 31)
  return duration.n * (duration.cal === 'business' ? 1.4 : 1)
}
