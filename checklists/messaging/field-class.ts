import { allowedFields } from '#checklists/knowledge/field-allowed.ts'
import {
  clinicalFieldWords,
  fieldAbbreviations,
  fieldContainers,
  fieldExceptions,
  financialFieldWords,
  identifierFieldWords,
  kindOwners,
  kindWords,
} from '#checklists/knowledge/field-names.ts'
import { foldText } from '#scanners/template/fold.ts'
import { isClinicalWord, isSpecialtyWord } from './lexicon.ts'
import { singulars } from './word-forms.ts'

/** Corpus words; `opaque` = a name we do not know, which is never passed. */
export type FieldClass = 'ok' | 'clinical' | 'identifier' | 'financial_or_ref' | 'opaque'

/** What an allowed field holds, for the rules that look for a sender, an opt-out or an address. */
export type FieldKind =
  | 'patient-name'
  | 'contact'
  | 'time'
  | 'provider'
  | 'practice'
  | 'practice-address'
  | 'link'
  | 'opt-out'
  | 'system'
  | 'exception'
  | null

export type FieldReading = { class: FieldClass; kind: FieldKind; tokens: ReadonlyArray<string>; checkValues: boolean }

// A map, since a field may be named "constructor".
const abbreviations = new Map(Object.entries(fieldAbbreviations))
const containers = new Set(fieldContainers)
const exceptions = new Set(fieldExceptions)
const known = new Set(
  Object.values(allowedFields)
    .flatMap((list) => list.flatMap((words) => words.split(' ')))
    .concat(fieldContainers),
)

type Phrases = { single: Set<string>; several: Array<Array<string>> }

function phrases(list: ReadonlyArray<string>): Phrases {
  const split = list.map((item) => item.split(' '))
  return {
    single: new Set(split.filter((item) => item.length === 1).map((item) => item[0]!)),
    several: split.filter((item) => item.length > 1),
  }
}

const clinical = phrases(clinicalFieldWords)
const identifier = phrases(identifierFieldWords)
const financial = phrases(financialFieldWords)
const kinds = new Set(kindWords)
const owners = new Set(kindOwners)
const sets = Object.fromEntries(
  Object.entries(allowedFields).map(([key, list]) => [key, new Set<string>(list)]),
) as Record<keyof typeof allowedFields, Set<string>>

function hits(tokens: ReadonlyArray<string>, { single, several }: Phrases): boolean {
  if (tokens.some((token) => single.has(token))) return true
  return several.some((phrase) => containsPhrase(tokens, phrase))
}

function containsPhrase(tokens: ReadonlyArray<string>, phrase: ReadonlyArray<string>): boolean {
  for (let at = 0; at + phrase.length <= tokens.length; at += 1) {
    if (phrase.every((word, offset) => tokens[at + offset] === word)) return true
  }
  return false
}

function singular(word: string): string {
  if (known.has(word) || clinical.single.has(word) || identifier.single.has(word)) return word
  for (const form of singulars(word)) {
    if (known.has(form) || clinical.single.has(form) || identifier.single.has(form) || financial.single.has(form))
      return form
  }
  return word
}

/** "Appt__c.Procedure__c" -> ["appointment", "procedure"]: split, folded, expanded, singular. */
export function fieldTokens(name: string): Array<string> {
  const split = name
    .replace(/__c\b|__r\b|__pc\b/g, ' ')
    .replace(/->/g, ' ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
  return foldText(split)
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) =>
      (/^(?:(?:icd|address|phq|gad|line)\d+|a1c|hba1c)$/.test(word)
        ? word
        : word.replace(/(\p{L})(\d)/gu, '$1 $2').replace(/(\d)(\p{L})/gu, '$1 $2')
      ).split(' '),
    )
    .filter((word) => word !== '')
    .flatMap((word) => {
      const full = abbreviations.get(word) ?? abbreviations.get(singulars(word)[0] ?? '') ?? word
      return full.split(' ')
    })
    .flatMap((word) => apart(word))
    .map(singular)
    .map((word, at, all) => (all[at + 1] === 'name' ? (initials.get(word) ?? word) : word))
    .flatMap((word, at, all) =>
      word === 'e' && all[at + 1] === 'mail' ? [] : word === 'mail' && all[at - 1] === 'e' ? 'email' : word,
    )
}

