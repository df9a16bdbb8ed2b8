import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { attachment } from '../http/attachment.server.ts'
import { agreementCalendar } from '../report/agreement-inventory.ts'
import { listEndDates } from '../use-cases/list-ending.ts'
import { recordAccess } from '../use-cases/record-access.ts'

/** The last days of all agreements as a calendar with alarms 60, 30 and 7 days before and on the day. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const rows = await found(() => listEndDates(proviso, actor))
  const { organisationId: id } = actor
  recordAccess(proviso, actor, { action: 'agreements.exported', kind: 'organisation', id, how: 'ics' })
  return attachment(agreementCalendar(rows), 'text/calendar; charset=utf-8', 'agreements.ics')
}
