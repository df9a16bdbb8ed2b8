import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Account } from '../components/screens/account.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { changePassword, endOwnSession, ownSessions } from '../use-cases/own-account.ts'
import { roleWords } from '../views/role-words.ts'

export const handle = { title: 'Your account' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  const { name, email } = signedIn.person
  const changed = new URL(args.request.url).searchParams.has('changed')
  return { name, email, role: roleWords[actor.role].label, sessions: ownSessions(proviso, signedIn), changed }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  const form = await args.request.formData()
  if (textOf(form, 'intent') === 'end-session') {
    await found(() => endOwnSession(proviso, actor, textOf(form, 'session')))
    return redirect('/settings')
  }
  const given = { current: String(form.get('current') ?? ''), password: String(form.get('password') ?? '') }
  const { errors } = await tried(() => changePassword(proviso, signedIn, given))
  return errors === null ? redirect('/settings?changed') : back(errors, {})
}

export default function AccountRoute() {
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <Account {...useLoaderData<typeof loader>()} errors={errors} />
}