/** "FName", "L_Name". */
const initials = new Map([
  ['f', 'first'],
  ['l', 'last'],
  ['m', 'middle'],
])

let vocabulary: Set<string> | undefined

/** "appointmentdate" -> "appointment", "date": a name run together from words of the tables, the fewest that do. */
function apart(word: string): ReadonlyArray<string> {
  if (!/^[a-z]{7,40}$/.test(word)) return [word]
  vocabulary ??= new Set([
    ...known,
    ...clinical.single,
    ...identifier.single,
    ...financial.single,
    ...[...abbreviations.keys()].filter((short) => short.length >= 4),
  ])
  if (vocabulary.has(word) || singulars(word).some((form) => vocabulary!.has(form)) || isClinicalWord(word))
    return [word]
  const best: Array<ReadonlyArray<string> | undefined> = [[]]
  for (let end = 3; end <= word.length; end += 1) {
    for (let start = 0; start <= end - 3; start += 1) {
      const before = best[start]
      const part = word.slice(start, end)
      if (before === undefined || !vocabulary.has(part)) continue
      if (best[end] === undefined || before.length + 1 < best[end]!.length) best[end] = [...before, part]
    }
  }
  const parts = best[word.length]
  return parts === undefined ? [word] : parts.flatMap((part) => (abbreviations.get(part) ?? part).split(' '))
}

function withoutContainers(tokens: ReadonlyArray<string>): Array<string> {
  let from = 0
  while (from < tokens.length - 1 && containers.has(tokens[from]!)) from += 1
  return tokens.slice(from)
}

function namesKindOfCare(tokens: ReadonlyArray<string>): boolean {
  if (!tokens.some((token) => kinds.has(token))) return false
  return (
    tokens.some((token) => owners.has(token)) || (tokens.length === 1 && tokens[0] !== 'code' && tokens[0] !== 'label')
  )
}

const every = (tokens: ReadonlyArray<string>, ...allowed: Array<Set<string>>) =>
  tokens.every((token) => allowed.some((set) => set.has(token)))
const some = (tokens: ReadonlyArray<string>, set: Set<string>) => tokens.some((token) => set.has(token))

function isOptOut(tokens: ReadonlyArray<string>): boolean {
  return (
    tokens.some((token) => /^(?:unsubscribe|unsub|optout|baja)$/.test(token)) ||
    containsPhrase(tokens, ['opt', 'out']) ||
    tokens.includes('preference')
  )
}

/** Step 5: the whole remainder against the allow-list. Answers what kind of value it is, or null. */
function allowedKind(rest: ReadonlyArray<string>): FieldKind {
  const joined = rest.join(' ')
  const last = rest.at(-1)!
  if (sets.systems.has(joined))
    return isOptOut(rest) ? 'opt-out' : joined.startsWith('list address') ? 'practice-address' : 'system'
  if (sets.queue.has(joined)) return 'system'
  if (sets.practiceAlone.has(joined)) return /address|direccion/.test(joined) ? 'practice-address' : 'practice'
  if (rest.some((token) => sets.linkEnds.has(token)) && every(rest, sets.linkEnds, sets.linkWords))
    return isOptOut(rest) ? 'opt-out' : 'link'
  if (some(rest, sets.practices) && every(rest, sets.practices, sets.practiceParts)) {
    return /address|street|direccion/.test(joined) ? 'practice-address' : 'practice'
  }
  if (some(rest, sets.providers) && every(rest, sets.providers, sets.providerQualifiers, sets.providerParts))
    return 'provider'
  if (sets.patientNames.has(last) && every(rest, sets.nameQualifiers, sets.patientNames)) return 'patient-name'
  if (some(rest, sets.times) && every(rest, sets.times, sets.timeQualifiers)) return 'time'
  if (some(rest, sets.contacts) && every(rest, sets.contacts, sets.contactQualifiers)) return 'contact'
  return null
}

