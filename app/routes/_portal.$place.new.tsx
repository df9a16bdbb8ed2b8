import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { intakeSchema } from '#db/intake.ts'
import { SubjectForm } from '../components/screens/subject-form.tsx'
import { places } from '../components/subject-kind.ts'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { placeOfPath } from '../http/place.server.ts'
import { addPractice } from '../use-cases/add-practice.ts'
import { addProspect } from '../use-cases/add-prospect.ts'
import { demand } from '../use-cases/permission.ts'

export async function loader(args: LoaderFunctionArgs) {
  const place = placeOfPath(args.params)
  const { actor } = await asking(args)
  return found(() => {
    demand(actor, 'change-subject', places[place].kind)
    if (place === 'vendors') throw redirect('/vendors/new/name')
    return { place, title: `Add a ${places[place].one}` }
  })
}

export async function action(args: ActionFunctionArgs) {
  const place = placeOfPath(args.params)
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'change-subject', places[place].kind))
  const form = await args.request.formData()
  const values = {
    name: textOf(form, 'name'),
    siteUrl: textOf(form, 'siteUrl'),
    responsible: textOf(form, 'responsible'),
  }
  const { responsible, ...fields } = values
  const add = place === 'practices' ? addPractice : addProspect
  const intake = { ...intakeSchema.parse({}), responsible }
  const { value: subject, errors } = await tried(() => add(proviso, actor, { ...fields, intake }))
  return errors === null ? redirect(`/${place}/${subject.id}`) : back(errors, values)
}

export default function NewSubjectRoute() {
  const { place } = useLoaderData<typeof loader>()
  const { errors = {}, values = { name: '', siteUrl: '', responsible: '' } } = useActionData<typeof action>() ?? {}
  return <SubjectForm place={place} values={values} errors={errors} />
}
