import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ScanProblem } from '#scanners/problem.ts'
import { DataSync } from '../components/screens/data-sync.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { readUpload, textOf } from '../http/form.server.ts'
import { messagesOf } from '../http/messages.server.ts'
import { importFields, listFeeds, removeFeed } from '../use-cases/import-fields.ts'
import { maxImportBytes } from '../use-cases/import-templates.ts'
import { feedView } from '../views/feed.ts'
import { problemView } from '../views/finding.ts'

export const handle = { title: 'Data sync' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => {
    const { subject, mayChange } = messagesOf(proviso, actor, args.params)
    const feeds = listFeeds(proviso, actor, { subjectId: subject.id })
    return { mayChange, feeds: feeds.flatMap(({ lists }) => feedView(lists) ?? []) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { subject, base } = await found(() => messagesOf(proviso, actor, args.params))
  const { form, file, tooLarge } = await readUpload(args.request, maxImportBytes)
  const values = { text: textOf(form, 'text'), system: textOf(form, 'system') }
  const { system } = values
  if (textOf(form, 'intent') === 'remove') {
    await found(() => removeFeed(proviso, actor, { subjectId: subject.id, system }))
    return redirect(`${base}/data-sync`)
  }
  try {
    if (tooLarge) throw new ScanProblem('too-large', 'files up to 25 MB are read')
    const source = file ?? { text: values.text }
    const { errors } = await found(() =>
      tried(() => importFields(proviso, actor, { subjectId: subject.id, source, system })),
    )
    return errors === null ? redirect(`${base}/data-sync`) : back(errors, values)
  } catch (error) {
    if (!(error instanceof ScanProblem)) throw error
    const { says, hint } = problemView(error.code, null)
    const detail = error.detail === undefined ? '' : ` (${error.detail})`
    return back({ [file === null ? 'text' : 'file']: `${says.replace(/\.$/, '')}${detail}. ${hint}` }, values)
  }
}

export default function DataSyncRoute() {
  const page = useLoaderData<typeof loader>()
  const { errors = {}, values = { text: '', system: '' } } = useActionData<typeof action>() ?? {}
  return <DataSync {...page} values={values} errors={errors} />
}
