import {
  allowedScopes,
  consentWords,
  fhirElements,
  fhirResources,
  hl7Fields,
  questionableScopes,
} from '#checklists/knowledge/field-standards.ts'
import { classifyField, type FieldClass, fieldTokens } from '#checklists/messaging/field-class.ts'

// Maps, since a field may be named "constructor".
const resources = new Map(Object.entries(fhirResources))
const elements = new Map(Object.entries(fhirElements))

export type SyncVerdict = 'pass' | 'partial' | 'fail'

/** `useful`: not excess although it is no part of the five (a consent or opt-out flag). */
export type SyncField = {
  name: string
  class: FieldClass
  verdict: SyncVerdict
  because: string
  useful: boolean
  cites: ReadonlyArray<string>
}

/** Verdict is the worst field; `unknown` when there is no field at all. `smaller` = the request that would do. */
export type SyncResult = { fields: ReadonlyArray<SyncField>; verdict: SyncVerdict | 'unknown'; smaller: string }

const necessary = ['45 CFR 164.502(b)', '45 CFR 164.514(d)(3)', '45 CFR 164.514(d)(4)']
const bar = 'Practice bar: name, phone, e-mail, visit date, provider; nothing clinical. Stricter than the law requires.'
const cites = [...necessary, bar]

const say = (name: string, found: FieldClass, verdict: SyncVerdict, because: string, useful = false): SyncField => ({
  name,
  class: found,
  verdict,
  because,
  useful,
  cites,
})

const forbidden: Record<'clinical' | 'identifier' | 'financial_or_ref', string> = {
  clinical: 'Its values are or may be clinical ("Colonoscopy").',
  identifier: 'An identifier that outreach does not need.',
  financial_or_ref: 'Money or a payer; outreach needs neither.',
}

/** Allowed in a message, yet more than the five in a feed: a written reason is asked for. */
const beyondFive = /^(?:practice|practice-address|link|opt-out|system|exception)$/

function byClass(name: string, found: FieldClass): SyncField {
  if (found === 'ok') return say(name, found, 'pass', 'One of the five.')
  if (found === 'opaque')
    return say(
      name,
      found,
      'partial',
      'Nobody can tell from its name what it holds; ask, and write down why it is needed.',
    )
  return say(name, found, 'fail', forbidden[found])
}

function fhirField(path: string): SyncField | undefined {
  const [type = '', ...rest] = path.split('.')
  const whole = resources.get(type)
  if (whole !== undefined) return byClass(path, whole)
  if (
    !/^(?:Patient|Appointment|Encounter|Practitioner|PractitionerRole|Location|Organization|Slot|Schedule)$/.test(type)
  )
    return undefined
  if (rest.length === 0) return say(path, 'opaque', 'fail', 'The whole resource is asked for; name the elements.')
  const exact = elements.get(path) ?? elements.get(`${type}.${rest[0]!.replace(/\(.*$/, '')}`)
  return exact === undefined
    ? say(path, 'opaque', 'partial', 'Outside the five; needs a written reason.')
    : byClass(path, exact)
}

function scopeField(name: string): SyncField | undefined {
  const match = /^(?:patient|user|system)\/([A-Za-z*]+)\.([\w*]+)$/.exec(name)
  if (match === null) return undefined
  const [, type = '', action = ''] = match
  if (type === '*' || /\*|write|[cud]/.test(action.replace('read', '')))
    return say(name, 'clinical', 'fail', 'The token can read or change everything.')
  if (allowedScopes.includes(type)) return say(name, 'ok', 'pass', 'Needed to read names and visits.')
  if (questionableScopes.includes(type)) return say(name, 'opaque', 'partial', 'Needs a written reason.')
  return say(name, resources.get(type) ?? 'clinical', 'fail', 'The token can read clinical records.')
}

function hl7Field(path: string): SyncField | undefined {
  const segment = /^([A-Z][A-Z0-9]{2})(?:-\d{1,3})?$/.exec(path)?.[1]
  if (segment === undefined) return undefined
  const found = hl7Fields[path] ?? hl7Fields[segment]
  if (found !== undefined) return byClass(path, found)
  return path.includes('-') || /^(?:PID|PV1|PV2|SCH|AIG|AIP|AIL|PD1|ZZ?\w)$/.test(path)
    ? say(path, 'opaque', 'partial', 'Outside the five; needs a written reason.')
    : undefined
}

