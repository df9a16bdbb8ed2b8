import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { scanExport } from '../http/scan-export.server.ts'

/** What a scan saw and what it means, as a file to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { run = '', format = '' } = args.params
  return found(() => scanExport(proviso, actor, run, format))
}
