import type { MergeField } from './merge-fields.ts'

/** Where in a message something stands. `host` is the host part of a link. */
export type Place =
  | 'text'
  | 'subject'
  | 'preheader'
  | 'alt'
  | 'title'
  | 'link'
  | 'host'
  | 'comment'
  | 'default'
  | 'condition'

/** What stands between a word and the one before it, from weak to strong. */
export const gap = { none: 0, space: 1, hyphen: 2, comma: 3, sentence: 4, field: 5, segment: 6 } as const
export type Gap = (typeof gap)[keyof typeof gap]

/** `norm` is the folded word; offsets are UTF-16 units of the original, `end` exclusive. */
export type Word = {
  norm: string
  start: number
  end: number
  capital: boolean
  upper: boolean
  possessive: boolean
  gap: Gap
  place: Place
  /** The merge field right before or right after the word (index), or -1. */
  fieldBefore: number
  fieldAfter: number
  /** The mark right after the word, as written: ':' ends a sender prefix. */
  after: string
}

export type Link = {
  url: string
  start: number
  end: number
  kind: 'anchor' | 'image' | 'resource' | 'script' | 'text'
}
export type Image = { start: number; end: number; src: string; hidden: boolean }
export type Emoji = { char: string; start: number; end: number; place: Place }

/** A message as it is read: words in order of appearance, each traceable to the original. */
export type Reading = {
  words: Array<Word>
  links: Array<Link>
  images: Array<Image>
  emoji: Array<Emoji>
  html: boolean
}

/** A reading in the making. */
export type State = Reading & {
  text: string
  fields: ReadonlyArray<MergeField>
  later: Array<{ start: number; end: number; place: Place }>
  place: Place
  pending: Gap
  field: number
  norm: string
  from: number
  till: number
  capital: boolean
  uppers: number
  letters: number
}

export function flush(state: State, mark = ''): void {
  if (state.norm === '') return
  state.words.push({
    norm: state.norm,
    start: state.from,
    end: state.till,
    capital: state.capital,
    upper: state.letters > 1 && state.uppers === state.letters,
    possessive: false,
    gap: state.pending,
    place: state.place,
    fieldBefore: state.field,
    fieldAfter: -1,
    after: mark === ' ' ? '' : mark,
  })
  state.norm = ''
  state.pending = gap.none
  state.field = -1
}

export function separate(state: State, strength: Gap, mark = ''): void {
  flush(state, mark)
  if (mark !== '' && mark !== ' ') {
    const last = state.words.at(-1)
    if (last !== undefined && last.after === '') last.after = mark
  }
  if (strength > state.pending) state.pending = strength
}

export function append(state: State, folded: string, start: number, end: number, isUpper: boolean): void {
  if (state.norm === '') {
    state.from = start
    state.capital = isUpper
    state.uppers = 0
    state.letters = 0
  }
  if (isUpper) state.uppers += 1
  if (/\D/.test(folded)) state.letters += 1
  state.norm += folded
  state.till = end
}
