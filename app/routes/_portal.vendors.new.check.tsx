import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayWords } from '../components/moment.tsx'
import { CheckAnswers } from '../components/screens/vendor-intake.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { draftForm, vendorDraft } from '../http/vendor-draft.server.ts'
import { addVendor } from '../use-cases/add-vendor.ts'
import { demand } from '../use-cases/permission.ts'
import { discardDraft } from '../use-cases/save-draft.ts'
import { answered } from '../views/intake.ts'

export const handle = { title: 'Check your answers' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => {
    demand(actor, 'change-subject', 'vendor')
    return { rows: answered(vendorDraft(proviso, actor), dayWords) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { value: vendor, errors } = await tried(() => addVendor(proviso, actor, vendorDraft(proviso, actor)))
  if (errors !== null) return back(errors, {})
  discardDraft(proviso, actor, draftForm)
  return redirect(`/vendors/${vendor.id}/agreement`)
}

export default function CheckAnswersRoute() {
  const { rows } = useLoaderData<typeof loader>()
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <CheckAnswers rows={rows} errors={errors} />
}
