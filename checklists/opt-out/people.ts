import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import { boundBy, type Identity } from './identity.ts'

/** One person who said stop: a stable name (a keyed hash) and every event that may concern them. */
export type Person = { name: string; events: Array<OptOutEvent> }

/** Groups opt-outs that bind common addresses into people, and gathers for each what matches surely or maybe. */
export function peopleWhoOptedOut(events: ReadonlyArray<OptOutEvent>, identity: Identity): Array<Person> {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!
    parent.set(key, at)
    return at
  }
  const concerns = new Map<string, Set<string>>()
  for (const event of events) {
    if (event.kind !== 'opt_out') continue
    const bound = boundBy(event, identity)
    const [first, ...rest] = [...bound.sure].map((key) => `${event.practice} ${key}`)
    if (first === undefined) continue
    root(first)
    for (const key of rest) parent.set(root(key), root(first))
    const keys = concerns.get(first) ?? new Set()
    for (const key of [...bound.sure, ...bound.maybe]) keys.add(`${event.practice} ${key}`)
    concerns.set(first, keys)
  }
  const groups = new Map<string, Set<string>>()
  for (const [first, keys] of concerns) {
    const group = groups.get(root(first)) ?? new Set()
    for (const key of keys) group.add(key)
    groups.set(root(first), group)
  }
  const wanted = new Set([...groups.values()].flatMap((keys) => [...keys]))
  const byKey = new Map<string, Array<number>>()
  for (const [at, event] of events.entries()) {
    for (const key of event.keys) {
      const named = `${event.practice} ${key}`
      if (!wanted.has(named)) continue
      const list = byKey.get(named)
      if (list === undefined) byKey.set(named, [at])
      else list.push(at)
    }
  }
  // Named by an address or id that is surely theirs; a maybe one may name somebody else.
  const names = new Map<string, string>()
  for (const key of parent.keys()) {
    const group = root(key)
    const name = key.replace(/^.* /, '')
    const known = names.get(group)
    if (known === undefined || name < known) names.set(group, name)
  }
  return [...groups]
    .map(([group, keys]) => {
      const found = new Set<number>()
      for (const key of keys) for (const at of byKey.get(key) ?? []) found.add(at)
      return { name: names.get(group)!, events: [...found].sort((a, b) => a - b).map((at) => events[at]!) }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
