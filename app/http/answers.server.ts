import type { Question } from '#checklists/requirement.ts'
import { dateOf, textOf } from './form.server.ts'

export type TypedAnswer = { requirement: string; value: string; note: string }

/** The answers of a questionnaire form. A question that was not on the form is left alone. */
export function answersOf(form: FormData, questions: ReadonlyMap<string, Question>): Array<TypedAnswer> {
  return [...questions].flatMap(([requirement, { kind }]) => {
    if (!form.has(`${requirement}-note`)) return []
    const value = kind === 'date' ? (dateOf(form, requirement) ?? 'not a date') : textOf(form, requirement)
    const note = textOf(form, `${requirement}-note`)
    return [{ requirement, value, note }]
  })
}
