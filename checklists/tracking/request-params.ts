import type { PageRequest } from '#scanners/site/evidence.ts'

export type ParamIndex = ReadonlyMap<string, ReadonlyArray<PageRequest['params'][number]>>

/** "[0].context.page[url]" and "batch.3.event" lose their list positions, so that one name stands for all items. */
export function plainName(name: string): string {
  return name
    .replace(/\[\d*\]/g, '')
    .replace(/(^|\.)\d+(?=\.|$)/g, '$1')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.$](?=\.)|^\.+|\.+$/g, '')
}

function endsOf(path: string): Array<string> {
  const ends = [path]
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) ends.push(path.slice(dot + 1))
  return ends
}

/** Every parameter of the query and the body under each dotted end of its name; the objects around it are there too. */
export function indexParams(request: PageRequest): ParamIndex {
  const index = new Map<string, Array<PageRequest['params'][number]>>()
  for (const param of request.params) {
    if (param.in === 'header' || param.in === 'cookie') continue
    const name = plainName(param.name)
    for (const end of endsOf(name)) {
      const list = index.get(end)
      if (list === undefined) index.set(end, [param])
      else list.push(param)
    }
    for (let dot = name.lastIndexOf('.'); dot !== -1; dot = name.lastIndexOf('.', dot - 1)) {
      for (const end of endsOf(name.slice(0, dot))) if (!index.has(end)) index.set(end, [])
      if (dot === 0) break
    }
  }
  return index
}

type Condition = (request: PageRequest, index: ParamIndex) => boolean

function compileOne(text: string): Condition {
  const [, name, operator, wanted] = /^([^=~:]+)(?:([=~:])(.*))?$/.exec(text)!
  if (name === 'body' && operator === '~') {
    const pattern = new RegExp(wanted!)
    return (request) => request.body !== null && pattern.test(request.body.kind)
  }
  if (operator === undefined) return (_, index) => index.has(name!)
  if (operator === ':') return (_, index) => index.get(name!)?.some((param) => param.class === wanted) ?? false
  const pattern = operator === '~' ? new RegExp(wanted!) : undefined
  // A value the redaction gate hid proves nothing: the condition then does not hold.
  return (_, index) =>
    index
      .get(name!)
      ?.some(({ value }) => value !== null && (pattern === undefined ? value === wanted : pattern.test(value))) ?? false
}

/** Reads the small language of `TrackerShape.params`: "name", "name=value", "name~pattern", "name:class", "a|b", "body~kind". */
export function compileCondition(text: string): Condition {
  // A bar inside a pattern belongs to the pattern, so alternatives split only before a new name.
  const parts = text.split(/\|(?=[$\w.[\]-]+(?:[=~:]|\||$))/).reduce<Array<string>>((list, part) => {
    const open = list.at(-1)
    if (open !== undefined && (open.match(/\(/g)?.length ?? 0) > (open.match(/\)/g)?.length ?? 0)) {
      list[list.length - 1] = `${open}|${part}`
    } else list.push(part)
    return list
  }, [])
  const conditions = parts.map(compileOne)
  return (request, index) => conditions.some((holds) => holds(request, index))
}

/** Whether a parameter name fits one of the globs of a space-separated list; a dotted body path may fit by its end. */
export function nameMatcher(globs: string | undefined): (name: string) => boolean {
  if (globs === undefined) return () => false
  const patterns = globs
    .split(' ')
    .map((glob) => new RegExp(`(^|\\.)${glob.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`))
  // Vendors send the same names with every request; the answer for a name never changes.
  const known = new Map<string, boolean>()
  return (name) => {
    const told = known.get(name)
    if (told !== undefined) return told
    const fits = patterns.some((pattern) => pattern.test(plainName(name)) || pattern.test(name))
    if (known.size < 5000) known.set(name, fits)
    return fits
  }
}
