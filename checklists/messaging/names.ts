import { facilityNouns, practiceNouns } from '#checklists/knowledge/clinical-specialties.ts'
import { functionWords } from '#checklists/knowledge/function-words.ts'
import { addressWords, greetings, namesLikeTerms, personTitles, stateWords } from '#checklists/knowledge/name-words.ts'
import { gap, type Word } from '#scanners/template/reading.ts'
import { lexicon, sense, step } from './lexicon.ts'

/** A stretch of words that is a name: `to` exclusive. A `street` has no house number and explains parts of the body only. */
export type NameRange = { from: number; to: number; kind: 'practice' | 'person' | 'place' | 'street' }

const table = (text: string): Set<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))
const functional = table(functionWords)
const nouns = new Set(practiceNouns.split('\n'))
const facilities = table(facilityNouns)
const titles = table(personTitles)
const greeting = table(greetings)
const likeTerms = table(namesLikeTerms)
const addresses = table(addressWords)
/** These close a practice's name as well; only a house number makes them an address. */
const needsNumber = /^(?:center|centre|plaza|park|village|commons|point|square|court|tower|towers|island|village)$/
const states = table(stateWords)
const connectives = table('of the and de del la las los y at in n')
const unitWords = table(
  'suite ste building bldg floor fl room rm unit apt lot dock gate level suite oficina piso edificio no number',
)

/** What follows "suite", "floor", "no": "Suite M54", "Floor two"; "no gum" and "room labs" are no addresses. */
const unitNumber =
  /^(?:[a-z]{0,2}\d[a-z\d]{0,4}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|east|west|north|south|main|norte|sur|este|oeste|uno|dos|tres)$/
/** Spanish puts the street word first. */
const streetsBefore = /^(?:calle|avenida|avda|carretera|paseo|camino|callejon|calzada|colonia|barrio)$/
const streetJoins = /^(?:de|del|la|las|el|los|y)$/
const houseNumber = /^\d{1,5}[a-z]?$/
/** A number before one of these is a time, a date or a count: "Camino Real 3 PM", "3 de mayo". */
const counted = /^(?:[ap]m?|hs?|hrs?|horas?|min|minutos?|de|del|dias?|days?|semanas?|weeks?|hours?|minutes?)$/
/** And a number behind one of these: "a las 3 Camino Real". */
const clocked = /^(?:las?|at|el|dia|by|from|until|till|before|after)$/

const slotOwner = /^(?:your|his|her|their|my|su|sus|tu|tus)$/

const joins = (word: Word): boolean => word.gap <= gap.hyphen
const starts = (word: Word): boolean => word.capital || /^\d/.test(word.norm)

/** How a text is written decides how far capitals can be trusted. */
export type Casing = 'mixed' | 'upper' | 'lower' | 'title'

export function casingOf(words: ReadonlyArray<Word>): Casing {
  let upper = 0
  let capital = 0
  let long = 0
  for (const word of words) {
    if (word.norm.length < 3 || word.place === 'link' || word.place === 'host') continue
    long += 1
    if (word.upper) upper += 1
    else if (word.capital) capital += 1
  }
  if (long === 0) return 'mixed'
  if (upper / long > 0.75) return 'upper'
  if (upper + capital === 0) return 'lower'
  return capital / long > 0.85 && long > 5 ? 'title' : 'mixed'
}

function bits(word: Word): number {
  return step(lexicon().root, word.norm)?.sense ?? 0
}

/** A word that can be a practice's own name: "Elm", "Lone"; not "Cardiology", not "Reminder". */
function isOwn(word: Word): boolean {
  if (functional.has(word.norm) || nouns.has(word.norm) || /^\d+$/.test(word.norm)) return false
  return (
    (bits(word) & (sense.strong | sense.specialty | sense.sensitive | sense.soft | sense.context | sense.body)) === 0
  )
}

function closesPractice(word: Word): boolean {
  return nouns.has(word.norm) || (bits(word) & sense.specialty) !== 0 || word.norm === 'management'
}

/** The capitalised runs that name a practice: an own word and a closing noun, or a prefix before a colon. */
function practiceRanges(words: ReadonlyArray<Word>, casing: Casing): Array<NameRange> {
  const found: Array<NameRange> = []
  let at = 0
  while (at < words.length) {
    const first = words[at]!
    const named = (word: Word, index: number) =>
      casing === 'mixed' || casing === 'title'
        ? starts(word) && (!functional.has(word.norm) || (nouns.has(word.norm) && index > at))
        : !functional.has(word.norm) || (nouns.has(word.norm) && index > at)
    if (!named(first, at) || first.place === 'link' || first.place === 'host') {
      at += 1
      continue
    }
    let to = at + 1
    while (to < words.length && joins(words[to]!)) {
      if (named(words[to]!, to)) to += 1
      else if (
        connectives.has(words[to]!.norm) &&
        to + 1 < words.length &&
        joins(words[to + 1]!) &&
        named(words[to + 1]!, to + 1)
      )
        to += 2
      else break
      if (to - at > 9) break
    }
    const range = trim(words, at, to, casing)
    if (range !== undefined) found.push(range)
    at = to
  }
  return found
}

