import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { emptyImport } from '../components/screens/message-import.tsx'
import { MessagesSent } from '../components/screens/message-sent.tsx'
import { asking, back, found } from '../http/answer.server.ts'
import { takeImport } from '../http/message-import.server.ts'
import { messagesOf } from '../http/messages.server.ts'
import { checkSent, listSent } from '../use-cases/check-sent.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => {
    const { subject, crumbs, mayChange } = messagesOf(proviso, actor, args.params)
    const sent = listSent(proviso, actor, { subjectId: subject.id })
    return { title: 'Compare with what was sent', subject: subject.name, crumbs, mayChange, sent }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { subject, base } = await found(() => messagesOf(proviso, actor, args.params))
  const refused = await found(() => takeImport(proviso, actor, subject.id, args.request, checkSent))
  return refused === null ? redirect(`${base}/messages/sent`) : back(refused.errors, refused.values)
}

export default function SentRoute() {
  const page = useLoaderData<typeof loader>()
  const { errors = {}, values = emptyImport } = useActionData<typeof action>() ?? {}
  // What was compared leaves an empty form.
  return <MessagesSent key={page.sent?.at} {...page} values={values} errors={errors} />
}
