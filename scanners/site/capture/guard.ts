import { partyOf } from '../party.ts'
import type { Payload, Session } from './cdp.ts'
import type { PageStore } from './page-store.ts'
import type { Recorder, TargetKind } from './recorder.ts'

type Paused = Payload<'Fetch.requestPaused'>

export type Guard = {
  /** Call for every session before its target runs. */
  watch: (session: Session, kind: TargetKind) => void
  /** From now on the top frame stays where it is. */
  holdPage: () => void
  /** A scripted way to a form: pages may change and ask their own host, but nothing but reads goes out to it. */
  walk: () => Promise<void>
  /** Why a way was cut short since this was asked last; null when none was. */
  turnedBack: () => string | null
  /** While fields are touched but nothing is typed: only reads go out, so that a touch saves and submits nothing. */
  onlyReads: () => Promise<void>
  /** From now on nothing leaves, and the page gets only what the store held before. */
  closeWorld: () => Promise<void>
}

type GuardTools = {
  recorder: Recorder
  store: PageStore
  pageUrl: string
  /** Why a journey may not lead the page to an address; null when it may. */
  refusal: (url: string) => string | null
}

/** Before the first key: navigations (none but GET) and whatever may carry a body worth reading. */
const openPatterns = (['Document', 'XHR', 'Fetch', 'Ping'] as const).map((resourceType) => ({
  urlPattern: '*',
  resourceType,
}))
const jarMs = 1_000
/** Parts of a page, as against questions it asks: only these are answered from the store. */
const parts: ReadonlySet<string> = new Set(['Script', 'Stylesheet', 'Font', 'Document', 'Other'])

/**
 * Keeps the promise "never submits" below the page (security.md 6.5): a navigation or frame load that is no GET is
 * failed in every phase. In the closed world the proxy lets no byte of the browser out, and the scanner asks nobody in
 * its place: an address made after the first key may itself be made of keys, whatever it looks like.
 */
export function createGuard(tools: GuardTools): Guard {
  const { recorder, store } = tools
  const sessions = new Map<string, Session>()
  let held = false
  let phase: 'open' | 'walk' | 'reads' | 'closed' = 'open'
  let closedAt = 0
  let turned: string | null = null
  // Workers have no jar of their own to ask; the tab's is that of the whole context.
  let tab: Session | undefined

  /**
   * A request stopped here never gets the cookies it would have carried: the jar is asked, before it changes again. A
   * script's own call takes cookies to another origin only if it says so, which nothing tells: those are `perhaps`.
   */
  async function failWithJar(session: Session, event: Paused): Promise<void> {
    const { url } = event.request
    const answer = await (tab ?? session).send('Network.getCookies', { urls: [url] }, jarMs).catch(() => undefined)
    const isSameSite = partyOf(url) === partyOf(tools.pageUrl)
    const sent = (answer?.cookies ?? []).filter(({ sameSite }) => isSameSite || sameSite === 'None')
    const header = sent.map(({ name, value }) => `${name}=${value}`).join('; ')
    const isOwn = URL.canParse(url) && new URL(url).origin === new URL(tools.pageUrl).origin
    const sure = isOwn || !/^(?:XHR|Fetch|EventSource|Font)$/.test(event.resourceType)
    if (event.networkId !== undefined && header !== '')
      recorder.supplyCookies(session.id, event.networkId, header, sure)
    fail(session, event)
  }

  function fail(session: Session, event: Paused): void {
    if (event.networkId !== undefined) recorder.stop(session.id, event.networkId)
    // An aborted navigation leaves the page where it is; any other error would put an error page in its place.
    const errorReason = event.resourceType === 'Document' ? 'Aborted' : 'BlockedByClient'
    session.send('Fetch.failRequest', { requestId: event.requestId, errorReason }).catch(() => {})
  }

  async function answer(session: Session, event: Paused): Promise<void> {
    const stored = await store.find(event.request.url, closedAt)
    if (stored === undefined) {
      await failWithJar(session, event)
      return
    }
    if (event.networkId !== undefined) recorder.replay(session.id, event.networkId)
    await session
      .send('Fetch.fulfillRequest', {
        requestId: event.requestId,
        responseCode: stored.status,
        responseHeaders: Object.entries(stored.headers).map(([name, value]) => ({ name, value })),
        body: Buffer.from(stored.body).toString('base64'),
      })
      .catch(() => {})
  }

  function isHarmlessRead({ request, resourceType }: Paused, submits: boolean): boolean {
    if (request.method === 'OPTIONS') return true
    if (request.method !== 'GET') return false
    if (resourceType === 'Document') return !submits
    return phase === 'walk' || parts.has(resourceType) || partyOf(request.url) !== partyOf(tools.pageUrl)
  }

  type Frames = { top: string | undefined; submitting: Set<string> }

  function onPaused(session: Session, kind: TargetKind, frames: Frames, event: Paused): void {
    const { request, resourceType, frameId } = event
    const isTop = kind === 'page' && resourceType === 'Document' && (frames.top === undefined || frameId === frames.top)
    const isRead = request.method === 'GET'
    const submits = resourceType === 'Document' && frames.submitting.delete(frameId)
    // Here even blob bodies come with their bytes, which the network events leave out.
    const entries = request.postDataEntries ?? []
    if (event.networkId !== undefined && entries.length > 0 && entries.every(({ bytes }) => bytes !== undefined)) {
      const bytes = Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')))
      recorder.supplyBody(session.id, event.networkId, bytes)
    }
    const refused = phase === 'walk' && isTop ? tools.refusal(request.url) : null
    const fails = resourceType === 'Document' && (!isRead || (isTop && held))
    if (fails && phase !== 'closed') fail(session, event)
    else if (refused !== null) {
      turned = refused
      fail(session, event)
    } else if (phase === 'closed') {
      if (!fails && isRead && parts.has(resourceType)) void answer(session, event)
      else void failWithJar(session, event)
    } else if (phase !== 'open' && !isHarmlessRead(event, submits)) fail(session, event)
    else session.send('Fetch.continueRequest', { requestId: event.requestId }).catch(() => {})
  }

  const patterns = () => (phase === 'open' ? openPatterns : [{ urlPattern: '*' }])

  async function enter(next: 'walk' | 'reads' | 'closed'): Promise<void> {
    phase = next
    if (next !== 'walk') held = true
    const switched = [...sessions.values()].map((session) =>
      session.send('Fetch.enable', { patterns: patterns() }, 2_000).catch(() => {}),
    )
    await Promise.all(switched)
  }

  return {
    watch: (session, kind) => {
      sessions.set(session.id, session)
      if (kind === 'page') tab ??= session
      const frames: Frames = { top: undefined, submitting: new Set() }
      session.on('Page.frameNavigated', ({ frame }) => {
        if (frame.parentId === undefined) frames.top = frame.id
      })
      session.on('Page.frameRequestedNavigation', ({ frameId, reason }) => {
        if (/^formSubmission/.test(reason)) frames.submitting.add(frameId)
        else frames.submitting.delete(frameId)
      })
      session.on('Fetch.requestPaused', (event) => onPaused(session, kind, frames, event))
      session.send('Fetch.enable', { patterns: patterns() }).catch(() => {})
    },
    holdPage: () => {
      held = true
    },
    walk: () => enter('walk'),
    turnedBack: () => {
      const was = turned
      turned = null
      return was
    },
    onlyReads: () => enter('reads'),
    closeWorld: () => {
      closedAt = Date.now()
      return enter('closed')
    },
  }
}
