/** Kept by the isolated world of a frame between calls. */
type Kept = typeof globalThis & {
  provisoFields?: Array<HTMLElement>
  provisoRoots?: Array<ShadowRoot>
  provisoNamed?: HTMLElement
  /** The button `findNext` chose, and how often each was pressed without a new field. */
  provisoNext?: HTMLElement
  provisoTried?: Map<HTMLElement, number>
}

/** What pressing would do: send a form, or lead to `href` (null for what stays on the page). `words`: what stands on it. */
export type Pressable = { submits: boolean; href: string | null; words: string }

/** Runs inside a frame: what the control a journey names would do when pressed. */
export function lookAtNamed(): Pressable {
  const element = (globalThis as Kept).provisoNamed
  const button = element?.closest('button, input')
  const submits =
    (button instanceof HTMLButtonElement && button.type === 'submit' && button.form !== null) ||
    (button instanceof HTMLInputElement && /^(submit|image)$/.test(button.type))
  const link = element?.closest('a')
  const isWay = link != null && /^https?:$/.test(link.protocol) && !link.getAttribute('href')?.startsWith('#')
  const words = `${element?.textContent ?? ''} ${button instanceof HTMLInputElement ? button.value : ''}`
  return { submits, href: isWay ? link.href : null, words: words.replace(/\s+/g, ' ').trim().slice(0, 200) }
}

/** Runs inside a frame: presses what `lookAtNamed` looked at. */
export function pressNamed(): boolean {
  const element = (globalThis as Kept).provisoNamed
  element?.scrollIntoView({ block: 'center' })
  element?.click()
  return element !== undefined
}

/**
 * Runs inside a frame: chooses the button that shows the next part of a form in steps, the nearest to the filled fields
 * first. Its distance in levels of the document, 100 and more for one that turns pictures or pages; null when none is
 * left to try. `mostTries`: how often one may be pressed without a new field.
 */
export function findNext(mostTries: number): number | null {
  const world = globalThis as Kept
  const words = /^\W*(?:next|continue|proceed|siguiente|continuar)\b/i
  const acts = /\b(?:book|submit|send|pay|order|buy|confirm|sign|log|google|facebook|apple|microsoft|call|chat)\b/i
  const turners = [
    'carousel',
    'slider',
    'slick',
    'swiper',
    'gallery',
    'testimonial',
    'paginat',
    'calendar',
    'datepicker',
  ]
  const turning = `${turners.map((name) => `[class*=${name} i]`).join()}, [aria-roledescription], [data-slide], [data-bs-slide]`
  const tried = world.provisoTried ?? new Map<HTMLElement, number>()
  world.provisoTried = tried
  delete world.provisoNext
  const found: Array<HTMLElement> = []
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot !== null) walk(element.shadowRoot)
      if (element.matches('button, input[type=button], [role=button], a[href^="#"]')) found.push(element)
    }
  }
  walk(document)
  for (const root of world.provisoRoots ?? []) walk(root)
  const parentOf = (node: Node): Node | null => node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)
  const around = new Set<Node>()
  for (const field of world.provisoFields ?? []) {
    for (let node: Node | null = field; node !== null && !around.has(node); node = parentOf(node)) around.add(node)
  }
  const distance = (element: HTMLElement): number => {
    let levels = 0
    for (let node: Node | null = element; node !== null && !around.has(node); node = parentOf(node)) levels += 1
    const sameForm = element instanceof HTMLButtonElement && element.form !== null && around.has(element.form)
    return (element.closest(turning) !== null ? 100 : 0) + (sameForm ? 0 : around.size === 0 ? 90 : levels)
  }
  let nearest: number | null = null
  for (const element of found) {
    const isInput = element instanceof HTMLInputElement
    const text = ((isInput ? element.value : element.textContent) ?? '').replace(/\s+/g, ' ').trim()
    const label = text === '' || /^\W+$/.test(text) ? (element.getAttribute('aria-label') ?? '') : text
    // A button that says it submits is a form's end; one without a type only may be.
    const ends = element instanceof HTMLButtonElement && element.getAttribute('type')?.toLowerCase() === 'submit'
    const isOff = (element as HTMLButtonElement).disabled === true || element.getAttribute('aria-disabled') === 'true'
    const { width, height } = element.getBoundingClientRect()
    const seen = width > 2 && height > 2 && getComputedStyle(element).visibility === 'visible'
    if ((ends && element.form !== null) || isOff || !seen) continue
    if (label.length >= 40 || !words.test(label) || acts.test(label) || (tried.get(element) ?? 0) >= mostTries) continue
    const far = distance(element)
    if (nearest !== null && nearest <= far) continue
    nearest = far
    world.provisoNext = element
  }
  return nearest
}

