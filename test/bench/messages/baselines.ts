import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { SuiteCase } from './suite.ts'
import { row } from './table.ts'

/** Recall and false hits of word lists on the same suites: a plain keyword list, and a medical dictionary if one is given. */
export function baselines(fails: ReadonlyArray<SuiteCase>, cleans: ReadonlyArray<SuiteCase>): void {
  const measure = (name: string, flags: (text: string) => boolean) => {
    const hit = fails.filter((item) => flags(item.text)).length
    const wrong = cleans.filter((item) => flags(item.text)).length
    row(
      `  beside: ${name}`,
      '',
      `recall ${((100 * hit) / fails.length).toFixed(1)} %, clean flagged ${((100 * wrong) / cleans.length).toFixed(1)} %`,
    )
  }
  const few =
    /\b(?:surgery|procedure|diagnosis|treatment|test|results?|mri|x-?ray|vaccine|shot|therapy|pregnan\w+|cancer|diabetes|blood|prescription|medication|dental|cleaning|colonoscopy|mammogram|biopsy|hiv|std)\b/i
  measure('plain keyword list', (text) => few.test(text))
  const dictionary = process.env.PROVISO_MEDICAL_WORDS
  if (dictionary === undefined || !existsSync(dictionary)) {
    row('  beside: medical dictionary', '', 'not given (PROVISO_MEDICAL_WORDS names a word list)')
    return
  }
  const english = new Set(
    (process.env.PROVISO_ENGLISH_WORDS ?? '')
      .split(':')
      .flatMap((file) => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Array<string>) : [])),
  )
  const medical = new Set(
    (dictionary.endsWith('.gz') ? gunzipSync(readFileSync(dictionary)) : readFileSync(dictionary))
      .toString('utf8')
      .split(/\r?\n/)
      .map((line) => line.trim().toLowerCase())
      .filter((line) => /^[a-z]{4,}$/.test(line) && !english.has(line)),
  )
  measure('medical dictionary minus English words', (text) =>
    (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).some((word) => medical.has(word)),
  )
}
