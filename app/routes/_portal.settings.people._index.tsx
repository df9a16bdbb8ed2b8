import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { People } from '../components/screens/people.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { peoplePage } from '../http/people-page.server.ts'
import { requireFresh } from '../session.server.ts'
import { invitePerson, withdrawLink } from '../use-cases/people.ts'
import { demand } from '../use-cases/permission.ts'

export const handle = { title: 'People' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => peoplePage(proviso, actor, new URL(args.request.url).searchParams))
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  await found(() => demand(actor, 'manage-people'))
  const form = await args.request.formData()
  if (textOf(form, 'intent') === 'withdraw') {
    await found(() => withdrawLink(proviso, actor, textOf(form, 'link')))
    return redirect('/settings/people')
  }
  requireFresh(args.request, proviso, signedIn)
  const values = { email: textOf(form, 'email'), role: textOf(form, 'role') }
  const { value, errors } = await tried(() => invitePerson(proviso, actor, values))
  return errors === null ? redirect(`/settings/people?made=${value.id}`) : back(errors, values)
}

export default function PeopleRoute() {
  const { values: initial, ...page } = useLoaderData<typeof loader>()
  const { errors = {}, values = initial } = useActionData<typeof action>() ?? {}
  return <People {...page} values={values} errors={errors} />
}
