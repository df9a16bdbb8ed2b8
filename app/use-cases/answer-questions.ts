import { z } from 'zod'
import { checklistsFor, type SubjectKind } from '#checklists/index.ts'
import type { Question } from '#checklists/requirement.ts'
import type { StoredAssessment } from '#db/assessments.ts'
import type { AnswerEvidence } from '#scanners/answers/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { hashOf } from './content-hash.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

export const answerQuestionsInput = z.strictObject({
  subjectId: idSchema,
  answers: z
    .array(
      z.strictObject({
        requirement: z.string().max(120),
        /** A choice's value, a date (YYYY-MM-DD) or text; "" takes an earlier answer back. */
        value: z.string().trim().max(5000),
        note: z.string().trim().max(5000).default(''),
      }),
    )
    .max(200),
})

function fault(question: Question | undefined, value: string): string | null {
  if (question === undefined) return 'This question is not one of this subject’s.'
  if (value === '' || question.kind === 'text') return null
  if (question.kind === 'date') return z.iso.date().safeParse(value).success ? null : 'Enter a real date.'
  return question.choices?.some((choice) => choice.value === value) ? null : 'Choose one of the answers.'
}

export function questionsOf(kind: SubjectKind): Map<string, Question> {
  const entries = checklistsFor(kind).flatMap(({ requirements }) => requirements)
  return new Map(entries.flatMap(({ id, ask }) => (ask === undefined ? [] : [[id, ask] as const])))
}

/** Stores answers as evidence, those that changed, and judges the subject anew. */
export function answerQuestions(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof answerQuestionsInput>,
): { assessment: StoredAssessment; stored: number } {
  const { subjectId, answers } = parseInput(answerQuestionsInput, input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'answer', subject.kind)
  const questions = questionsOf(subject.kind)
  const faults = answers.flatMap(({ requirement, value }) => {
    const says = fault(questions.get(requirement), value)
    return says === null ? [] : [[requirement, says] as const]
  })
  if (faults.length > 0) throw new InvalidInput(Object.fromEntries(faults))
  return scope.write(() => {
    const newest = new Map<string, AnswerEvidence>()
    for (const said of scope.evidence.said(subjectId, 'answer')) {
      if (said.kind === 'answer') newest.set(said.requirement, said)
    }
    let stored = 0
    for (const { requirement, value, note } of answers) {
      const before = newest.get(requirement)
      if ((before?.value ?? '') === value && (before?.note ?? '') === note) continue
      const by = actor.kind === 'person' ? actor.name : 'system'
      const at = proviso.now().toISOString()
      const source = { scanner: 'answers', ref: requirement, at, sha256: hashOf({ requirement, value, note }) }
      scope.evidence.addSaid(subjectId, { kind: 'answer', id: 'answer', source, requirement, value, note, by })
      stored += 1
    }
    return { assessment: assessInScope(proviso, scope, subjectId), stored }
  })
}

/** The newest answer to each question of a subject. */
export function listAnswers(proviso: Proviso, actor: Actor, input: { subjectId: string }): Array<AnswerEvidence> {
  const { subjectId } = parseInput(z.strictObject({ subjectId: idSchema }), input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'read', subjectFor(scope, actor, subjectId).kind)
  const newest = new Map<string, AnswerEvidence>()
  for (const said of scope.evidence.said(subjectId, 'answer')) {
    if (said.kind === 'answer') newest.set(said.requirement, said)
  }
  return [...newest.values()]
}
