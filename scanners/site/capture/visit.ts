import { setTimeout as sleep } from 'node:timers/promises'
import { readScripts, readSnippets } from '../dormant/read.ts'
import type { EgressPolicy } from '../egress/policy.ts'
import { type EgressProxy, startEgressProxy } from '../egress/proxy.ts'
import type { PageEvidence } from '../evidence.ts'
import { saltsInScripts } from '../leak/salts.ts'
import { createLeakMatcher } from '../leak-matcher.ts'
import { groupMemory } from '../process-group.ts'
import type { Session } from './cdp.ts'
import { chooseConsent } from './consent.ts'
import { declaredChunks } from './declared-chunks.ts'
import { type DomFacts, readDom } from './dom-facts.ts'
import { framesOf, inFrame } from './evaluate.ts'
import { createGuard, type Guard } from './guard.ts'
import { leavePage, load, settle } from './load.ts'
import { lookAround, stir } from './look-around.ts'
import type { PageCapture } from './page-state.ts'
import { type ChunkCache, createPageStore, type PageStore } from './page-store.ts'
import { readGlobals, readListeners } from './page-world.ts'
import { createPlayer, type Player } from './play.ts'
import { readPrinted } from './printed.ts'
import type { Visit } from './recorder.ts'
import { takeScreenshot } from './screenshot.ts'
import { scriptBodies } from './script-bodies.ts'
import { readDatabases, readStorage } from './stores.ts'
import type { PageContext, Targets } from './targets.ts'
import { planTyping } from './typing.ts'
import { passVirtualTime } from './virtual-time.ts'
import { wayRefusal } from './way.ts'

export type VisitTools = {
  targets: Targets
  policy: EgressPolicy
  userAgent: string
  contact: string | undefined
  /** Shared by the pages of a scan. */
  chunks: ChunkCache
}

/** One load of a page in a context of its own, with its own way out: what one visit typed, no other can send. */
export type OpenVisit = {
  proxy: EgressProxy
  context: PageContext
  guard: Guard
  store: PageStore
  close: () => Promise<void>
}

export const sizes = {
  desktop: { width: 1280, height: 800, phone: false },
  phone: { width: 390, height: 844, phone: true },
} as const

const loadMs = 10_000
const inlineCharacters = 60_000
const textCharacters = 20_000
const closeMs = 2_000

export async function openVisit(visit: 'look' | 'leave', capture: PageCapture, tools: VisitTools): Promise<OpenVisit> {
  const { job, recorder } = capture
  const proxy = await startEgressProxy(tools.policy, undefined, (entry) =>
    capture.proxyLog.push(Object.assign(entry, { visit })),
  )
  const store = createPageStore(recorder, visit, tools)
  const allows = job.allows ?? (() => true)
  const refusal = (url: string) => wayRefusal(url, job.url, allows)
  const guard = createGuard({ recorder, store, pageUrl: job.url, refusal })
  const context = await tools.targets.open({
    visit,
    proxyPort: proxy.port,
    viewport: sizes[job.viewport],
    recorder,
    globalPrivacyControl: job.consent === 'gpc',
    onSession: guard.watch,
  })
  let closing: Promise<void> | undefined
  const end = async () => {
    capture.crashed ||= context.crashed()
    capture.lost.push(...context.lost)
    capture.popups.push(...context.popups)
    capture.unseenWindows += context.unseenWindows()
    await Promise.race([context.close(), sleep(closeMs)])
    await proxy.close()
  }
  // Ending a context looks like a crash of its targets: what happened is read once, before.
  const close = () => {
    closing ??= end()
    return closing
  }
  return { proxy, context, guard, store, close }
}

/** What waits for a person to come near wakes up while there still is a network; then the chunks the code names. */
async function wake(open: OpenVisit, capture: PageCapture, visit: Visit, touch: () => Promise<void>): Promise<void> {
  const { recorder, job, dom } = capture
  await open.guard.onlyReads()
  capture.chunks ??= dom === undefined ? Promise.resolve([]) : declaredChunks(recorder, job.url, dom)
  const { chunks } = capture
  await Promise.all([touch(), chunks.then((addresses) => open.store.fill(addresses))])
  await settle(recorder, visit, 150, 1_500)
}

/** Types the canary patient. The world is closed before the first key, so nothing typed can reach anyone. */
async function typePatient(
  open: OpenVisit,
  capture: PageCapture,
  visit: Visit,
  seed: string,
  player: Player | undefined,
): Promise<void> {
  const { session } = open.context.tab
  const isPrinted = await readPrinted(session, capture.recorder, visit)
  const { typed, touch, type } = await planTyping(session, seed, isPrinted, player)
  if (typed.fields === 0 && player === undefined) return
  await wake(open, capture, visit, touch)
  const remember = async () => {
    capture.canaries = [...new Set([...capture.canaries, ...typed.canaries])]
    capture.twins = [...new Set([...capture.twins, ...typed.twins])]
    // Both visits type the same fields; the first one names the seed, whichever came to type earlier.
    if (visit === 'look' || capture.typed === null) capture.typed = { fields: typed.fields, seedId: seed }
    capture.matcherBuilt = capture.matcherBuilt.then(async () => {
      capture.matcher = await createLeakMatcher(capture.canaries, capture.twins, capture.salts)
    })
    await capture.matcherBuilt
  }
  await remember()
  open.proxy.closeWorld()
  await open.guard.closeWorld()
  capture.typedAt[visit] = Date.now()
  await type(remember)
  capture.choices.push(...typed.choices)
  capture.gaps.push(...typed.gaps)
  for (const { id } of await framesOf(session))
    capture.hints.push(...((await inFrame(session, id, hintedHosts, 200)) ?? []))
}

