import { Writable } from 'node:stream'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { DocumentContext } from './components/document-context.ts'
import { errorWords } from './components/screens/error-page.tsx'
import { nameOfError } from './log.server.ts'

/** A page that has not finished by then is cut off. */
const renderTimeoutMs = 10_000

/** A form that came back carries `errors`; the title then starts with "Error: ". */
function cameBack({ staticHandlerContext: { actionData } }: EntryContext): boolean {
  return Object.values(actionData ?? {}).some(
    (data: unknown) => Object.keys((data as { errors?: object } | null)?.errors ?? {}).length > 0,
  )
}

function failed({ staticHandlerContext: { errors } }: EntryContext): string | null {
  const [error] = Object.values(errors ?? {})
  return error === undefined ? null : errorWords(error).title
}

/**
 * Renders the whole page, then sends it: every loader has answered by then, so nothing is gained by streaming, and the
 * module preloads that Remix writes without a nonce can be given one.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce, proviso }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let code = status
    const parts: Array<Buffer> = []
    const body = new Writable({
      write(part: Buffer, _encoding, done) {
        parts.push(part)
        done()
      },
      final(done) {
        clearTimeout(timer)
        const preload = '<link rel="modulepreload"'
        const html = Buffer.concat(parts).toString('utf8')
        headers.set('Content-Type', 'text/html; charset=utf-8')
        headers.set('Cache-Control', 'no-store')
        resolve(new Response(html.replaceAll(preload, `${preload} nonce="${cspNonce}"`), { headers, status: code }))
        done()
      },
    })
    const { pipe, abort } = renderToPipeableStream(
      <DocumentContext.Provider
        value={{ nonce: cspNonce, errors: cameBack(remixContext), failed: failed(remixContext) }}
      >
        <RemixServer context={remixContext} url={request.url} nonce={cspNonce} />
      </DocumentContext.Provider>,
      {
        nonce: cspNonce,
        onAllReady: () => pipe(body),
        onShellError: reject,
        onError(error) {
          code = 500
          proviso.log.error('render-failed', { error: nameOfError(error) })
        },
      },
    )
    const timer = setTimeout(abort, renderTimeoutMs)
  })
}

/** Bugs only: what the world did wrong was answered by the routes. Ids and names go to the log, never inputs. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  context.proviso.log.error('request-failed', { error: nameOfError(error) })
}
