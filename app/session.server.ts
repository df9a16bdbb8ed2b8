import { redirect } from '@remix-run/node'
import type { Role } from '#db/schema.ts'
import { networkOf } from './network.server.ts'
import type { Proviso } from './proviso.server.ts'
import { zoneOf } from './use-cases/organisation-day.ts'
import type { Actor } from './use-cases/permission.ts'

export type PersonActor = Extract<Actor, { kind: 'person' }>

export type SignedIn = {
  actor: PersonActor
  person: { id: string; name: string; email: string }
  organisation: { id: string; name: string; timeZone: string }
  /** In how many organisations this person works. */
  organisations: number
  sessionId: string
  /** When the person last proved who they are in this session. */
  provedAt: Date
}

/** No session lives longer, however busy it is. */
const absoluteSessionMs = 12 * 3_600_000
/** Unused sessions end after this time where patients' data is held; elsewhere after the library's hour. */
const idleWithLogsMs = 15 * 60_000
/** The library's own limit, and ours where no patients' data is held. */
const idleMs = 3_600_000
/** Sensitive steps ask for the password again when it was typed longer ago. */
const freshMs = 5 * 60_000

/** The token in the cookie; whose it is, and whether it is genuine, is for the sign-in library to say. */
function tokenOf(cookie: string): string | null {
  const value = /(?:^|;\s*)(?:__Secure-)?proviso\.session_token=([^;]+)/.exec(cookie)?.[1]
  return value === undefined ? null : (decodeURIComponent(value).split('.')[0] ?? null)
}

/** Ends a session that lay unused too long. The library's own limit is one for all, so this one is looked at here. */
function endWhenIdle(proviso: Proviso, cookie: string): void {
  const token = tokenOf(cookie)
  const { secondFactors, now } = proviso
  const last = token === null ? null : secondFactors.lastUse(token)
  if (last === null || token === null || now().getTime() - last.at.getTime() <= idleWithLogsMs) return
  if (secondFactors.holdsLogs(last.personId)) secondFactors.endByToken(token)
}

/**
 * Everybody needs a second factor. It may wait until the second sign-in while only this machine reaches the portal and
 * no logs are held.
 */
export function mustSetUpSecondFactor(proviso: Proviso, personId: string): boolean {
  const { on, signIns } = proviso.secondFactors.standing(personId)
  return !on && (!proviso.env.loopback || signIns > 1 || proviso.secondFactors.holdsLogs(personId))
}

/** Who sends this request: session, membership and role as they stand in the database now. null: nobody known. */
export async function currentPerson(
  request: Request,
  proviso: Proviso,
  clientAddress?: string | null,
  /** false: the request is no sign of life, so the session gets no longer by it. */
  touch = true,
): Promise<SignedIn | null> {
  const cookie = request.headers.get('cookie')
  if (cookie === null) return null
  endWhenIdle(proviso, cookie)
  const headers = new Headers({ cookie })
  const found = await proviso.auth.api.getSession({ headers, query: { disableRefresh: !touch } })
  if (found === null) return null
  const { session, user } = found
  if (proviso.now().getTime() - session.createdAt.getTime() > absoluteSessionMs) {
    await proviso.auth.api.signOut({ headers })
    return null
  }
  // What the session asks for counts only while there is a membership for it.
  const mine = proviso.people.memberships(user.id)
  const membership = mine.find((one) => one.organisationId === session.activeOrganizationId) ?? mine[0]
  if (membership === undefined) return null
  const { organisationId, organisation, role } = membership
  const timeZone = zoneOf(membership.timeZone)
  const network = networkOf(clientAddress)
  return {
    actor: { kind: 'person', id: user.id, name: user.name, organisationId, role, network },
    person: { id: user.id, name: user.name, email: user.email },
    organisation: { id: organisationId, name: organisation, timeZone },
    organisations: mine.length,
    sessionId: session.id,
    provedAt: session.createdAt,
  }
}

/** How long the session has when nothing more is done, in milliseconds. */
export function msLeft(proviso: Proviso, request: Request, { provedAt, person }: SignedIn): number {
  const token = tokenOf(request.headers.get('cookie') ?? '')
  const { secondFactors, now } = proviso
  const last = token === null ? null : secondFactors.lastUse(token)
  if (last === null) return 0
  const idle = secondFactors.holdsLogs(person.id) ? idleWithLogsMs : idleMs
  const end = Math.min(last.at.getTime() + idle, provedAt.getTime() + absoluteSessionMs)
  return Math.max(0, end - now().getTime())
}

/** Where to go after signing in: only a path of ours, so that a link cannot send people elsewhere. */
export function safePath(path: string | null): string {
  return path !== null && /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(path) ? path : '/'
}

/** The page this request is about; after a form the page it was on. */
function pageOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  // A page asked for as data (single fetch) is left under its own name.
  return pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/') + (request.method === 'GET' ? search : '')
}

const withPage = (door: string, to: string) => (to === '/' ? door : `${door}?to=${encodeURIComponent(to)}`)

/** The person proved who they are in the last minutes. */
export function isFresh({ now }: Proviso, { provedAt }: SignedIn): boolean {
  return now().getTime() - provedAt.getTime() <= freshMs
}

/** Throws a redirect to the page that asks for the password again when it was typed too long ago. */
export function requireFresh(request: Request, proviso: Proviso, signedIn: SignedIn): void {
  if (!isFresh(proviso, signedIn)) throw redirect(withPage('/confirm', pageOf(request)))
}

/**
 * Throws a redirect to the sign-in page when nobody is signed in, to the set-up of a second factor when it may wait no
 * longer, and 403 when the role is not one of `roles`.
 */
export async function requirePerson(
  request: Request,
  proviso: Proviso,
  options: { roles?: ReadonlyArray<Role>; clientAddress?: string | null | undefined; touch?: boolean } = {},
): Promise<SignedIn> {
  const signedIn = await currentPerson(request, proviso, options.clientAddress, options.touch)
  if (signedIn === null) throw redirect(withPage('/sign-in', pageOf(request)))
  if (mustSetUpSecondFactor(proviso, signedIn.person.id)) throw redirect(withPage('/second-factor', pageOf(request)))
  if (options.roles !== undefined && !options.roles.includes(signedIn.actor.role)) {
    throw new Response('Your role does not allow this.', { status: 403 })
  }
  return signedIn
}
