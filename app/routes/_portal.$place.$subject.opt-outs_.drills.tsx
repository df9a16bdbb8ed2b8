import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Drills } from '../components/screens/drills.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { drillOf, drillsPage } from '../http/drills.server.ts'
import { textOf } from '../http/form.server.ts'
import { subjectOfPath } from '../http/place.server.ts'
import { cancelRun } from '../use-cases/cancel-run.ts'
import { demandLogImport } from '../use-cases/import-logs.ts'
import { startDrill } from '../use-cases/start-drill.ts'

export const handle = { title: 'Drills' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => drillsPage(proviso, actor, args.params))
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { subject } = await found(() => subjectOfPath(proviso, actor, args.params))
  await found(() => demandLogImport(proviso, actor, subject.id))
  const form = await args.request.formData()
  const here = new URL(args.request.url).pathname
  if (textOf(form, 'intent') === 'cancel') {
    await found(() => cancelRun(proviso, actor, { runId: textOf(form, 'run') }))
    return redirect(here)
  }
  const { asked, values } = drillOf(subject.id, form)
  const { errors } = await tried(() => startDrill(proviso, actor, asked))
  return errors === null ? redirect(here) : back(errors, values)
}

export default function DrillsRoute() {
  const { values: initial, ...page } = useLoaderData<typeof loader>()
  const { errors = {}, values = initial } = useActionData<typeof action>() ?? {}
  return <Drills {...page} values={values} errors={errors} />
}
