import { auditFields, fieldDrift, type SyncVerdict } from '#checklists/data-sync/audit-fields.ts'
import { classifyField, type FieldKind } from '#checklists/messaging/field-class.ts'
import type { FieldEvidence } from '#scanners/field/evidence.ts'
import type { Status } from '../components/status.tsx'
import { type FieldWord, fieldWords } from './rule-words.ts'

export type FeedFieldView = {
  name: string
  status: Status
  word: 'Allowed' | 'Questionable' | 'Never'
  holds: string
  because: string
  useful: boolean
  cites: ReadonlyArray<string>
}

export type FeedView = {
  system: string | null
  at: string
  ref: string
  format: string
  status: Status
  fields: ReadonlyArray<FeedFieldView>
  counts: { allowed: number; questionable: number; never: number }
  /** The five of the practice bar, each with the names in the feed that carry it. */
  five: ReadonlyArray<{ label: string; names: ReadonlyArray<string> }>
  /** The request that would do; "" when nothing has to go. */
  smaller: string
  /** Against the list before it; null for a first list. */
  drift: { since: string; added: ReadonlyArray<string>; removed: ReadonlyArray<string> } | null
}

const words = { pass: 'Allowed', partial: 'Questionable', fail: 'Never' } as const satisfies Record<SyncVerdict, string>
const statuses: Record<SyncVerdict | 'unknown', Status> = {
  pass: 'meets',
  partial: 'weak',
  fail: 'conflicts',
  unknown: 'unknown',
}

const formats: Record<FieldEvidence['format'], string> = {
  csv: 'Header row',
  xlsx: 'Header row of a workbook',
  json: 'JSON',
  hl7v2: 'HL7 v2',
  fhir: 'FHIR',
  list: 'List of names',
}

const five: ReadonlyArray<readonly [label: string, carries: (kind: FieldKind, name: string) => boolean]> = [
  ['Name', (kind, name) => kind === 'patient-name' || /^PID-5$|^Patient\.name/.test(name)],
  ['Phone', (kind, name) => (kind === 'contact' && !isMail(name)) || /^PID-1[34]$|^Patient\.telecom/.test(name)],
  ['Email', (kind, name) => (kind === 'contact' && isMail(name)) || /^Patient\.telecom/.test(name)],
  ['Visit date', (kind, name) => kind === 'time' || /^SCH|^(?:Appointment|Encounter)\.(?:start|end|period)/.test(name)],
  ['Provider', (kind, name) => kind === 'provider' || /^PV1-7$|^AIP|^Practitioner\.name|\.participant/.test(name)],
]

const isMail = (name: string) => /mail|correo/i.test(name)

/** One feed as the screen shows it, from its lists, newest first. Pure. */
export function feedView([now, before]: ReadonlyArray<FieldEvidence>): FeedView | null {
  if (now === undefined) return null
  const { fields, verdict, smaller } = auditFields(now.fields)
  const allowed = fields.filter((field) => field.verdict === 'pass')
  const count = (wanted: SyncVerdict) => fields.filter((field) => field.verdict === wanted).length
  return {
    system: now.system,
    at: now.source.at,
    ref: now.source.ref,
    format: formats[now.format],
    status: statuses[verdict],
    fields: fields.map((field) => ({
      name: field.name,
      status: statuses[field.verdict],
      word: words[field.verdict],
      holds: fieldWords[field.class as FieldWord],
      because: field.because,
      useful: field.useful,
      cites: field.cites,
    })),
    counts: { allowed: count('pass'), questionable: count('partial'), never: count('fail') },
    five: five.map(([label, carries]) => ({
      label,
      names: allowed.map(({ name }) => name).filter((name) => carries(classifyField(name).kind, name)),
    })),
    smaller: verdict === 'pass' || verdict === 'unknown' ? '' : smaller,
    drift: before === undefined ? null : { since: before.source.at, ...fieldDrift(before.fields, now.fields) },
  }
}
