import type { Proviso } from '../proviso.server.ts'
import { isEnded } from '../queue/queue.ts'
import type { PersonActor } from '../session.server.ts'
import { getRun, watchRun } from '../use-cases/get-run.ts'
import { runView } from '../views/run.ts'

/** A polite update at most this often (WCAG 4.1.3: a reader must be able to follow). */
const everyMs = 2_000

/** The state of a run as an event stream. Closes with the run, with the visitor, and after a quiet hour. */
export function runEvents(proviso: Proviso, actor: PersonActor, runId: string, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (event: string, data: unknown) =>
        controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
      let sent = ''
      function tell() {
        const { state, stage, done, total } = runView(getRun(proviso, actor, { runId }).run)
        const step = JSON.stringify({ state, stage, done, total })
        if (step !== sent) send('step', { state, stage, done, total })
        sent = step
        if (!isEnded(state)) return
        send('end', { state })
        stop()
      }
      const timer = setInterval(tell, everyMs)
      const unwatch = watchRun(proviso, actor, { runId }, ({ state }) => isEnded(state) && tell())
      stop = () => {
        clearInterval(timer)
        unwatch()
        signal.removeEventListener('abort', stop)
        controller.close()
        stop = () => {}
      }
      signal.addEventListener('abort', stop)
      tell()
    },
    cancel: () => stop(),
  })
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' } })
}
