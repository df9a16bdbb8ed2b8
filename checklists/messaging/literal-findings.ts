import { emojiSigns } from '#checklists/knowledge/clinical-context.ts'
import type { Emoji, Word } from '#scanners/template/reading.ts'
import { gap } from '#scanners/template/reading.ts'
import { contextHits, type Hit, markWords, type Stretch } from './clinical-hits.ts'
import { isEveryday } from './everyday.ts'
import { hintHits } from './hints.ts'
import { sense } from './lexicon.ts'
import { type Casing, type NameRange, readNames } from './names.ts'
import type { RuleId } from './rules.ts'
import { conditionalWords, prepHits, readCodes } from './shape-hits.ts'
import { netHits, slotHits } from './slots.ts'
import { extendSpan, outcomes } from './span-extent.ts'
import { specialtyHits } from './specialty-hits.ts'

/** A finding before it gets its words: offsets in the original. */
export type Raw = {
  rule: RuleId
  severity: 'fail' | 'warn' | 'info'
  start: number
  end: number
  word: number
  partTwo?: boolean
}
export type Literal = { raws: Array<Raw>; names: ReadonlyArray<NameRange> }

const failEmoji = new Set(emojiSigns.fail.split(' '))
const warnEmoji = new Set(emojiSigns.warn.split(' '))

function cover(size: number, stretches: Iterable<Stretch>): Uint8Array {
  const covered = new Uint8Array(size)
  for (const { from, to } of stretches) covered.fill(1, from, to)
  return covered
}

/** Whether one stretch lies wholly inside one of the others. */
function inside(hit: Stretch, others: ReadonlyArray<Stretch>): Stretch | undefined {
  return others.find((other) => other.from <= hit.from && hit.to <= other.to)
}

/** Clinical words and phrases in a message, after names, places and everyday phrases are taken out. */
export function literalFindings(
  text: string,
  words: ReadonlyArray<Word>,
  emoji: ReadonlyArray<Emoji>,
  casing: Casing,
  english: boolean,
): Literal {
  const marks = markWords(words, casing === 'mixed')
  const read = readNames(words, casing)
  const practices = read.filter((name) => name.kind === 'practice')
  // "Lone Star Pain Institute": no person called Star Pain; "Dr. Pain's Clinic" names one.
  const names = read.filter(
    (name) =>
      name.kind !== 'person' ||
      /^(?:dr|drs|dra)$/.test(words[name.from]!.norm) ||
      inside(name, practices) === undefined,
  )
  const others: Array<Stretch> = [
    ...names.filter((name) => name.kind !== 'practice' && name.kind !== 'street'),
    ...names.filter((name) => name.kind === 'street').flatMap((name) => streetWords(name, marks.bits)),
    ...marks.idioms,
  ]
  const explained = cover(words.length, others)
  const inPractice = cover(words.length, practices)
  const strong = marks.strong.filter((hit) => inside(hit, others) === undefined)
  const strongWord = cover(
    words.length,
    strong.filter((hit) => inside(hit, practices) === undefined),
  )
  const context = contextHits(
    words,
    marks,
    (at) => explained[at] === 1 || inPractice[at] === 1,
    (at) => strongWord[at] === 1,
  )
  // "eye clinic visit" is a dental or vision word by decision, not a specialty.
  const specialty = specialtyHits(words, marks).filter(
    (hit) =>
      inside(hit, others) === undefined && !marks.dental.some((mark) => mark.from === hit.from && mark.to > hit.to),
  )

  const raws: Array<Raw> = []
  const naming = marks.strong.concat(marks.specialty).filter((hit) => inside(hit, others) === undefined)
  senderWords(words, practices, naming, marks.bits, raws)
  const outside = (hit: Stretch) => inside(hit, practices) === undefined
  const failing = merge(
    words,
    [...strong.filter(outside), ...context.filter(outside), ...specialty.filter(outside)],
    marks.bits,
    explained,
  )
  failing.push(...partsBeside(words, failing, marks.bits, (at) => explained[at] === 1 || inPractice[at] === 1))
  failing.push(...outcomes(words, failing).map((hit) => ({ ...hit, kind: 'context' as const })))
  for (const hit of failing) if (hit.kind !== 'specialty') extendSpan(words, hit)
  const conditional = conditionalWords(words)
  for (const hit of failing) {
    const raw = failFor(words, hit)
    raws.push(conditional[hit.from] === 1 ? { ...raw, rule: 'soft-clinical', severity: 'warn' } : raw)
  }
  for (const hit of prepHits(words, explained))
    raws.push({
      rule: 'literal-clinical',
      severity: 'fail',
      start: words[hit.from]!.start,
      end: words[hit.to - 1]!.end,
      word: hit.from,
    })
  const codes = readCodes(text)
  const addressed = codes.length > 0 ? addressNumbers(words) : none
  for (const code of codes) {
    if (!addressed.has(code.start)) raws.push({ rule: 'literal-clinical', severity: 'fail', ...code, word: -1 })
  }
  const failed = cover(words.length, failing)
  const soft = [...marks.soft, ...marks.dental].filter(
    (hit) =>
      outside(hit) && inside(hit, others) === undefined && !touches(failed, hit) && words[hit.from]!.place !== 'host',
  )
  for (const hit of longest(soft)) {
    const rule = hit.kind === 'dental' ? 'dental-vision-word' : 'soft-clinical'
    raws.push({ rule, severity: 'warn', start: words[hit.from]!.start, end: words[hit.to - 1]!.end, word: hit.from })
  }
  const softly = cover(words.length, soft)
  const known = (at: number) => failed[at] === 1 || softly[at] === 1 || explained[at] === 1 || inPractice[at] === 1
  const mixed = casing === 'mixed'
  const netted = [...slotHits(words, known, marks.bits), ...(mixed ? netHits(words, known, marks.bits, english) : [])]
  const caught = cover(words.length, netted)
  const hints = hintHits(words, marks, mixed, (at) => known(at) || caught[at] === 1)
  for (const hit of [...netted, ...hints]) {
    raws.push({
      rule: 'soft-clinical',
      severity: 'warn',
      start: words[hit.from]!.start,
      end: words[hit.to - 1]!.end,
      word: hit.from,
    })
  }
  for (const sign of emoji) {
    if (failEmoji.has(sign.char))
      raws.push({ rule: 'sensitive', severity: 'fail', start: sign.start, end: sign.end, word: -1 })
    else if (warnEmoji.has(sign.char))
      raws.push({ rule: 'soft-clinical', severity: 'warn', start: sign.start, end: sign.end, word: -1 })
  }
  return { raws, names }
}

