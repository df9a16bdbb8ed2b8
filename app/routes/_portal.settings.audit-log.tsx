import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AuditLog } from '../components/screens/audit-log.tsx'
import { asking, found, tried } from '../http/answer.server.ts'
import { auditQuery } from '../http/audit-query.server.ts'
import { textOf } from '../http/form.server.ts'
import { changeFilters } from '../http/saved-filters.server.ts'
import { auditFilter, auditNames, checkAuditLog, listAuditEvents } from '../use-cases/list-audit-events.ts'
import { demand } from '../use-cases/permission.ts'
import { listSavedFilters } from '../use-cases/saved-filters.ts'
import { actionWords, auditRow } from '../views/audit-row.ts'

export const handle = { title: 'Audit log' }

const pageSize = 100

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const query = new URL(args.request.url).searchParams
  const { values, filter, search } = auditQuery(query)
  const { actions, objects, actors } = await found(() => auditFilter(proviso, actor))
  const before = query.get('before') ?? undefined
  const { value, errors } = await tried(() => listAuditEvents(proviso, actor, { ...filter, before, limit: pageSize }))
  const events = value?.events ?? []
  const names = auditNames(proviso, actor, events, actors)
  const look = value?.look ?? proviso.chains.look(actor.organisationId)
  const last = events.at(-1)
  const next = new URLSearchParams(search)
  next.set('before', String(last?.seq ?? 0))
  return {
    rows: events.map((event) => auditRow(event, names)),
    chain: {
      brokenAt: value?.brokenAt ?? look.brokenAt,
      to: look.to,
      whole: look.whole,
      checkpoint: look.checkpoint,
      publicKey: proviso.chains.signer.publicKey,
    },
    people: actors.map((id) => ({ value: id, label: names.get(id) ?? id })),
    actions: actions.map((action) => ({ value: action, label: actionWords(action) })),
    objects: objects.map((kind) => ({ value: kind, label: actionWords(kind) })),
    values,
    filters: listSavedFilters(proviso, actor, 'audit-log'),
    errors: errors ?? {},
    search,
    older: last !== undefined && last.seq > 1 && events.length === pageSize ? `/settings/audit-log?${next}` : null,
  }
}

/** Checks the whole log at somebody's word; keeps a filter or removes one. */
export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'read-audit'))
  const form = await args.request.formData()
  if (textOf(form, 'intent') !== 'check') return changeFilters(proviso, actor, form, 'audit-log', '/settings/audit-log')
  await found(() => checkAuditLog(proviso, actor))
  return redirect('/settings/audit-log')
}

export default function AuditLogRoute() {
  const { errors = {} } = useActionData<typeof action>() ?? {}
  const page = useLoaderData<typeof loader>()
  return <AuditLog {...page} errors={{ ...page.errors, ...errors }} />
}
