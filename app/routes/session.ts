import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { msLeft, requirePerson } from '../session.server.ts'
import { forgetTyped, keepTyped } from '../use-cases/keep-typed.ts'

const noStore = { headers: { 'Cache-Control': 'no-store' } }

/** How long the session has, in milliseconds. Asking does not make it longer. */
export async function loader({ request, context: { proviso, clientAddress } }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request, proviso, { clientAddress, touch: false })
  return Response.json({ endsInMs: msLeft(proviso, request, signedIn) }, noStore)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The schema behind it then names what is wrong.
    return null
  }
}

/** "stay" is a sign of life; "keep" and "forget" are of what was typed, and are none. */
export async function action({ request, context: { proviso, clientAddress } }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = textOf(form, 'intent')
  const signedIn = await requirePerson(request, proviso, { clientAddress, touch: intent === 'stay' })
  const { errors } = await tried(() => {
    if (intent === 'keep') keepTyped(proviso, signedIn.actor, readJson(textOf(form, 'typed')))
    else if (intent === 'forget') forgetTyped(proviso, signedIn.actor, textOf(form, 'path'))
  })
  if (errors !== null) return Response.json({ errors }, { status: 400, ...noStore })
  return Response.json({ endsInMs: msLeft(proviso, request, signedIn) }, noStore)
}
