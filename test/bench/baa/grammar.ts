import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeApart } from '#checklists/baa/clauses/agreement.ts'
import type { LineId, Reading } from '#checklists/baa/reading.ts'
import { readingsOf } from '#checklists/baa/readings.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { carriers, spoken } from './carriers.ts'

/**
 * Composes sentences from word lists of its own (test/fixtures/baa-grammar) and knows what each must be read as.
 * `<list>` takes an entry, `<list^>` with a capital, `<list:e=x>` fills that entry's `{e}`; `~` is the act, `~ing` its
 * gerund. Every third entry of a list is held out while the rules are worked on.
 */
type Words = Record<string, ReadonlyArray<string>>
type Rules = {
  e?: string | undefined
  duty?: ReadonlyArray<string>
  ban?: ReadonlyArray<string>
  right?: ReadonlyArray<string>
  grant?: ReadonlyArray<string>
  whole: ReadonlyArray<string>
  not: ReadonlyArray<string>
}
type Clock = { kind: string; n: number | null; unit: string | null; cal: string | null; from: string | null }
export type Sentence = { line: LineId; text: string; present: boolean; how: string; clock?: Clock }

type Picker = { below: (n: number) => number; from: <T>(list: ReadonlyArray<T>) => T }

/** Numbers of a small linear generator: the same sentences at every run. */
function picker(seed: number, heldOut: boolean): Picker {
  let state = seed
  const below = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * n)
  }
  const from = <T>(list: ReadonlyArray<T>): T => {
    const own = list.length < 3 ? list : list.filter((_, index) => (index % 3 === 2) === heldOut)
    return own[below(own.length)]!
  }
  return { below, from }
}

const irregular: Record<string, string> = { let: 'letting', get: 'getting', put: 'putting', see: 'seeing', be: 'being' }

function gerund(phrase: string): string {
  const plain = (verb: string) => {
    if (irregular[verb] !== undefined) return irregular[verb]
    if (/ie$/.test(verb)) return verb.replace(/ie$/, 'ying')
    if (/[^eoy]e$/.test(verb)) return verb.replace(/e$/, 'ing')
    if (/(?:^|[^aeiou])[aeiou][bgmnprt]$/.test(verb) && verb.length < 5) return `${verb}${verb.at(-1)}ing`
    return `${verb}ing`
  }
  return phrase.replace(/^(?:not )?[a-z]+/, (verb) => plain(verb))
}

function expand(pattern: string, words: Words, rules: Rules, pick: Picker): string {
  const event = rules.e
  const filled = pattern.replace(/<(\w+)([\^,]?)(?::e=([^>]*))?>/g, (_, name: string, mark: string, given?: string) => {
    const entry = expand(pick.from(words[name]!), words, given === undefined ? rules : { ...rules, e: undefined }, pick)
    const plain =
      mark === '^'
        ? entry[0]!.toUpperCase() + entry.slice(1)
        : mark === ','
          ? `${entry[0]!.toLowerCase()}${entry.slice(1)},`
          : entry
    if (given === undefined) return plain
    return plain.replaceAll('{e}', () => (words[given] === undefined ? given : pick.from(words[given])))
  })
  return event === undefined ? filled : filled.replaceAll('{e}', pick.from(words[event]!))
}

function wrapped(wrapper: string, act: string): string {
  const text = wrapper.replace('~ing', gerund(act)).replace('~', act)
  return `${text[0]!.toUpperCase()}${text.slice(1).trim()}.`
}