/** A visit called a service, or a date called by its visit alone. */
const visitDates = /^(?:date of|service (?:start |end )?date|last|next|previous|ultima|proxima)\b/

const read = new Map<string, FieldReading>()

/** Classifies one field name by the closed allow-list; steps as in the design, unknown = `opaque`. */
export function classifyField(name: string): FieldReading {
  const seen = read.get(name)
  if (seen !== undefined) return seen
  const reading = classify(fieldTokens(name))
  if (read.size < 4096) read.set(name, reading)
  return reading
}

function classify(tokens: Array<string>): FieldReading {
  const say = (found: FieldClass, kind: FieldKind = null): FieldReading => ({
    class: found,
    kind,
    tokens,
    // A location may be called "Oncology Suite", a practice "Recovery Center": look at the values once.
    checkValues:
      found === 'ok' &&
      (kind === 'practice' || kind === 'exception' || tokens.includes('title') || tokens.includes('location')),
  })
  if (tokens.length === 0 || tokens.every((token) => /^\d+$/.test(token))) return say('opaque')
  const rest = withoutContainers(tokens)
  const joined = rest.join(' ')
  if (exceptions.has(joined) || exceptions.has(tokens.join(' '))) {
    return say('ok', /therapist|provider/.test(joined) ? 'provider' : visitDates.test(joined) ? 'time' : 'exception')
  }
  const allowed =
    sets.systems.has(tokens.join(' ')) || sets.practiceAlone.has(tokens.join(' '))
      ? allowedKind(tokens)
      : (ofPractice(tokens, rest) ?? allowedKind(rest))
  const address = sets.linkEnds.has(tokens.at(-1)!)
  // A link to the own recall or review page names nothing, whatever else its words could mean.
  if (address && allowed !== null) return say('ok', allowed)
  // A denial reason is the payer's, whatever "reason" says elsewhere.
  if (tokens.includes('denial')) return say('identifier')
  if (
    hits(tokens, clinical) ||
    namesKindOfCare(tokens) ||
    tokens.some(
      (token) =>
        !known.has(token) && !identifier.single.has(token) && (isClinicalWord(token) || isSpecialtyWord(token)),
    )
  ) {
    return say(address ? 'opaque' : 'clinical')
  }
  if (hits(tokens, identifier)) return say('identifier')
  if (hits(tokens, financial)) return say('financial_or_ref')
  if (allowed !== null && !bareNumber(tokens, rest)) return say('ok', allowed)
  return say('opaque')
}

/** organization.name: the word dropped as a container says that the name is the practice's. */
function ofPractice(tokens: ReadonlyArray<string>, rest: ReadonlyArray<string>): FieldKind {
  const owner = tokens[tokens.length - rest.length - 1]
  return owner !== undefined && /^(?:organization|org)$/.test(owner) && every(rest, sets.practiceParts)
    ? allowedKind(['organization', ...rest])
    : null
}

/** appointment.name and patient.number: after the container is dropped they look like a person's name or phone. */
function bareNumber(tokens: ReadonlyArray<string>, rest: ReadonlyArray<string>): boolean {
  if (tokens.length === rest.length) return false
  const owner = tokens[tokens.length - rest.length - 1]!
  if (/^(?:name|title|label)$/.test(rest[0]!) && rest.length === 1)
    return /^(?:appointment|visit|event|encounter|booking|schedule|custom|campaign|item|object|record|value|cita)$/.test(
      owner,
    )
  return rest.length === 1 && rest[0] === 'number' && !/^(?:contact|to|from|recipient|system)$/.test(owner)
}

const severity: ReadonlyArray<FieldClass> = ['ok', 'financial_or_ref', 'opaque', 'identifier', 'clinical']

/** The worst of several names read by one field. Clinical outranks identifier, both outrank unknown. */
export function worstField(names: ReadonlyArray<string>): FieldReading {
  let worst: FieldReading | undefined
  for (const name of names) {
    const reading = classifyField(name)
    if (worst === undefined || severity.indexOf(reading.class) > severity.indexOf(worst.class)) worst = reading
  }
  return worst ?? { class: 'opaque', kind: null, tokens: [], checkValues: false }
}
