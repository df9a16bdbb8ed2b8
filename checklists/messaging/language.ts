import { englishWords, foreignWords, spanishWords, uncoveredTerms } from '#checklists/knowledge/function-words.ts'
import type { Word } from '#scanners/template/reading.ts'
import { isCommonEnglish } from './everyday.ts'

const english = new Set(englishWords.split(/\s+/))
const spanish = new Set(spanishWords.split(/\s+/))
/** "Reply STOP to opt out" stands in messages of any language and says nothing of it. */
const optOutTail = new Set('reply stop to opt out text msg'.split(' '))
const foreign = new Set(foreignWords.split(/\s+/))
const uncovered = uncoveredTerms.split('\n').filter((term) => term !== '')

export type Language = { name: 'en' | 'es' | 'other'; covered: boolean; spans: Array<{ start: number; end: number }> }

/**
 * Which language a message is in. English and Spanish are read; anything else is never cleared.
 * `spans` are clinical words of other scripts found by the small list.
 */
export function readLanguage(words: ReadonlyArray<Word>, text: string): Language {
  let en = 0
  let es = 0
  let latin = 0
  let other = 0
  let foreignMarks = 0
  for (const word of words) {
    if (word.place === 'link' || word.place === 'host' || word.place === 'condition' || word.place === 'comment')
      continue
    if (/^[\d&@$]*$/.test(word.norm)) continue
    if (/[^a-z\d&@$]/.test(word.norm)) {
      other += 1
      continue
    }
    if (optOutTail.has(word.norm)) continue
    latin += 1
    if (english.has(word.norm)) en += 1
    if (spanish.has(word.norm)) es += 1
    if (foreign.has(word.norm)) foreignMarks += 1
  }
  const spans: Language['spans'] = []
  if (other > 0) {
    for (const term of uncovered) {
      for (let at = text.toLowerCase().indexOf(term); at >= 0; at = text.toLowerCase().indexOf(term, at + term.length))
        spans.push({ start: at, end: at + term.length })
    }
  }
  const name = es > en ? 'es' : en > 0 || latin < 4 ? 'en' : 'other'
  const known = Math.max(en, es)
  const strangeWords = foreignMarks >= 2 && foreignMarks > es && foreignMarks >= en
  const unread = latin >= 8 && known / latin < 0.12 && !mostlyCommon(words, latin)
  return { name: strangeWords || unread ? 'other' : name, covered: other === 0 && !strangeWords && !unread, spans }
}

/** "Orchard Health: invoice line moved, no action needed" has hardly a function word, and yet it is English. */
function mostlyCommon(words: ReadonlyArray<Word>, latin: number): boolean {
  const common = words.filter(
    ({ norm, place }) => place !== 'link' && place !== 'host' && norm.length > 2 && isCommonEnglish(norm),
  ).length
  return common / latin >= 0.7
}