/** Runs inside a frame: the hosts its hints name by now. */
function hintedHosts(most: number): Array<string> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel~=preconnect], link[rel~=dns-prefetch]')]
  return links.slice(-most).flatMap(({ href }) => (URL.canParse(href) ? [new URL(href).hostname] : []))
}

function mayType(authority: PageEvidence['authority']): boolean {
  return authority === 'permission' || authority === 'owner-proven'
}

/** No page a patient meets needs as much; the parent ends the whole scan a little above (security.md 3.2). */
const hogBytes = 1_000_000_000
const endMs = 4_000
const grownBytes = 16_000_000

/**
 * A page that eats memory first stops answering, and on a busy machine it is long in eating: as long as it grows, the
 * end is waited for, so that it is told as a crash and not as a slow page. The page's wall clock bounds the wait.
 */
async function waitForEnd(context: OpenVisit['context'], capture: PageCapture): Promise<void> {
  let most = groupMemory(process.pid)
  let end = Date.now() + endMs
  while (!context.crashed() && !capture.ended && Date.now() < end) {
    if (most > hogBytes) {
      capture.crashed = true
      return
    }
    await sleep(100)
    const now = groupMemory(process.pid)
    if (now < most + grownBytes) continue
    most = now
    end = Date.now() + endMs
  }
}

/** The part of a journey that leads to the form. */
async function walkIn(open: OpenVisit, capture: PageCapture, visit: Visit): Promise<Player | undefined> {
  const { job, recorder } = capture
  if (job.journey === undefined || !mayType(job.authority)) return undefined
  const allows = job.allows ?? (() => true)
  const player = createPlayer(open.context.tab.session, job.journey, { allows, turnedBack: open.guard.turnedBack })
  capture.played[visit] = player.played
  await open.guard.walk()
  await player.open()
  await settle(recorder, visit, 250, 3_000)
  return player
}

const maxFrames = 6

/** Where the forms inside embedded frames send: a patient sees no border between them and the page. */
async function formsOfFrames(session: Session): Promise<DomFacts['forms']> {
  const [, ...inner] = await framesOf(session)
  const read = inner.slice(0, maxFrames).map(({ id }) => inFrame(session, id, readDom, { text: 0, inline: 0 }))
  return (await Promise.all(read)).flatMap((dom) => dom?.forms.filter(({ action }) => action !== '') ?? [])
}

/** Visit L: load, choose, look, type, let late senders speak. `onDom` is called once the page has been read. */
export async function visitLook(
  open: OpenVisit,
  capture: PageCapture,
  seed: string,
  hooks: { onDom: () => void },
): Promise<void> {
  const { recorder, job } = capture
  const { tab } = open.context
  capture.load = await load(tab, job.url, loadMs)
  if (capture.load.navigationError !== null) return
  await settle(recorder, 'look', 250, 3_000)
  capture.cmp = await chooseConsent(tab.session, job.consent, recorder, 'look')
  const player = await walkIn(open, capture, 'look')
  open.guard.holdPage()
  const [top] = await framesOf(tab.session)
  if (top !== undefined) {
    capture.dom = await inFrame(tab.session, top.id, readDom, { text: textCharacters, inline: inlineCharacters })
  }
  if (capture.dom !== undefined) capture.dom.forms.push(...(await formsOfFrames(tab.session)))
  hooks.onDom()
  // A page that does not answer now will not answer later; what the network told is all there is.
  if (capture.dom === undefined) {
    await waitForEnd(open.context, capture)
    capture.cookies = await open.context.cookies()
    return
  }
  await lookAround(tab.session)
  capture.screenshot = await takeScreenshot(tab.session, sizes[job.viewport])
  const { inlineScripts } = capture.dom
  const scripts = await scriptBodies(recorder, job.url)
  capture.code = [...inlineScripts, ...scripts.map(({ code }) => code)]
  capture.salts = saltsInScripts(capture.code)
  capture.dormant = [...readScripts(scripts), ...readSnippets(job.url, inlineScripts)]
  if (mayType(job.authority)) await typePatient(open, capture, 'look', seed, player)
  const databases = await readDatabases(tab.session)
  const spoke = await passVirtualTime(tab.session, recorder)
  capture.virtualTimeCapped = !spoke
  capture.globals = await readGlobals(tab.session)
  capture.listeners = await readListeners(tab.session, recorder)
  capture.cookies = await open.context.cookies()
  capture.storage = [...(await readStorage(tab.session)), ...databases]
}

const workerMs = 3_000
const cappedMs = 10_000
const listenMs = 1_000

/**
 * Visit H: the same in real time, then leave the page in its own target and listen for what it says goodbye with.
 * `virtualTimeCapped` tells whether late senders need real time here; `onLeft` is called when only listening is left.
 */
export async function visitLeave(
  open: OpenVisit,
  capture: PageCapture,
  seed: string,
  virtualTimeCapped: Promise<boolean>,
  onLeft: () => void,
): Promise<void> {
  const { recorder, job } = capture
  const { tab, sessions } = open.context
  const { navigationError } = await load(tab, job.url, loadMs)
  if (navigationError !== null) return
  await settle(recorder, 'leave', 200, 2_500)
  await chooseConsent(tab.session, job.consent, recorder, 'leave')
  const player = await walkIn(open, capture, 'leave')
  open.guard.holdPage()
  await stir(tab.session)
  if (mayType(job.authority)) await typePatient(open, capture, 'leave', seed, player)
  const hasWorkers = [...sessions.values()].some(({ kind }) => kind !== 'page' && kind !== 'iframe')
  if (hasWorkers) await sleep(workerMs)
  if (await virtualTimeCapped) await sleep(cappedMs)
  await settle(recorder, 'leave', 200, 2_500)
  await leavePage(tab)
  onLeft()
  await sleep(listenMs)
}
