/** What stood in one form of a page: its number there, and its fields by name. */
export type TypedForm = { path: string; form: number; fields: Array<[name: string, value: string]> }

const formsOn = (page: ParentNode) => [...page.querySelectorAll<HTMLFormElement>('#main form[method="post"]')]

/** Secrets and files are never kept, and hidden fields are the page's own. */
const isKept = (field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLSelectElement ||
  (field instanceof HTMLInputElement && !['password', 'file', 'hidden', 'submit', 'button'].includes(field.type))

const isChoice = (field: Element): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')

function isChanged(field: Element): boolean {
  if (!isKept(field) || field.name === '') return false
  if (isChoice(field)) return field.checked !== field.defaultChecked
  if (field instanceof HTMLSelectElement)
    return ![...field.options].every((one) => one.selected === one.defaultSelected)
  return field.value !== field.defaultValue
}

/** The first form of the page somebody typed into; null when none was touched. */
export function typedOn(page: ParentNode, path: string): TypedForm | null {
  const forms = formsOn(page)
  const form = forms.findIndex((one) => [...one.elements].some(isChanged))
  if (form === -1) return null
  const fields: TypedForm['fields'] = []
  for (const field of forms[form]!.elements) {
    if (!isKept(field) || field.name === '' || (isChoice(field) && !field.checked)) continue
    fields.push([field.name, field.value])
  }
  return { path, form, fields }
}

/** Puts it back where it stood. false: the page has no such form any more. */
export function putBack(page: ParentNode, { form, fields }: TypedForm): boolean {
  const target = formsOn(page)[form]
  if (target === undefined) return false
  const waiting = new Map<string, Array<string>>()
  for (const [name, value] of fields) waiting.set(name, [...(waiting.get(name) ?? []), value])
  for (const field of target.elements) {
    if (!isKept(field) || field.name === '') continue
    const values = waiting.get(field.name) ?? []
    if (isChoice(field)) field.checked = values.includes(field.value)
    else if (values.length > 0) field.value = values.shift() ?? ''
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return true
}
