import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { reportPage } from '../http/report-file.server.ts'

/** The report as a page of its own: no script, no other host. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => reportPage(proviso, actor, args.params.report ?? ''))
}
