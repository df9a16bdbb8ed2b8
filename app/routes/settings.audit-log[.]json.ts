import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { attachment } from '../http/attachment.server.ts'
import { auditQuery } from '../http/audit-query.server.ts'
import { auditJson } from '../report/audit-export.ts'
import { requireFresh } from '../session.server.ts'
import { exportAuditEvents } from '../use-cases/list-audit-events.ts'
import { demand } from '../use-cases/permission.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  await found(() => demand(actor, 'read-audit'))
  requireFresh(args.request, proviso, signedIn)
  const { filter } = auditQuery(new URL(args.request.url).searchParams)
  const { events, brokenAt, checkpoint } = await found(() => exportAuditEvents(proviso, actor, 'json', filter))
  const text = auditJson(events, brokenAt, checkpoint, proviso.chains.signer.publicKey)
  return attachment(text, 'application/json; charset=utf-8', 'audit-log.json')
}
