import type { Subject, SubjectFields } from '#db/subjects.ts'
import type { SubjectValues } from '../components/screens/subject-edit.tsx'
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
