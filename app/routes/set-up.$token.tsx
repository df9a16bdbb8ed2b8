import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Door } from '../components/frame.tsx'
import { SetUp, SetUpClosed } from '../components/screens/set-up.tsx'
import { back, laboratoryOf, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { doorOf } from '../network.server.ts'
import { createOwner, setUpLinkIsOpen } from '../use-cases/create-owner.ts'

export const handle = { title: 'Set up' }

export function loader({ params, context: { proviso } }: LoaderFunctionArgs) {
  return {
    open: setUpLinkIsOpen(proviso, params.token ?? ''),
    hasOwner: proviso.people.someoneOwns(),
    laboratory: laboratoryOf(proviso),
  }
}

export async function action({ request, params, context: { proviso, clientAddress } }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    organisation: textOf(form, 'organisation'),
  }
  const password = String(form.get('password') ?? '')
  const made = await tried(() =>
    createOwner(proviso, doorOf(request, clientAddress), { token: params.token ?? '', ...values, password }),
  )
  return made.errors === null ? redirect('/', { headers: made.value.headers }) : back(made.errors, values)
}

export default function SetUpRoute() {
  const { open, hasOwner, laboratory } = useLoaderData<typeof loader>()
  const { errors = {}, values = { name: '', email: '', organisation: '' } } = useActionData<typeof action>() ?? {}
  return (
    <Door laboratory={laboratory}>
      {open ? <SetUp errors={errors} values={values} /> : <SetUpClosed hasOwner={hasOwner} />}
    </Door>
  )
}
