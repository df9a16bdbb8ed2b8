import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { optOutFile } from '../http/opt-out-export.server.ts'

/** Everything an import showed, as JSON. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => optOutFile(proviso, actor, args.params.import ?? ''))
}
