import type { Mapped, Span } from '../text/mapped.ts'
import type { Unit } from '../text/units.ts'

/** Whose duty or right it is. `thing`: passive or impersonal ("all PHI shall be returned"). */
export type Holder = 'ba' | 'ce' | 'sub' | 'sec' | 'either' | 'thing'

/**
 * duty: shall · not: shall not · may: permission · fact: stated as so · aim: tries, hopes, efforts ·
 * refuse: refuses a duty in words
 */
export type Modality = 'duty' | 'not' | 'may' | 'fact' | 'aim' | 'refuse'

export type Zone = 'operative' | 'definition' | 'recital' | 'heading' | 'signature' | 'entry' | 'reserved' | 'foreign'

/** One statement with what it inherits from lead-ins in front of it. */
export type Clause = {
  /** Normalised words, inherited ones first. */
  text: string
  words: Mapped
  holder: Holder
  modality: Modality
  zone: Zone
  /** Its own words alone, normalised. */
  ownText: string
  /** Own words in the canonical text. */
  span: Span
  sentence: Span
  /** Normalised text of the whole sentence. */
  whole: string
  /** Lead-ins and governing sentences it takes its duty from. */
  support: ReadonlyArray<Span>
  unit: Unit
  /** Nearest heading, normalised. */
  topic: string
  table: boolean
}
