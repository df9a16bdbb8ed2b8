import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ScanNew, type ScanValues } from '../components/screens/scan-new.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { scanChoices } from '../http/scan-choices.server.ts'
import { scanValues } from '../http/scan-form.server.ts'
import { demand } from '../use-cases/permission.ts'
import { requestSiteScan } from '../use-cases/request-site-scan.ts'

export const handle = { title: 'Scan a site' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const subject = new URL(args.request.url).searchParams.get('subject') ?? ''
  const values: ScanValues = {
    subject,
    url: '',
    authority: 'public',
    pages: '10',
    consent: ['none'],
    viewport: ['desktop'],
  }
  const choices = await found(() => {
    demand(actor, 'scan')
    return scanChoices(proviso, actor, subject)
  })
  return { values, ...choices }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'scan'))
  const form = await args.request.formData()
  const values = scanValues(form)
  if (values.subject === '') return back({ subject: 'Choose whose site it is.' }, values)
  const { subject: subjectId, url, pages, consent, viewport: viewports, authority } = values
  const confirmed = form.get('confirmed') === 'yes'
  const { value, errors } = await tried(() =>
    requestSiteScan(proviso, actor, { subjectId, url, pages, consent, viewports, authority, confirmed }),
  )
  return errors === null ? redirect(`/scans/${value.run.id}`) : back(errors, values)
}

export default function NewScanRoute() {
  const { values: initial, ...choices } = useLoaderData<typeof loader>()
  const { errors = {}, values = initial } = useActionData<typeof action>() ?? {}
  return <ScanNew {...choices} values={values} errors={errors} />
}
