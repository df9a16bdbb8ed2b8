import { type Duration, durationsIn } from './durations.ts'

const breach = /_breach|\bbreach(?:es)?\b/
const other =
  /\bsecurity (?:incidents?|events?)|\bincidents?\b|\b(?:use|uses|used) (?:or|and|and\/or) (?:further )?disclos\w*|\bmisuses?\b|\b(?:improper|impermissible|unauthorized|unpermitted|wrongful|non-?permitted|other) (?:uses?|disclosures?|access)/
const either = new RegExp(`${breach.source}|${other.source}`, 'g')
/** A time without a number: "immediately upon discovery of a breach". */
const atOnce = /\b(?:immediately|promptly|at once|forthwith|as soon as|without (?:any )?(?:unreasonable|undue) delay)\b/

type Mention = { at: number; breach: boolean }

/** Times of a sentence with and without numbers; "promptly and within five days" is one. */
function timesIn(text: string): Array<{ from: number; to: number }> {
  const numbers = durationsIn(text).map(({ from, to }) => ({ from, to }))
  const others = [...text.matchAll(new RegExp(atOnce.source, 'g'))].flatMap((match) => {
    const from = match.index
    const joined = numbers.some(
      (number) => number.from > from && number.from - from < 70 && text.slice(from, number.from).search(either) < 0,
    )
    return joined ? [] : [{ from, to: from + match[0].length }]
  })
  return [...numbers, ...others].sort((a, b) => a.from - b.from)
}

/**
 * Whether a number of a sentence that names a breach and another event is (also) the breach's. With one time in the
 * sentence it is everything's; with several each belongs to the event behind it ("within 24 hours of an incident") or,
 * with none behind, to those between it and the time before.
 */
export function forBreach(text: string, { from, to }: Pick<Duration, 'from' | 'to'>): boolean {
  const times = timesIn(text)
  const index = times.findIndex((time) => time.from === from)
  if (times.length < 2 || index < 0) return true
  const mentions: Array<Mention> = [...text.matchAll(either)].map((match) => ({
    at: match.index,
    breach: breach.test(match[0]),
  }))
  const next = times[index + 1]?.from ?? text.length
  // What belongs to the next time stands behind "and", ";" or "but".
  const own = text.slice(to, next)
  const last = times[index + 1] === undefined
  const end = to + ((last ? /;\s/ : /[;,]\s|\b(?:and|but|while)\b/).exec(own)?.index ?? own.length)
  const behind = mentions.filter(({ at }) => at >= to && at < end)
  if (behind.length > 0) return behind.some((mention) => mention.breach)
  const since = times[index - 1]?.to ?? 0
  const between = mentions.filter(({ at }) => at < from && at >= since)
  // The event of the time before may have stood behind that time.
  const fresh =
    index === 0 ? between : between.filter(({ at }) => /[;,]|\b(?:and|but|while)\b/.test(text.slice(since, at)))
  if (fresh.length > 0) return fresh.some((mention) => mention.breach)
  return true
}
