import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Person } from '../components/screens/people.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { roleChoices } from '../http/people-page.server.ts'
import { requireFresh } from '../session.server.ts'
import {
  changeRole,
  getPerson,
  makePasswordLink,
  mayChange,
  removePerson,
  resetSecondFactor,
} from '../use-cases/people.ts'
import { NotFound } from '../use-cases/problem.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  return found(() => {
    const member = getPerson(proviso, actor, args.params.person ?? '')
    // Whom one may not change has no page to change them on.
    if (!mayChange(actor, member)) throw new NotFound()
    requireFresh(args.request, proviso, signedIn)
    const { name, email, role } = member
    return { title: name, email, role, roles: roleChoices(actor) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  const personId = args.params.person ?? ''
  await found(() => getPerson(proviso, actor, personId))
  requireFresh(args.request, proviso, signedIn)
  const form = await args.request.formData()
  const intent = textOf(form, 'intent')
  if (intent === 'password-link') {
    const { value, errors } = await tried(() => makePasswordLink(proviso, actor, personId))
    return errors === null ? redirect(`/settings/people?made=${value.id}`) : back(errors, {})
  }
  if (intent === 'reset-second-factor') {
    const { errors } = await tried(() => resetSecondFactor(proviso, actor, personId))
    return errors === null ? redirect('/settings/people') : back(errors, {})
  }
  if (intent === 'remove') {
    if (textOf(form, 'confirmed') !== 'yes') return back({ confirmed: 'Say that you are sure.' }, {})
    const { errors } = await tried(() => removePerson(proviso, actor, personId))
    return errors === null ? redirect('/settings/people') : back(errors, {})
  }
  const { errors } = await tried(() => changeRole(proviso, actor, { personId, role: textOf(form, 'role') }))
  return errors === null ? redirect('/settings/people') : back(errors, {})
}

export default function PersonRoute() {
  const { title, ...person } = useLoaderData<typeof loader>()
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <Person name={title} {...person} errors={errors} />
}
