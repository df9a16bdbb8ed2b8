import { fetchOnce } from '../egress/fetch-text.ts'
import type { EgressPolicy } from '../egress/policy.ts'
import type { Payload, Session } from './cdp.ts'
import type { Recorder, TargetKind } from './recorder.ts'

type Paused = Payload<'Fetch.requestPaused'>

export type Guard = {
  /** Call for every session before its target runs. */
  watch: (session: Session, kind: TargetKind) => void
  /** From now on the top frame stays where it is. */
  holdPage: () => void
  /** From now on nothing the page sends leaves; harmless reads are answered by the scanner itself. */
  closeWorld: () => Promise<void>
}

type GuardTools = {
  recorder: Recorder
  policy: EgressPolicy
  userAgent: string
  /** Whether an address carries something the scanner typed. */
  carriesCanary: (url: string) => boolean
}

/** Before the first key: navigations (none but GET) and whatever may carry a body worth reading. */
const openPatterns = (['Document', 'XHR', 'Fetch', 'Ping'] as const).map((resourceType) => ({
  urlPattern: '*',
  resourceType,
}))
const readable: ReadonlySet<string> = new Set(['Script', 'Stylesheet', 'Font', 'Document'])
const fetchLimits = { maxBytes: 8 * 1024 * 1024, timeoutMs: 5_000 }
const hopByHop = /^(connection|keep-alive|transfer-encoding|content-encoding|content-length|set-cookie)$/

/**
 * Keeps the promise "never submits" below the page (security.md 6.5): a navigation or frame load that is no GET is
 * failed in every phase. In the closed world all network of the browser is cut at the proxy; a script, style, font or
 * frame whose address carries no canary is fetched by the scanner itself, without cookies, and handed to the page.
 */
export function createGuard(tools: GuardTools): Guard {
  const sessions = new Map<string, Session>()
  let held = false
  let closed = false

  function fail(session: Session, event: Paused, byScanner: boolean): void {
    if (byScanner && event.networkId !== undefined) tools.recorder.stop(session.id, event.networkId)
    // An aborted navigation leaves the page where it is; any other error would put an error page in its place.
    const errorReason = event.resourceType === 'Document' ? 'Aborted' : 'BlockedByClient'
    session.send('Fetch.failRequest', { requestId: event.requestId, errorReason }).catch(() => {})
  }

  async function answer(session: Session, event: Paused): Promise<void> {
    const { url } = event.request
    const { userAgent } = tools
    const read = await fetchOnce(url, tools.policy, { userAgent, ...fetchLimits }).catch(() => undefined)
    if (read === undefined) {
      fail(session, event, false)
      return
    }
    const responseHeaders = Object.entries(read.headers)
      .filter(([name]) => !hopByHop.test(name))
      .map(([name, value]) => ({ name, value }))
    await session
      .send('Fetch.fulfillRequest', {
        requestId: event.requestId,
        responseCode: read.status,
        responseHeaders,
        body: read.body.toString('base64'),
      })
      .catch(() => {})
  }

  function onPaused(session: Session, kind: TargetKind, topFrameId: string | undefined, event: Paused): void {
    const { request, resourceType, frameId } = event
    const isTop = kind === 'page' && resourceType === 'Document' && (topFrameId === undefined || frameId === topFrameId)
    const isRead = request.method === 'GET'
    // Here even blob bodies come with their bytes, which the network events leave out.
    const entries = request.postDataEntries ?? []
    if (event.networkId !== undefined && entries.length > 0 && entries.every(({ bytes }) => bytes !== undefined)) {
      const bytes = Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')))
      tools.recorder.supplyBody(session.id, event.networkId, bytes)
    }
    if (resourceType === 'Document' && (!isRead || (isTop && held))) {
      fail(session, event, true)
      return
    }
    if (!closed) {
      session.send('Fetch.continueRequest', { requestId: event.requestId }).catch(() => {})
      return
    }
    const allowed = isRead && readable.has(resourceType) && !tools.carriesCanary(request.url)
    if (allowed && /^https?:/.test(request.url)) void answer(session, event)
    else fail(session, event, true)
  }

  const patterns = () => (closed ? [{ urlPattern: '*' }] : openPatterns)

  return {
    watch: (session, kind) => {
      sessions.set(session.id, session)
      let topFrameId: string | undefined
      session.on('Page.frameNavigated', ({ frame }) => {
        if (frame.parentId === undefined) topFrameId = frame.id
      })
      session.on('Fetch.requestPaused', (event) => onPaused(session, kind, topFrameId, event))
      session.send('Fetch.enable', { patterns: patterns() }).catch(() => {})
    },
    holdPage: () => {
      held = true
    },
    closeWorld: async () => {
      closed = true
      held = true
      const switched = [...sessions.values()].map((session) =>
        session.send('Fetch.enable', { patterns: patterns() }, 2_000).catch(() => {}),
      )
      await Promise.all(switched)
    },
  }
}
