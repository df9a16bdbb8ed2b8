/** What a frame says of one field it found; the element itself stays in the isolated world under `index`. */
export type FoundField = {
  index: number
  way: 'keys' | 'value' | 'choose'
  words: string
  name: string
  type: string
  longest: number
}

/** What was chosen of a list, a group or a box: its words count only under the field's own name or beside typed text. */
export type Choice = { name: string; value: string; text: string }

/** Kept by the isolated world of a frame between calls. */
type Kept = typeof globalThis & {
  provisoFields?: Array<HTMLElement>
  /** Closed shadow roots, handed in through the protocol: scripts cannot reach them. */
  provisoRoots?: Array<ShadowRoot>
  /** The control a journey names, handed in by `control.ts`. */
  provisoNamed?: HTMLElement
}

/**
 * Runs inside a frame. Lists the fields a person could see and fill that were not listed before, and keeps them for
 * `focusField`. `named`: only the control that was handed in, whether listed before or not; what no look would fill
 * (passwords, files, hidden and disabled fields) no journey fills either.
 */
export function listFields({ most, named }: { most: number; named: boolean }): Array<FoundField> {
  const world = globalThis as Kept
  const skipped = new Set(['hidden', 'file', 'submit', 'button', 'image', 'reset', 'range', 'color'])
  const native = 'input, textarea, select'
  const written = '[contenteditable]:not([contenteditable=false]), [role=textbox], [role=searchbox]'
  const found: Array<HTMLElement> = []
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot !== null) walk(element.shadowRoot)
      if (element.matches(`${native}, ${written}`)) found.push(element)
    }
  }
  walk(document)
  for (const root of world.provisoRoots ?? []) walk(root)
  if (document.designMode === 'on' && document.body !== null) found.push(document.body)
  const isLogin = (form: Element | null): boolean =>
    form !== null &&
    form.querySelectorAll('input[type=password]').length === 1 &&
    form.querySelectorAll('input:not([type=hidden]):not([type=submit]):not([type=checkbox]), textarea, select')
      .length <= 3
  const visible = (element: HTMLElement): boolean => {
    const { width, height, right, bottom } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    if (width < 3 || height < 3 || right + scrollX <= 0 || bottom + scrollY <= 0) return false
    return (
      style.visibility === 'visible' && Number(style.opacity) > 0.05 && element.closest('[aria-hidden=true]') === null
    )
  }
  const labelOf = (element: HTMLElement): string => {
    const labels = (element as HTMLInputElement).labels
    return labels?.[0]?.textContent ?? element.closest('label')?.textContent ?? ''
  }
  const kept = world.provisoFields ?? []
  const before = new Set(kept)
  const groups = new Set<string>()
  const list: Array<FoundField> = []
  // A box or a choice is often drawn by its label, the control itself left invisible: named, it counts as seen.
  const drawn = (input: HTMLInputElement): boolean =>
    named && /^(?:radio|checkbox)$/.test(input.type) && [...(input.labels ?? [])].some(visible)
  for (const element of named ? found.filter((one) => one === world.provisoNamed) : found) {
    const input = element as HTMLInputElement
    const type = element.matches('select') ? 'select' : element.matches('input') ? input.type : 'textarea'
    if (skipped.has(type) || input.disabled || input.readOnly || !(visible(element) || drawn(input))) continue
    if (before.has(element) && !named) continue
    // A wrapper with a role around the real field, or a part of an editor already listed.
    const isWritten = !element.matches(native)
    const inside = (other: HTMLElement) => other !== element && other.contains(element)
    if (isWritten && (element.querySelector(native) !== null || found.some(inside))) continue
    if (type === 'password' && !isLogin(element.closest('form'))) continue
    const group = type === 'radio' ? `${input.form?.id ?? ''} ${input.name}` : ''
    if (group !== '' && groups.has(group)) continue
    groups.add(group)
    if (list.length >= most) break
    const words = ['autocomplete', 'name', 'id', 'placeholder', 'aria-label']
      .map((name) => element.getAttribute(name) ?? '')
      .concat(labelOf(element).slice(0, 80))
    const dated = ['date', 'datetime-local', 'month', 'week', 'time'].includes(type)
    const way = ['select', 'radio', 'checkbox'].includes(type) ? 'choose' : dated ? 'value' : 'keys'
    const index = before.has(element) ? kept.indexOf(element) : kept.push(element) - 1
    const longest = input.maxLength > 0 ? input.maxLength : 0
    const name = element.getAttribute('name') ?? element.id
    list.push({ index, way, words: words.join(' ').toLowerCase(), name, type, longest })
  }
  world.provisoFields = kept
  return list
}

