import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Door } from '../components/frame.tsx'
import { LinkClosed, NewPassword } from '../components/screens/enter-by-link.tsx'
import { back, laboratoryOf, tried } from '../http/answer.server.ts'
import { doorOf } from '../network.server.ts'
import { choosePassword, openLink } from '../use-cases/enter-by-link.ts'

export const handle = { title: 'New password' }

export function loader({ params, context: { proviso } }: LoaderFunctionArgs) {
  const email = openLink(proviso, params.token ?? '', 'password')?.email ?? null
  return { laboratory: laboratoryOf(proviso), email }
}

export async function action({ request, params, context: { proviso, clientAddress } }: ActionFunctionArgs) {
  const form = await request.formData()
  const password = String(form.get('password') ?? '')
  const door = doorOf(request, clientAddress)
  const { value, errors } = await tried(() => choosePassword(proviso, door, params.token ?? '', { password }))
  return errors === null ? redirect(value.next ?? '/', { headers: value.headers }) : back(errors, {})
}

export default function NewPasswordRoute() {
  const { laboratory, email } = useLoaderData<typeof loader>()
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return (
    <Door laboratory={laboratory}>
      {email === null ? <LinkClosed /> : <NewPassword email={email} errors={errors} />}
    </Door>
  )
}
