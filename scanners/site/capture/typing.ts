import { type Canary, type FieldKind, makeCanary, twinOf } from '../canary.ts'
import type { Session } from './cdp.ts'
import { framesOf, inFrame } from './evaluate.ts'

export type Typed = { canaries: Array<Canary>; twins: Array<Canary>; fields: number }

/** What a frame says of one field it found; the element itself stays in the isolated world under `index`. */
type FoundField = { index: number; way: 'keys' | 'value' | 'choose'; words: string; type: string; longest: number }

const maxFields = 60
/** Typed key by key, so that listeners for keys hear them; the rest of a long text is put in at once. */
const keyedCharacters = 24

/** Runs inside a frame. Lists the fields a person could see and fill, and keeps them for `focusField`. */
function listFields(most: number): Array<FoundField> {
  const skipped = new Set(['hidden', 'file', 'submit', 'button', 'image', 'reset', 'range', 'color'])
  const found: Array<HTMLElement> = []
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot !== null) walk(element.shadowRoot)
      if (element.matches('input, textarea, select, [contenteditable=""], [contenteditable=true]')) found.push(element)
    }
  }
  walk(document)
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
  const kept: Array<HTMLElement> = []
  const list: Array<FoundField> = []
  for (const element of found) {
    const input = element as HTMLInputElement
    const type = element.matches('select') ? 'select' : element.matches('input') ? input.type : 'textarea'
    if (skipped.has(type) || input.disabled || input.readOnly || !visible(element)) continue
    if (type === 'password' && !isLogin(element.closest('form'))) continue
    if (list.length >= most) break
    const words = ['autocomplete', 'name', 'id', 'placeholder', 'aria-label']
      .map((name) => element.getAttribute(name) ?? '')
      .concat(labelOf(element).slice(0, 80))
    const dated = ['date', 'datetime-local', 'month', 'week', 'time'].includes(type)
    const way = ['select', 'radio', 'checkbox'].includes(type) ? 'choose' : dated ? 'value' : 'keys'
    kept.push(element)
    const longest = input.maxLength > 0 ? input.maxLength : 0
    list.push({ index: kept.length - 1, way, words: words.join(' ').toLowerCase(), type, longest })
  }
  ;(globalThis as { provisoFields?: Array<HTMLElement> }).provisoFields = kept
  return list
}

/** Runs inside a frame: gives the field the keyboard, its old content selected. */
function focusField(index: number): boolean {
  const element = (globalThis as { provisoFields?: Array<HTMLElement> }).provisoFields?.[index]
  if (element === undefined || !element.isConnected) return false
  element.focus()
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select()
  return true
}

/** Runs inside a frame: the keyboard comes to each field and goes again, as when a person tabs through. */
function touchFields(): boolean {
  for (const element of (globalThis as { provisoFields?: Array<HTMLElement> }).provisoFields ?? []) {
    element.focus({ preventScroll: true })
    element.blur()
  }
  return true
}

/** Runs inside a frame: leaves the field; the browser itself then tells of the change. */
function leaveField(index: number): boolean {
  const element = (globalThis as { provisoFields?: Array<HTMLElement> }).provisoFields?.[index]
  element?.dispatchEvent(new Event('change', { bubbles: true }))
  element?.blur()
  return true
}

/** Runs inside a frame: fields without free text get a value (date) or their first real choice. */
function setField({ index, value }: { index: number; value: string }): boolean {
  const element = (globalThis as { provisoFields?: Array<HTMLElement> }).provisoFields?.[index]
  if (element instanceof HTMLSelectElement) {
    const at = [...element.options].findIndex((option) => option.value !== '' && !option.disabled)
    if (at >= 0) element.selectedIndex = at
  } else if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
    if (!element.checked) element.click()
    return true
  } else if (element instanceof HTMLInputElement) {
    element.value = value
  }
  for (const name of ['input', 'change']) element?.dispatchEvent(new Event(name, { bubbles: true }))
  element?.blur()
  return true
}

