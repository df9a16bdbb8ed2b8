import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Reports } from '../components/screens/reports.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { reportsPage } from '../http/reports-page.server.ts'
import { createReport } from '../use-cases/create-report.ts'
import { demand } from '../use-cases/permission.ts'

export const handle = { title: 'Reports' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => reportsPage(proviso, actor, new URL(args.request.url).searchParams))
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  await found(() => demand(actor, 'report'))
  const form = await args.request.formData()
  const values = { subject: textOf(form, 'subject'), length: textOf(form, 'length') }
  if (values.subject === '') return back({ subject: 'Choose whom the report is about.' }, values)
  const sender = { organisation: signedIn.organisation.name, person: signedIn.person.name }
  const { timeZone } = signedIn.organisation
  const { value, errors } = await tried(() =>
    createReport(proviso, actor, sender, { subjectId: values.subject, length: values.length, timeZone }),
  )
  return errors === null ? redirect(`/reports?made=${value.id}`) : back(errors, values)
}

export default function ReportsRoute() {
  const { values: initial, ...page } = useLoaderData<typeof loader>()
  const { errors = {}, values = initial } = useActionData<typeof action>() ?? {}
  return <Reports {...page} values={values} errors={errors} />
}
