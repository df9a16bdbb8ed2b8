import { practiceNouns } from '#checklists/knowledge/clinical-specialties.ts'
import { everydayWords } from '#checklists/knowledge/everyday-words.ts'
import { englishWords, functionWords, spanishWords } from '#checklists/knowledge/function-words.ts'
import { neutralModifiers, neutralNouns, neutralSpanish } from '#checklists/knowledge/neutral-words.ts'
import { isInCommonList } from './common-filter.ts'
import { remembered } from './remembered.ts'
import { singulars } from './word-forms.ts'

let everyday: Set<string> | undefined

function known(word: string): boolean {
  everyday ??= new Set(
    [
      everydayWords,
      englishWords,
      spanishWords,
      practiceNouns,
      neutralNouns,
      neutralSpanish,
      neutralModifiers,
      functionWords,
    ].flatMap((text) => text.split(/\s+/)),
  )
  return word !== '' && everyday.has(word)
}

const suffix = /^(.{2,}?)(?:ings?|ed|ly|ers?|est|ors?|ive|ness|able|less|ful|ment|ish|ship)$/
const prefix = /^(?:un|re|over|out|non|dis|mis|under|in)(.{4,})$/

/** A word and what is left of it without its endings, likeliest first. */
function forms(word: string): Array<string> {
  const found = [word, ...singulars(word)]
  const stem = suffix.exec(word)?.[1]
  if (stem !== undefined) {
    found.push(stem, `${stem}e`)
    if (stem.at(-1) === 'i') found.push(`${stem.slice(0, -1)}y`)
    if (stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1))
  }
  const rest = prefix.exec(word)?.[1]
  if (rest !== undefined) found.push(rest)
  return found
}

/** Whether a folded word stands in a table of everyday words, as it is, in the singular or without its ending. */
export const isEveryday = remembered((word): boolean => forms(word).some(known))

/** The packed list holds no longer words; a longer one could only be taken for one of them by chance. */
const longest = 12

/**
 * The same with the packed list of common English beside the tables: thousands of words, none that names care. Each form
 * of a word is a chance of 1 in 128 to be taken for one of the list: one in fifty strangers with an English ending is.
 */
export const isCommonEnglish = remembered((word): boolean =>
  forms(word).some((form) => known(form) || (form.length >= 4 && form.length <= longest && isInCommonList(form))),
)
