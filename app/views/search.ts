import { hitEnd, hitStart } from '#db/search.ts'
import { placeOf } from '../components/subject-kind.ts'
import type { SearchGroup } from '../use-cases/search.ts'

const titles = { subject: 'Vendors, practices and prospects', finding: 'Lines judged', quote: 'Words of agreements' }

export type SearchRow = {
  id: number
  href: string
  title: string
  /** Whose it is; null for the subject itself. */
  of: string | null
  /** `at`: where the part begins in the excerpt. */
  excerpt: ReadonlyArray<{ at: number; text: string; found: boolean }>
}

export type SearchResults = ReadonlyArray<{ title: string; rows: ReadonlyArray<SearchRow>; more: boolean }>

const hit = new RegExp(`${hitStart}([^${hitEnd}]*)${hitEnd}`)

/** The parts of an excerpt, those found marked; every second piece of the split is one. */
function parts(excerpt: string): SearchRow['excerpt'] {
  let at = 0
  return excerpt
    .split(hit)
    .map((text, index) => {
      const part = { at, text, found: index % 2 === 1 }
      at += text.length
      return part
    })
    .filter(({ text }) => text !== '')
}

export function searchResults(groups: ReadonlyArray<SearchGroup>): SearchResults {
  return groups.map(({ kind, hits, more }) => ({
    title: titles[kind],
    more,
    rows: hits.map(({ id, subjectId, subjectKind, subjectName, requirement, title, excerpt }) => {
      const subject = `/${placeOf(subjectKind)}/${subjectId}`
      return {
        id,
        href: requirement === '' ? subject : `${subject}/findings/${requirement}`,
        title,
        of: requirement === '' ? null : subjectName,
        excerpt: parts(excerpt),
      }
    }),
  }))
}
