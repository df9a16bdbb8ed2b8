import type { Session } from './cdp.ts'
import type { Recorder } from './recorder.ts'

export type RawListener = { script: string; events: Array<string> }

const worldMs = 2_000
const maxGlobals = 80
const typingEvents = new Set([
  'input',
  'keydown',
  'keyup',
  'keypress',
  'change',
  'paste',
  'beforeinput',
  'focusout',
  'submit',
])

/** Names scripts put on `window` beyond what a blank page has; names only, never values. A hint, never a verdict. */
export async function readGlobals(session: Session): Promise<Array<string>> {
  const expression = `(() => {
    const blank = document.createElement('iframe'); blank.style.display = 'none'; document.documentElement.append(blank)
    try { const own = new Set(Object.getOwnPropertyNames(blank.contentWindow)); return Object.getOwnPropertyNames(window).filter((name) => !own.has(name) && !/^\\d+$/.test(name)).slice(0, ${maxGlobals}) } finally { blank.remove() } })()`
  const answer = await session
    .send('Runtime.evaluate', { expression, returnByValue: true, timeout: worldMs }, worldMs)
    .catch(() => undefined)
  const names: unknown = answer?.result.value
  if (!Array.isArray(names)) return []
  return names.filter((name): name is string => typeof name === 'string' && name.length <= 60).sort()
}

/** Scripts that listen to typing on the document, the window or a form field. */
export async function readListeners(session: Session, recorder: Recorder): Promise<Array<RawListener>> {
  const scripts = new Map<string, Set<string>>()
  const expression = `[window, document, ...document.querySelectorAll('input, textarea, form')].slice(0, 40)`
  try {
    const { result } = await session.send('Runtime.evaluate', { expression, timeout: worldMs }, worldMs)
    if (result.objectId === undefined) return []
    const { result: items } = await session.send(
      'Runtime.getProperties',
      { objectId: result.objectId, ownProperties: true },
      worldMs,
    )
    const targets = items.flatMap((item) => (/^\d+$/.test(item.name) ? (item.value?.objectId ?? []) : []))
    const lists = await Promise.all(
      targets.map((objectId) => session.send('DOMDebugger.getEventListeners', { objectId }, worldMs)),
    )
    for (const { type, scriptId } of lists.flatMap(({ listeners }) => listeners)) {
      if (!typingEvents.has(type)) continue
      const events = scripts.get(scriptId) ?? new Set()
      scripts.set(scriptId, events.add(type))
    }
  } catch {
    // The page no longer answers: listeners stay unknown, which is only a hint lost.
    return []
  }
  return [...scripts].map(([scriptId, events]) => ({
    script: recorder.scriptUrl(session.id, scriptId) ?? '',
    events: [...events].sort(),
  }))
}
