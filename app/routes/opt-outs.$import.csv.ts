import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { lateContactsFile } from '../http/opt-out-export.server.ts'

/** Late contacts of an import as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => lateContactsFile(proviso, actor, args.params.import ?? ''))
}
