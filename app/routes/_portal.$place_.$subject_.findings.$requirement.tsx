import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FindingPage } from '../components/screens/ruling.tsx'
import { places } from '../components/subject-kind.ts'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { findingPage, ruleByForm } from '../http/finding-page.server.ts'
import { placeOfPath, subjectOfPath } from '../http/place.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const place = placeOfPath(args.params)
  const { proviso, actor } = await asking(args)
  const { subject: subjectId = '', requirement = '' } = args.params
  return found(() => {
    const { subject } = subjectOfPath(proviso, actor, args.params)
    const base = `/${place}/${subjectId}`
    const crumbs = [
      { to: `/${place}`, label: places[place].many },
      { to: base, label: subject.name },
    ]
    const page = findingPage(proviso, actor, subjectId, requirement)
    return { ...page, crumbs, back: page.finding.checklist === 'baa' ? `${base}/agreement` : base }
  })
}

export async function action(args: ActionFunctionArgs) {
  const place = placeOfPath(args.params)
  const { proviso, actor } = await asking(args)
  const { subject = '', requirement = '' } = args.params
  await found(() => subjectOfPath(proviso, actor, args.params))
  const { values, rule } = ruleByForm(proviso, actor, subject, requirement, await args.request.formData())
  const { errors } = await tried(rule)
  return errors === null ? redirect(`/${place}/${subject}/findings/${requirement}`) : back(errors, values)
}

export default function FindingRoute() {
  const { values: initial, ...page } = useLoaderData<typeof loader>()
  const { errors = {}, values = initial } = useActionData<typeof action>() ?? {}
  return <FindingPage {...page} values={values} errors={errors} />
}
