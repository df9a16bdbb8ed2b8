import { setTimeout as sleep } from 'node:timers/promises'
import type { FieldKind } from '../canary.ts'
import { readsLikeAction } from '../crawl/candidates.ts'
import { type Control, firstTyping, type Journey, type JourneyStep, stepWords } from '../journey.ts'
import type { Session } from './cdp.ts'
import { type FoundControl, findControl, lookAtControl, pressControl } from './control.ts'
import { framesOf } from './evaluate.ts'
import { wayRefusal } from './way.ts'

/** How far a journey came. `stopped` says at which step and why, in words without a value; null when all were played. */
export type Played = { name: string; steps: number; done: number; stopped: string | null }

/** What the steps that type need of the page's typist. */
type Typist = {
  fill: (control: FoundControl, kind: FieldKind) => Promise<boolean>
  /** The option of that name; without one the first real choice. */
  choose: (control: FoundControl, option: string | undefined) => Promise<boolean>
}

/** What the site allows of the way to the form, while it still answers. */
type Way = {
  /** Whether robots.txt lets a scan go to an address. */
  allows: (url: string) => boolean
  /** Why the guard has cut a way short since it was asked last; null when it has not. */
  turnedBack: () => string | null
}

/**
 * Words of a button that books, sends or pays: while the site answers, such a one is never pressed, whoever names it.
 * What only leads to another page may say "Book a visit"; what undoes or confirms something may not.
 */
const actWords =
  /\b(?:book|reserve|hold|confirm|send|submit|pay|order|buy|purchase|check ?out|delete|remove|cancel|(?:un)?subscribe|register|sign ?(?:up|in|out)|log ?(?:in|out)|call|chat|place|finish|complete|enviar|pagar|comprar|reservar|agendar|cancelar|anular|confirmar|borrar|eliminar|quitar|aprobar|salir|cerrar sesion|darse de baja|desuscribir\w*|registrar\w*|finalizar|approve|activate|reset|opt ?-?out)\b/i
const undoingWords =
  /\b(?:confirm|send|submit|pay now|order|buy|purchase|check ?out|delete|remove|cancel|unsubscribe|log ?out|sign ?out|enviar|pagar|comprar|cancelar|anular|confirmar|borrar|eliminar|quitar|aprobar|salir|cerrar sesion|darse de baja|desuscribir\w*|approve|activate|reset|opt ?-?out)\b/i

const waitMs = 4_000
const lookEveryMs = 150
const loadMs = 8_000

async function waitFor(session: Session, control: Control): Promise<FoundControl | undefined> {
  const end = Date.now() + waitMs
  for (;;) {
    const found = await findControl(session, control)
    if (found !== undefined || Date.now() > end) return found
    await sleep(lookEveryMs)
  }
}

/** Goes to an address of the same site and waits for it to load. */
async function goTo(session: Session, address: string, way: Way): Promise<string | null> {
  const [top] = await framesOf(session)
  const from = top?.url ?? ''
  const refused = wayRefusal(address, from, way.allows)
  if (refused !== null) return refused
  const url = new URL(address, from).href
  const loaded = new Promise<boolean>((resolve) => session.on('Page.loadEventFired', () => resolve(true)))
  const answer = await session.send('Page.navigate', { url }, loadMs).catch(() => undefined)
  const turned = way.turnedBack()
  if (turned !== null) return turned
  if (answer === undefined || answer.errorText !== undefined) return 'the page did not load'
  return (await Promise.race([loaded, sleep(loadMs).then(() => false)])) ? null : 'the page did not load in time'
}

/** Why a control may not be pressed while the site still answers; null when it may. */
function wouldAct(name: string, { href, words }: { href: string | null; words: string }): string | null {
  const leads = href !== null
  if (leads && readsLikeAction(new URL(href))) return 'its address reads like an action, which is never done'
  const acts = leads ? undoingWords : actWords
  return acts.test(`${name} ${words}`.normalize('NFD').replace(/\p{M}/gu, ''))
    ? 'it reads like an action (book, send, pay …), which is never done'
    : null
}

/** `way`: the site still answers. */
async function press(session: Session, control: Control, way: Way | undefined): Promise<string | null> {
  const found = await waitFor(session, control)
  if (found === undefined) return 'it was not found'
  const seen = await lookAtControl(session, found)
  if (seen === undefined) return 'it did not answer'
  if (seen.submits) return 'it would send the form, which is never done'
  const act = way === undefined ? null : wouldAct(control.name, seen)
  if (act !== null) return act
  const pressed = await pressControl(session, found)
  await sleep(lookEveryMs)
  return way?.turnedBack() ?? (pressed ? null : 'it did not answer')
}

async function playStep(
  session: Session,
  step: JourneyStep,
  way: Way,
  typist: Typist | undefined,
): Promise<string | null> {
  if ('goto' in step) return goTo(session, step.goto, way)
  if ('wait' in step) {
    await sleep(step.wait)
    return null
  }
  if ('click' in step) return press(session, step.click, typist === undefined ? way : undefined)
  if ('expect' in step) return (await waitFor(session, step.expect)) === undefined ? 'it was not found' : null
  const found = await waitFor(session, 'fill' in step ? step.fill : step.choose)
  if (found === undefined || typist === undefined) return 'it was not found'
  if ('fill' in step) return (await typist.fill(found, step.with)) ? null : 'it could not be filled'
  return (await typist.choose(found, step.option)) ? null : 'it has no such choice'
}

/** Plays a journey in two parts: what leads to the form while the site answers, and the rest once nothing leaves. */
export function createPlayer(session: Session, { name, steps }: Journey, way: Way) {
  const played: Played = { name, steps: steps.length, done: 0, stopped: null }
  const from = firstTyping(steps)
  async function play(part: ReadonlyArray<JourneyStep>, typist?: Typist): Promise<void> {
    for (const step of part) {
      if (played.stopped !== null) return
      const fault = await playStep(session, step, way, typist)
      if (fault === null) played.done++
      else played.stopped = `step ${played.done + 1} of ${steps.length} (${stepWords(step)}): ${fault}`
    }
  }
  return {
    played,
    open: () => play(steps.slice(0, from)),
    type: (typist: Typist) => play(steps.slice(from), typist),
  }
}

export type Player = ReturnType<typeof createPlayer>