const telling = sense.strong | sense.context | sense.specialty | sense.soft | sense.dental

/** Words of a street without a number that its name explains: "Calle Corazón" is one, "Camino Biopsia" may be a visit. */
function streetWords({ from, to }: Stretch, bits: Int32Array): Array<Stretch> {
  const found: Array<Stretch> = []
  for (let at = from; at < to; at += 1) {
    if ((bits[at]! & telling) === 0 || (bits[at]! & sense.body) !== 0) found.push({ from: at, to: at + 1 })
  }
  return found
}

const none: ReadonlySet<number> = new Set()

/** "Bldg M54.5" is an address: where the words begin that stand right after such a word; a code there is none. */
function addressNumbers(words: ReadonlyArray<Word>): ReadonlySet<number> {
  const found = new Set<number>()
  const seen = new Set<number>()
  for (let at = 0; at < words.length; at += 1) {
    const { start } = words[at]!
    if (seen.has(start)) continue
    seen.add(start)
    if (at > 0 && /^(?:suite|ste|bldg|building|room|rm|unit|floor|apt|lot|gate|hwy|route)$/.test(words[at - 1]!.norm))
      found.add(start)
  }
  return found
}

function touches(covered: Uint8Array, hit: Stretch): boolean {
  for (let at = hit.from; at < hit.to; at += 1) if (covered[at] === 1) return true
  return false
}

function longest<T extends Stretch>(hits: ReadonlyArray<T>): Array<T> {
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other !== hit && other.from <= hit.from && hit.to <= other.to && other.to - other.from > hit.to - hit.from,
      ),
  )
}

/** Joins hits that touch into one span and adds the noun that closes it ("IUD placement"). */
function merge(
  words: ReadonlyArray<Word>,
  hits: ReadonlyArray<Hit>,
  bits: Int32Array,
  explained: Uint8Array,
): Array<Hit> {
  const sorted = [...hits].sort((a, b) => a.from - b.from || b.to - a.to)
  const merged: Array<Hit> = []
  for (const hit of sorted) {
    const last = merged.at(-1)
    if (
      last !== undefined &&
      (hit.from < last.to ||
        (hit.from === last.to &&
          words[hit.from]!.gap <= gap.hyphen &&
          words[hit.from]!.place === words[last.from]!.place))
    ) {
      last.to = Math.max(last.to, hit.to)
      last.bits |= hit.bits
      if (hit.kind !== 'specialty') last.kind = hit.kind
    } else merged.push({ ...hit })
  }
  for (const hit of merged) {
    if (hit.kind === 'specialty') continue
    growLeft(words, hit, bits, explained)
    while (
      hit.to < words.length &&
      words[hit.to]!.gap <= gap.hyphen &&
      words[hit.to]!.place === words[hit.from]!.place &&
      (bits[hit.to]! & sense.tail) !== 0 &&
      explained[hit.to] === 0
    )
      hit.to += 1
  }
  return merged
}

