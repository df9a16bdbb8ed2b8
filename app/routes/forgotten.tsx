import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Door } from '../components/frame.tsx'
import { Forgotten } from '../components/screens/forgotten.tsx'
import { back, laboratoryOf, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { doorOf } from '../network.server.ts'
import { askPasswordLink } from '../use-cases/ask-password-link.ts'
import { SignInRefused } from '../use-cases/sign-in.ts'

export const handle = { title: 'Forgotten password' }

export function loader({ request, context: { proviso } }: LoaderFunctionArgs) {
  return { asked: new URL(request.url).searchParams.has('asked'), laboratory: laboratoryOf(proviso) }
}

export async function action({ request, context: { proviso, clientAddress } }: ActionFunctionArgs) {
  const email = textOf(await request.formData(), 'email')
  try {
    const { errors } = await tried(() => askPasswordLink(proviso, doorOf(request, clientAddress), { email }))
    return errors === null ? redirect('/forgotten?asked') : back(errors, { email })
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error
    return back({ email: error.message }, { email })
  }
}

export default function ForgottenRoute() {
  const { asked, laboratory } = useLoaderData<typeof loader>()
  const { errors = {}, values } = useActionData<typeof action>() ?? {}
  return (
    <Door laboratory={laboratory}>
      <Forgotten asked={asked} email={values?.email ?? ''} errors={errors} />
    </Door>
  )
}
