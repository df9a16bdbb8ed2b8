import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AgreementBatch } from '../components/screens/agreement-batch.tsx'
import { readUploads } from '../http/agreement-batch.server.ts'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { checkAgreements, checkedAgreements } from '../use-cases/check-agreements.ts'
import { demand } from '../use-cases/permission.ts'
import { batchRows, sortingOf } from '../views/agreement-batch.ts'

export const handle = { title: 'Check many agreements' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const sorting = sortingOf(new URL(args.request.url).searchParams)
  const checked = await found(() => checkedAgreements(proviso, actor))
  return {
    sorting,
    checkedAt: checked?.checkedAt ?? null,
    rows: checked === null ? [] : batchRows(checked.rows, sorting),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  // Before the files are read: who may not upload shall not make us take in 50 MB.
  await found(() => demand(actor, 'upload-agreement', 'vendor'))
  const { files, refused } = await readUploads(args.request)
  if (refused !== null) return back({ files: refused }, {})
  const { errors } = await tried(() => checkAgreements(proviso, actor, { files }, args.request.signal))
  return errors === null ? redirect('/vendors/check') : back(errors, {})
}

export default function CheckAgreementsRoute() {
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <AgreementBatch {...useLoaderData<typeof loader>()} errors={errors} />
}
