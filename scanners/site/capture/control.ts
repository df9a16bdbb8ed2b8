import type { Control } from '../journey.ts'
import type { Session } from './cdp.ts'
import { framesOf, inFrame, isolatedWorld } from './evaluate.ts'
import { type FoundField, listFields } from './fields.ts'
import { lookAtNamed, type Pressable, pressNamed } from './press.ts'

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

/** Hands the control to the isolated world of its frame, where the functions of `fields.ts` and `press.ts` find it. */
async function handIn(session: Session, { objectId }: FoundControl): Promise<boolean> {
  const functionDeclaration = 'function () { globalThis.provisoNamed = this }'
  const answer = await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration }, callMs).catch(() => {})
  return answer !== undefined && answer.exceptionDetails === undefined
}

/** Keeps the control among the fields of its frame; undefined when it is none a person could see and fill. */
export async function keepControl(session: Session, control: FoundControl): Promise<FoundField | undefined> {
  if (!(await handIn(session, control))) return undefined
  return (await inFrame(session, control.frameId, listFields, { most: 1, named: true }))?.[0]
}

/** What pressing the control would do; undefined when its frame does not answer. */
export async function lookAtControl(session: Session, control: FoundControl): Promise<Pressable | undefined> {
  if (!(await handIn(session, control))) return undefined
  return inFrame(session, control.frameId, lookAtNamed, undefined)
}

/** Presses the control `lookAtControl` was asked about. */
export async function pressControl(session: Session, control: FoundControl): Promise<boolean> {
  return (await inFrame(session, control.frameId, pressNamed, undefined)) === true
}
