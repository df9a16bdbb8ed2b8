import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Backups } from '../components/screens/backups.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { backUpNow, backupView, drillNewest } from '../use-cases/backups.ts'
import { demand } from '../use-cases/permission.ts'

export const handle = { title: 'Backup' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const done = new URL(args.request.url).searchParams.get('done')
  return found(() => backupView(proviso, actor, done))
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'move-organisation'))
  const intent = textOf(await args.request.formData(), 'intent')
  if (intent !== 'make' && intent !== 'drill') throw new Response('This form is not known.', { status: 400 })
  const { errors } = await tried<unknown>(() =>
    intent === 'make' ? backUpNow(proviso, actor) : drillNewest(proviso, actor),
  )
  return errors === null ? redirect(`/settings/backup?done=${intent}`) : back(errors, {})
}

export default function BackupRoute() {
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <Backups {...useLoaderData<typeof loader>()} errors={errors} />
}
