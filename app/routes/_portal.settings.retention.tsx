import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Retention } from '../components/screens/retention.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { retentionForm, retentionPage } from '../http/retention-page.server.ts'
import { requireFresh } from '../session.server.ts'
import { demand } from '../use-cases/permission.ts'
import { changeRetention, liftHold, placeHold } from '../use-cases/retention.ts'

export const handle = { title: 'Retention' }

const page = '/settings/retention'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const saved = new URL(args.request.url).searchParams.has('saved')
  return { ...(await found(() => retentionPage(proviso, actor))), saved }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  await found(() => demand(actor, 'manage-organisation'))
  const form = await args.request.formData()
  const intent = textOf(form, 'intent')
  requireFresh(args.request, proviso, signedIn)
  if (intent === 'lift') {
    await found(() => liftHold(proviso, actor, textOf(form, 'hold')))
    return redirect(page)
  }
  if (intent === 'hold') {
    const given = { name: textOf(form, 'name'), reason: textOf(form, 'reason') }
    const { errors } = await tried(() => placeHold(proviso, actor, given))
    return errors === null ? redirect(page) : back<Record<string, string>>(errors, given)
  }
  const values = retentionForm(form)
  const { value, errors } = await tried(() => changeRetention(proviso, actor, values))
  if (errors !== null) return back<Record<string, string>>(errors, values)
  if (value === 'changed') return redirect(`${page}?saved`)
  const stale: Record<string, string> = {
    form: 'Somebody else changed the rules meanwhile. Look at them and save again.',
  }
  const typed: Record<string, string> = values
  return data({ errors: stale, values: typed }, { status: 409 })
}

export default function RetentionRoute() {
  const loaded = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  return <Retention {...loaded} values={given?.values ?? null} errors={given?.errors ?? {}} />
}
