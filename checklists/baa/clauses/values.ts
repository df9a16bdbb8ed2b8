import { durationsIn } from '../facts/durations.ts'
import { join, type Mapped, made, type Span, slice, spanOf, trim } from '../text/mapped.ts'
import type { Unit } from '../text/units.ts'

/** A term that stands for a value written elsewhere: a cover-page line or a definition. */
export type Value = { term: string; label: string; value: Mapped; span: Span | null; via: string; blank: boolean }

const blankWords =
  /^\(?(?:(?:none|nothing|not|no (?:entry|number|period))(?: yet)?(?: (?:entered|stated|given|set|agreed|chosen|filled in))?|n\/?a|tbd|open|to be (?:determined|agreed|entered|set)(?: later)?|(?:left )?(?:blank|open)|not applicable|-+|_+|\.{3,}|\[[^\]]*\]|)\)?\.?$/i

function cased(words: Mapped): string {
  return words.text.replace(/\s+/g, ' ').trim()
}

/** Terms with a length of time behind them, or with the place left open. */
export function valuesOf(units: ReadonlyArray<Unit>): Array<Value> {
  const found: Array<Value> = []
  const add = (label: Mapped, value: Mapped, via: string) => {
    const term = cased(label).replace(/^the /i, '')
    const blank = blankWords.test(value.text.trim())
    if (
      term.split(' ').length < 2 ||
      /^(?:business|working|calendar) days?$/i.test(term) ||
      value.text.length > (via === 'defined term ' ? 160 : 40) ||
      (!blank && durationsIn(value.text.toLowerCase()).length === 0)
    )
      return
    found.push({ term: term.toLowerCase(), label: term, value, span: spanOf(value), via: `${via}${term}`, blank })
  }
  for (const unit of units) {
    if (unit.kind === 'entry' && /[A-Z]/.test(unit.cells[0]?.text[0] ?? ''))
      add(unit.cells[0]!, unit.cells[1]!, 'cover page: ')
    else if (unit.kind === 'row' && unit.cells.length === 2) add(unit.cells[0]!, unit.cells[1]!, 'table: ')
    if (unit.kind !== 'text') continue
    const { text } = unit.words
    for (const match of text.matchAll(
      /"([A-Z][\w -]{3,40})" (?:means|is|shall be|shall mean|will be|refers to|lasts) ([^."]{3,120})/g,
    )) {
      const from = match.index + match[0].length - match[2]!.length
      add(made(match[1]!), slice(unit.words, match.index, from + match[2]!.length), 'defined term ')
    }
    for (const match of text.matchAll(
      /\b(?:is|be|of|within|to|last|lasts) ([^."]{3,60}?) \((?:the |this period is the |each,? an? )?"([A-Z][\w -]{3,40})"\)/g,
    )) {
      add(made(match[2]!), slice(unit.words, match.index, match.index + match[0].length), 'defined term ')
    }
  }
  return found
}

export type Filled = { words: Mapped; used: ReadonlyArray<Value> }

/** Puts the value behind each term, so that "within the Notice Period" can be read as a number. */
export function fillValues(words: Mapped, values: ReadonlyArray<Value>, own: Span | null): Filled {
  const used: Array<Value> = []
  let out = words
  for (const value of values) {
    const at = out.text.indexOf(value.term)
    if (
      at < 0 ||
      /\w/.test(out.text[at + value.term.length] ?? ' ') ||
      (own !== null && value.span !== null && value.span.start >= own.start && value.span.end <= own.end)
    )
      continue
    used.push(value)
    if (value.blank) continue
    const lowered = { text: value.value.text.toLowerCase(), at: value.value.at }
    const end = at + value.term.length
    const short = durationsIn(lowered.text)[0]!
    out = join([slice(out, 0, end), made(' ('), trim(slice(lowered, short.from, short.to)), made(')'), slice(out, end)])
  }
  return { words: out, used }
}
