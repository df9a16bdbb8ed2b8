import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FindingPage } from '../components/screens/ruling.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { findingPage, ruleByForm } from '../http/finding-page.server.ts'
import { getRun } from '../use-cases/get-run.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { run = '', requirement = '' } = args.params
  return found(() => {
    const { subject } = getRun(proviso, actor, { runId: run })
    const back = `/scans/${run}`
    const crumbs = [
      { to: '/scans', label: 'Scans' },
      { to: back, label: `Scan of ${subject.name}` },
    ]
    return { crumbs, back, ...findingPage(proviso, actor, subject.id, requirement) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { run = '', requirement = '' } = args.params
  const { subject } = await found(() => getRun(proviso, actor, { runId: run }))
  const { values, rule } = ruleByForm(proviso, actor, subject.id, requirement, await args.request.formData())
  const { errors } = await tried(rule)
  return errors === null ? redirect(`/scans/${run}/findings/${requirement}`) : back(errors, values)
}

export default function ScanFindingRoute() {
  const { values: initial, ...page } = useLoaderData<typeof loader>()
  const { errors = {}, values = initial } = useActionData<typeof action>() ?? {}
  return <FindingPage {...page} values={values} errors={errors} />
}
