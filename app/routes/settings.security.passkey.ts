import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { asking, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { doorOf } from '../network.server.ts'
import { requireFresh } from '../session.server.ts'
import { keepPasskey, offerPasskey } from '../use-cases/passkey.ts'

const page = '/settings/security'

export async function loader(args: LoaderFunctionArgs) {
  await asking(args)
  return redirect(page)
}

/** "begin" answers with a challenge as JSON; the form that follows brings the browser's answer. */
export async function action(args: ActionFunctionArgs) {
  const { proviso, signedIn } = await asking(args)
  const form = await args.request.formData()
  const door = doorOf(args.request, args.context.clientAddress)
  requireFresh(args.request, proviso, signedIn)
  if (textOf(form, 'intent') === 'begin') {
    const { value, errors } = await tried(() => offerPasskey(proviso, door, { name: textOf(form, 'name') }))
    if (errors !== null) return Response.json({ problem: errors.name }, { status: 400 })
    return Response.json(value.options, { headers: value.headers })
  }
  const given = { name: textOf(form, 'name'), answer: textOf(form, 'answer') }
  const { errors } = await tried(() => keepPasskey(proviso, door, signedIn, given))
  if (errors === null) return redirect(page)
  return redirect(`${page}?problem=${errors.name === undefined ? 'answer' : 'name'}`)
}
