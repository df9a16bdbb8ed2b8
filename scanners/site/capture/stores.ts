import type { Session } from './cdp.ts'
import { framesOf, inFrame } from './evaluate.ts'

export type RawCookie = {
  name: string
  value: string
  domain: string
  path: string
  secure: boolean
  httpOnly: boolean
  sameSite: string
  expiresInDays: number | null
}

export type RawStorage = { origin: string; area: string; key: string; value: string }

const storesMs = 2_000
const maxItems = 200
const secondsPerDay = 86_400

/** The cookie jar of one browser context; `root` is the session of the browser itself. */
export async function readCookies(root: Session, browserContextId: string): Promise<Array<RawCookie>> {
  const answer = await root.send('Storage.getCookies', { browserContextId }, storesMs).catch(() => undefined)
  return (answer?.cookies ?? []).slice(0, maxItems).map((cookie) => ({
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain,
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite ?? '',
    expiresInDays: cookie.session ? null : Math.round((cookie.expires - Date.now() / 1_000) / secondsPerDay),
  }))
}

/** Runs inside a frame: names and values of what is stored for its origin. */
async function listStorage(most: number): Promise<Array<RawStorage>> {
  const { origin } = location
  const found: Array<RawStorage> = []
  for (const area of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const [key, value] of Object.entries(window[area])) found.push({ origin, area, key, value: String(value) })
    } catch {
      // A sandboxed frame has no storage.
    }
  }
  try {
    for (const { name = '' } of await indexedDB.databases())
      found.push({ origin, area: 'indexedDB', key: name, value: '' })
    for (const key of await caches.keys()) found.push({ origin, area: 'cache', key, value: '' })
  } catch {
    // Not available on this origin (plain http, opaque origin).
  }
  return found.slice(0, most)
}

export async function readStorage(session: Session): Promise<Array<RawStorage>> {
  const frames = (await framesOf(session)).slice(0, 10)
  const parts = await Promise.all(frames.map((frame) => inFrame(session, frame.id, listStorage, maxItems)))
  const unique = new Map<string, RawStorage>()
  for (const item of parts.flat()) if (item !== undefined) unique.set(`${item.origin} ${item.area} ${item.key}`, item)
  return [...unique.values()].slice(0, maxItems)
}