const swapped = (text: string) =>
  text.replace(/\{([BC])('s)?\}/g, (_, who: string, owns = '') => `{${who === 'B' ? 'C' : 'B'}${owns}}`)

function* sentencesOf(line: LineId, rules: Rules, words: Words, count: number, pick: Picker): Generator<Sentence> {
  const manner = (['duty', 'ban', 'right', 'grant'] as const).find((name) => (rules[name]?.length ?? 0) > 0)
  for (let i = 0; i < count; i += 1) {
    const turn = manner === undefined ? 5 + pick.below(4) : pick.below(10)
    if (turn < 5 && manner !== undefined) {
      const text = wrapped(pick.from(words[manner]!), expand(pick.from(rules[manner]!), words, rules, pick))
      yield { line, text, present: true, how: manner }
    } else if (turn < 7 && rules.whole.length > 0) {
      yield { line, text: expand(pick.from(rules.whole), words, rules, pick), present: true, how: 'whole' }
    } else if (turn === 7 && manner !== undefined && line !== 'O1') {
      const text = wrapped(pick.from(words[manner]!), expand(pick.from(rules[manner]!), words, rules, pick))
      yield { line, text: swapped(text), present: false, how: 'parties swapped' }
    } else if (turn === 8 && manner === 'duty') {
      const text = wrapped(pick.from(words.weak!), expand(pick.from(rules.duty!), words, rules, pick))
      yield { line, text, present: false, how: 'weak' }
    } else yield { line, text: expand(pick.from(rules.not), words, rules, pick), present: false, how: 'near miss' }
  }
}

const spelled = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const numbers: ReadonlyArray<readonly [number, string]> = [
  ...[2, 3, 5, 7, 10].map((n) => [n, spelled[n]!] as const),
  [15, 'fifteen'],
  [20, 'twenty'],
  [30, 'thirty'],
  [45, 'forty-five'],
  [60, 'sixty'],
]
const hours: ReadonlyArray<readonly [number, string]> = [
  [24, 'twenty-four'],
  [36, 'thirty-six'],
  [48, 'forty-eight'],
  [72, 'seventy-two'],
]
const units: ReadonlyArray<readonly [string, string, string | null]> = [
  ['hours', 'hours', null],
  ['days', 'days', 'unspecified'],
  ['calendar days', 'days', 'calendar'],
  ['business days', 'days', 'business'],
  ['working days', 'days', 'business'],
]
const triggers: ReadonlyArray<readonly [string, string | null]> = [
  ['of discovery', 'discovery'],
  ['after discovering it', 'discovery'],
  ['of the day on which it knew or should have known of it', 'discovery'],
  ['after becoming aware of it', 'awareness'],
  ['of learning of it', 'awareness'],
  ['after it comes to its attention', 'awareness'],
  ['after determining that a Breach has occurred', 'determination'],
  ['of confirming it', 'determination'],
  ['after its investigation has established that there was a Breach', 'determination'],
  ['of being notified of it by a subcontractor', 'notice'],
  ['after receiving notice of it', 'notice'],
  ['after it is told of it', 'notice'],
  ['', null],
]
const ceilings = [
  'within N T',
  'no later than N T',
  'in no event later than N T',
  'not more than N T',
  'in not more than N T',
  'at the latest N T',
  'inside of N T',
  'not exceeding N T',
  'without unreasonable delay and in no case later than N T',
  'promptly, and at most N T',
]
const floors = ['no sooner than N T', 'not less than N T', 'at least N T', 'no earlier than N T']
const unnumbered: ReadonlyArray<readonly [string, string]> = [
  ['promptly', 'none'],
  ['without unreasonable delay', 'none'],
  ['as soon as practicable', 'none'],
  ['within the time 45 CFR 164.410 allows', 'by_ref_410'],
  ['in the manner and time required by 45 CFR 164.410', 'by_ref_410'],
  ['as 45 CFR 164.410 requires', 'by_ref_410'],
]

function* clocksOf(words: Words, count: number, pick: Picker): Generator<Sentence> {
  for (let i = 0; i < count; i += 1) {
    const turn = pick.below(8)
    const told = expand(pick.from(words.tellC!), words, { e: 'breach', whole: [], not: [] }, pick)
    const place = (time: string) => {
      const said = pick.below(3)
      if (said === 0) return wrapped(pick.from(words.duty!), `${told} ${time}`)
      if (said === 1) return `${time[0]!.toUpperCase()}${time.slice(1)}, {B} shall ${told}.`
      return `{B} shall, ${time}, ${told}.`
    }
    if (turn === 7) {
      const [time, kind] = pick.from(unnumbered)
      yield {
        line: 'S4',
        text: place(time),
        present: false,
        how: 'no number',
        clock: { kind, n: null, unit: null, cal: null, from: null },
      }
      continue
    }
    const [unitWords, unit, cal] = units[pick.below(units.length)]!
    const [n, word] = pick.from(unit === 'hours' ? hours : numbers)
    const forms = [`${n}`, word, `${word} (${n})`, `${n} (${word})`]
    const [trigger, from] = pick.from(triggers)
    const floor = turn === 6
    const time = pick
      .from(floor ? floors : ceilings)
      .replace('N', `${forms[pick.below(4)]} ${unitWords}`)
      .replace('T', trigger)
      .trim()
    const days = unit === 'hours' ? n / 24 : n * (cal === 'business' ? 1.4 : 1)
    yield {
      line: 'S4',
      text: place(time),
      present: !floor && days <= 60,
      how: floor ? 'floor' : 'clock',
      clock: { kind: floor ? 'floor' : 'fixed', n, unit, cal, from },
    }
  }
}

/** `perLine` sentences for every line of the tables and as many breach clocks. */
export function compose(folder: string, perLine: number, heldOut: boolean): Array<Sentence> {
  const words = JSON.parse(readFileSync(join(folder, 'words.json'), 'utf8')) as Words
  const lines = JSON.parse(readFileSync(join(folder, 'lines.json'), 'utf8')) as Record<LineId, Rules>
  const pick = picker(heldOut ? 7919 : 104729, heldOut)
  const all = Object.entries(lines).flatMap(([line, rules]) => [
    ...sentencesOf(line as LineId, rules, words, perLine, pick),
  ])
  return [...all, ...clocksOf(words, perLine * 2, pick)]
}

const plural: Record<string, string> = { is: 'are', has: 'have', does: 'do', was: 'were' }

/** "We agrees" is no English: verbs behind "we" and "you" lose their s. */
function agreeing(text: string): string {
  return text.replace(/\b([Ww]e|[Yy]ou|[Tt]hey) ([a-z]+)\b/g, (all, who: string, verb: string) => {
    if (/^(?:ourselves|always|unless|us)$/.test(verb)) return all
    return `${who} ${plural[verb] ?? (/[^s]s$/.test(verb) ? verb.replace(/ies$/, 'y').replace(/(?<=(?:ss|sh|ch))es$|(?<!y)s$/, '') : verb)}`
  })
}

export type GrammarMiss = { sentence: Sentence; said: string; reading: Reading; clock?: Clock }
export type GrammarTally = {
  met: Map<string, { right: number; all: number }>
  refused: Map<string, { right: number; all: number }>
  clocks: { right: number; all: number }
  misses: Array<GrammarMiss>
}

export function scoreGrammar(sentences: ReadonlyArray<Sentence>): GrammarTally {
  const tally: GrammarTally = { met: new Map(), refused: new Map(), clocks: { right: 0, all: 0 }, misses: [] }
  for (const [index, sentence] of sentences.entries()) {
    const carrier = carriers[index % carriers.length]!
    const said = agreeing(spoken(sentence.text, carrier))
    const document = documentFromText(carrier.before + said + carrier.after, {
      id: 'g',
      name: 'g.txt',
      at: new Date(0),
    })
    const { outcomes, clock } = readingsOf(takeApart(document))
    const { reading } = outcomes[sentence.line]
    const right = (reading === 'present') === sentence.present
    const table = sentence.present ? tally.met : tally.refused
    const entry = table.get(sentence.line) ?? { right: 0, all: 0 }
    table.set(sentence.line, { right: entry.right + Number(right), all: entry.all + 1 })
    const { kind, n, unit, cal, from } = clock.facts
    const got = { kind, n, unit, cal, from }
    const exact = sentence.clock === undefined || JSON.stringify(got) === JSON.stringify(sentence.clock)
    if (sentence.clock !== undefined) {
      tally.clocks.all += 1
      tally.clocks.right += Number(exact)
    }
    if (!right || !exact)
      tally.misses.push({ sentence, said, reading, ...(sentence.clock === undefined ? {} : { clock: got }) })
  }
  return tally
}
