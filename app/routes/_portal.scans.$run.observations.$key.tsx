import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ObservationScreen } from '../components/screens/observation.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { observationDoor, observationPage, observationWork } from '../http/observation-page.server.ts'

const whichOf = ({ run = '', key = '' }: LoaderFunctionArgs['params']) => ({ runId: run, key })

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => observationPage(proviso, actor, whichOf(args.params)))
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const which = whichOf(args.params)
  await found(() => observationDoor(proviso, actor, which))
  const { values, work } = observationWork(proviso, actor, which, await args.request.formData())
  const { errors } = await tried(work)
  return errors === null ? redirect(`/scans/${which.runId}/observations/${which.key}`) : back(errors, values)
}

export default function ObservationRoute() {
  const { values: initial, ...page } = useLoaderData<typeof loader>()
  const { errors = {}, values = initial } = useActionData<typeof action>() ?? {}
  return <ObservationScreen {...page} values={values} errors={errors} />
}
