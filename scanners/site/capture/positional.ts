import type { Pair } from './payload.ts'

/** Places in the envelope that begins a batch: `[version, sequence, start, duration, project, user, session, page, …]`. */
const places: Readonly<Record<number, string>> = { 0: 'version', 4: 'project', 5: 'user', 6: 'session', 11: 'url' }

/** The numbers that say what an event list is about; a custom event names itself. */
const kinds: Readonly<Record<number, string>> = {
  0: 'metric',
  1: 'dimension',
  5: 'discover',
  6: 'mutation',
  8: 'document',
  9: 'click',
  10: 'scroll',
  11: 'resize',
  23: 'page',
  24: 'custom',
  26: 'unload',
  27: 'input',
  28: 'visibility',
  29: 'navigation',
  31: 'script-error',
  34: 'variable',
  39: 'submit',
  42: 'change',
  43: 'snapshot',
  47: 'consent',
}
const custom = 24
const maxEvents = 120

function isEnvelope(value: unknown): value is Array<unknown> {
  if (!Array.isArray(value) || value.length < 10) return false
  const [version, sequence] = value
  return typeof version === 'string' && /^\d+\.\d+/.test(version) && typeof sequence === 'number'
}

function eventPairs(events: ReadonlyArray<unknown>): Array<Pair> {
  const found = new Map<string, Pair>()
  for (const event of events.slice(0, maxEvents)) {
    if (!Array.isArray(event) || typeof event[0] !== 'number' || typeof event[1] !== 'number') continue
    const [, kind, first, second] = event as Array<unknown>
    const named =
      kind === custom ? [first, second].filter((text) => typeof text === 'string' && text !== '').at(-1) : null
    for (const name of [kinds[kind as number], named]) {
      if (typeof name === 'string') found.set(name, { name: 'recording.event', value: name })
    }
  }
  return [...found.values()]
}

/**
 * Recorders that send lists without names: `{e: envelope, a: events, p: page content}`. Empty for anything else; the
 * lists themselves are read like any JSON.
 */
export function positionalPairs(json: unknown): Array<Pair> {
  if (json === null || typeof json !== 'object' || !('e' in json) || !isEnvelope(json.e)) return []
  const envelope = json.e
  const named = Object.entries(places).flatMap(([at, name]) => {
    const value = envelope[Number(at)]
    return typeof value === 'string' && value !== '' ? [{ name: `envelope.${name}`, value }] : []
  })
  const lists = ['a', 'p'].flatMap((key) => {
    const list = (json as Record<string, unknown>)[key]
    return Array.isArray(list) ? list : []
  })
  return [...named, ...eventPairs(lists)]
}
