import type { Session } from './cdp.ts'

/** `evaluate` has no limit of its own; a page with a hanging getter or a busy loop would hold the scan (security.md 3.2). */
const evaluateMs = 2_000
const worldName = 'proviso'

export type FrameTree = { id: string; url: string; children: Array<FrameTree> }

type RawTree = { frame: { id: string; url: string }; childFrames?: Array<RawTree> }

function simplify(tree: RawTree): FrameTree {
  return { id: tree.frame.id, url: tree.frame.url, children: (tree.childFrames ?? []).map(simplify) }
}

/** All frames of a session, the top one first. Empty when the page no longer answers. */
export async function framesOf(session: Session): Promise<Array<FrameTree>> {
  const answer = await session.send('Page.getFrameTree', {}, evaluateMs).catch(() => undefined)
  if (answer === undefined) return []
  const list: Array<FrameTree> = []
  const walk = (tree: FrameTree): void => {
    list.push(tree)
    tree.children.forEach(walk)
  }
  walk(simplify(answer.frameTree))
  return list
}

/** The scanner's own world in a frame: the same one at each call, as long as the document stands. */
export async function isolatedWorld(session: Session, frameId: string): Promise<number> {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName }, evaluateMs)
  return executionContextId
}

/**
 * Runs a self-contained function in an isolated world of a frame: it sees the DOM, never the page's own objects, so a
 * poisoned built-in cannot forge its answer. Undefined when the page does not answer within two seconds.
 */
export async function inFrame<Input, Output>(
  session: Session,
  frameId: string,
  run: (input: Input) => Output,
  input: Input,
): Promise<Output | undefined> {
  try {
    const executionContextId = await isolatedWorld(session, frameId)
    const expression = `(${run.toString()})(${JSON.stringify(input)})`
    const answer = await session.send(
      'Runtime.evaluate',
      { expression, contextId: executionContextId, returnByValue: true, awaitPromise: true, timeout: evaluateMs },
      evaluateMs,
    )
    return answer.exceptionDetails === undefined ? (answer.result.value as Output) : undefined
  } catch {
    // Slow, gone or crashed: the caller treats all three as "the page did not say".
    return undefined
  }
}
