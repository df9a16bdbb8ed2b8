import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { VendorIntake } from '../components/screens/vendor-intake.tsx'
import { asking, back, found } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { draftForm, stepErrors, vendorDraft, withStep } from '../http/vendor-draft.server.ts'
import { demand } from '../use-cases/permission.ts'
import { saveDraft } from '../use-cases/save-draft.ts'
import { type IntakeStep, isIntakeStep, nextStep } from '../views/intake.ts'

export const handle = { title: 'Add a vendor' }

function stepOf({ step }: { step?: string | undefined }): IntakeStep {
  if (!isIntakeStep(step)) throw new Response('Not found', { status: 404 })
  return step
}

export async function loader(args: LoaderFunctionArgs) {
  const step = stepOf(args.params)
  const { proviso, actor } = await asking(args)
  const changing = new URL(args.request.url).searchParams.get('changing') === 'yes'
  return found(() => {
    demand(actor, 'change-subject', 'vendor')
    return { step, changing, draft: vendorDraft(proviso, actor) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const step = stepOf(args.params)
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'change-subject', 'vendor'))
  const form = await args.request.formData()
  const draft = withStep(vendorDraft(proviso, actor), step, form)
  const errors = stepErrors(draft, step)
  if (Object.keys(errors).length > 0) return back(errors, draft)
  await found(() => saveDraft(proviso, actor, { form: draftForm, values: draft }))
  const next = textOf(form, 'changing') === 'yes' ? null : nextStep(step)
  return redirect(`/vendors/new/${next ?? 'check'}`)
}

export default function VendorIntakeRoute() {
  const { step, changing, draft } = useLoaderData<typeof loader>()
  const { errors = {}, values } = useActionData<typeof action>() ?? {}
  return <VendorIntake key={step} step={step} changing={changing} draft={values ?? draft} errors={errors} />
}
