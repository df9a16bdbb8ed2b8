import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Message } from '../components/screens/message.tsx'
import { asking, found } from '../http/answer.server.ts'
import { changeMessage, messagePage } from '../http/message-page.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => messagePage(proviso, actor, args.params))
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const form = await args.request.formData()
  return redirect(await found(() => changeMessage(proviso, actor, args.params, form)))
}

export default function MessageRoute() {
  return <Message {...useLoaderData<typeof loader>()} />
}
