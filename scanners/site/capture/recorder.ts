import { warmUpUrl } from '../egress/proxy.ts'
import type { PageRequest } from '../evidence.ts'
import type { Payload, Session } from './cdp.ts'

export type TargetKind = Exclude<PageRequest['target'], 'proxy-only'>
export type Visit = PageRequest['visit']

/** One request, redirect hop, socket or transport as the browser tried it: raw, inside the scan's process only. */
export type Captured = {
  id: string
  method: string
  url: string
  type: string
  /** Host clock in ms; the page's clock may be virtual. */
  at: number
  target: TargetKind
  visit: Visit
  /** The document or worker script that asked. */
  documentUrl: string
  frameId: string | null
  initiator: Payload<'Network.requestWillBeSent'>['initiator'] | null
  headers: Record<string, string>
  /** Cookies that would have gone along if the script asked for it; nothing tells whether it did. */
  perhapsCookies: string | null
  /** `unread` when the page sent a body the browser would not show. */
  body: Uint8Array | 'unread' | null
  /** What was sent over a socket, in order. */
  frames: Array<Uint8Array>
  status: number | null
  mimeType: string
  responseHeaders: Record<string, string>
  setCookies: Array<string>
  error: string | null
  fromCache: boolean
  stopped: boolean
  done: boolean
}

export type Recorder = {
  requests: ReadonlyArray<Captured>
  attach: (session: Session, source: { target: TargetKind; visit: Visit; url: string }) => void
  /** Host time of the last sign of network life of one visit, in ms; the other one may run beside it. */
  lastActivity: (visit: Visit) => number
  /** Requests not yet answered, sockets apart. */
  pending: () => number
  /** The request of the same target that a browser's own id names (a preflight names the one it goes before). */
  beside: (request: Captured, requestId: string) => Captured | undefined
  /** Marks requests the scanner itself failed. */
  stop: (sessionId: string, networkId: string) => void
  /** Marks a request the scanner answered from what had been loaded before: nothing of it left. */
  replay: (sessionId: string, networkId: string) => void
  /** Hands over the body of a request as the interception saw it. */
  supplyBody: (sessionId: string, networkId: string, bytes: Uint8Array) => void
  /** Hands over the cookies a stopped request would have carried; `sure` when it could not have gone without them. */
  supplyCookies: (sessionId: string, networkId: string, header: string, sure: boolean) => void
  /** Waits until every body still being fetched from the browser is there or given up. */
  bodiesRead: () => Promise<void>
  /** Address of a script that ran, by the id its session gave it. */
  scriptUrl: (sessionId: string, scriptId: string) => string | undefined
  /** Body of a response; undefined when the browser no longer holds it. */
  responseBody: (request: Captured) => Promise<Uint8Array | undefined>
}

const bodyMs = 1_500

function postBytes(request: Payload<'Network.requestWillBeSent'>['request']): Uint8Array | 'unread' | null {
  if (request.hasPostData !== true) return null
  const entries = request.postDataEntries ?? []
  // An entry without bytes is a file or blob the browser did not inline.
  if (entries.length === 0 || entries.some((entry) => entry.bytes === undefined)) return 'unread'
  return Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')))
}

