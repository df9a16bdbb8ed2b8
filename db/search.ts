import { and, eq, sql } from 'drizzle-orm'
import type { Inside } from './inside.ts'
import { type searchKinds, searchTexts } from './schema.ts'
import type { SubjectKind } from './subjects.ts'

export type SearchKind = (typeof searchKinds)[number]

export type SearchText = {
  kind: SearchKind
  /** Of a finding or a quote: the requirement's id; else empty. */
  requirement: string
  title: string
  body: string
}

/** `excerpt`: about 30 words of the body, each word found between U+0001 and U+0002. */
export type SearchHit = {
  id: number
  subjectId: string
  subjectKind: SubjectKind
  subjectName: string
  kind: SearchKind
  requirement: string
  title: string
  excerpt: string
}

export const hitStart = '\u0001'
export const hitEnd = '\u0002'

export type SearchStore = ReturnType<typeof searchStore>

const wordsOf = (query: string): Array<string> => query.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? []

/** Every word must be there; the last may be the beginning of one. Quoted, so that no word is an operator. */
function matchAll(words: ReadonlyArray<string>): string {
  return words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ')
}

export function searchStore({ db, organisationId }: Inside) {
  const { orm } = db
  return {
    /** What the search finds of a subject, in place of what it found before. */
    replace(subjectId: string, texts: ReadonlyArray<SearchText>): void {
      db.write(() => {
        const before = orm
          .select()
          .from(searchTexts)
          .where(and(eq(searchTexts.organisationId, organisationId), eq(searchTexts.subjectId, subjectId)))
          .orderBy(searchTexts.id)
          .all()
        const same =
          before.length === texts.length &&
          texts.every((text, index) => {
            const old = before[index]
            return (
              old?.kind === text.kind &&
              old.requirement === text.requirement &&
              old.title === text.title &&
              old.body === text.body
            )
          })
        if (same) return
        orm
          .delete(searchTexts)
          .where(and(eq(searchTexts.organisationId, organisationId), eq(searchTexts.subjectId, subjectId)))
          .run()
        for (const text of texts)
          orm
            .insert(searchTexts)
            .values({ organisationId, subjectId, ...text })
            .run()
      })
    },

    /** Hits of one kind in subjects of these kinds, the best first; nothing for a query without a word. */
    find(query: string, kind: SearchKind, of: ReadonlyArray<SubjectKind>, limit: number): Array<SearchHit> {
      const words = wordsOf(query)
      if (words.length === 0 || of.length === 0) return []
      return orm.all<SearchHit>(sql`
        SELECT t.id, t.subject_id AS subjectId, s.kind AS subjectKind, s.name AS subjectName, t.kind, t.requirement, t.title,
          snippet(search_index, 1, ${hitStart}, ${hitEnd}, '…', 30) AS excerpt
        FROM search_index JOIN search_texts t ON t.id = search_index.rowid JOIN subjects s ON s.id = t.subject_id
        WHERE search_index MATCH ${matchAll(words)} AND t.organisation_id = ${organisationId} AND t.kind = ${kind}
          AND s.kind IN ${of} AND s.removed_at IS NULL
        ORDER BY bm25(search_index, 4.0, 1.0), t.id LIMIT ${limit}`)
    },
  }
}
