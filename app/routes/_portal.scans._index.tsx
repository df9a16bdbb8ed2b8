import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Scans } from '../components/screens/scans.tsx'
import { asking, found } from '../http/answer.server.ts'
import { listRuns } from '../use-cases/list-runs.ts'
import { may } from '../use-cases/permission.ts'
import { runItem } from '../views/run.ts'

export const handle = { title: 'Scans' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => ({
    runs: listRuns(proviso, actor, { limit: 100 }).map(runItem),
    mayScan: may(actor.role, 'scan'),
  }))
}

export default function ScansRoute() {
  return <Scans {...useLoaderData<typeof loader>()} />
}
