import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MessageEditor } from '../components/screens/message-editor.tsx'
import { asking, found } from '../http/answer.server.ts'
import { editorAction } from '../http/message-editor.server.ts'
import { messageOf } from '../http/message-page.server.ts'
import { demand } from '../use-cases/permission.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => {
    const { subject, base, crumbs, template, mappings } = messageOf(proviso, actor, args.params)
    demand(actor, 'change-messages', subject.kind)
    const { name, channel, text } = template.evidence
    return {
      title: `Change ${name}`,
      subject: subject.name,
      crumbs,
      cancel: `${base}/messages/${template.row.series}`,
      mapped: mappings.map(({ name: field, holds }) => ({ name: field, holds })),
      values: { name, channel, text: text ?? '', earlier: template.row.id },
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'change-messages', messageOf(proviso, actor, args.params).subject.kind))
  const form = await args.request.formData()
  return found(() => editorAction(proviso, actor, args.params, form))
}

export default function EditMessageRoute() {
  const { values: kept, ...page } = useLoaderData<typeof loader>()
  const { errors = {}, values = kept, checked = null } = useActionData<typeof action>() ?? {}
  return <MessageEditor {...page} values={values} errors={errors} checked={checked} />
}
