import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { History } from '../components/screens/history.tsx'
import { asking, found } from '../http/answer.server.ts'
import { subjectOfPath } from '../http/place.server.ts'
import { historyRows } from '../views/history.ts'

export const handle = { title: 'History' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const detail = await found(() => subjectOfPath(proviso, actor, args.params))
  return { rows: historyRows(detail) }
}

export default function HistoryRoute() {
  return <History rows={useLoaderData<typeof loader>().rows} />
}
