import type { Session } from './cdp.ts'
import { framesOf, inFrame } from './evaluate.ts'

const maxHovers = 20
const maxClicks = 12

/** Runs inside a frame: down to the end in steps of a window and back, so that scroll watchers and lazy parts wake. */
async function scrollThrough(steps: number): Promise<boolean> {
  const end = Math.max(0, document.documentElement.scrollHeight - innerHeight)
  for (let step = 1; step <= steps; step++) {
    scrollTo(0, Math.min(end, (end * step) / steps))
    dispatchEvent(new Event('scroll'))
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  scrollTo(0, 0)
  return true
}

/** Runs inside the top frame: middle points of the links and buttons in sight. */
function hoverPoints(most: number): Array<{ x: number; y: number }> {
  return [...document.querySelectorAll('a[href], button, [role=button], summary')]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height, top, left }) => width > 1 && height > 1 && top >= 0 && left >= 0)
    .filter(({ top, left }) => top < innerHeight && left < innerWidth)
    .slice(0, most)
    .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
}

/**
 * Runs inside a frame. Opens what only shows more of the page: toggles, tabs, details, menus, carousels, anchors of the
 * same page. Never a submit or image button, a default-type button in a form, or words that read like an action.
 */
function openSafeControls(limits: { most: number }): number {
  const acts =
    /\b(book|confirm|send|submit|pay|order|buy|delete|remove|cancel|unsubscribe|log ?(?:out|in)|sign ?(?:out|up|in)|call|chat|start|schedule|request|continue|next|accept|agree|allow|reject|decline|enviar|pagar|reservar|cancelar|confirmar)\b/i
  const selector =
    'summary, [role=tab], [aria-expanded=false], [aria-haspopup=true], [aria-haspopup=menu], [data-slide], [class*=carousel] button, a[href^="#"]'
  let clicked = 0
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    if (clicked >= limits.most) break
    const words = `${element.textContent} ${element.getAttribute('aria-label') ?? ''} ${element.id}`
    const type = element.getAttribute('type') ?? ''
    const isButton = element instanceof HTMLButtonElement || element instanceof HTMLInputElement
    if (/^(submit|image|reset|file)$/.test(type) || (isButton && type !== 'button' && element.closest('form'))) continue
    if (element instanceof HTMLInputElement || acts.test(words)) continue
    if (element instanceof HTMLAnchorElement && !element.getAttribute('href')?.startsWith('#')) continue
    if (element.getClientRects().length === 0) continue
    element.click()
    clicked++
  }
  return clicked
}

/** Runs inside a frame: what is still folded opens whatever its words are, for nothing but the page itself comes of it. */
function unfold(): boolean {
  for (const element of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) element.open = true
  return true
}

/** The least a person does: some scripts load only once the page was scrolled or the pointer moved. */
export async function stir(session: Session): Promise<void> {
  const [top] = await framesOf(session)
  if (top === undefined) return
  await inFrame(session, top.id, scrollThrough, 3)
  await inFrame(session, top.id, unfold, undefined)
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 40, y: 40 }, 1_000).catch(() => {})
}

/** Step 3 of visit L: scroll, hover, open what is safe to open. Nothing here submits or leaves the page. */
export async function lookAround(session: Session): Promise<void> {
  const [top, ...inner] = await framesOf(session)
  if (top === undefined) return
  await inFrame(session, top.id, scrollThrough, 6)
  const points = (await inFrame(session, top.id, hoverPoints, maxHovers)) ?? []
  const moves = points.map(({ x, y }) =>
    session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }, 1_000).catch(() => {}),
  )
  await Promise.all(moves)
  for (const frame of [top, ...inner.slice(0, 4)]) {
    await inFrame(session, frame.id, openSafeControls, { most: maxClicks })
    await inFrame(session, frame.id, unfold, undefined)
  }
}
