import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { doorOf } from '../network.server.ts'
import { safePath } from '../session.server.ts'
import { askPasskey, enterByPasskey } from '../use-cases/passkey.ts'

export const loader = () => redirect('/sign-in')

/** "begin" answers with a challenge as JSON; the form that follows brings the browser's answer. */
export async function action({ request, context: { proviso, clientAddress } }: ActionFunctionArgs) {
  const form = await request.formData()
  const door = doorOf(request, clientAddress)
  if (textOf(form, 'intent') === 'begin') {
    const { options, headers } = await askPasskey(proviso, door)
    return Response.json(options, { headers })
  }
  const to = safePath(textOf(form, 'to'))
  const { value, errors } = await tried(() => enterByPasskey(proviso, door, { answer: textOf(form, 'answer') }))
  return errors === null
    ? redirect(to, { headers: value.headers })
    : redirect(`/sign-in?refused&to=${encodeURIComponent(to)}`)
}
