import { child, type Element, elements, value } from './xml.ts'

type Level = { start: number; format: string; text: string; restart: number | undefined; legal: boolean }
type List = { abstract: string; levels: Map<number, Level>; overrides: Map<number, number> }

/** Gives each numbered paragraph, in document order, the label Word shows before it ("4.2", "(b)", "•"). */
export type Numbering = { label: (numId: string, level: number) => string }

const deepestLevel = 9

function levelOf(element: Element): Level {
  const restart = value(child(element, 'w:lvlRestart'))
  return {
    start: Number(value(child(element, 'w:start')) ?? '1'),
    format: value(child(element, 'w:numFmt')) ?? 'decimal',
    text: value(child(element, 'w:lvlText')) ?? '',
    restart: restart === undefined ? undefined : Number(restart),
    legal: child(element, 'w:isLgl') !== undefined,
  }
}

function levelsOf(element: Element): Map<number, Level> {
  const levels = elements(element).filter(({ name }) => name === 'w:lvl')
  return new Map(levels.map((level) => [Number(value(level, 'w:ilvl') ?? '0'), levelOf(level)]))
}

function roman(number: number): string {
  const signs: Array<[number, string]> = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let rest = Math.min(number, 3999)
  let text = ''
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}

/** a … z, aa, bb …: Word repeats the letter. */
function letter(number: number): string {
  const at = Math.max(0, number - 1)
  return String.fromCharCode(97 + (at % 26)).repeat(Math.min(10, Math.floor(at / 26) + 1))
}

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const ordinalWords = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)

function ordinal(number: number): string {
  const tens = number % 100
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function formatted(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letter(number)
    case 'upperLetter':
      return letter(number).toUpperCase()
    case 'lowerRoman':
      return roman(number)
    case 'upperRoman':
      return roman(number).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'ordinal':
      return ordinal(number)
    case 'cardinalText':
      return capital(words[number] ?? String(number))
    case 'ordinalText':
      return capital(ordinalWords[number] ?? ordinal(number))
    case 'none':
      return ''
    default:
      return String(number)
  }
}

function readLists(part: Element | undefined): Map<string, List> {
  const abstracts = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  for (const element of elements(part)) {
    if (element.name === 'w:abstractNum') abstracts.set(value(element, 'w:abstractNumId') ?? '', levelsOf(element))
    if (element.name !== 'w:num') continue
    const abstract = value(child(element, 'w:abstractNumId')) ?? ''
    const levels = new Map(abstracts.get(abstract))
    const overrides = new Map<number, number>()
    for (const override of elements(element).filter(({ name }) => name === 'w:lvlOverride')) {
      const at = Number(value(override, 'w:ilvl') ?? '0')
      const start = value(child(override, 'w:startOverride'))
      if (start !== undefined) overrides.set(at, Number(start))
      const level = child(override, 'w:lvl')
      if (level !== undefined) levels.set(at, levelOf(level))
    }
    lists.set(value(element, 'w:numId') ?? '', { abstract, levels, overrides })
  }
  return lists
}

export function readNumbering(part: Element | undefined): Numbering {
  const lists = readLists(part)
  // Lists made from one definition go on counting together, unless one says where it starts.
  const counters = new Map<string, Array<number | undefined>>()
  const begun = new Set<string>()

  function count(numId: string, list: List, level: number): Array<number | undefined> {
    const counter = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counter)
    if (!begun.has(numId)) {
      begun.add(numId)
      for (const [at, start] of list.overrides) counter[at] = start - 1
    }
    counter[level] = (counter[level] ?? (list.levels.get(level)?.start ?? 1) - 1) + 1
    for (let below = level + 1; below < deepestLevel; below++) {
      const restart = list.levels.get(below)?.restart
      if (restart === undefined || (restart > 0 && level < restart)) counter[below] = undefined
    }
    return counter
  }

  return {
    label: (numId, level) => {
      const list = lists.get(numId)
      const here = list?.levels.get(level)
      if (list === undefined || here === undefined) return ''
      const counter = count(numId, list, level)
      if (here.format === 'bullet') return '•'
      return here.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const of = list.levels.get(at)
        const format = here.legal && at !== level ? 'decimal' : (of?.format ?? 'decimal')
        return formatted(counter[at] ?? of?.start ?? 1, here.legal ? 'decimal' : format)
      })
    },
  }
}
