import type { Canary } from '../canary.ts'
import { spellingsOf } from '../leak/normalise.ts'
import type { Session } from './cdp.ts'
import { framesOf, inFrame } from './evaluate.ts'
import type { Recorder, Visit } from './recorder.ts'

/** Whether a value stands on the page already, in any spelling: its being sent would then prove nothing. */
export type IsPrinted = (canary: Canary) => boolean

const maxCharacters = 400_000
const between = /[\s().+/-]/g

/** Runs inside a frame: its source as it is now, and what its fields hold. */
function printedIn(most: number): string {
  const held = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
  return `${held.join('\n')}\n${document.documentElement.outerHTML}`.slice(0, most)
}

function sentBefore(recorder: Recorder, visit: Visit): string {
  let text = ''
  for (const { url, body, visit: of } of recorder.requests) {
    if (of !== visit || text.length > maxCharacters) continue
    text += `${url}\n${body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : ''}\n`
  }
  return text
}

/** Only values with few neighbours can be met by chance: there are twelve hundred fictional phones, and fewer dates. */
export function printedCheck(texts: ReadonlyArray<string>): IsPrinted {
  const plain = texts.join('\n').toLowerCase()
  const squeezed = plain.replace(between, '')
  return (canary) => {
    const { field, value } = canary
    if (field === 'phone') return squeezed.includes(value.replace(/\D/g, ''))
    if (field !== 'birth-date' && field !== 'postal-code') return false
    return spellingsOf(canary).some(({ text }) => plain.includes(text.toLowerCase()))
  }
}

/** What the page shows, holds and has sent so far. */
export async function readPrinted(session: Session, recorder: Recorder, visit: Visit): Promise<IsPrinted> {
  const frames = (await framesOf(session)).slice(0, 10)
  const shown = await Promise.all(frames.map(({ id }) => inFrame(session, id, printedIn, maxCharacters)))
  return printedCheck([...shown.map((text) => text ?? ''), sentBefore(recorder, visit)])
}
