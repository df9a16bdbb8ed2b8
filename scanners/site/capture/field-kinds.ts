import type { Canary, FieldKind } from '../canary.ts'
import type { FoundField } from './fields.ts'

/** Words of the autocomplete tokens, names and labels (en, es) that say what a field wants; the first match counts. */
const wanted: ReadonlyArray<readonly [FieldKind, RegExp]> = [
  ['email', /e-?mail|correo/],
  ['phone', /\btel|phone|mobile|\bcell|m[oó]vil|tel[eé]fono/],
  ['birth-date', /bday|birth|\bdob\b|nacimiento/],
  ['postal-code', /postal|\bzip|postcode/],
  [
    'member-number',
    /member|insurance.*(?:id|no|number)|policy|record|\bmrn\b|\bssn\b|social security|account|patient.?id|p[oó]liza/,
  ],
  ['first-name', /given-name|first.?name|\bfname|\bnombre\b/],
  ['last-name', /family-name|last.?name|\blname|surname|apellido/],
  ['street', /street|address-line|\baddress|direcci[oó]n/],
  ['city', /city|address-level2|ciudad/],
  ['search', /search|\bquery\b|\bq\b|buscar/],
  ['message', /message|comment|reason|symptom|describe|notes?\b|question|concern|history|mensaje|motivo|s[ií]ntoma/],
  ['full-name', /name|nombre/],
]

export function kindOf(field: FoundField): FieldKind {
  if (field.type === 'password') return 'password'
  if (field.type === 'email') return 'email'
  if (field.type === 'tel') return 'phone'
  if (field.type === 'date') return 'birth-date'
  if (field.type === 'search') return 'search'
  return wanted.find(([, words]) => words.test(field.words))?.[0] ?? (field.type === 'textarea' ? 'message' : 'text')
}

export function valueFor(field: FoundField, canary: Canary): string {
  const value = field.type === 'number' ? canary.value.replace(/\D/g, '') : canary.value
  return field.longest > 0 ? value.slice(0, field.longest) : value
}

/** A field that takes fewer characters than the canary has sends the shortened form. */
export function shortened(field: FoundField, canary: Canary): Array<Canary> {
  const value = valueFor(field, canary)
  return value === canary.value || value.length < 7 ? [] : [{ ...canary, value }]
}