/** Collects what every target of one page state sends. `onChange` hears of each new or completed request. */
export function createRecorder(onChange: (request: Captured) => void = () => {}): Recorder {
  const requests: Array<Captured> = []
  const hops = new Map<string, Array<Captured>>()
  const sessions = new Map<string, Session>()
  const sources = new Map<string, { session: string; requestId: string }>()
  const reading = new Set<Promise<void>>()
  const stopped = new Set<string>()
  const replayed = new Set<string>()
  const scripts = new Map<string, string>()
  const supplied = new Map<string, Uint8Array>()
  const activity: Partial<Record<Visit, number>> = {}

  function last(sessionId: string, requestId: string): Captured | undefined {
    return hops.get(`${sessionId}:${requestId}`)?.at(-1)
  }

  function readBody(session: Session, requestId: string, request: Captured): void {
    const read = session
      .send('Network.getRequestPostData', { requestId }, bodyMs)
      .then(({ postData, base64Encoded }) => {
        // Text with replacement marks was binary once; the interception may still bring the true bytes.
        if (request.body !== 'unread' || (!base64Encoded && postData.includes('\ufffd'))) return
        request.body = Buffer.from(postData, base64Encoded ? 'base64' : 'utf8')
        onChange(request)
      })
      // The browser holds no readable copy: the request stays marked unread, which keeps the page from "not found".
      .catch(() => {})
      .finally(() => reading.delete(read))
    reading.add(read)
  }

  function attach(session: Session, source: { target: TargetKind; visit: Visit; url: string }): void {
    const key = (requestId: string) => `${session.id}:${requestId}`
    const touch = () => {
      activity[source.visit] = Date.now()
    }
    sessions.set(session.id, session)

    function add(requestId: string, values: Partial<Captured> & Pick<Captured, 'url' | 'method' | 'type'>): Captured {
      const chain = hops.get(key(requestId)) ?? []
      const request: Captured = {
        id: `r${requests.length + 1}`,
        at: Date.now(),
        target: source.target,
        visit: source.visit,
        documentUrl: source.url,
        frameId: null,
        initiator: null,
        headers: {},
        perhapsCookies: null,
        body: null,
        frames: [],
        status: null,
        mimeType: '',
        responseHeaders: {},
        setCookies: [],
        error: null,
        fromCache: replayed.has(key(requestId)),
        stopped: stopped.has(key(requestId)),
        done: false,
        ...values,
      }
      chain.push(request)
      hops.set(key(requestId), chain)
      requests.push(request)
      sources.set(request.id, { session: session.id, requestId })
      touch()
      onChange(request)
      return request
    }

    function finish(request: Captured | undefined): void {
      touch()
      if (request === undefined) return
      request.done = true
      onChange(request)
    }

    session.on('Debugger.scriptParsed', ({ scriptId, url }) => {
      if (url !== '') scripts.set(key(scriptId), url)
    })
    session.on('Network.requestWillBeSent', (event) => {
      const before = last(session.id, event.requestId)
      if (event.redirectResponse !== undefined && before !== undefined) {
        before.status = event.redirectResponse.status
        before.responseHeaders = event.redirectResponse.headers as Record<string, string>
        finish(before)
      }
      const { url, urlFragment = '', method, headers } = event.request
      if (url.startsWith('data:') || url.startsWith(warmUpUrl)) return
      const body = supplied.get(key(event.requestId)) ?? postBytes(event.request)
      const request = add(event.requestId, {
        url: url + urlFragment,
        method,
        type: (event.type ?? 'Other').toLowerCase(),
        documentUrl: source.target === 'page' || source.target === 'iframe' ? event.documentURL : source.url,
        frameId: event.frameId ?? null,
        initiator: event.initiator,
        headers: headers as Record<string, string>,
        body,
      })
      if (body === 'unread') readBody(session, event.requestId, request)
    })
    // Headers as they really leave, cookies among them; for redirects they arrive hop by hop in order.
    session.on('Network.requestWillBeSentExtraInfo', (event) => {
      const chain = hops.get(key(event.requestId)) ?? []
      const request = chain.findLast((hop) => hop.headers.cookie === undefined && hop.headers.Cookie === undefined)
      if (request !== undefined) Object.assign(request.headers, event.headers)
    })
    session.on('Network.responseReceived', (event) => {
      const request = last(session.id, event.requestId)
      if (request === undefined) return
      request.status = event.response.status
      request.mimeType = event.response.mimeType
      Object.assign(request.responseHeaders, event.response.headers)
      request.fromCache ||= event.response.fromDiskCache === true
      if (event.type !== undefined && request.type === 'other') request.type = event.type.toLowerCase()
      touch()
      onChange(request)
    })
    session.on('Network.responseReceivedExtraInfo', (event) => {
      const chain = hops.get(key(event.requestId)) ?? []
      const request = chain.findLast((hop) => hop.status === null || hop.status === event.statusCode) ?? chain.at(-1)
      if (request === undefined) return
      request.status ??= event.statusCode
      for (const [name, value] of Object.entries(event.headers as Record<string, string>)) {
        request.responseHeaders[name.toLowerCase()] = value
        // Several cookies of one answer come joined by newlines.
        if (name.toLowerCase() === 'set-cookie') request.setCookies.push(...value.split('\n'))
      }
    })
    session.on('Network.requestServedFromCache', (event) => {
      const request = last(session.id, event.requestId)
      if (request !== undefined) request.fromCache = true
    })
    session.on('Network.dataReceived', touch)
    session.on('Network.loadingFinished', (event) => finish(last(session.id, event.requestId)))
    session.on('Network.loadingFailed', (event) => {
      const request = last(session.id, event.requestId)
      if (request !== undefined) request.error = event.blockedReason ?? event.errorText
      finish(request)
    })

    session.on('Network.webSocketCreated', (event) => {
      const initiator = event.initiator ?? null
      add(event.requestId, { url: event.url, method: 'GET', type: 'websocket', initiator, done: true })
    })
    session.on('Network.webSocketWillSendHandshakeRequest', (event) => {
      const request = last(session.id, event.requestId)
      if (request !== undefined) Object.assign(request.headers, event.request.headers)
    })
    session.on('Network.webSocketHandshakeResponseReceived', (event) => {
      const request = last(session.id, event.requestId)
      if (request !== undefined) request.status = event.response.status
    })
    session.on('Network.webSocketFrameSent', (event) => {
      const request = last(session.id, event.requestId)
      if (request === undefined) return
      const { opcode, payloadData } = event.response
      request.frames.push(Buffer.from(payloadData, opcode === 1 ? 'utf8' : 'base64'))
      touch()
      onChange(request)
    })
    session.on('Network.webSocketFrameError', (event) => {
      const request = last(session.id, event.requestId)
      if (request !== undefined) request.error = event.errorMessage
    })
    session.on('Network.webTransportCreated', (event) => {
      const initiator = event.initiator ?? null
      add(event.transportId, { url: event.url, method: 'CONNECT', type: 'webtransport', initiator, done: true })
    })
  }

  return {
    requests,
    attach,
    lastActivity: (visit) => activity[visit] ?? 0,
    pending: () => requests.filter((request) => !request.done && request.type !== 'eventsource').length,
    beside: (request, requestId) => last(sources.get(request.id)?.session ?? '', requestId),
    stop: (sessionId, networkId) => {
      stopped.add(`${sessionId}:${networkId}`)
      const request = last(sessionId, networkId)
      if (request === undefined) return
      request.stopped = true
      onChange(request)
    },
    replay: (sessionId, networkId) => {
      replayed.add(`${sessionId}:${networkId}`)
      const request = last(sessionId, networkId)
      if (request !== undefined) request.fromCache = true
    },
    supplyBody: (sessionId, networkId, bytes) => {
      const key = `${sessionId}:${networkId}`
      const request = hops.get(key)?.at(-1)
      // The interception may speak before the network event does.
      if (request === undefined) supplied.set(key, bytes)
      else {
        request.body = bytes
        onChange(request)
      }
    },
    supplyCookies: (sessionId, networkId, header, sure) => {
      const request = last(sessionId, networkId)
      if (request === undefined) return
      if (!sure) request.perhapsCookies = header
      else if (request.headers.cookie === undefined && request.headers.Cookie === undefined)
        request.headers.cookie = header
    },
    bodiesRead: async () => {
      await Promise.allSettled([...reading])
    },
    scriptUrl: (sessionId, scriptId) => scripts.get(`${sessionId}:${scriptId}`),
    responseBody: async (request) => {
      const source = sources.get(request.id)
      const session = source === undefined ? undefined : sessions.get(source.session)
      if (source === undefined || session === undefined) return undefined
      const answer = await session
        .send('Network.getResponseBody', { requestId: source.requestId }, bodyMs)
        .catch(() => undefined)
      if (answer === undefined) return undefined
      return Buffer.from(answer.body, answer.base64Encoded ? 'base64' : 'utf8')
    },
  }
}
