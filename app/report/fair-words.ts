/**
 * Words no outside copy carries without counsel (report pattern P25, law table "Fair wording"). Quotes and contract text
 * are never passed in here; the contract phrase of 45 CFR 164.504(e)(2)(iii) is exempt by itself.
 */
const banned: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(?<!material )violat(?:ion|ions|e|es|ed|ing)\b/i, 'violation'],
  [/\billegal(?:ly)?\b/i, 'illegal'],
  [/\b(?:HIPAA[- ])?(?:non-?)?compliant\b/i, 'compliant'],
  [/\bcertif(?:ied|ication)\b/i, 'certified'],
  [/\$\s?\d[\d,]{3,}|\b\d+(?:\.\d+)?\s?million dollars?\b/i, 'a fine amount'],
  [/\bbankrupt/i, 'bankrupt'],
]

/** Leftovers of a template that must never reach a reader (report pattern P24). */
const junk: ReadonlyArray<readonly [RegExp, string]> = [
  [/lorem ipsum/i, 'placeholder text'],
  [/\bTODO\b/, 'a leftover note'],
  [/\bundefined\b|\bNaN\b|\[object Object\]/, 'a missing value'],
]

/** What is unfair or unfinished in our own sentence; empty when nothing is. */
export function unfairWords(sentence: string): Array<string> {
  return [...banned, ...junk].filter(([pattern]) => pattern.test(sentence)).map(([, name]) => name)
}

/** Pattern P26: the tracking bulletin is never cited without its partial vacatur. */
export function bulletinWithoutVacatur(text: string): boolean {
  return /\b(?:OCR )?bulletin\b/i.test(text) && !/vacat/i.test(text)
}
