import type { Result, Session } from './cdp.ts'
import { framesOf, inFrame, isolatedWorld } from './evaluate.ts'
import { mayHideFields } from './fields.ts'

type Node = Result<'DOM.getDocument'>['root']

const domMs = 2_000
const maxRoots = 60

type ClosedRoot = { backendNodeId: number; frameId: string }

function closedRoots(top: Node, topFrame: string): Array<ClosedRoot> {
  const found: Array<ClosedRoot> = []
  const walk = (node: Node, frameId: string): void => {
    if (found.length >= maxRoots) return
    if (node.shadowRootType === 'closed') found.push({ backendNodeId: node.backendNodeId, frameId })
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child, frameId)
    if (node.contentDocument !== undefined) walk(node.contentDocument, node.frameId ?? frameId)
  }
  walk(top, topFrame)
  return found
}

/**
 * Hands closed shadow roots to the isolated worlds of their frames, where `listFields` looks into them: a person sees
 * their fields, no script but the page's own does. Asked for only where something looks like a host of one.
 */
export async function openShadowRoots(session: Session): Promise<void> {
  const frames = await framesOf(session)
  const [top] = frames
  if (top === undefined) return
  const suspects = await Promise.all(frames.map((frame) => inFrame(session, frame.id, mayHideFields, undefined)))
  if (!suspects.includes(true)) return
  const answer = await session.send('DOM.getDocument', { depth: -1, pierce: true }, domMs).catch(() => undefined)
  // The browser would tell of every change of the document from here on.
  session.send('DOM.disable').catch(() => {})
  for (const { backendNodeId, frameId } of answer === undefined ? [] : closedRoots(answer.root, top.id)) {
    try {
      const executionContextId = await isolatedWorld(session, frameId)
      const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId }, domMs)
      const functionDeclaration =
        'function () { const roots = (globalThis.provisoRoots ??= []); if (!roots.includes(this)) roots.push(this) }'
      if (object.objectId !== undefined) {
        await session.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration }, domMs)
      }
    } catch {
      // A root that went away meanwhile has no field to fill.
    }
  }
}
