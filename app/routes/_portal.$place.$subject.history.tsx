import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { History } from '../components/screens/history.tsx'
import { asking, found } from '../http/answer.server.ts'
import { getSubject } from '../use-cases/get-subject.ts'
import { historyRows } from '../views/history.ts'

export const handle = { title: 'History' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const detail = await found(() => getSubject(proviso, actor, { subjectId: args.params.subject ?? '' }))
  return { rows: historyRows(detail) }
}

export default function HistoryRoute() {
  return <History rows={useLoaderData<typeof loader>().rows} />
}
