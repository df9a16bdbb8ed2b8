import { setTimeout as sleep } from 'node:timers/promises'
import { type Canary, drawCanary, type FieldKind, twinOf } from '../canary.ts'
import type { Session } from './cdp.ts'
import { type FoundControl, keepControl } from './control.ts'
import { framesOf, inFrame } from './evaluate.ts'
import { kindOf, shortened, valueFor } from './field-kinds.ts'
import {
  type Choice,
  chooseIn,
  type FoundField,
  focusField,
  holdsText,
  leaveField,
  listFields,
  setField,
  touchFields,
} from './fields.ts'
import { keyFor } from './keys.ts'
import type { Player } from './play.ts'
import { findNext, forgetTries, pressNext, unseenStep } from './press.ts'
import type { IsPrinted } from './printed.ts'
import { openShadowRoots } from './shadow-roots.ts'

/** Everything put into a page so far; it grows while fields appear. */
export type Typed = {
  canaries: Array<Canary>
  twins: Array<Canary>
  choices: Array<Choice>
  fields: number
  /** What could not be filled or seen, in words without a value. */
  gaps: Array<string>
}

export type TypingPlan = {
  typed: Typed
  /** Visits every field without a key. */
  touch: () => Promise<void>
  /**
   * Plays what a journey types, fills what is planned, then what appeared by it; `onMore` hears of values the first look
   * did not know.
   */
  type: (onMore: () => Promise<void>) => Promise<void>
}

type Step = { frameId: string; field: FoundField; value: string }

const maxFields = 60
/** Typed key by key, so that listeners for keys hear them; the rest of a long text is put in at once. */
const keyedCharacters = 24
const shiftModifier = 8
/** Fields that only appear when others are filled are looked for so many times. */
const laterLooks = 2
const maxSteps = 4
/** A button is pressed twice at most without a new field, and so many in all. */
const maxTries = 2
const maxPresses = 6
/** `findNext` puts buttons that turn pictures behind all others by this. */
const turningAway = 100
/** Scripts that draw after the click get this long. */
const drawMs = 60

async function press(session: Session, text: string): Promise<void> {
  const sent = [...text].slice(0, keyedCharacters).flatMap((character) => {
    const { key, code, keyCode, shift, base } = keyFor(character)
    const event = { key, code, windowsVirtualKeyCode: keyCode, modifiers: shift ? shiftModifier : 0 }
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, text: character, unmodifiedText: base }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
    ]
  })
  const rest = [...text].slice(keyedCharacters).join('')
  if (rest !== '') sent.push(session.send('Input.insertText', { text: rest }))
  await Promise.all(sent.map((call) => call.catch(() => {})))
}

/** Keys first; where they went astray (a window took the focus, the field moved on by itself) the whole at once. */
async function write(session: Session, { frameId, field, value }: Step): Promise<void> {
  const { index } = field
  if ((await inFrame(session, frameId, focusField, index)) !== true) return
  await press(session, value)
  if ((await inFrame(session, frameId, holdsText, { index, text: value })) === false) {
    await session.send('Page.bringToFront', {}, 1_000).catch(() => {})
    await inFrame(session, frameId, focusField, index)
    await session.send('Input.insertText', { text: value }, 1_000).catch(() => {})
    if ((await inFrame(session, frameId, holdsText, { index, text: value })) === false) {
      await inFrame(session, frameId, setField, { index, value })
    }
  }
  await inFrame(session, frameId, leaveField, index)
}

