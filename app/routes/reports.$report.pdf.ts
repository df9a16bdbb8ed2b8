import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { reportPrint } from '../http/report-file.server.ts'

/** The printed report as a download. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => reportPrint(proviso, actor, args.params.report ?? ''))
}
