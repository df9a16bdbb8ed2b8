import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Security } from '../components/screens/security.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { doorOf } from '../network.server.ts'
import { isFresh } from '../session.server.ts'
import { removePasskey, renewRecoveryCodes, replaceSecondFactor, security } from '../use-cases/second-factor.ts'

export const handle = { title: 'Security' }

const problems = {
  name: 'Give the passkey a name, such as the device it lies on.',
  answer: 'The passkey was not kept. Try again.',
} as const

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, signedIn } = await asking(args)
  const { on, codesLeft, passkeys } = security(proviso, signedIn)
  const problem = new URL(args.request.url).searchParams.get('problem')
  return {
    on,
    codesLeft,
    passkeys: passkeys.map(({ id, name, createdAt }) => ({
      id,
      name: name ?? 'Passkey',
      createdAt: createdAt?.toISOString() ?? null,
    })),
    fresh: isFresh(proviso, signedIn),
    problem: problem === 'name' || problem === 'answer' ? problems[problem] : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, signedIn } = await asking(args)
  const form = await args.request.formData()
  const door = doorOf(args.request, args.context.clientAddress)
  const given = { password: String(form.get('password') ?? '') }
  const intent = textOf(form, 'intent')
  if (intent === 'remove-passkey') {
    await found(() => removePasskey(proviso, signedIn, textOf(form, 'passkey')))
    return redirect('/settings/security')
  }
  const next = '/second-factor?to=/settings/security'
  if (intent === 'replace-app') {
    const { value, errors } = await tried(() => replaceSecondFactor(proviso, door, signedIn, given))
    return errors === null ? redirect(next, { headers: value.headers }) : back(errors, {})
  }
  const { errors } = await tried(() => renewRecoveryCodes(proviso, door, signedIn, given))
  return errors === null ? redirect(next) : back(errors, {})
}

export default function SecurityRoute() {
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <Security {...useLoaderData<typeof loader>()} errors={errors} />
}
