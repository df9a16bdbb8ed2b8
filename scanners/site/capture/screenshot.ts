import type { Session } from './cdp.ts'
import { framesOf, inFrame } from './evaluate.ts'

/** Runs inside a frame. Letters, form values and pictures of text become see-through; the layout stays. */
function hideText(): boolean {
  const style = document.createElement('style')
  style.textContent =
    '*, *::before, *::after, *::placeholder, *::marker { color: transparent !important; text-shadow: none !important;' +
    ' -webkit-text-fill-color: transparent !important; caret-color: transparent !important; } svg text { fill: transparent !important; stroke: transparent !important; }'
  document.documentElement.append(style)
  return true
}

/**
 * A picture of the visible part, PNG, its text made transparent first (security.md 6.6): a page may show a person's
 * data. Undefined when the page no longer answers, or when a frame could not be blanked.
 */
export async function takeScreenshot(
  session: Session,
  size: { width: number; height: number },
): Promise<Uint8Array | undefined> {
  const frames = await framesOf(session)
  if (frames.length === 0) return undefined
  const blanked = await Promise.all(frames.map((frame) => inFrame(session, frame.id, hideText, undefined)))
  if (!blanked.every((done) => done === true)) return undefined
  const clip = { x: 0, y: 0, width: size.width, height: size.height, scale: 1 }
  const shot = await session
    .send('Page.captureScreenshot', { format: 'png', clip, optimizeForSpeed: true }, 5_000)
    .catch(() => undefined)
  return shot === undefined ? undefined : Buffer.from(shot.data, 'base64')
}