function trim(words: ReadonlyArray<Word>, from: number, to: number, casing: Casing): NameRange | undefined {
  const opensMessage = words[from]!.gap >= gap.sentence
  const prefix = opensMessage && words[to - 1]!.after === ':' && from < 6
  let own = 0
  let closing = -1
  for (let at = from; at < to; at += 1) {
    if (isOwn(words[at]!)) own += 1
    if (closesPractice(words[at]!)) closing = at
  }
  if (prefix && (own > 0 || (closing >= 0 && nouns.has(words[to - 1]!.norm)))) return { from, to, kind: 'practice' }
  if (casing === 'upper' || casing === 'lower') {
    // Without capitals only "elm clinic", a short run right before its noun, is taken.
    return own > 0 && closing > from && nouns.has(words[closing]!.norm) && closing - from < 5
      ? { from, to: closing + 1, kind: 'practice' }
      : undefined
  }
  // "your Shoulder Surgery" is no name; "your Elm Clinic visit" holds one.
  if (from > 0 && words[from]!.gap <= gap.hyphen && slotOwner.test(words[from - 1]!.norm)) {
    if (!words.slice(from, to).some((word) => facilities.has(word.norm))) return undefined
  }
  // "Clínica Elm": Spanish puts the noun first.
  if (own > 0 && closing >= 0 && to - from >= 2)
    return {
      from,
      to: nouns.has(words[from]!.norm) ? to : Math.max(closing + 1, lastOwn(words, from, to, closing)),
      kind: 'practice',
    }
  return undefined
}

/** "Sunrise Health of Waco": an own word after "of" still belongs to the name. */
function lastOwn(words: ReadonlyArray<Word>, from: number, to: number, closing: number): number {
  for (let at = to - 1; at > closing; at -= 1) {
    if (connectives.has(words[at - 1]!.norm) && isOwn(words[at]!)) return at + 1
  }
  return from
}

function personRanges(words: ReadonlyArray<Word>, casing: Casing): Array<NameRange> {
  const found: Array<NameRange> = []
  for (let at = 0; at < words.length - 1; at += 1) {
    const word = words[at]!
    // "P. Sternum"
    const initial =
      casing === 'mixed' &&
      word.norm.length === 1 &&
      word.capital &&
      word.after === '.' &&
      (word.gap >= gap.comma || words[at - 1]?.capital === true)
    const title = titles.has(word.norm) || initial
    const greets = greeting.has(word.norm) && casing !== 'title'
    if (!title && !greets) continue
    let to = at + 1
    const most = title ? 3 : 2
    while (to < words.length && to - at <= most) {
      const next = words[to]!
      const follows =
        next.gap === gap.space ||
        next.gap === gap.hyphen ||
        (title && next.gap === gap.sentence && words[to - 1]!.norm.length <= 2)
      if (!follows || !(next.capital || casing === 'lower') || functional.has(next.norm)) break
      to += 1
      if (casing !== 'mixed' && to - at > 2) break
      if (next.possessive) break
      // "Drs. Bone and Blood"
      if (
        title &&
        words[to]?.norm === 'and' &&
        words[to + 1]?.capital &&
        !titles.has(words[to + 1]!.norm) &&
        joins(words[to + 1]!)
      )
        to += 2
    }
    if (to > at + 1) found.push({ from: title ? at : at + 1, to, kind: 'person' })
  }
  return found
}

function isHouseNumber(words: ReadonlyArray<Word>, at: number): boolean {
  const word = words[at]
  if (word === undefined || word.gap > gap.comma || !houseNumber.test(word.norm)) return false
  const next = words[at + 1]
  return word.after !== ':' && !(next !== undefined && next.gap <= gap.comma && counted.test(next.norm))
}

/** "Calle Corazón 12", "1450 Calle Luna", "Avenida del Pulmón, No. 8"; without a number any word may follow "camino". */
function spanishStreet(words: ReadonlyArray<Word>, at: number): NameRange | undefined {
  let to = at + 1
  while (
    to < words.length &&
    to - at < 5 &&
    joins(words[to]!) &&
    (streetJoins.test(words[to]!.norm) || (starts(words[to]!) && !(to > at + 1 && /^\d/.test(words[to]!.norm))))
  )
    to += 1
  while (to > at + 1 && streetJoins.test(words[to - 1]!.norm)) to -= 1
  if (!words.slice(at + 1, to).some((item) => item.capital)) return undefined
  const sign = /^(?:no|num|numero|n)$/.test(words[to]?.norm ?? '') ? 1 : 0
  if (isHouseNumber(words, to + sign)) return { from: at, to: to + sign + 1, kind: 'place' }
  const before = words[at - 1]
  const first =
    before !== undefined && words[at]!.gap === gap.space && houseNumber.test(before.norm) && before.after !== ':'
  const clock = before?.after === ':' || words[at - 2]?.after === ':' || clocked.test(words[at - 2]?.norm ?? '')
  return { from: at, to, kind: first && !clock ? 'place' : 'street' }
}

