import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Door } from '../components/frame.tsx'
import { SignIn } from '../components/screens/sign-in.tsx'
import { back, laboratoryOf, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { doorOf } from '../network.server.ts'
import { currentPerson, safePath } from '../session.server.ts'
import { SignInRefused, signIn } from '../use-cases/sign-in.ts'

export const handle = { title: 'Sign in' }

export async function loader({ request, context: { proviso } }: LoaderFunctionArgs) {
  const to = safePath(new URL(request.url).searchParams.get('to'))
  if ((await currentPerson(request, proviso)) !== null) throw redirect(to)
  const query = new URL(request.url).searchParams
  const problem = query.has('idle')
    ? ('idle' as const)
    : query.has('over')
      ? ('over' as const)
      : query.has('refused')
        ? ('refused' as const)
        : null
  return { to, problem, laboratory: laboratoryOf(proviso) }
}

export async function action({ request, context: { proviso, clientAddress } }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = textOf(form, 'email')
  const given = { email, password: String(form.get('password') ?? '') }
  try {
    const done = await tried(() => signIn(proviso, doorOf(request, clientAddress), given))
    if (done.errors !== null) return back(done.errors, { email })
    const to = safePath(textOf(form, 'to'))
    const { headers, next } = done.value
    return redirect(next === null ? to : `${next}?to=${encodeURIComponent(to)}`, { headers })
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error
    return back({ email: error.message }, { email })
  }
}

export default function SignInRoute() {
  const { to, problem, laboratory } = useLoaderData<typeof loader>()
  const { errors = {}, values } = useActionData<typeof action>() ?? {}
  return (
    <Door laboratory={laboratory}>
      <SignIn to={to} problem={problem} email={values?.email ?? ''} errors={errors} />
    </Door>
  )
}
