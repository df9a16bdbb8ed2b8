import { setTimeout as sleep } from 'node:timers/promises'
import { framesOf, inFrame } from './evaluate.ts'
import type { Recorder, Visit } from './recorder.ts'
import type { Tab } from './targets.ts'

export type Load = {
  navigationError: string | null
  reachedLoad: boolean
  tooManyNavigations: () => boolean
  /** Last address of the top frame. */
  finalUrl: () => string | null
}

const maxNavigations = 10

/** Waits until nothing was asked for `quietMs`, by the host's clock, `capMs` at most. Never `networkidle`. */
export async function settle(recorder: Recorder, visit: Visit, quietMs: number, capMs: number): Promise<void> {
  const started = Date.now()
  const end = started + capMs
  for (;;) {
    const now = Date.now()
    const rest = Math.min(Math.max(recorder.lastActivity(visit), started) + quietMs, end) - now
    if (rest <= 0) return
    await sleep(Math.max(rest, 10))
  }
}

/**
 * Leaves the page from inside, in the same process: a navigation from outside would swap the process first, and the
 * beacons of `pagehide` would be sent by one the session no longer hears.
 */
export async function leavePage(tab: Tab): Promise<void> {
  const [top] = await framesOf(tab.session)
  const gone = top === undefined ? undefined : await inFrame(tab.session, top.id, goBlank, undefined)
  if (gone === undefined) await tab.session.send('Page.navigate', { url: 'about:blank' }, 2_000).catch(() => {})
}

/** Runs inside the page. */
function goBlank(): boolean {
  location.href = 'about:blank'
  return true
}

/** Opens an address and waits for `load`, `loadMs` at most. A page that navigates itself without end is stopped. */
export async function load(tab: Tab, url: string, loadMs: number): Promise<Load> {
  const { session } = tab
  let loads = 0
  let navigations = 0
  let current: string | null = null
  let onLoad = () => {}
  const loaded = new Promise<void>((resolve) => {
    onLoad = resolve
  })
  session.on('Page.loadEventFired', () => {
    loads++
    onLoad()
  })
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined) return
    navigations++
    current = frame.url + (frame.urlFragment ?? '')
    if (navigations !== maxNavigations) return
    session.send('Emulation.setScriptExecutionDisabled', { value: true }).catch(() => {})
    session.send('Page.stopLoading').catch(() => {})
    onLoad()
  })
  const started = Date.now()
  let navigationError: string | null = null
  try {
    const { errorText } = await session.send('Page.navigate', { url }, loadMs)
    navigationError = errorText ?? null
  } catch {
    // No answer within the limit: the document never came. What it did send is kept.
    await session.send('Page.stopLoading', {}, 1_000).catch(() => {})
  }
  if (navigationError === null) {
    await Promise.race([loaded, sleep(Math.max(0, started + loadMs - Date.now()))])
  }
  return {
    navigationError,
    reachedLoad: loads > 0,
    tooManyNavigations: () => navigations >= maxNavigations,
    finalUrl: () => current,
  }
}