function consent(tokens: ReadonlyArray<string>): boolean {
  return (
    tokens.some((token) => consentWords.includes(token)) ||
    /\b(?:do not (?:call|contact|text|mail)|opt (?:in|out))\b/.test(tokens.join(' '))
  )
}

function namedField(name: string): SyncField {
  if (/^\s*\*\s*$|\.\*$|^all$/i.test(name))
    return say(name, 'opaque', 'fail', 'The whole row is asked for; name the fields.')
  const last = name.split(/[.\s]/).at(-1) ?? name
  const tokens = fieldTokens(name)
  if (consent(tokens)) return say(name, 'opaque', 'partial', 'Useful: the vendor needs it to honour opt-outs.', true)
  const reading = classifyField(name)
  if (
    reading.class !== 'ok' &&
    !tokens.includes('ip') &&
    /^(?:address|zip|postcode|postal|city|state|street|county|country)$/.test(tokens.at(-1) ?? '')
  )
    return say(name, 'opaque', 'partial', 'An address; needs a written reason.')
  if (
    tokens.some((token) =>
      /^(?:note|notes|comment|comments|memo|remark|remarks|narrative|freetext|description|observation)$/.test(token),
    )
  )
    return say(
      name,
      reading.class === 'ok' ? 'opaque' : reading.class,
      'fail',
      'Free text; nobody knows what is typed into it.',
    )
  // A record's own number is questionable, money is not.
  if (
    reading.class === 'financial_or_ref' &&
    tokens.some((token) => /^(?:id|number|reference|code|confirmation|key)$/.test(token))
  )
    return say(name, 'financial_or_ref', 'partial', 'A record number; needs a written reason.')
  if (reading.class !== 'ok') return byClass(name, reading.class)
  const electronic = reading.kind === 'contact' && tokens.includes('email')
  if (
    !electronic &&
    tokens.some((token) => /^(?:address|street|city|zip|title|salutation|prefix|suffix|zone|timezone|tz)$/.test(token))
  )
    return say(name, 'ok', 'partial', 'Outside the five; needs a written reason.')
  if (beyondFive.test(reading.kind ?? ''))
    return say(name, 'ok', 'partial', 'Outside the five; needs a written reason.')
  return say(last === name ? name : name, 'ok', 'pass', 'One of the five.')
}

const rank: Record<SyncVerdict, number> = { pass: 0, partial: 1, fail: 2 }

/**
 * Judges what a feed hands over, by names only. The same name always gets the same answer, whatever the order of the
 * columns. Stricter than in a text on purpose: an amount warns in a message and fails here.
 */
export function auditFields(fields: ReadonlyArray<{ name: string; path: string }>): SyncResult {
  const judged = fields.map(
    ({ name, path }) => scopeField(name) ?? hl7Field(path) ?? fhirField(path) ?? namedField(name),
  )
  const verdict = judged.reduce<SyncVerdict>(
    (worst, field) => (rank[field.verdict] > rank[worst] ? field.verdict : worst),
    'pass',
  )
  const fhir = judged.some((field) => /^(?:Patient|Appointment|Encounter)\b/.test(field.name))
  const smaller = fhir
    ? 'Patient?_elements=name,telecom and Appointment?_elements=start,participant'
    : judged
        .filter((field) => field.verdict === 'pass')
        .map((field) => field.name)
        .join(', ')
  return { fields: judged, verdict: judged.length === 0 ? 'unknown' : verdict, smaller }
}

export type FieldDrift = { added: ReadonlyArray<string>; removed: ReadonlyArray<string> }

/** What changed since the last list of the same feed, by name, order ignored. */
export function fieldDrift(before: ReadonlyArray<{ path: string }>, now: ReadonlyArray<{ path: string }>): FieldDrift {
  const old = new Set(before.map((field) => field.path))
  const current = new Set(now.map((field) => field.path))
  return {
    added: [...current].filter((path) => !old.has(path)).sort(),
    removed: [...old].filter((path) => !current.has(path)).sort(),
  }
}
