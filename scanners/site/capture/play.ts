import { setTimeout as sleep } from 'node:timers/promises'
import type { FieldKind } from '../canary.ts'
import { type Control, firstTyping, type Journey, type JourneyStep, stepWords } from '../journey.ts'
import { partyOf } from '../party.ts'
import type { Session } from './cdp.ts'
import { type FoundControl, findControl, pressControl } from './control.ts'
import { framesOf } from './evaluate.ts'

/** How far a journey came. `stopped` says at which step and why, in words without a value; null when all were played. */
export type Played = { name: string; steps: number; done: number; stopped: string | null }

/** What the steps that type need of the page's typist. */
type Typist = {
  fill: (control: FoundControl, kind: FieldKind) => Promise<boolean>
  /** The option of that name; without one the first real choice. */
  choose: (control: FoundControl, option: string | undefined) => Promise<boolean>
}

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
async function goTo(session: Session, address: string): Promise<string | null> {
  const [top] = await framesOf(session)
  const from = top?.url ?? ''
  if (!URL.canParse(address, from)) return 'the address cannot be read'
  const url = new URL(address, from).href
  if (partyOf(url) !== partyOf(from)) return 'the address is on another site'
  const loaded = new Promise<boolean>((resolve) => session.on('Page.loadEventFired', () => resolve(true)))
  const answer = await session.send('Page.navigate', { url }, loadMs).catch(() => undefined)
  if (answer === undefined || answer.errorText !== undefined) return 'the page did not load'
  return (await Promise.race([loaded, sleep(loadMs).then(() => false)])) ? null : 'the page did not load in time'
}

async function press(session: Session, control: Control): Promise<string | null> {
  const found = await waitFor(session, control)
  if (found === undefined) return 'it was not found'
  const pressed = await pressControl(session, found)
  if (pressed === 'submits') return 'it would send the form, which is never done'
  await sleep(lookEveryMs)
  return pressed === undefined ? 'it did not answer' : null
}

async function playStep(session: Session, step: JourneyStep, typist: Typist | undefined): Promise<string | null> {
  if ('goto' in step) return goTo(session, step.goto)
  if ('wait' in step) {
    await sleep(step.wait)
    return null
  }
  if ('click' in step) return press(session, step.click)
  if ('expect' in step) return (await waitFor(session, step.expect)) === undefined ? 'it was not found' : null
  const found = await waitFor(session, 'fill' in step ? step.fill : step.choose)
  if (found === undefined || typist === undefined) return 'it was not found'
  if ('fill' in step) return (await typist.fill(found, step.with)) ? null : 'it could not be filled'
  return (await typist.choose(found, step.option)) ? null : 'it has no such choice'
}

/** Plays a journey in two parts: what leads to the form while the site answers, and the rest once nothing leaves. */
export function createPlayer(session: Session, { name, steps }: Journey) {
  const played: Played = { name, steps: steps.length, done: 0, stopped: null }
  const from = firstTyping(steps)
  async function play(part: ReadonlyArray<JourneyStep>, typist?: Typist): Promise<void> {
    for (const step of part) {
      if (played.stopped !== null) return
      const fault = await playStep(session, step, typist)
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
