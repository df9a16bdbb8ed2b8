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
function listStorage(most: number): Array<RawStorage> {
  const { origin } = location
  const found: Array<RawStorage> = []
  for (const area of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const [key, value] of Object.entries(window[area])) found.push({ origin, area, key, value: String(value) })
    } catch {
      // A sandboxed frame has no storage.
    }
  }
  return found.slice(0, most)
}

/** Names of databases and caches of one origin. Ask before virtual time: the answer never comes while it is paused. */
async function listDatabases(session: Session, origin: string): Promise<Array<RawStorage>> {
  const [databases, caches] = await Promise.all([
    session.send('IndexedDB.requestDatabaseNames', { securityOrigin: origin }, storesMs).catch(() => undefined),
    session.send('CacheStorage.requestCacheNames', { securityOrigin: origin }, storesMs).catch(() => undefined),
  ])
  const named = (area: string) => (key: string) => ({ origin, area, key, value: '' })
  return [
    ...(databases?.databaseNames ?? []).map(named('indexedDB')),
    ...(caches?.caches ?? []).map(({ cacheName }) => cacheName).map(named('cache')),
  ]
}

function unique(items: ReadonlyArray<RawStorage>): Array<RawStorage> {
  const byKey = new Map(items.map((item) => [`${item.origin} ${item.area} ${item.key}`, item]))
  return [...byKey.values()].slice(0, maxItems)
}

/** localStorage and sessionStorage of every frame. */
export async function readStorage(session: Session): Promise<Array<RawStorage>> {
  const frames = (await framesOf(session)).slice(0, 10)
  const parts = await Promise.all(frames.map((frame) => inFrame(session, frame.id, listStorage, maxItems)))
  return unique(parts.flatMap((part) => part ?? []))
}

export async function readDatabases(session: Session): Promise<Array<RawStorage>> {
  const frames = (await framesOf(session)).slice(0, 10)
  const origins = new Set(frames.flatMap(({ url }) => (/^https?:/.test(url) ? new URL(url).origin : [])))
  const kept = await Promise.all([...origins].map((origin) => listDatabases(session, origin)))
  return unique(kept.flat())
}
