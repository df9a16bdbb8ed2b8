import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Door } from '../components/frame.tsx'
import { SignInCode } from '../components/screens/sign-in-code.tsx'
import { back, laboratoryOf, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { doorOf } from '../network.server.ts'
import { safePath } from '../session.server.ts'
import { ChallengeOver, enterCode } from '../use-cases/enter-code.ts'
import { SignInRefused } from '../use-cases/sign-in.ts'

export const handle = { title: 'Enter your code' }

export function loader({ request, context: { proviso } }: LoaderFunctionArgs) {
  // Without the challenge of the password step there is nothing to answer.
  if (!request.headers.get('cookie')?.includes('proviso.two_factor=')) throw redirect('/sign-in')
  return { to: safePath(new URL(request.url).searchParams.get('to')), laboratory: laboratoryOf(proviso) }
}

export async function action({ request, context: { proviso, clientAddress } }: ActionFunctionArgs) {
  const form = await request.formData()
  const to = safePath(textOf(form, 'to'))
  try {
    const done = await tried(() => enterCode(proviso, doorOf(request, clientAddress), { code: textOf(form, 'code') }))
    return done.errors === null ? redirect(to, { headers: done.value.headers }) : back(done.errors, {})
  } catch (error) {
    if (error instanceof SignInRefused) return back({ code: error.message }, {})
    if (!(error instanceof ChallengeOver)) throw error
    return redirect(`/sign-in?over&to=${encodeURIComponent(to)}`)
  }
}

export default function SignInCodeRoute() {
  const { to, laboratory } = useLoaderData<typeof loader>()
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return (
    <Door laboratory={laboratory}>
      <SignInCode to={to} errors={errors} />
    </Door>
  )
}
