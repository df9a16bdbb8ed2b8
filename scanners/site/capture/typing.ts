import { setTimeout as sleep } from 'node:timers/promises'
import { type Canary, drawCanary, type FieldKind, twinOf } from '../canary.ts'
import type { Session } from './cdp.ts'
import { chooseOption, type FoundControl, keepControl } from './control.ts'
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
  pressNext,
  setField,
  touchFields,
} from './fields.ts'
import { keyFor } from './keys.ts'
import type { Player } from './play.ts'
import type { IsPrinted } from './printed.ts'
import { openShadowRoots } from './shadow-roots.ts'

/** Everything put into a page so far; it grows while fields appear. */
export type Typed = { canaries: Array<Canary>; twins: Array<Canary>; choices: Array<Choice>; fields: number }

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
  const typed: Typed = { canaries: [], twins: [], choices: [], fields: 0 }

  function stepFor(frameId: string, field: FoundField, kind: FieldKind): Step {
    const fieldSeed = `${seed}:${++typed.fields}`
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
      for (const field of (await inFrame(session, frameId, listFields, maxFields - typed.fields)) ?? []) {
        steps.push(stepFor(frameId, field, kindOf(field)))
      }
    }
    return steps
  }

  async function fill(step: Step): Promise<void> {
    const { frameId, field, value } = step
    if (field.way === 'choose') {
      const choice = await inFrame(session, frameId, chooseIn, field.index)
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
    }
    return filled
  }

  async function goOn(): Promise<boolean> {
    for (const { id } of await framesOf(session))
      if ((await inFrame(session, id, pressNext, undefined)) === true) return true
    return false
  }

  async function fillNamed(control: FoundControl, kind: FieldKind, onMore: () => Promise<void>): Promise<boolean> {
    const field = await keepControl(session, control)
    if (field === undefined || field.way === 'choose') return false
    const step = stepFor(control.frameId, field, kind)
    await onMore()
    await fill(step)
    return true
  }

  async function chooseNamed(control: FoundControl, option: string | undefined): Promise<boolean> {
    const field = await keepControl(session, control)
    if (field?.way !== 'choose') return false
    typed.fields++
    if (option !== undefined) {
      const choice = await chooseOption(session, control, option)
      if (choice !== undefined && choice !== null) typed.choices.push(choice)
      return choice !== undefined && choice !== null
    }
    await fill({ frameId: control.frameId, field, value: '' })
    return true
  }

  // A journey fills its own fields first; what it leaves empty is looked for afterwards.
  const planned = player === undefined ? await look() : []
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
      // A form in steps shows the rest of itself behind a button; nothing leaves any more, so it may be pressed.
      for (let steps = 0; steps < maxSteps && (await goOn()); steps++) {
        await sleep(drawMs)
        if ((await fillLater(onMore)) === 0) return
      }
    },
  }
}
