import type { LoaderFunctionArgs } from '@remix-run/node'
import { requestRedline } from '../http/agreement-request.server.ts'
import { asking, found } from '../http/answer.server.ts'

/** The agreement with the asked clauses as tracked insertions. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, signedIn } = await asking(args)
  return found(() => requestRedline(proviso, signedIn, args.params.subject ?? ''))
}
