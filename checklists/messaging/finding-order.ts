import type { Place } from '#scanners/template/reading.ts'
import type { Parts } from './audit-template.ts'
import type { RuleId } from './rules.ts'
import type { Severity, TemplateFinding } from './template-result.ts'

type Interval = { start: number; end: number }

const order: Record<Severity, number> = { fail: 0, warn: 1, info: 2 }

const clinicalRules: ReadonlySet<RuleId> = new Set([
  'literal-clinical',
  'specialty-on-visit',
  'sensitive',
  'soft-clinical',
  'dental-vision-word',
])

/** Answers whether an interval lies inside one of the given ones; asked in order of start it takes no search. */
function containment(given: ReadonlyArray<Interval>): (asked: Interval) => boolean {
  const sorted = given.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)
  let at = 0
  let furthest = -1
  return ({ start, end }) => {
    while (at < sorted.length && sorted[at]!.start <= start) {
      furthest = Math.max(furthest, sorted[at]!.end)
      at += 1
    }
    return end <= furthest
  }
}

/** One finding a place and a rule, worst first; a weaker one inside a stronger one says nothing new. */
export function distinctFindings(findings: ReadonlyArray<TemplateFinding>): Array<TemplateFinding> {
  const sorted = [...findings].sort(
    (a, b) => order[a.severity] - order[b.severity] || a.start - b.start || b.end - a.end,
  )
  const kept: Array<TemplateFinding> = []
  for (let from = 0; from < sorted.length; ) {
    const { severity } = sorted[from]!
    let to = from + 1
    while (to < sorted.length && sorted[to]!.severity === severity) to += 1
    const inStronger = containment(kept)
    // Within one severity all starts seen so far lie to the left: the furthest end decides.
    const furthest = new Map<RuleId | 'clinical', number>()
    for (const finding of sorted.slice(from, to)) {
      const { rule, start, end } = finding
      const clinical = clinicalRules.has(rule)
      const stronger = inStronger(finding) && rule !== 'own-pixel'
      const same = end <= (furthest.get(rule) ?? -1) || (clinical && end <= (furthest.get('clinical') ?? -1))
      if (end > start && (stronger || same)) continue
      kept.push(finding)
      if (end <= start) continue
      furthest.set(rule, Math.max(end, furthest.get(rule) ?? -1))
      if (clinical) furthest.set('clinical', Math.max(end, furthest.get('clinical') ?? -1))
    }
    from = to
  }
  return kept
}

/** Where in a message an offset stands; the words are put in order when the first finding without a word asks. */
export function placeReader({ words, reading }: Parts): (start: number, word: number) => Place {
  const shown = (place: Place): Place => (place === 'host' ? 'link' : place)
  let reach: Int32Array | undefined
  let links: Array<Interval> | undefined
  /** The first word, in reading order, that does not begin before the offset. */
  const wordFrom = (start: number): number => {
    if (reach === undefined) {
      reach = new Int32Array(words.length)
      let most = -1
      for (let at = 0; at < words.length; at += 1) {
        most = Math.max(most, words[at]!.start)
        reach[at] = most
      }
    }
    let [low, high] = [0, reach.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (reach[middle]! < start) low = middle + 1
      else high = middle
    }
    return low
  }
  const inLink = (start: number): boolean => {
    if (links === undefined) {
      links = reading.links.map((link) => ({ start: link.start, end: link.end })).sort((a, b) => a.start - b.start)
      for (let at = 1; at < links.length; at += 1) links[at]!.end = Math.max(links[at]!.end, links[at - 1]!.end)
    }
    let [low, high] = [0, links.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (links[middle]!.start <= start) low = middle + 1
      else high = middle
    }
    return low > 0 && start < links[low - 1]!.end
  }
  return (start, word) => {
    if (word >= 0) return shown(words[word]!.place)
    if (inLink(start)) return 'link'
    const at = wordFrom(start)
    return at < words.length ? shown(words[at]!.place) : 'text'
  }
}
