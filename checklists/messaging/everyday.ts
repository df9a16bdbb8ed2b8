import { practiceNouns } from '#checklists/knowledge/clinical-specialties.ts'
import { everydayWords } from '#checklists/knowledge/everyday-words.ts'
import { englishWords, functionWords, spanishWords } from '#checklists/knowledge/function-words.ts'
import { neutralModifiers, neutralNouns, neutralSpanish } from '#checklists/knowledge/neutral-words.ts'
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

/** Whether a folded word stands in a table of everyday words, as it is, in the singular or without its ending. */
export function isEveryday(word: string): boolean {
  if (known(word) || singulars(word).some(known)) return true
  const stem = /^(.{2,}?)(?:ings?|ed|ly|ers?|est|ors?|ive|ness)$/.exec(word)?.[1]
  if (stem === undefined) return false
  return (
    known(stem) ||
    known(`${stem}e`) ||
    (stem.at(-1) === 'i' && known(`${stem.slice(0, -1)}y`)) ||
    (stem.at(-1) === stem.at(-2) && known(stem.slice(0, -1)))
  )
}
