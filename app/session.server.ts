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
}

/** No session lives longer, however busy it is. */
const absoluteSessionMs = 12 * 3_600_000

/** Who sends this request: session, membership and role as they stand in the database now. null: nobody known. */
export async function currentPerson(
  request: Request,
  proviso: Proviso,
  clientAddress?: string | null,
): Promise<SignedIn | null> {
  const cookie = request.headers.get('cookie')
  if (cookie === null) return null
  const headers = new Headers({ cookie })
  const found = await proviso.auth.api.getSession({ headers })
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
  }
}

/** Where to go after signing in: only a path of ours, so that a link cannot send people elsewhere. */
export function safePath(path: string | null): string {
  return path !== null && /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(path) ? path : '/'
}

/** Throws a redirect to the sign-in page when nobody is signed in, and 403 when the role is not one of `roles`. */
export async function requirePerson(
  request: Request,
  proviso: Proviso,
  options: { roles?: ReadonlyArray<Role>; clientAddress?: string | null | undefined } = {},
): Promise<SignedIn> {
  const signedIn = await currentPerson(request, proviso, options.clientAddress)
  if (signedIn === null) {
    const { pathname, search } = new URL(request.url)
    // A page asked for as data (single fetch) is left under its own name.
    const to = request.method === 'GET' ? pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/') + search : '/'
    throw redirect(to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`)
  }
  if (options.roles !== undefined && !options.roles.includes(signedIn.actor.role)) {
    throw new Response('Your role does not allow this.', { status: 403 })
  }
  return signedIn
}
