import { type Grade, gradeWord } from '#checklists/score.ts'
import type { ListedSubject } from '../use-cases/list-subjects.ts'

/** One line of a list of vendors, practices or prospects. */
export type SubjectRow = {
  id: string
  name: string
  siteUrl: string | null
  agreement: string | null
  gate: 'open' | 'closed' | 'not-shown' | null
  responsible: string
  updatedAt: string
  /** null: never assessed. */
  score: { letter: string | null; word: string; worst: number; coverage: number } | null
  /** Lines that are Weak, Missing or Conflicts; null: never assessed. */
  gaps: number | null
}

export function subjectRow({ subject, score, agreement, dataGate }: ListedSubject): SubjectRow {
  const { id, name, siteUrl, updatedAt, intake } = subject
  return {
    id,
    name,
    siteUrl,
    agreement,
    gate: dataGate?.state ?? null,
    responsible: intake.responsible,
    updatedAt,
    score:
      score === null
        ? null
        : {
            letter: score.grade,
            word: gradeWord(score.grade as Grade | null),
            worst: Math.floor(score.worst),
            coverage: Math.floor(score.coverage),
          },
    gaps: score?.gaps ?? null,
  }
}
