import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ScanScreen } from '../components/screens/scan.tsx'
import { placeOf } from '../components/subject-kind.ts'
import { asking, found } from '../http/answer.server.ts'
import { cancelRun } from '../use-cases/cancel-run.ts'
import { getRun, readRunEvidence } from '../use-cases/get-run.ts'
import { getSubject } from '../use-cases/get-subject.ts'
import { may } from '../use-cases/permission.ts'
import { placeOfResult, runView } from '../views/run.ts'
import { siteResults } from '../views/site.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const runId = args.params.run ?? ''
  return found(() => {
    const { run, subject } = getRun(proviso, actor, { runId })
    if (run.scanner !== 'site') throw redirect(placeOfResult(run, subject))
    const { assessment } = getSubject(proviso, actor, { subjectId: subject.id })
    const pages = readRunEvidence(proviso, actor, { runId }).filter((item) => item.kind === 'page')
    return {
      title: `Scan of ${subject.name}`,
      subject: { id: subject.id, name: subject.name, place: placeOf(subject.kind) },
      run: runView(run),
      statement: run.authority?.statement ?? null,
      results: pages.length === 0 ? null : siteResults(pages, assessment?.assessment ?? null),
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
