import type { PageEvidence } from './evidence.ts'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => value !== null && typeof value === 'object' && !Array.isArray(value)

/** The event shape of the common open recorder: numbered type, data, timestamp. */
function isRecordedEvent(value: unknown): boolean {
  if (!isObject(value)) return false
  const { type, timestamp } = value
  return typeof type === 'number' && type >= 0 && type <= 6 && typeof timestamp === 'number' && 'data' in value
}

/** An envelope array that begins with a version and carries numbers and ids: the form of array-based recorders. */
function isEnvelope(value: unknown): boolean {
  if (!isObject(value) || !Array.isArray(value.e)) return false
  const [version, ...rest] = value.e
  return typeof version === 'string' && /^\d+\.\d+/.test(version) && rest.length >= 4
}

function isMutation(value: unknown): boolean {
  return isObject(value) && ['adds', 'removes', 'texts', 'attributes'].every((name) => Array.isArray(value[name]))
}

/** Signs of a session recording in what was sent; a listener alone is a hint, a payload is proof. */
export function replaySignsIn(json: unknown): Array<string> {
  const signs = new Set<string>()
  let left = 5_000
  const walk = (value: unknown, depth: number): void => {
    if (depth > 8 || left-- < 0) return
    if (isRecordedEvent(value)) signs.add('recorded-events')
    if (isEnvelope(value)) signs.add('recording-envelope')
    if (isMutation(value)) signs.add('mutation-stream')
    if (typeof value === 'string' && value.length > 20 && value.length < 2_000_000 && /^\s*[[{]/.test(value)) {
      try {
        walk(JSON.parse(value), depth + 1)
      } catch {
        // Text that only looks like JSON.
      }
      return
    }
    if (Array.isArray(value)) for (const part of value.slice(0, 200)) walk(part, depth + 1)
    else if (isObject(value)) for (const part of Object.values(value)) walk(part, depth + 1)
  }
  walk(json, 0)
  return [...signs]
}

/** One line a script and sign. */
export function uniqueSigns(signs: PageEvidence['replaySigns']): PageEvidence['replaySigns'] {
  return [...new Map(signs.map((sign) => [`${sign.script} ${sign.sign}`, sign])).values()]
}
