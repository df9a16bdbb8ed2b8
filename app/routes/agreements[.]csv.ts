import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { attachment } from '../http/attachment.server.ts'
import { inventoryCsv } from '../report/agreement-inventory.ts'
import { listAgreements } from '../use-cases/list-agreements.ts'
import { recordAccess } from '../use-cases/record-access.ts'

/** The agreement inventory as a table: every vendor, also those without an agreement. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const rows = await found(() => listAgreements(proviso, actor))
  const { organisationId: id } = actor
  recordAccess(proviso, actor, { action: 'agreements.exported', kind: 'organisation', id, how: 'csv' })
  // The mark at the front tells spreadsheets that the text is UTF-8.
  return attachment(`\uFEFF${inventoryCsv(rows)}`, 'text/csv; charset=utf-8', 'agreements.csv')
}
