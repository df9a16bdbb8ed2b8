import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ImportPreview } from '../components/screens/message-import.tsx'
import { asking, found } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { previewPage } from '../http/message-import.server.ts'
import { messagesOf } from '../http/messages.server.ts'
import { confirmImport, discardImport } from '../use-cases/import-templates.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => {
    const page = previewPage(proviso, actor, args.params)
    if (page === null) throw redirect(`${messagesOf(proviso, actor, args.params).base}/messages/import`)
    return { title: 'Check what was read', ...page }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const form = await args.request.formData()
  return found(() => {
    const { subject, base } = messagesOf(proviso, actor, args.params)
    if (textOf(form, 'intent') !== 'confirm') {
      discardImport(proviso, actor, { subjectId: subject.id })
      return redirect(`${base}/messages`)
    }
    const taken = confirmImport(proviso, actor, { subjectId: subject.id })
    // Pressed twice: the first press took it in.
    if (taken === null) return redirect(`${base}/messages`)
    const { added, changed, same } = taken
    const said = `${added} new, ${changed} changed, ${same} already here`
    return redirect(`${base}/messages?imported=${encodeURIComponent(said)}`)
  })
}

export default function PreviewRoute() {
  return <ImportPreview {...useLoaderData<typeof loader>()} />
}
