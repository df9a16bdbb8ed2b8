import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHeader } from '../components/page.tsx'
import { emptyImport, MessageImport } from '../components/screens/message-import.tsx'
import { asking, back, found } from '../http/answer.server.ts'
import { takeImport } from '../http/message-import.server.ts'
import { messagesOf } from '../http/messages.server.ts'
import { readImport } from '../use-cases/import-templates.ts'
import { demand } from '../use-cases/permission.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => {
    const { subject, crumbs } = messagesOf(proviso, actor, args.params)
    demand(actor, 'change-messages', subject.kind)
    return { title: 'Import messages', subject: subject.name, crumbs }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { subject, base } = await found(() => messagesOf(proviso, actor, args.params))
  const refused = await found(() => takeImport(proviso, actor, subject.id, args.request, readImport))
  return refused === null ? redirect(`${base}/messages/import/preview`) : back(refused.errors, refused.values)
}

export default function ImportRoute() {
  const { subject, crumbs } = useLoaderData<typeof loader>()
  const { errors = {}, values = emptyImport } = useActionData<typeof action>() ?? {}
  return (
    <>
      <PageHeader title="Import messages" kicker={subject} crumbs={crumbs}>
        <p>Next you see what was read, with its verdict. Nothing is taken in before you say so.</p>
      </PageHeader>
      <MessageImport go="Show what is in it" values={values} errors={errors} />
    </>
  )
}
