import { organs } from '#checklists/knowledge/clinical-anatomy.ts'
import { conditions } from '#checklists/knowledge/clinical-conditions.ts'
import {
  bodyParts,
  careNouns,
  contextWords,
  dentalVision,
  softTerms,
  spanTails,
  weakContextWords,
} from '#checklists/knowledge/clinical-context.ts'
import { devices } from '#checklists/knowledge/clinical-devices.ts'
import { phrases } from '#checklists/knowledge/clinical-phrases.ts'
import { procedures } from '#checklists/knowledge/clinical-procedures.ts'
import { mentalHealth, reproductive, substanceUse } from '#checklists/knowledge/clinical-sensitive.ts'
import { spanishSoft, spanishTerms } from '#checklists/knowledge/clinical-spanish.ts'
import {
  neutralPracticeWords,
  practiceNouns,
  specialties,
  substanceUseSenders,
} from '#checklists/knowledge/clinical-specialties.ts'
import { acronyms, tests } from '#checklists/knowledge/clinical-tests.ts'
import { drugNames } from '#checklists/knowledge/drug-names.ts'
import { idioms, spanishIdioms } from '#checklists/knowledge/idioms.ts'
import { placeNames } from '#checklists/knowledge/name-words.ts'

/** What a term is, as bits: one trie answers all questions in one walk. */
export const sense = {
  strong: 1,
  context: 2,
  body: 4,
  specialty: 8,
  soft: 16,
  dental: 32,
  idiom: 64,
  sensitive: 128,
  substance: 256,
  care: 512,
  tail: 1024,
  neutralPractice: 2048,
  practiceNoun: 4096,
  substanceSender: 8192,
  place: 16384,
  weak: 32768,
  acronym: 65536,
  /** Not in a table: read as a misspelt term. */
  guessed: 131072,
} as const

const { strong, sensitive, substance } = sense
/** Every table with what its terms are; one term a line. */
export const tables: ReadonlyArray<readonly [text: string, bits: number]> = [
  [tests, strong],
  [acronyms, sense.acronym],
  [conditions, strong],
  [procedures, strong],
  [devices, strong],
  [phrases, strong],
  [organs, strong | sense.body],
  [spanishTerms, strong],
  [drugNames.replaceAll('\n', ' ').replaceAll(' ', '\n'), strong],
  [substanceUse, strong | sensitive | substance],
  [mentalHealth, strong | sensitive],
  [reproductive, strong | sensitive],
  [contextWords, sense.context],
  [weakContextWords, sense.context | sense.weak],
  [bodyParts, sense.body],
  [careNouns, sense.care],
  [spanTails, sense.tail],
  [softTerms, sense.soft],
  [spanishSoft, sense.soft],
  [dentalVision, sense.dental],
  [specialties, sense.specialty],
  [neutralPracticeWords, sense.neutralPractice],
  [practiceNouns, sense.practiceNoun],
  [substanceUseSenders, sense.substanceSender],
  [idioms, sense.idiom],
  [spanishIdioms, sense.idiom],
  [placeNames, sense.idiom | sense.place],
]
