import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Door } from '../components/frame.tsx'
import { Join, LinkClosed } from '../components/screens/enter-by-link.tsx'
import { back, laboratoryOf, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { doorOf } from '../network.server.ts'
import { acceptInvitation, openLink } from '../use-cases/enter-by-link.ts'
import { roleWords } from '../views/role-words.ts'

export const handle = { title: 'Invitation' }

export function loader({ params, context: { proviso } }: LoaderFunctionArgs) {
  const link = openLink(proviso, params.token ?? '', 'invitation')
  const laboratory = laboratoryOf(proviso)
  if (link === null || link.role === null) return { laboratory, invitation: null }
  const { organisation, email, role } = link
  return { laboratory, invitation: { organisation, email, role: roleWords[role].label } }
}

export async function action({ request, params, context: { proviso, clientAddress } }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = { name: textOf(form, 'name') }
  const password = String(form.get('password') ?? '')
  const door = doorOf(request, clientAddress)
  const made = await tried(() => acceptInvitation(proviso, door, params.token ?? '', { ...values, password }))
  return made.errors === null
    ? redirect(made.value.next ?? '/', { headers: made.value.headers })
    : back(made.errors, values)
}

export default function JoinRoute() {
  const { laboratory, invitation } = useLoaderData<typeof loader>()
  const { errors = {}, values = { name: '' } } = useActionData<typeof action>() ?? {}
  return (
    <Door laboratory={laboratory}>
      {invitation === null ? <LinkClosed /> : <Join {...invitation} name={values.name} errors={errors} />}
    </Door>
  )
}
