import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StaleVersion } from '#db/subjects.ts'
import { SubjectEdit } from '../components/screens/subject-edit.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { placeOfPath, subjectOfPath } from '../http/place.server.ts'
import { differences, fieldsOf, subjectValues, typedSubject } from '../http/subject-form.server.ts'
import { demand } from '../use-cases/permission.ts'
import { removeSubject } from '../use-cases/trash.ts'
import { updateSubject } from '../use-cases/update-subject.ts'

export async function loader(args: LoaderFunctionArgs) {
  const place = placeOfPath(args.params)
  const { proviso, actor } = await asking(args)
  return found(() => {
    const { subject } = subjectOfPath(proviso, actor, args.params)
    demand(actor, 'change-subject', subject.kind)
    const { id, name, version } = subject
    return { place, base: `/${place}/${id}`, title: `Change ${name}`, version, values: subjectValues(subject) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const place = placeOfPath(args.params)
  const { proviso, actor } = await asking(args)
  const { subject } = await found(() => {
    const detail = subjectOfPath(proviso, actor, args.params)
    demand(actor, 'change-subject', detail.subject.kind)
    return detail
  })
  const form = await args.request.formData()
  if (textOf(form, 'intent') === 'remove') {
    const sure = { subjectId: subject.id, confirmed: textOf(form, 'confirmed') === 'yes' }
    const { errors } = await tried(() => removeSubject(proviso, actor, sure))
    return errors === null ? redirect(`/${place}?removed=${subject.id}`) : back(errors, subjectValues(subject))
  }
  const values = typedSubject(form, subject)
  const version = Number(textOf(form, 'version'))
  try {
    const { errors } = await tried(() =>
      updateSubject(proviso, actor, { subjectId: subject.id, version, fields: fieldsOf(values) }),
    )
    return errors === null ? redirect(`/${place}/${subject.id}`) : back(errors, values)
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error
    const current = differences(error.current, values)
    return data({ errors: {}, values, current, version: error.current.version }, { status: 409 })
  }
}

export default function EditSubjectRoute() {
  const page = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  return (
    <SubjectEdit
      {...page}
      values={given?.values ?? page.values}
      errors={given?.errors ?? {}}
      current={given !== undefined && 'current' in given ? given.current : null}
      version={given !== undefined && 'version' in given ? given.version : page.version}
    />
  )
}
