import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Door } from '../components/frame.tsx'
import { Confirm } from '../components/screens/confirm.tsx'
import { back, laboratoryOf, tried } from '../http/answer.server.ts'
import { doorPerson } from '../http/door-person.server.ts'
import { textOf } from '../http/form.server.ts'
import { safePath } from '../session.server.ts'
import { confirmPassword } from '../use-cases/own-account.ts'

export const handle = { title: 'Confirm that it is you' }

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, to } = await doorPerson(args)
  return { to, name: signedIn.person.name, laboratory: laboratoryOf(args.context.proviso) }
}

export async function action(args: ActionFunctionArgs) {
  const { signedIn } = await doorPerson(args)
  const form = await args.request.formData()
  const password = String(form.get('password') ?? '')
  const { errors } = await tried(() => confirmPassword(args.context.proviso, signedIn, { password }))
  return errors === null ? redirect(safePath(textOf(form, 'to'))) : back(errors, {})
}

export default function ConfirmRoute() {
  const { laboratory, ...page } = useLoaderData<typeof loader>()
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return (
    <Door laboratory={laboratory}>
      <Confirm {...page} errors={errors} />
    </Door>
  )
}
