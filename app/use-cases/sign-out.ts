import { appendAudit } from '#db/audit-log.ts'
import type { Proviso } from '../proviso.server.ts'
import { currentPerson } from '../session.server.ts'

/** Ends the session of this request at once; the headers take the cookie away. Signing out twice is no error. */
export async function signOut(proviso: Proviso, request: Request): Promise<{ headers: Headers }> {
  const signedIn = await currentPerson(request, proviso)
  const headers = new Headers({ cookie: request.headers.get('cookie') ?? '' })
  const answer = await proviso.auth.api.signOut({ headers, returnHeaders: true })
  if (signedIn !== null) {
    const { actor, person } = signedIn
    proviso.db.write(() =>
      appendAudit(proviso.db, actor.organisationId, proviso.now(), actor, {
        action: 'sign-out',
        object: { kind: 'person', id: person.id },
      }),
    )
  }
  const cookies = new Headers()
  for (const cookie of answer.headers.getSetCookie()) cookies.append('Set-Cookie', cookie)
  return { headers: cookies }
}
