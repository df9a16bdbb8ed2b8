import { appendAudit, instanceChain } from '#db/audit-log.ts'
import { type Door, networkOf } from '../network.server.ts'
import type { Proviso } from '../proviso.server.ts'

/** The cookie ends with the browser's session; how long the session lives is decided by its row. */
export function asSessionCookies(given: Headers): Headers {
  const headers = new Headers()
  for (const cookie of given.getSetCookie()) {
    // A cookie that is taken away keeps its age of zero.
    const goes = /max-age=0/i.test(cookie)
    headers.append('Set-Cookie', goes ? cookie : cookie.replace(/;\s*(max-age|expires)=[^;]*/gi, ''))
  }
  return headers
}

/** One event of signing in, on the chain of the person's organisation, or of the installation when nobody is known. */
export function auditDoor(proviso: Proviso, door: Door, action: string, personId: string | null): void {
  const { db, people, now } = proviso
  const chain = personId === null ? instanceChain : (people.memberships(personId)[0]?.organisationId ?? instanceChain)
  const done = action === 'sign-in.succeeded' || action === 'sign-in.recovery-code'
  const actor = done ? ({ kind: 'person', id: personId } as const) : ({ kind: 'visitor', id: null } as const)
  const about = { requestId: door.requestId ?? null, network: networkOf(door.address) }
  const entry = { action, object: { kind: 'person', id: personId } }
  db.write(() => appendAudit(db, chain, now(), { ...actor, ...about }, entry))
}

/** A session began: the one this browser had ends, the sign-in is counted and written down. */
export async function beginSession(
  proviso: Proviso,
  door: Door,
  begun: { personId: string; headers: Headers },
): Promise<{ headers: Headers; personId: string }> {
  const { personId, headers } = begun
  if (door.cookie) await proviso.auth.api.signOut({ headers: new Headers({ cookie: door.cookie }) })
  proviso.db.write(() => {
    proviso.secondFactors.countSignIn(personId)
    auditDoor(proviso, door, 'sign-in.succeeded', personId)
  })
  return { headers: asSessionCookies(headers), personId }
}