function placeRanges(words: ReadonlyArray<Word>): Array<NameRange> {
  const found: Array<NameRange> = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    const next = words[at + 1]
    if (unitWords.has(word.norm) && next !== undefined && unitNumber.test(next.norm) && joins(next)) {
      found.push({ from: at, to: at + 2, kind: 'place' })
      const third = words[at + 2]
      if (third !== undefined && third.gap === gap.hyphen && third.norm.length <= 3)
        found.push({ from: at, to: at + 3, kind: 'place' })
    }
    // 14 Canal Street; Root Street: one to three capitalised words before the street word.
    if (addresses.has(word.norm) && word.capital && at > 0) {
      let from = at
      while (
        from > 0 &&
        at - from < 3 &&
        joins(words[from]!) &&
        (words[from - 1]!.capital || /^\d/.test(words[from - 1]!.norm)) &&
        !functional.has(words[from - 1]!.norm)
      )
        from -= 1
      const numbered = /^\d/.test(words[from]!.norm)
      if (from < at && (numbered || !needsNumber.test(word.norm)))
        found.push({ from, to: at + 1, kind: numbered || words.slice(from, at).some(isOwn) ? 'place' : 'street' })
    }
    const street = streetsBefore.test(word.norm) ? spanishStreet(words, at) : undefined
    if (street !== undefined) found.push(street)
    // Bath, Maine; Hartford, CT 06103.
    if (
      states.has(word.norm) &&
      word.capital &&
      at > 0 &&
      words[at - 1]!.capital &&
      word.gap <= gap.comma &&
      (word.upper || word.norm.length > 3)
    ) {
      const comma = words[at - 1]!.after === ','
      const zip = /^\d{5}$/.test(next?.norm ?? '')
      if (comma || zip)
        found.push({
          from: Math.max(0, at - (words[at - 2]?.capital && joins(words[at - 1]!) ? 2 : 1)),
          to: at + 1,
          kind: 'place',
        })
    }
    // 3 PM PT, 10:30 ET.
    if (
      /^(?:pt|ct|et|mt|pst|est)$/.test(word.norm) &&
      at > 0 &&
      (/^(?:[ap]m|[ap]|\d{1,2}(?:[ap]m)?|noon|midnight)$/.test(words[at - 1]!.norm) ||
        (words[at - 1]!.norm === 'm' && /^[ap]$/.test(words[at - 2]?.norm ?? '')))
    ) {
      found.push({ from: at, to: at + 1, kind: 'place' })
    }
    // A clock field before the zone: "{{time}} PT".
    if (/^(?:pt|ct|et|mt)$/.test(word.norm) && word.upper && word.fieldBefore >= 0)
      found.push({ from: at, to: at + 1, kind: 'place' })
  }
  return found
}

const afterPerson = /^(?:will|is|and|at|with|from|said|asked|has|was|would|can|md|do|np|pa|rn|dds|dmd|is)$/
const beforePerson = /^(?:with|see|seeing|saw|by|from|and|for|ask|meet|thank|thanks|tell|to)$/

/** Capitalised, mid-sentence, a known surname, beside a verb or preposition of people: "seeing Maria Colon at". */
function bareNames(words: ReadonlyArray<Word>, casing: Casing): Array<NameRange> {
  if (casing !== 'mixed') return []
  const found: Array<NameRange> = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    if (!word.capital || word.upper || !likeTerms.has(word.norm)) continue
    const before = words[at - 1]
    const after = words[at + 1]
    const given = before?.capital && !before.upper && joins(word) && isOwn(before) && before.gap < gap.sentence
    const led = before !== undefined && beforePerson.test(before.norm) && joins(word)
    const followed =
      after !== undefined && (afterPerson.test(after.norm) || (after.capital && isOwn(after) && joins(after)))
    // "coming in for Parkinson's": a possessive with nothing behind it is a disease more often than a doctor.
    const eponym =
      word.possessive && (after === undefined || after.gap >= gap.comma || !after.capital) && before?.norm === 'for'
    if (given || (led && !eponym && (followed || word.possessive || after === undefined || after.gap >= gap.comma))) {
      found.push({ from: given ? at - 1 : at, to: at + 1, kind: 'person' })
    }
  }
  return found
}

export function readNames(words: ReadonlyArray<Word>, casing: Casing): Array<NameRange> {
  return [
    ...practiceRanges(words, casing),
    ...personRanges(words, casing),
    ...placeRanges(words),
    ...bareNames(words, casing),
  ]
}