/**
 * Runs inside a frame, and only while nothing leaves: presses what `findNext` chose. Of a button that could submit its
 * form the submission is called off before anybody hears of it; where its click shows nothing, the page's own listeners
 * are told of a submission that can go nowhere, if the form has parts that are not shown.
 */
export function pressNext(): boolean {
  const world = globalThis as Kept
  const element = world.provisoNext
  if (element === undefined) return false
  const tries = world.provisoTried?.get(element) ?? 0
  world.provisoTried?.set(element, tries + 1)
  const form = element instanceof HTMLButtonElement && element.type === 'submit' ? element.form : null
  if (form === null) {
    element.click()
    return true
  }
  if (tries > 0) {
    const steps = '[class*=step i], [class*=wizard i], [aria-current=step], progress, [role=progressbar]'
    const hidden = [...form.elements].some(
      (part) => part.getClientRects().length === 0 && part.matches('input:not([type=hidden]), select, textarea'),
    )
    if (!hidden && form.closest(steps) === null && form.querySelector(steps) === null) return true
    form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: element }))
    return true
  }
  const callOff = (event: Event): void => {
    if (!event.isTrusted) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const hold = (event: Event): void => event.preventDefault()
  const root = form.getRootNode()
  root.addEventListener('submit', callOff, true)
  addEventListener('click', hold)
  element.click()
  root.removeEventListener('submit', callOff, true)
  removeEventListener('click', hold)
  return true
}

/** Runs inside a frame: new fields came, so every button may be pressed again. */
export function forgetTries(): boolean {
  ;(globalThis as Kept).provisoTried?.clear()
  return true
}

/**
 * Runs inside a frame: how a form that was filled goes on unseen, null where none does. `hidden`: it has fields nobody was
 * shown, behind a button that says it leads on. `sent`: its "Next" sends the form or cannot be pressed, so what comes after
 * it is not there to be looked at.
 */
export function unseenStep(): 'hidden' | 'sent' | null {
  const world = globalThis as Kept
  const words = /^\W*(?:next|continue|proceed|siguiente|continuar)\b/i
  const kept = new Set(world.provisoFields ?? [])
  const forms = new Set([...kept].map((field) => field.closest('form')))
  const ways = [...forms].map((form) => {
    if (form === null) return null
    const parts = [...form.elements].filter((part): part is HTMLElement => part instanceof HTMLElement)
    const shown = (part: HTMLElement) => part.getClientRects().length > 0
    const buttons = parts
      .filter((part) => part.matches('button, input[type=button], input[type=submit]') && shown(part))
      .map((part) => {
        const text = ((part instanceof HTMLInputElement ? part.value : part.textContent) ?? '').trim()
        const label = /^\W*$/.test(text) ? (part.getAttribute('aria-label') ?? '') : text
        return { part: part as HTMLButtonElement | HTMLInputElement, label }
      })
    const leadsOn = buttons.some(({ label }) => words.test(label))
    // "Continue" ends many a form; "Next" never does.
    const sendsOn = buttons.some(
      ({ part, label }) =>
        /^\W*(?:next|siguiente)\b/i.test(label) &&
        (part.disabled || part.getAttribute('type')?.toLowerCase() === 'submit'),
    )
    const unseen = 'input:not([type=hidden], [type=submit], [type=button], [type=file], [type=reset]), select, textarea'
    if (leadsOn && parts.some((part) => part.matches(unseen) && !shown(part) && !kept.has(part) && part.tabIndex >= 0))
      return 'hidden'
    return sendsOn ? 'sent' : null
  })
  return ways.find((way) => way === 'hidden') ?? ways.find((way) => way !== null) ?? null
}
