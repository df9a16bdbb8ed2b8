import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Overview } from '../components/screens/subject.tsx'
import { placeOf } from '../components/subject-kind.ts'
import { asking, found } from '../http/answer.server.ts'
import { subjectOfPath } from '../http/place.server.ts'
import { unanswered } from '../http/unanswered.server.ts'
import { may } from '../use-cases/permission.ts'
import { nextSteps } from '../views/next-steps.ts'
import { overviewOf } from '../views/overview.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const detail = await found(() => subjectOfPath(proviso, actor, args.params))
  const { subject, assessment, dataGate, agreementWord, runs } = detail
  const { id, kind, name, siteUrl, intake, dataStart } = subject
  const scanned = runs.some(({ scanner, state }) => scanner === 'site' && (state === 'done' || state === 'partial'))
  return {
    base: `/${placeOf(kind)}/${id}`,
    overview: assessment === null ? null : overviewOf(assessment.assessment),
    gate: dataGate,
    next: nextSteps({
      id,
      kind,
      name,
      siteUrl,
      agreement: kind === 'vendor' ? agreementWord : null,
      gate: dataGate,
      scanned,
      unanswered: may(actor.role, 'answer', kind) ? unanswered(proviso, actor, detail) : null,
    }),
    facts: { responsible: intake.responsible, dataStart, agreement: kind === 'vendor' ? agreementWord : null },
  }
}

export default function OverviewRoute() {
  return <Overview {...useLoaderData<typeof loader>()} />
}
