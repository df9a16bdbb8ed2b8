const maxLength = 2_000_000

/** The JSON object that follows the first match of `before` in a script; undefined when there is none that parses. */
export function objectAt<Value>(code: string, before: RegExp): Value | undefined {
  const found = before.exec(code)
  if (found === null) return undefined
  const start = found.index + found[0].length
  if (code[start] !== '{') return undefined
  let depth = 0
  let inString = false
  for (let at = start; at < code.length && at - start < maxLength; at++) {
    const letter = code[at]
    if (inString) {
      if (letter === '\\') at++
      else if (letter === '"') inString = false
    } else if (letter === '"') inString = true
    else if (letter === '{') depth++
    else if (letter === '}' && --depth === 0) {
      try {
        return JSON.parse(code.slice(start, at + 1)) as Value
      } catch {
        // Not JSON but code: nothing is run, so nothing is known.
        return undefined
      }
    }
  }
  return undefined
}
