import { setTimeout as sleep } from 'node:timers/promises'
import { warmUpUrl } from '../egress/proxy.ts'
import type { ScanBrowser } from './browser-process.ts'
import type { Payload, Session } from './cdp.ts'
import type { Recorder, TargetKind, Visit } from './recorder.ts'
import { type RawCookie, readCookies } from './stores.ts'

type Attached = Payload<'Target.attachedToTarget'>

export type Tab = { session: Session; targetId: string }

/** What one page state wants done with each of its targets before their first line runs. */
export type ContextOptions = {
  visit: Visit
  proxyPort: number
  viewport: { width: number; height: number; phone: boolean }
  recorder: Recorder
  /** `Sec-GPC: 1` and navigator.globalPrivacyControl, in frames and workers alike. */
  globalPrivacyControl: boolean
  /** Called for every new session while its target still waits. */
  onSession?: (session: Session, kind: TargetKind) => void
}

export type PageContext = {
  id: string
  tab: Tab
  sessions: ReadonlyMap<string, { session: Session; kind: TargetKind; targetId: string }>
  /** Addresses of windows the page opened; each is let make its first request, then closed. */
  popups: ReadonlyArray<string>
  /** Windows beyond those: closed before their first request, so what their addresses carried was not seen. */
  unseenWindows: () => number
  /** Targets that could not be prepared in time: what they sent may be missing. */
  lost: ReadonlyArray<string>
  crashed: () => boolean
  /** The jar of this page state: a fresh one, so everything in it came from this page. */
  cookies: () => Promise<Array<RawCookie>>
  close: () => Promise<void>
}

const maxPopups = 5
const popupMs = 400
const bufferBytes = { maxTotalBufferSize: 24_000_000, maxResourceBufferSize: 6_000_000, maxPostDataSize: 2_000_000 }
const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
const asyncStackDepth = 32
const maxWarmUpTurns = 100

const privacySignal =
  "Object.defineProperty(Object.getPrototypeOf(navigator), 'globalPrivacyControl', { get: () => true, configurable: true })"

function kindOf(type: string, parent: TargetKind | undefined): TargetKind | undefined {
  if (type === 'page') return 'page'
  if (type === 'iframe') return 'iframe'
  if (type === 'service_worker') return 'service-worker'
  if (type === 'shared_worker') return 'shared-worker'
  if (type === 'worker' || type.endsWith('worklet')) return parent === 'shared-worker' ? 'shared-worker' : 'worker'
  return undefined
}

type Live = {
  options: ContextOptions
  sessions: Map<string, { session: Session; kind: TargetKind; targetId: string }>
  popups: Array<string>
  unseenWindows: number
  lost: Array<string>
  complete: boolean
  crashed: boolean
  arrived: Map<string, (session: Session) => void>
  waiting: Map<string, Session>
}

export type Targets = { open: (options: ContextOptions) => Promise<PageContext> }

/**
 * Attaches to every target of the browser before it runs: tabs, frames of other processes, workers in workers, service
 * and shared workers. Playwright's page events never see worker and socket traffic, so the protocol is spoken directly.
 */
