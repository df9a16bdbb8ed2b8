import { checklistsFor } from '#checklists/index.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { listAnswers } from '../use-cases/answer-questions.ts'
import type { SubjectDetail } from '../use-cases/get-subject.ts'
import { openQuestions, questionGroups } from '../views/questions.ts'

/** How many questions of a subject wait for an answer. */
export function unanswered(proviso: Proviso, actor: PersonActor, { subject, assessment }: SubjectDetail): number {
  if (assessment === null) return 0
  const answers = listAnswers(proviso, actor, { subjectId: subject.id })
  return openQuestions(questionGroups(checklistsFor(subject.kind), assessment.assessment, answers))
}