/** Words of the autocomplete tokens, names and labels (en, es) that say what a field wants; the first match counts. */
const wanted: ReadonlyArray<readonly [FieldKind, RegExp]> = [
  ['email', /e-?mail|correo/],
  ['phone', /\btel|phone|mobile|\bcell|m[oó]vil|tel[eé]fono/],
  ['birth-date', /bday|birth|\bdob\b|nacimiento/],
  ['postal-code', /postal|\bzip|postcode/],
  [
    'member-number',
    /member|insurance.*(?:id|no|number)|policy|record|\bmrn\b|\bssn\b|social security|account|patient.?id|p[oó]liza/,
  ],
  ['first-name', /given-name|first.?name|\bfname|\bnombre\b/],
  ['last-name', /family-name|last.?name|\blname|surname|apellido/],
  ['street', /street|address-line|\baddress|direcci[oó]n/],
  ['city', /city|address-level2|ciudad/],
  ['search', /search|\bquery\b|\bq\b|buscar/],
  ['message', /message|comment|reason|symptom|describe|notes?\b|question|concern|history|mensaje|motivo|s[ií]ntoma/],
  ['full-name', /name|nombre/],
]

function kindOf(field: FoundField): FieldKind {
  if (field.type === 'password') return 'password'
  if (field.type === 'email') return 'email'
  if (field.type === 'tel') return 'phone'
  if (field.type === 'date') return 'birth-date'
  if (field.type === 'search') return 'search'
  return wanted.find(([, words]) => words.test(field.words))?.[0] ?? (field.type === 'textarea' ? 'message' : 'text')
}

function valueFor(field: FoundField, canary: Canary): string {
  const value = field.type === 'number' ? canary.value.replace(/\D/g, '') : canary.value
  return field.longest > 0 ? value.slice(0, field.longest) : value
}

async function press(session: Session, text: string): Promise<void> {
  const first = [...text].slice(0, keyedCharacters)
  const sent = first.flatMap((key) => [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, key, unmodifiedText: key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
  ])
  const rest = [...text].slice(keyedCharacters).join('')
  if (rest !== '') sent.push(session.send('Input.insertText', { text: rest }))
  await Promise.all(sent.map((call) => call.catch(() => {})))
}

type TypingPlan = {
  typed: Typed
  /** Visits every field without a key. */
  touch: () => Promise<void>
  type: () => Promise<void>
}

/** The fields a page shows and the values they will get. `seed` names scan, page and state. */
export async function planTyping(session: Session, seed: string): Promise<TypingPlan> {
  const typed: Typed = { canaries: [], twins: [], fields: 0 }
  const frames: Array<string> = []
  const steps: Array<() => Promise<void>> = []
  for (const frame of await framesOf(session)) {
    const fields = (await inFrame(session, frame.id, listFields, maxFields - typed.fields)) ?? []
    if (fields.length > 0) frames.push(frame.id)
    for (const field of fields) {
      typed.fields++
      const kind = kindOf(field)
      const fieldSeed = `${seed}:${typed.fields}`
      const canary = makeCanary(kind, fieldSeed)
      const { index } = field
      if (field.way === 'choose') {
        steps.push(async () => void (await inFrame(session, frame.id, setField, { index, value: '' })))
        continue
      }
      typed.canaries.push(canary, ...shortened(field, canary))
      typed.twins.push(twinOf(canary, fieldSeed))
      const value = valueFor(field, canary)
      if (field.way === 'value') {
        steps.push(async () => void (await inFrame(session, frame.id, setField, { index, value })))
        continue
      }
      steps.push(async () => {
        if ((await inFrame(session, frame.id, focusField, index)) !== true) return
        await press(session, value)
        await inFrame(session, frame.id, leaveField, index)
      })
    }
  }
  return {
    typed,
    touch: async () => {
      for (const frame of frames) await inFrame(session, frame, touchFields, undefined)
    },
    type: async () => {
      for (const step of steps) await step()
    },
  }
}

/** A field that takes fewer characters than the canary has sends the shortened form. */
function shortened(field: FoundField, canary: Canary): Array<Canary> {
  const value = valueFor(field, canary)
  return value === canary.value || value.length < 7 ? [] : [{ ...canary, value }]
}
