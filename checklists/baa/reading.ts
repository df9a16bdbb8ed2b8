import type { ReadClause } from './clauses/read.ts'
import type { Span } from './text/mapped.ts'

export type Reading = 'present' | 'partial' | 'absent' | 'contrary' | 'undetermined'

export type NearestWhy =
  | 'definition'
  | 'heading'
  | 'other-party'
  | 'note'
  | 'struck'
  | 'reserved'
  | 'contract-amendment'
  | 'not-visible'
  | 'aspiration'
  | 'describes-another-document'
  | 'told-not-agreed'

/** What a rule makes of the clauses it looked at. `clauses` are quoted, in this order. */
export type Outcome = {
  reading: Reading
  because: string
  clauses: ReadonlyArray<ReadClause>
  /** Named parts of a composite duty, found or missing. */
  limbs?: Record<string, boolean>
  nearest?: { span: Span; why: NearestWhy } | null
  byReference?: boolean
}

export const elementIds = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R07',
  'R08',
  'R09',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
] as const
export const clauseIds = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const
export const optionIds = ['O1', 'O2', 'O3', 'O4'] as const
export type ElementId = (typeof elementIds)[number]
export type ClauseId = (typeof clauseIds)[number]
export type OptionId = (typeof optionIds)[number]
export type LineId = ElementId | ClauseId | OptionId

export function present(because: string, clauses: ReadonlyArray<ReadClause>, limbs?: Record<string, boolean>): Outcome {
  return { reading: 'present', because, clauses, ...(limbs === undefined ? {} : { limbs }) }
}
export function partial(because: string, clauses: ReadonlyArray<ReadClause>, limbs?: Record<string, boolean>): Outcome {
  return { reading: 'partial', because, clauses, ...(limbs === undefined ? {} : { limbs }) }
}
export function contrary(because: string, clauses: ReadonlyArray<ReadClause>): Outcome {
  return { reading: 'contrary', because, clauses }
}
export function absent(because: string): Outcome {
  return { reading: 'absent', because, clauses: [] }
}
