import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import { toCsv } from './csv.ts'

const columns = [
  'person',
  'channel',
  'policy',
  'optOutFile',
  'optOutLine',
  'optOutAt',
  'contactFile',
  'contactLine',
  'contactAt',
  'lateByHours',
  'limitHours',
  'timeZone',
]

/** One row a late contact and policy. People are keyed hashes; names of files are the uploader's own. */
export function lateContactsCsv({ late, limitHours, timeZone }: OptOutEvidence): string {
  return toCsv(
    columns,
    late.map(({ person, channel, policy, optOut, contact, lateByHours }) => [
      person,
      channel,
      policy,
      optOut.file,
      optOut.line,
      optOut.at,
      contact.file,
      contact.line,
      contact.at,
      lateByHours,
      policy === 'practice' ? limitHours : null,
      timeZone,
    ]),
  )
}
