import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LogColumns } from '../components/screens/log-columns.tsx'
import { asking, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { logColumnsPage, mappingOf } from '../http/log-columns.server.ts'
import { explainColumns } from '../use-cases/explain-columns.ts'

export const handle = { title: 'Columns of an unknown log' }

const baseOf = ({ place, subject }: LoaderFunctionArgs['params']) => `/${place}/${subject}/opt-outs`

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const page = await found(() => logColumnsPage(proviso, actor, args.params, null))
  return page === null ? redirect(baseOf(args.params)) : { page, back: baseOf(args.params) }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const form = await args.request.formData()
  const said = await found(() => ({ file: textOf(form, 'file'), mapping: mappingOf(form) }))
  const page = await found(() => logColumnsPage(proviso, actor, args.params, said))
  if (page === null) return redirect(baseOf(args.params))
  if (textOf(form, 'intent') !== 'save') return { page, errors: {} }
  const runId = args.params.import ?? ''
  const { value, errors } = await tried(() => explainColumns(proviso, actor, { runId, ...said }))
  if (errors !== null) return data({ page, errors }, { status: 400 })
  return redirect(value.next === null ? new URL(args.request.url).pathname : baseOf(args.params))
}

export default function LogColumnsRoute() {
  const loaded = useLoaderData<typeof loader>()
  const { page = loaded.page, errors = {} } = useActionData<typeof action>() ?? {}
  return page === null ? null : <LogColumns page={page} back={loaded.back} errors={errors} />
}
