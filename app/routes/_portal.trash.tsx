import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Trash } from '../components/screens/trash.tsx'
import { placeOf } from '../components/subject-kind.ts'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { demand } from '../use-cases/permission.ts'
import { listTrash, putBack } from '../use-cases/trash.ts'

export const handle = { title: 'Removed' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const rows = await found(() => listTrash(proviso, actor))
  return { rows: rows.map(({ id, name, kind, removedAt }) => ({ id, name, kind, removedAt: removedAt ?? '' })) }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'change-subject'))
  const subjectId = textOf(await args.request.formData(), 'subject')
  const { value, errors } = await tried(() => putBack(proviso, actor, { subjectId }))
  return errors === null ? redirect(`/${placeOf(value.kind)}/${value.id}`) : back(errors, {})
}

export default function TrashRoute() {
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <Trash {...useLoaderData<typeof loader>()} errors={errors} />
}