/** The fields a page shows and the values they will get. `seed` names scan, page and state. */
export async function planTyping(
  session: Session,
  seed: string,
  isPrinted: IsPrinted,
  player?: Player,
): Promise<TypingPlan> {
  const typed: Typed = { canaries: [], twins: [], choices: [], fields: 0, gaps: [] }
  let untouched = 0
  let drawn = 0

  function stepFor(frameId: string, field: FoundField, kind: FieldKind): Step {
    typed.fields++
    const fieldSeed = `${seed}:${++drawn}`
    const canary = drawCanary(kind, fieldSeed, isPrinted)
    if (field.way !== 'choose') {
      typed.canaries.push(canary, ...shortened(field, canary))
      typed.twins.push(twinOf(canary, fieldSeed, isPrinted))
    }
    return { frameId, field, value: valueFor(field, canary) }
  }

  async function look(): Promise<Array<Step>> {
    await openShadowRoots(session)
    const steps: Array<Step> = []
    for (const { id: frameId } of await framesOf(session)) {
      for (const field of (await inFrame(session, frameId, listFields, {
        most: maxFields - typed.fields,
        named: false,
      })) ?? []) {
        steps.push(stepFor(frameId, field, kindOf(field)))
      }
    }
    return steps
  }

  async function fill(step: Step): Promise<void> {
    const { frameId, field, value } = step
    if (field.way === 'choose') {
      const choice = await inFrame(session, frameId, chooseIn, { index: field.index })
      if (choice !== undefined && choice !== null) typed.choices.push(choice)
    } else if (field.way === 'value') await inFrame(session, frameId, setField, { index: field.index, value })
    else await write(session, step)
  }

  /** Fills what has appeared; says how many fields that were. */
  async function fillLater(onMore: () => Promise<void>): Promise<number> {
    let filled = 0
    for (let turn = 0; turn < laterLooks && typed.fields < maxFields; turn++) {
      const more = await look()
      if (more.length === 0) break
      await onMore()
      for (const step of more) await fill(step)
      filled += more.length
      untouched += more.length
    }
    return filled
  }

  /** The frame with the button nearest to what was filled, and how near that is. */
  async function nextButton(): Promise<{ id: string; far: number } | undefined> {
    let nearest: { id: string; far: number } | undefined
    for (const { id } of await framesOf(session)) {
      const far = await inFrame(session, id, findNext, maxTries)
      if (far !== undefined && far !== null && far < (nearest?.far ?? Number.POSITIVE_INFINITY)) nearest = { id, far }
    }
    return nearest
  }

  /** Presses one button after the other until fields appear; fills them and says whether there were any. */
  async function goOn(onMore: () => Promise<void>): Promise<boolean> {
    for (let presses = 0; presses < maxPresses; presses++) {
      const next = await nextButton()
      if (next === undefined) return false
      await inFrame(session, next.id, pressNext, undefined)
      await sleep(drawMs)
      if ((await fillLater(onMore)) === 0) continue
      for (const { id } of await framesOf(session)) await inFrame(session, id, forgetTries, undefined)
      return true
    }
    return false
  }

  /** A form in steps shows the rest of itself behind a button; nothing leaves any more, so it may be pressed. */
  async function walkSteps(onMore: () => Promise<void>): Promise<void> {
    let steps = 0
    while (steps < maxSteps && (await goOn(onMore))) steps++
    const goesOn = steps === maxSteps && ((await nextButton())?.far ?? turningAway) < turningAway
    if (goesOn) typed.gaps.push(`a form in steps goes on after ${maxSteps} of them, which were filled`)
    if (typed.fields >= maxFields) typed.gaps.push(`after ${maxFields} fields no more were filled`)
    const frames = await framesOf(session)
    const unseen = await Promise.all(frames.map(({ id }) => inFrame(session, id, unseenStep, undefined)))
    if (!goesOn && unseen.includes('hidden'))
      typed.gaps.push('a form has fields that were not shown, behind a button that leads on')
    else if (!goesOn && unseen.includes('sent'))
      typed.gaps.push('a form goes on behind a button that sends it or stays off, which was not pressed')
  }

  /** A field of the plan is the journey's now; one that is not among them was met after the network was closed. */
  function claim(frameId: string, { index }: FoundField): void {
    const at = planned.findIndex((step) => step.frameId === frameId && step.field.index === index)
    if (at === -1) untouched++
    else {
      planned.splice(at, 1)
      typed.fields--
    }
  }

  async function fillNamed(control: FoundControl, kind: FieldKind, onMore: () => Promise<void>): Promise<boolean> {
    const field = await keepControl(session, control)
    if (field === undefined || field.way === 'choose') return false
    claim(control.frameId, field)
    const step = stepFor(control.frameId, field, kind)
    await onMore()
    await fill(step)
    return true
  }

  async function chooseNamed(control: FoundControl, option: string | undefined): Promise<boolean> {
    const field = await keepControl(session, control)
    if (field?.way !== 'choose') return false
    const choice = await inFrame(session, control.frameId, chooseIn, { index: field.index, option })
    if (choice === undefined || choice === null) return false
    claim(control.frameId, field)
    typed.fields++
    typed.choices.push(choice)
    return true
  }

  // A journey fills its own fields first, the rest of what was there is filled afterwards; all of it is touched before.
  const planned = await look()
  return {
    typed,
    touch: async () => {
      for (const frameId of new Set(planned.map((step) => step.frameId))) {
        await inFrame(session, frameId, touchFields, undefined)
      }
    },
    type: async (onMore) => {
      await player?.type({ fill: (control, kind) => fillNamed(control, kind, onMore), choose: chooseNamed })
      for (const step of planned) await fill(step)
      await fillLater(onMore)
      await walkSteps(onMore)
      if (player !== undefined && untouched > 0)
        typed.gaps.push(
          `${untouched} of the fields were met after the network was closed: what a touch loads was not seen`,
        )
    },
  }
}
