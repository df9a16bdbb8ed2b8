import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { attachment } from '../http/attachment.server.ts'
import { auditQuery } from '../http/audit-query.server.ts'
import { auditJson } from '../report/audit-export.ts'
import { exportAuditEvents } from '../use-cases/list-audit-events.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { filter } = auditQuery(new URL(args.request.url).searchParams)
  const { events, brokenAt } = await found(() => exportAuditEvents(proviso, actor, 'json', filter))
  return attachment(auditJson(events, brokenAt), 'application/json; charset=utf-8', 'audit-log.json')
}