export async function watchTargets(browser: ScanBrowser): Promise<Targets> {
  const { connection, identity } = browser
  const { root } = connection
  const contexts = new Map<string, Live>()

  function prepare(live: Live, event: Attached, parent: TargetKind | undefined): void {
    const { targetInfo, sessionId } = event
    const session = connection.session(sessionId)
    const kind = kindOf(targetInfo.type, parent)
    const quiet = () => {}
    if (kind === undefined) {
      session.send('Runtime.runIfWaitingForDebugger').catch(quiet)
      return
    }
    // Workers of a page are offered twice, by the page and by the browser: one session hears enough.
    const { targetId } = targetInfo
    if ([...live.sessions.values()].some((known) => known.targetId === targetId)) {
      session.send('Runtime.runIfWaitingForDebugger').catch(quiet)
      return
    }
    const { options } = live
    const isFrame = kind === 'page' || kind === 'iframe'
    const { visit } = options
    live.sessions.set(sessionId, { session, kind, targetId })
    options.recorder.attach(session, { target: kind, visit, url: targetInfo.url })
    session.on('Target.attachedToTarget', (child) => prepare(live, child, kind))
    session.on('Target.detachedFromTarget', ({ sessionId: gone }) => detach(live, gone))
    session.on('Inspector.targetCrashed', () => {
      // A worker that ends with its page says the same as a tab that dies.
      if (isFrame) live.crashed = true
    })
    // Sent in one go: the browser handles them in order, the last one lets the target run.
    session.send('Network.enable', bufferBytes).catch(() => live.lost.push(targetInfo.url))
    session.send('Target.setAutoAttach', autoAttach).catch(quiet)
    // Only with the debugger on do requests carry the stack that made them; it must never pause the page.
    session.send('Debugger.enable').catch(quiet)
    session.send('Debugger.setSkipAllPauses', { skip: true }).catch(quiet)
    session.send('Debugger.setAsyncCallStackDepth', { maxDepth: asyncStackDepth }).catch(quiet)
    if (isFrame) {
      session.send('Page.enable').catch(quiet)
      session.on('Page.javascriptDialogOpening', () => {
        session.send('Page.handleJavaScriptDialog', { accept: false }).catch(quiet)
      })
      const { userAgent, metadata } = identity
      session.send('Emulation.setUserAgentOverride', { userAgent, userAgentMetadata: metadata }).catch(quiet)
    }
    if (options.globalPrivacyControl) {
      session.send('Network.setExtraHTTPHeaders', { headers: { 'Sec-GPC': '1' } }).catch(quiet)
      if (isFrame) session.send('Page.addScriptToEvaluateOnNewDocument', { source: privacySignal }).catch(quiet)
      else session.send('Runtime.evaluate', { expression: privacySignal }).catch(quiet)
    }
    options.onSession?.(session, kind)
    session.send('Runtime.runIfWaitingForDebugger').catch(() => live.lost.push(targetInfo.url))
    if (kind === 'page') arrive(live, event, session)
  }

  function arrive(live: Live, { targetInfo }: Attached, session: Session): void {
    if (live.complete) {
      popup(live, targetInfo, session)
      return
    }
    const expected = live.arrived.get(targetInfo.targetId)
    if (expected === undefined) live.waiting.set(targetInfo.targetId, session)
    else expected(session)
  }

  function popup(live: Live, info: Attached['targetInfo'], session: Session): void {
    const close = () => root.send('Target.closeTarget', { targetId: info.targetId }).catch(() => {})
    if (live.popups.length >= maxPopups) {
      live.unseenWindows += 1
      void close()
      return
    }
    const index = live.popups.push(info.url) - 1
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (live.popups[index] === '' || live.popups[index] === 'about:blank') live.popups[index] = request.url
    })
    setTimeout(close, popupMs)
  }

  function detach(live: Live, sessionId: string): void {
    live.sessions.delete(sessionId)
    connection.forget(sessionId)
  }

  root.on('Target.attachedToTarget', (event) => {
    const live = contexts.get(event.targetInfo.browserContextId ?? '')
    if (live !== undefined) prepare(live, event, undefined)
    else
      connection
        .session(event.sessionId)
        .send('Runtime.runIfWaitingForDebugger')
        .catch(() => {})
  })
  root.on('Target.detachedFromTarget', ({ sessionId }) => {
    for (const live of contexts.values()) if (live.sessions.has(sessionId)) detach(live, sessionId)
  })
  await root.send('Target.setAutoAttach', autoAttach)

  async function openTab(live: Live, browserContextId: string): Promise<Tab> {
    const { width, height, phone } = live.options.viewport
    const { targetId } = await root.send('Target.createTarget', { url: 'about:blank', browserContextId, width, height })
    const session =
      live.waiting.get(targetId) ?? (await new Promise<Session>((resolve) => live.arrived.set(targetId, resolve)))
    // A window the page opens takes the focus, and with it the keys of a page that is still typed into.
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
    if (phone) {
      const metrics = { width, height, deviceScaleFactor: 2, mobile: true }
      await session.send('Emulation.setDeviceMetricsOverride', metrics)
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 })
    }
    // A first page on a fresh tab changes the process, and the new one sends before its agent listens.
    await session.send('Page.navigate', { url: warmUpUrl })
    for (let turn = 0; turn < maxWarmUpTurns; turn++) {
      const answer = await session.send(
        'Runtime.evaluate',
        { expression: 'location.href + document.readyState' },
        2_000,
      )
      if (answer.result.value === `${warmUpUrl}complete`) break
      await sleep(10)
    }
    return { session, targetId }
  }

  return {
    open: async (options) => {
      const { browserContextId } = await root.send('Target.createBrowserContext', {
        disposeOnDetach: true,
        proxyServer: `http://127.0.0.1:${options.proxyPort}`,
        proxyBypassList: '<-loopback>',
      })
      const live: Live = {
        options,
        sessions: new Map(),
        popups: [],
        unseenWindows: 0,
        lost: [],
        complete: false,
        crashed: false,
        arrived: new Map(),
        waiting: new Map(),
      }
      contexts.set(browserContextId, live)
      await root.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId })
      const tab = await openTab(live, browserContextId)
      live.complete = true
      return {
        id: browserContextId,
        tab,
        sessions: live.sessions,
        popups: live.popups,
        unseenWindows: () => live.unseenWindows,
        lost: live.lost,
        crashed: () => live.crashed,
        cookies: () => readCookies(root, browserContextId),
        close: async () => {
          contexts.delete(browserContextId)
          await root.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {})
        },
      }
    },
  }
}