/** Runs inside a frame: whether something there may hide fields in a closed shadow root. */
export function mayHideFields(): boolean {
  return [...document.querySelectorAll<HTMLElement>('*')].some((element) => {
    if (element.shadowRoot !== null) return false
    if (element.localName.includes('-')) return true
    if (!/^(?:div|span|section|article|main|aside|p)$/.test(element.localName)) return false
    if (element.childElementCount > 0 || element.textContent?.trim() !== '') return false
    const { width, height } = element.getBoundingClientRect()
    return width > 20 && height > 14
  })
}

/** Runs inside a frame: the keyboard comes to each field and goes again, as when a person tabs through. */
export function touchFields(): boolean {
  for (const element of (globalThis as Kept).provisoFields ?? []) {
    element.focus({ preventScroll: true })
    element.blur()
  }
  return true
}

/** Runs inside a frame: gives the field the keyboard, its old content selected. */
export function focusField(index: number): boolean {
  const element = (globalThis as Kept).provisoFields?.[index]
  if (element === undefined || !element.isConnected) return false
  element.focus()
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select()
  return true
}

/**
 * Runs inside a frame: whether the keys arrived where they were meant. Masks may add signs; a page that moved the focus on
 * or took it away may have swallowed some. Undecided (true) for editors that draw their text themselves.
 */
export function holdsText({ index, text }: { index: number; text: string }): boolean {
  const element = (globalThis as Kept).provisoFields?.[index]
  const plain = (value: string) => value.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    return plain(element.value).includes(plain(text))
  }
  return element?.isContentEditable === true ? plain(element.textContent ?? '').includes(plain(text)) : true
}

/** Runs inside a frame: leaves the field; the browser itself then tells of the change. */
export function leaveField(index: number): boolean {
  const element = (globalThis as Kept).provisoFields?.[index]
  element?.dispatchEvent(new Event('change', { bubbles: true }))
  element?.blur()
  return true
}

/** Runs inside a frame: fields without free text get a value (dates); also text a page would not take key by key. */
export function setField({ index, value }: { index: number; value: string }): boolean {
  const element = (globalThis as Kept).provisoFields?.[index]
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.value = value
  else if (element?.isContentEditable === true) element.textContent = value
  for (const name of ['input', 'change']) element?.dispatchEvent(new Event(name, { bubbles: true }))
  element?.blur()
  return true
}

/**
 * Runs inside a frame: chooses of a list, a group or a box; of a list the option of that name, without one the first real
 * choice. Null when there is none.
 */
export function chooseIn({ index, option }: { index: number; option?: string | undefined }): Choice | null {
  const element = (globalThis as Kept).provisoFields?.[index]
  const words = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
  if (element instanceof HTMLSelectElement) {
    const isWanted = ({ value, disabled, textContent }: HTMLOptionElement) =>
      option === undefined
        ? value !== '' && !disabled
        : words(textContent).toLowerCase() === words(option).toLowerCase() && !disabled
    const at = [...element.options].findIndex(isWanted)
    const found = element.options[at]
    if (found === undefined) return null
    element.focus()
    element.selectedIndex = at
    for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, { bubbles: true }))
    element.blur()
    return { name: element.name || element.id, value: found.value, text: words(found.textContent).slice(0, 80) }
  }
  if (!(element instanceof HTMLInputElement) || option !== undefined) return null
  if (!element.checked) element.click()
  const label = element.labels?.[0] ?? element.closest('label')
  return { name: element.name || element.id, value: element.value, text: words(label?.textContent).slice(0, 80) }
}
