import type { Subject, SubjectFields } from '#db/subjects.ts'
import { dayWords } from '../components/moment.tsx'
import type { SubjectValues } from '../components/screens/subject-edit.tsx'
import { answered } from '../views/intake.ts'
import { dateOf, linesOf, listOf, textOf } from './form.server.ts'

/** What a subject's form shows. */
export function subjectValues({ name, siteUrl, dataStart, intake }: SubjectFields): SubjectValues {
  return { name, siteUrl: siteUrl ?? '', dataStart: dataStart ?? '', ...intake }
}

/** What came back from it, as it is shown again and as the use case takes it. */
export function typedSubject(form: FormData, { intake }: Subject): SubjectValues {
  const handlesPhi = textOf(form, 'handlesPhi')
  return {
    ...intake,
    name: textOf(form, 'name'),
    siteUrl: textOf(form, 'siteUrl'),
    dataStart: dateOf(form, 'dataStart') ?? 'not a date',
    service: textOf(form, 'service'),
    handlesPhi: handlesPhi === 'yes' || handlesPhi === 'no' ? handlesPhi : 'unknown',
    fields: [...new Set([...listOf(form, 'fields'), ...linesOf(form, 'otherFields')])],
    channels: listOf(form, 'channels'),
    subprocessors: linesOf(form, 'subprocessors'),
    storedWhere: textOf(form, 'storedWhere'),
    responsible: textOf(form, 'responsible'),
    hosts: linesOf(form, 'hosts'),
  }
}

/** The form's values as the fields of a subject; whether they can be used is checked at the use case. */
export function fieldsOf({ name, siteUrl, dataStart, ...intake }: SubjectValues) {
  return { name, siteUrl, dataStart, intake: intake as SubjectFields['intake'] }
}

/** What stands there now, where it differs from what was typed; in the words of the check page. */
export function differences(current: SubjectFields, typed: SubjectValues): Array<readonly [string, string]> {
  const mine = fieldsOf(typed)
  const theirs = answered({ ...subjectValues(current), intake: current.intake }, dayWords)
  const ours = answered(mine, (day) => (/^\d{4}-\d\d-\d\d$/.test(day) ? dayWords(day) : day))
  return theirs.flatMap(({ question, answer }, at) =>
    answer === ours[at]?.answer ? [] : [[question, answer] as const],
  )
}
