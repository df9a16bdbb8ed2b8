import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { runEvents } from '../http/run-events.server.ts'
import { getRun } from '../use-cases/get-run.ts'

/** Server-sent events of one run: words and counts, never evidence. Ends with the run. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const runId = args.params.run ?? ''
  await found(() => getRun(proviso, actor, { runId }))
  return runEvents(proviso, actor, runId, args.request.signal)
}
