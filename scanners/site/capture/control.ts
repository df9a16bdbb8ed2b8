import type { Control } from '../journey.ts'
import type { Session } from './cdp.ts'
import { framesOf, isolatedWorld } from './evaluate.ts'
import type { Choice, FoundField } from './fields.ts'

/** A control found by role and name: its frame, and a handle in the scanner's own world. */
export type FoundControl = { frameId: string; objectId: string }

const callMs = 2_000

/** The browser's own accessibility tree says what a control is called; the page's scripts have no word in it. */
export async function findControl(session: Session, { role, name }: Control): Promise<FoundControl | undefined> {
  for (const { id: frameId } of await framesOf(session)) {
    try {
      const contextId = await isolatedWorld(session, frameId)
      const { result } = await session.send('Runtime.evaluate', { expression: 'document', contextId }, callMs)
      if (result.objectId === undefined) continue
      const { objectId } = result
      const { nodes } = await session.send(
        'Accessibility.queryAXTree',
        { objectId, accessibleName: name, role },
        callMs,
      )
      const node = nodes.find((one) => !one.ignored && one.backendDOMNodeId !== undefined)
      if (node?.backendDOMNodeId === undefined) continue
      const { object } = await session.send(
        'DOM.resolveNode',
        { backendNodeId: node.backendDOMNodeId, executionContextId: contextId },
        callMs,
      )
      if (object.objectId !== undefined) return { frameId, objectId: object.objectId }
    } catch {
      // This frame does not answer; the control may be in another one.
    }
  }
  return undefined
}

async function callOn<Output>(
  session: Session,
  { objectId }: FoundControl,
  run: (this: HTMLElement, input: string) => Output,
  input = '',
): Promise<Output | undefined> {
  const functionDeclaration = run.toString().replace(/^(async )?(?!function)/, '$1function ')
  const answer = await session
    .send(
      'Runtime.callFunctionOn',
      { objectId, functionDeclaration, arguments: [{ value: input }], returnByValue: true },
      callMs,
    )
    .catch(() => undefined)
  return answer === undefined || answer.exceptionDetails !== undefined ? undefined : (answer.result.value as Output)
}

/** Keeps the control among the fields of its frame; what it is like, as for any field found. */
export function keepControl(session: Session, control: FoundControl): Promise<FoundField | undefined> {
  return callOn(session, control, function keep(this: HTMLElement) {
    const world = globalThis as typeof globalThis & { provisoFields?: Array<HTMLElement> }
    const kept = world.provisoFields ?? []
    world.provisoFields = kept
    const index = kept.includes(this) ? kept.indexOf(this) : kept.push(this) - 1
    const type =
      this instanceof HTMLInputElement ? this.type : this instanceof HTMLSelectElement ? 'select' : 'textarea'
    const dated = ['date', 'datetime-local', 'month', 'week', 'time'].includes(type)
    const way = ['select', 'radio', 'checkbox'].includes(type) ? 'choose' : dated ? 'value' : 'keys'
    const longest = this instanceof HTMLInputElement && this.maxLength > 0 ? this.maxLength : 0
    return { index, way, words: '', name: this.getAttribute('name') ?? this.id, type, longest } as const
  })
}

/** Sets a list to the option of that name; null when it has none. */
export function chooseOption(
  session: Session,
  control: FoundControl,
  option: string,
): Promise<Choice | null | undefined> {
  return callOn(
    session,
    control,
    function choose(this: HTMLElement, wanted: string) {
      if (!(this instanceof HTMLSelectElement)) return null
      const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
      const at = [...this.options].findIndex(
        ({ textContent }) => words(textContent).toLowerCase() === words(wanted).toLowerCase(),
      )
      const found = this.options[at]
      if (found === undefined) return null
      this.focus()
      this.selectedIndex = at
      for (const name of ['input', 'change']) this.dispatchEvent(new Event(name, { bubbles: true }))
      this.blur()
      return { name: this.name || this.id, value: found.value, text: words(found.textContent).slice(0, 80) }
    },
    option,
  )
}

/** Presses the control; "submits" when it would send a form, which is never done. */
export function pressControl(session: Session, control: FoundControl): Promise<'pressed' | 'submits' | undefined> {
  return callOn(session, control, function press(this: HTMLElement) {
    const button = this.closest('button, input')
    const submits =
      (button instanceof HTMLButtonElement && button.type === 'submit' && button.form !== null) ||
      (button instanceof HTMLInputElement && /^(submit|image)$/.test(button.type))
    if (submits) return 'submits'
    this.scrollIntoView({ block: 'center' })
    this.click()
    return 'pressed'
  })
}
