import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from 'playwright'
import { ScanProblem } from '#scanners/problem.ts'

// Playwright ships the protocol's types only through this signature.
declare const typed: CDPSession
export type Method = Parameters<CDPSession['send']>[0]
export type Params<M extends Method> = NonNullable<Parameters<typeof typed.send<M>>[1]>
export type Result<M extends Method> = Awaited<ReturnType<typeof typed.send<M>>>
/** The events this scanner listens to. */
export type EventName =
  | 'Debugger.scriptParsed'
  | 'Emulation.virtualTimeBudgetExpired'
  | 'Fetch.requestPaused'
  | 'Inspector.targetCrashed'
  | 'Network.dataReceived'
  | 'Network.eventSourceMessageReceived'
  | 'Network.loadingFailed'
  | 'Network.loadingFinished'
  | 'Network.requestServedFromCache'
  | 'Network.requestWillBeSent'
  | 'Network.requestWillBeSentExtraInfo'
  | 'Network.responseReceived'
  | 'Network.responseReceivedExtraInfo'
  | 'Network.webSocketCreated'
  | 'Network.webSocketClosed'
  | 'Network.webSocketFrameError'
  | 'Network.webSocketFrameSent'
  | 'Network.webSocketHandshakeResponseReceived'
  | 'Network.webSocketWillSendHandshakeRequest'
  | 'Network.webTransportCreated'
  | 'Page.domContentEventFired'
  | 'Page.frameNavigated'
  | 'Page.frameRequestedNavigation'
  | 'Page.javascriptDialogOpening'
  | 'Page.loadEventFired'
  | 'Runtime.bindingCalled'
  | 'Runtime.executionContextCreated'
  | 'Target.attachedToTarget'
  | 'Target.detachedFromTarget'
  | 'Target.targetCrashed'
/** The payload of an event, by name. */
export type Payload<E extends EventName> = Parameters<Parameters<typeof typed.addListener<E>>[1]>[0]

type Handler = (params: never) => void
type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

/** One attached target (or the browser itself). Events are handled in the order the browser sent them. */
export type Session = {
  id: string
  send: <M extends Method>(method: M, params?: Params<M>, timeoutMs?: number) => Promise<Result<M>>
  on: <E extends EventName>(event: E, handler: (params: Payload<E>) => void) => void
}

export type Connection = {
  root: Session
  session: (id: string) => Session
  /** Forgets a detached session: its waiting calls fail, later events are dropped. */
  forget: (id: string) => void
  closed: Promise<void>
}

const replyMs = 10_000

/** Raw protocol over the pipe of `--remote-debugging-pipe`: messages are JSON, each ended by a NUL byte. */
export function connectPipe(to: Writable, from: Readable): Connection {
  const handlers = new Map<string, Map<string, Array<Handler>>>()
  const waiting = new Map<number, Waiting & { session: string }>()
  let lastId = 0
  let parts: Array<Buffer> = []
  let ended = false

  function settle(id: number, act: (entry: Waiting) => void): void {
    const entry = waiting.get(id)
    if (entry === undefined) return
    waiting.delete(id)
    clearTimeout(entry.timer)
    act(entry)
  }

  function receive(text: string): void {
    const message = JSON.parse(text) as {
      id?: number
      method?: string
      params?: object
      result?: object
      error?: { message: string }
      sessionId?: string
    }
    if (message.id !== undefined) {
      const { error, result } = message
      settle(message.id, (entry) => {
        if (error) entry.reject(new Error(error.message))
        else entry.resolve(result as never)
      })
      return
    }
    const listeners = handlers.get(message.sessionId ?? '')?.get(message.method ?? '')
    for (const handler of listeners ?? []) handler(message.params as never)
  }

  from.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8')
      parts = []
      start = end + 1
      receive(text)
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })

  const closed = new Promise<void>((resolve) => {
    const end = () => {
      ended = true
      for (const id of [...waiting.keys()]) settle(id, (entry) => entry.reject(new ScanProblem('crashed')))
      resolve()
    }
    from.once('close', end)
    from.once('end', end)
    from.once('error', end)
    to.on('error', end)
  })

  function session(sessionId: string): Session {
    return {
      id: sessionId,
      send: (method, params, timeoutMs = replyMs) =>
        new Promise((resolve, reject) => {
          if (ended) {
            reject(new ScanProblem('crashed'))
            return
          }
          const id = ++lastId
          const timer = setTimeout(
            () => settle(id, (entry) => entry.reject(new ScanProblem('timed-out', method))),
            timeoutMs,
          )
          waiting.set(id, { resolve, reject, timer, session: sessionId })
          const address = sessionId === '' ? {} : { sessionId }
          to.write(`${JSON.stringify({ id, method, params: params ?? {}, ...address })}\0`)
        }),
      on: (event, handler) => {
        const events = handlers.get(sessionId) ?? new Map<string, Array<Handler>>()
        handlers.set(sessionId, events)
        events.set(event, [...(events.get(event) ?? []), handler as Handler])
      },
    }
  }

  return {
    root: session(''),
    session,
    forget: (id) => {
      handlers.delete(id)
      for (const [key, entry] of [...waiting]) {
        if (entry.session === id) settle(key, (call) => call.reject(new ScanProblem('crashed')))
      }
    },
    closed,
  }
}
