import type { Assessment, Finding } from '#checklists/assess.ts'
import type { SearchText } from '#db/search.ts'
import type { Subject } from '#db/subjects.ts'
import { maskText } from '#scanners/redact.ts'
import { statusOfFinding } from '../report/card.ts'

/** Lists whose sentences are made of our own words, of companies and of hosts; the others may quote what a person wrote. */
const plainSentences: ReadonlySet<string> = new Set(['baa', 'tracking'])

function findingText(finding: Finding): SearchText {
  const { requirement, ref, title, because, checklist } = finding
  const words = [statusOfFinding(finding), ref ?? '', plainSentences.has(checklist) ? because : '']
  return { kind: 'finding', requirement, title, body: maskText(words.filter(Boolean).join(' · ')) }
}

/** Contract words only: a message, a log row or a request may hold what names a patient. */
function quoteTexts({ checklist, requirement, title, pointers }: Finding): Array<SearchText> {
  if (checklist !== 'baa') return []
  const quotes = [...new Set(pointers.map(({ quote }) => maskText(quote)))].filter(Boolean)
  return quotes.map((body) => ({ kind: 'quote', requirement, title, body }))
}

/** What the search finds of a subject: its name and site, its lines, the contract's words; masked, since the index lies in clear. */
export function searchTextsOf(
  { name, siteUrl }: Pick<Subject, 'name' | 'siteUrl'>,
  { findings }: Assessment,
): Array<SearchText> {
  const host = siteUrl !== null && URL.canParse(siteUrl) ? new URL(siteUrl).hostname : ''
  return [
    { kind: 'subject', requirement: '', title: name, body: host },
    ...findings.map(findingText),
    ...findings.flatMap(quoteTexts),
  ]
}
