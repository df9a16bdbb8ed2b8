import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { appendAudit, instanceChain } from '#db/audit-log.ts'
import type { LimitKey } from '#db/sign-in-limits.ts'
import { addressHeader, passwordLength } from '../auth.server.ts'
import { type Door, networkOf } from '../network.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { parseInput } from './problem.ts'

export const signInInput = z.strictObject({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('Enter an email address, like name@example.com.')),
  password: z.string().min(1, 'Enter your password.').max(passwordLength.max, 'Passwords have at most 128 characters.'),
})

/** The same words for an unknown address and a wrong password. `lockedUntil`: no try counts before that time. */
export class SignInRefused extends Error {
  readonly reason: 'wrong' | 'locked' | 'busy'
  readonly lockedUntil: Date | null

  constructor(reason: 'wrong' | 'locked' | 'busy', lockedUntil: Date | null = null) {
    const says = {
      wrong: 'The email address or the password is not right.',
      locked: 'There were too many tries. Wait 15 minutes, then try again.',
      busy: 'Too many people are signing in right now. Try again in a minute.',
    }
    super(says[reason])
    this.name = 'SignInRefused'
    this.reason = reason
    this.lockedUntil = lockedUntil
  }
}

function limitKeys(proviso: Proviso, email: string, door: Door): Array<LimitKey> {
  const keyed = (text: string) => createHmac('sha256', proviso.home.secret).update(text).digest('hex')
  const network = networkOf(door.address)
  return [
    { kind: 'account', key: keyed(`account ${email}`) },
    ...(network === null ? [] : [{ kind: 'network' as const, key: keyed(`network ${network}`) }]),
  ]
}

function audit(proviso: Proviso, door: Door, action: string, personId: string | null): void {
  const { db, people, now } = proviso
  const chain = personId === null ? instanceChain : (people.memberships(personId)[0]?.organisationId ?? instanceChain)
  const actor =
    action === 'sign-in.succeeded'
      ? ({ kind: 'person', id: personId } as const)
      : ({ kind: 'visitor', id: null } as const)
  const about = { requestId: door.requestId ?? null, network: networkOf(door.address) }
  db.write(() =>
    appendAudit(db, chain, now(), { ...actor, ...about }, { action, object: { kind: 'person', id: personId } }),
  )
}

/** The cookie ends with the browser's session; how long the session lives is decided by its row. */
function asSessionCookies(given: Headers): Headers {
  const headers = new Headers()
  for (const cookie of given.getSetCookie()) {
    headers.append('Set-Cookie', cookie.replace(/;\s*(max-age|expires)=[^;]*/gi, ''))
  }
  return headers
}

/** Signs in; answers with the Set-Cookie headers for the browser. Throws SignInRefused or InvalidInput. */
export async function signIn(
  proviso: Proviso,
  door: Door,
  input: z.input<typeof signInInput>,
): Promise<{ headers: Headers; personId: string }> {
  const { email, password } = parseInput(signInInput, input)
  const { limits, people, auth, now } = proviso
  const keys = limitKeys(proviso, email, door)
  const personId = people.idOf(email)
  const lockedUntil = limits.lockedUntil(keys, now())
  if (lockedUntil !== null) {
    audit(proviso, door, 'sign-in.locked', personId)
    throw new SignInRefused('locked', lockedUntil)
  }
  limits.count(keys, now())
  const headers = new Headers({ 'user-agent': door.userAgent ?? 'unknown' })
  if (door.address !== null) headers.set(addressHeader, door.address)
  try {
    const answer = await auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true })
    limits.forgive(keys)
    if (door.cookie) await auth.api.signOut({ headers: new Headers({ cookie: door.cookie }) })
    audit(proviso, door, 'sign-in.succeeded', answer.response.user.id)
    return { headers: asSessionCookies(answer.headers), personId: answer.response.user.id }
  } catch (error) {
    // By name: the class lives once in the server's bundle and once in the routes'.
    if (error instanceof Error && error.name === 'TooBusy') throw new SignInRefused('busy')
    if (!(error instanceof Error && 'status' in error && error.status === 'UNAUTHORIZED')) throw error
    audit(proviso, door, 'sign-in.failed', personId)
    throw new SignInRefused('wrong')
  }
}
