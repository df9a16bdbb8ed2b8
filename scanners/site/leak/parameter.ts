import type { View } from './view.ts'

const reach = 400

function nameIn(text: string): string | null {
  const json = /"([^"\\]{1,80})"\s*:\s*(?:\[\s*)?(?:"[^"]*)?$/.exec(text)?.[1]
  if (json !== undefined) return json
  const part = /name="([^"]{1,80})"[\s\S]*$/.exec(text)?.[1]
  if (part !== undefined) return part
  const form = /(?:^|[?&;\n])([\w.$%+[\]-]{1,80})=[^&\n]*$/.exec(text)?.[1]
  if (form === undefined) return null
  try {
    return decodeURIComponent(form)
  } catch {
    return form
  }
}

/** Name of the parameter or key a span belongs to: looked for before it, in this view and then in the outer ones. */
export function parameterAt(view: View, at: number): string | null {
  let current: View | undefined = view
  let position = at
  while (current !== undefined) {
    const before = current.bytes.subarray(Math.max(0, position - reach), position).toString('latin1')
    const name = nameIn(before)
    if (name !== null) return name
    const parent: View | undefined = current.parent
    if (parent === undefined) return null
    // Positions in the parent are known only for the raw bytes; its start is enough to look before.
    position = parent.parent === undefined ? current.locate(position, 1).offset : 0
    current = parent
  }
  return null
}