/** "your skin may look pink after the peel": a part of the body in a sentence that names care is the patient's own. */
function partsBeside(
  words: ReadonlyArray<Word>,
  failing: ReadonlyArray<Hit>,
  bits: Int32Array,
  known: (at: number) => boolean,
): Array<Hit> {
  const taken = cover(words.length, failing)
  const found: Array<Hit> = []
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to < words.length && words[to]!.gap < gap.sentence) to += 1
    if (taken.subarray(from, to).includes(1)) {
      for (let at = from + 1; at < to; at += 1) {
        const led = /^(?:your|the|his|her|that|su|sus|la|el|los|las)$/.test(words[at - 1]!.norm)
        if ((bits[at]! & sense.body) !== 0 && led && taken[at] === 0 && !known(at) && words[at]!.gap <= gap.hyphen)
          found.push({ from: at, to: at + 1, kind: 'context', bits: bits[at]! })
      }
    }
    from = to
  }
  return found
}

/** "Bartholin cyst", "evening dose of X": what stands right before a hit and is in no everyday table belongs to it. */
function growLeft(words: ReadonlyArray<Word>, hit: Hit, bits: Int32Array, explained: Uint8Array): void {
  while (hit.from > 0 && words[hit.from]!.gap <= gap.hyphen) {
    const before = words[hit.from - 1]!
    const told = (bits[hit.from - 1]! & (sense.body | sense.context | sense.strong)) !== 0
    const strange = /^[a-z]{4,}$/.test(before.norm) && !isEveryday(before.norm)
    if (before.place !== words[hit.from]!.place || before.possessive || explained[hit.from - 1] === 1) return
    if (!told && !strange) return
    hit.from -= 1
  }
}

function failFor(words: ReadonlyArray<Word>, hit: Hit): Raw {
  const first = words[hit.from]!
  const span = { start: first.start, end: words[hit.to - 1]!.end, word: hit.from }
  const sensitive = (hit.bits & sense.sensitive) !== 0
  if (first.place === 'comment') return { rule: 'soft-clinical', severity: 'warn', ...span }
  if (first.place === 'host') return { rule: 'specialty-sender', severity: 'warn', ...span }
  const rule = sensitive ? 'sensitive' : hit.kind === 'specialty' ? 'specialty-on-visit' : 'literal-clinical'
  return { rule, severity: 'fail', ...span, partTwo: (hit.bits & sense.substance) !== 0 }
}

/** A practice's name that shows what it is for: warned about; of a substance-use programme it fails. */
function senderWords(
  words: ReadonlyArray<Word>,
  practices: ReadonlyArray<NameRange>,
  hits: ReadonlyArray<Hit>,
  bits: Int32Array,
  raws: Array<Raw>,
): void {
  for (const name of practices) {
    const span = { start: words[name.from]!.start, end: words[name.to - 1]!.end, word: name.from }
    let substance = false
    let neutral = false
    for (let at = name.from; at < name.to; at += 1) {
      if ((bits[at]! & (sense.substanceSender | sense.substance)) !== 0) substance = true
      if ((bits[at]! & sense.neutralPractice) !== 0) neutral = true
    }
    if (substance && !neutral) {
      raws.push({ rule: 'sensitive', severity: 'fail', ...span, partTwo: true })
      continue
    }
    const telling = hits.filter((hit) => hit.from >= name.from && hit.to <= name.to && tells(words, hit, name))
    if (telling.length > 0 && !(neutral && telling.every((hit) => (hit.bits & (sense.body | sense.context)) !== 0)))
      raws.push({ rule: 'specialty-sender', severity: 'warn', ...span })
  }
}

/** "Heart of Texas": a body part that is followed by "of" is a place; one before the closing noun is a specialty. */
function tells(words: ReadonlyArray<Word>, hit: Hit, name: NameRange): boolean {
  if ((hit.bits & sense.neutralPractice) !== 0 && hit.to - hit.from === 1) return false
  // "Marlow Health": a name one letter away from a term is a name.
  if ((hit.bits & sense.guessed) !== 0) return false
  const next = words[hit.to]
  if ((hit.bits & (sense.body | sense.context)) !== 0)
    return (
      hit.to < name.to &&
      next !== undefined &&
      next.norm !== 'of' &&
      (hit.to === name.to - 1 ||
        /^(?:and|vascular|institute|center|centre|clinic|care|specialists|surgery|health)$/.test(next.norm))
    )
  return true
}
