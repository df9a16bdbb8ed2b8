import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OptOutsScreen } from '../components/screens/opt-outs.tsx'
import { asking, found } from '../http/answer.server.ts'
import { optOutsAction } from '../http/opt-outs-form.server.ts'
import { optOutsPage } from '../http/opt-outs-page.server.ts'
import { subjectOfPath } from '../http/place.server.ts'

export const handle = { title: 'Opt-outs' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => optOutsPage(proviso, actor, args.params, new URL(args.request.url).searchParams))
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { params, request } = args
  const { subject } = await found(() => subjectOfPath(proviso, actor, params))
  const runId = new URL(request.url).searchParams.get('import')
  const base = `/${params.place}/${subject.id}/opt-outs`
  return optOutsAction(request, { proviso, actor, subjectId: subject.id, base, runId })
}

export default function OptOutsRoute() {
  const { values: initial, ...page } = useLoaderData<typeof loader>()
  const { errors = {}, values = initial } = useActionData<typeof action>() ?? {}
  return <OptOutsScreen {...page} values={values} errors={errors} />
}
