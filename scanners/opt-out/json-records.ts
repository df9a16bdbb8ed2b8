import type { LogRecord } from './records.ts'

/**
 * The objects of a JSON document that open at a nesting depth: 0 for objects one after another, 1 for an array of
 * them, 2 for `{"messages": [ … ]}`. Streams; a record's line is the line its brace stands on.
 */
export async function* jsonObjects(source: AsyncIterable<Buffer>, depth: 0 | 1 | 2): AsyncGenerator<LogRecord> {
  const decoder = new TextDecoder()
  let line = 1
  let level = 0
  let inString = false
  let escaped = false
  let current: { parts: Array<string>; line: number } | null = null
  for await (const chunk of source) {
    const text = decoder.decode(chunk, { stream: true })
    let start = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 10) line += 1
      if (inString) {
        if (escaped) escaped = false
        else if (code === 92) escaped = true
        else if (code === 34) inString = false
        continue
      }
      if (code === 34) inString = true
      else if (code === 123 || code === 91) {
        if (code === 123 && level === depth && current === null) {
          current = { parts: [], line }
          start = at
        }
        level += 1
      } else if (code === 125 || code === 93) {
        level -= 1
        if (level === depth && current !== null) {
          yield { text: current.parts.join('') + text.slice(start, at + 1), line: current.line }
          current = null
        }
      }
    }
    current?.parts.push(text.slice(start))
  }
  // The loop above assigns it; narrowing does not see that.
  const unfinished = current as { parts: Array<string>; line: number } | null
  if (unfinished !== null) yield { text: unfinished.parts.join(''), line: unfinished.line, broken: true }
}

// A campaign's record lists everybody it went to; a whole export in one object holds far more than one row.
const cellsAtMost = 20_000

/** Nested JSON as cells: `to.0.phone_number`. Null is an empty cell. null: more than one row can hold. */
export function flatten(value: unknown, fold: (name: string) => string): Map<string, string> | null {
  const cells = new Map<string, string>()
  const walk = (item: unknown, path: string, depth: number): boolean => {
    if (item === null || item === undefined) return true
    if (typeof item !== 'object') {
      cells.set(path, String(item))
      return cells.size <= cellsAtMost
    }
    if (depth > 8) return true
    for (const [name, inner] of Object.entries(item)) {
      const step = fold(name)
      if (!walk(inner, path === '' ? step : `${path}.${step}`, depth + 1)) return false
    }
    return true
  }
  return walk(value, '', 0) ? cells : null
}
