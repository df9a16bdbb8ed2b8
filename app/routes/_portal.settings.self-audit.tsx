import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SelfAudit } from '../components/screens/self-audit.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { safeguards, selfAuditView, startSelfAudit } from '../use-cases/self-audit.ts'

export const handle = { title: 'Self-audit' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => ({ ...selfAuditView(proviso, actor), rows: safeguards(proviso, actor) }))
}

/** Begins a scan of the portal's own pages in the name of who asks. */
export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { errors } = await tried(() => startSelfAudit(proviso, actor, args.request.headers.get('cookie') ?? ''))
  return errors === null ? redirect('/settings/self-audit') : back(errors, {})
}

export default function SelfAuditRoute() {
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <SelfAudit {...useLoaderData<typeof loader>()} errors={errors} />
}
