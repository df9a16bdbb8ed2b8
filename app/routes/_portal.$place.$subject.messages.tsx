import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Messages } from '../components/screens/messages.tsx'
import { asking, found } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { messagesOf, messagesPage } from '../http/messages.server.ts'
import { keepMessageTexts } from '../use-cases/map-field.ts'
import { putBackTemplate } from '../use-cases/save-template.ts'

export const handle = { title: 'Messages' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => messagesPage(proviso, actor, args.params, new URL(args.request.url).searchParams))
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const form = await args.request.formData()
  return found(() => {
    const { subject, base } = messagesOf(proviso, actor, args.params)
    if (textOf(form, 'intent') === 'keep') {
      keepMessageTexts(proviso, actor, { subjectId: subject.id, keep: textOf(form, 'keep') === 'yes' })
    } else putBackTemplate(proviso, actor, { subjectId: subject.id, version: textOf(form, 'version') })
    return redirect(`${base}/messages`)
  })
}

export default function MessagesRoute() {
  return <Messages {...useLoaderData<typeof loader>()} />
}
