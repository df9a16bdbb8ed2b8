import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ScanProblem } from '#scanners/problem.ts'
import { AgreementScreen } from '../components/screens/agreement-screen.tsx'
import { agreementPage } from '../http/agreement-page.server.ts'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { readUpload, textOf } from '../http/form.server.ts'
import { subjectOfPath } from '../http/place.server.ts'
import { confirmPractice } from '../use-cases/confirm-practice.ts'
import { demand } from '../use-cases/permission.ts'
import { NotFound } from '../use-cases/problem.ts'
import { maxAgreementBytes, uploadAgreement } from '../use-cases/upload-agreement.ts'
import { problemView } from '../views/finding.ts'

export const handle = { title: 'Agreement' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { place, subject = '' } = args.params
  if (place !== 'vendors') throw new Response('Not found', { status: 404 })
  return found(() => agreementPage(proviso, actor, subject, new URL(args.request.url).searchParams))
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  // Before the file is read: who may not upload shall not make us take in 25 MB.
  await found(() => {
    const { subject } = subjectOfPath(proviso, actor, args.params)
    if (subject.kind !== 'vendor') throw new NotFound()
    demand(actor, 'upload-agreement', subject.kind)
  })
  const { form, file, tooLarge } = await readUpload(args.request, maxAgreementBytes)
  const text = textOf(form, 'text')
  const subjectId = args.params.subject ?? ''
  const intent = textOf(form, 'intent')
  if (intent === 'confirm-practice' || intent === 'take-back') {
    const ruling = { agreementId: textOf(form, 'agreement'), reason: textOf(form, 'reason') }
    const same = intent === 'confirm-practice'
    const { errors } = await tried(() => confirmPractice(proviso, actor, { subjectId, same, ...ruling }))
    return errors === null ? redirect(`/vendors/${subjectId}/agreement`) : back(errors, { text: '' })
  }
  try {
    if (tooLarge) throw new ScanProblem('too-large', 'files up to 25 MB are read')
    await found(() => uploadAgreement(proviso, actor, { subjectId, source: file ?? { text } }))
    return redirect(`/vendors/${subjectId}/agreement`)
  } catch (error) {
    if (!(error instanceof ScanProblem)) throw error
    const { says, hint } = problemView(error.code, null)
    return back({ [file === null && text !== '' ? 'text' : 'file']: `${says} ${hint}` }, { text })
  }
}

export default function AgreementRoute() {
  const { errors = {}, values } = useActionData<typeof action>() ?? {}
  return <AgreementScreen {...useLoaderData<typeof loader>()} errors={errors} text={values?.text ?? ''} />
}
