import { z } from 'zod'
import { channels } from './event.ts'
import { isZone } from './zone.ts'

/** What a column of an unknown export can hold. Phone and e-mail are told apart by the cell, so one column may be both. */
export const mappedRoles = [
  'time',
  'phone',
  'email',
  'patient',
  'from',
  'what',
  'channel',
  'direction',
  'text',
  'reference',
] as const
export type MappedRole = (typeof mappedRoles)[number]

/** What a row of an unknown export can say. The first seven are contacts by how they ended. */
export const meanings = [
  'sent',
  'delivered',
  'failed',
  'blocked',
  'no_answer',
  'answered',
  'voicemail',
  'reply',
  'opt_out',
  'opt_in',
  'suppression_set',
  'suppression_cleared',
  'consent',
  'nothing',
] as const
export type Meaning = (typeof meanings)[number]

/** Columns whose words a person explains one by one. */
export const wordRoles = ['what', 'channel', 'direction'] as const
export type WordRole = (typeof wordRoles)[number]

/** How a person says an export is to be read. Column names and words are folded; a word nobody explained stays unknown. */
export const logMappingSchema = z.strictObject({
  columns: z.partialRecord(z.enum(mappedRoles), z.string().min(1).max(200)),
  /** Of every row, where no column says it. */
  channel: z.enum(channels).optional(),
  what: z.enum(meanings).optional(),
  words: z.strictObject({
    what: z.record(z.string(), z.enum(meanings)).default({}),
    channel: z.record(z.string(), z.enum(channels)).default({}),
    direction: z.record(z.string(), z.enum(['in', 'out'])).default({}),
  }),
  dayFirst: z.boolean().optional(),
  zone: z.string().refine(isZone, 'Expected an IANA time zone like America/Chicago').optional(),
})
export type LogMapping = z.infer<typeof logMappingSchema>

/** A mapping and the columns it was made for. */
export const savedMappingSchema = z.strictObject({ header: z.array(z.string()), mapping: logMappingSchema })
export type SavedMapping = z.infer<typeof savedMappingSchema>

export function foldWord(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

/** The saved mapping of a header: the same columns in any order, or, where objects may lack keys, all it reads. */
export function mappingFor(
  names: ReadonlySet<string>,
  isTable: boolean,
  saved: ReadonlyArray<SavedMapping>,
): LogMapping | undefined {
  return saved.find(({ header, mapping }) =>
    isTable
      ? header.length === names.size && header.every((name) => names.has(name))
      : Object.values(mapping.columns).every((name) => names.has(name)),
  )?.mapping
}
