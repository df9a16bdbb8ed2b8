import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MessageEditor } from '../components/screens/message-editor.tsx'
import { asking, found } from '../http/answer.server.ts'
import { editorAction } from '../http/message-editor.server.ts'
import { messagesOf } from '../http/messages.server.ts'
import { listTemplates } from '../use-cases/list-templates.ts'
import { demand } from '../use-cases/permission.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => {
    const { subject, base, crumbs } = messagesOf(proviso, actor, args.params)
    demand(actor, 'change-messages', subject.kind)
    const { mappings } = listTemplates(proviso, actor, { subjectId: subject.id })
    const mapped = mappings.map(({ name, holds }) => ({ name, holds }))
    return { title: 'Write a message', subject: subject.name, crumbs, cancel: `${base}/messages`, mapped }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'change-messages', messagesOf(proviso, actor, args.params).subject.kind))
  const form = await args.request.formData()
  return found(() => editorAction(proviso, actor, args.params, form))
}

const empty = { name: '', channel: 'sms', text: '', earlier: '' } as const

export default function NewMessageRoute() {
  const page = useLoaderData<typeof loader>()
  const { errors = {}, values = empty, checked = null } = useActionData<typeof action>() ?? {}
  return <MessageEditor {...page} values={values} errors={errors} checked={checked} />
}
