import { PassThrough } from 'node:stream'
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { DocumentContext } from './components/document-context.ts'
import { nameOfError } from './log.server.ts'

/** A page that has not finished by then is cut off. */
const renderTimeoutMs = 10_000

/** A form that came back carries `errors`; the title then starts with "Error: ". */
function cameBack({ staticHandlerContext: { actionData } }: EntryContext): boolean {
  return Object.values(actionData ?? {}).some(
    (data: unknown) => Object.keys((data as { errors?: object } | null)?.errors ?? {}).length > 0,
  )
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce, proviso }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let code = status
    let timer: NodeJS.Timeout | undefined
    function answer(pipe: (to: PassThrough) => void) {
      const body = new PassThrough()
      body.once('close', () => clearTimeout(timer))
      headers.set('Content-Type', 'text/html; charset=utf-8')
      headers.set('Cache-Control', 'no-store')
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
      pipe(body)
    }
    const whole = isbot(request.headers.get('user-agent')) || remixContext.isSpaMode
    const { pipe, abort } = renderToPipeableStream(
      <DocumentContext.Provider value={{ nonce: cspNonce, errors: cameBack(remixContext) }}>
        <RemixServer context={remixContext} url={request.url} nonce={cspNonce} />
      </DocumentContext.Provider>,
      {
        nonce: cspNonce,
        onShellReady: () => whole || answer(pipe),
        onAllReady: () => whole && answer(pipe),
        onShellError: reject,
        onError(error) {
          code = 500
          proviso.log.error('render-failed', { error: nameOfError(error) })
        },
      },
    )
    timer = setTimeout(abort, renderTimeoutMs)
  })
}

/** Bugs only: what the world did wrong was answered by the routes. Ids and names go to the log, never inputs. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  context.proviso.log.error('request-failed', { error: nameOfError(error) })
}
