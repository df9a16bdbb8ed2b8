import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ScanScreen } from '../components/screens/scan.tsx'
import { placeOf } from '../components/subject-kind.ts'
import { asking, found } from '../http/answer.server.ts'
import { scanResults } from '../http/scan-results.server.ts'
import { cancelRun } from '../use-cases/cancel-run.ts'
import { getRun } from '../use-cases/get-run.ts'
import { may } from '../use-cases/permission.ts'
import { placeOfResult, runView } from '../views/run.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const runId = args.params.run ?? ''
  return found(() => {
    const { run, subject } = getRun(proviso, actor, { runId })
    if (run.scanner !== 'site') throw redirect(placeOfResult(run, subject))
    const show = new URL(args.request.url).searchParams.get('show') ?? ''
    return {
      title: `Scan of ${subject.name}`,
      subject: { id: subject.id, name: subject.name, place: placeOf(subject.kind) },
      run: runView(run),
      statement: run.authority?.statement ?? null,
      ...scanResults(proviso, actor, runId, show),
      mayCancel: may(actor.role, 'scan', subject.kind),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const runId = args.params.run ?? ''
  await found(() => cancelRun(proviso, actor, { runId }))
  return redirect(`/scans/${runId}`)
}

export default function ScanRoute() {
  return <ScanScreen {...useLoaderData<typeof loader>()} />
}
