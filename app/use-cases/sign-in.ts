import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { LimitKey } from '#db/sign-in-limits.ts'
import { addressHeader, passwordLength } from '../auth.server.ts'
import { type Door, networkOf } from '../network.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { asSessionCookies, auditDoor, beginSession } from './begin-session.ts'
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

/** `next` is the page that asks for the code; the headers then hold the challenge, not a session. */
export type SignInAnswer = { headers: Headers; personId: string | null; next: '/sign-in/code' | null }

/** Headers a call into the sign-in library gets: what the browser is and where it stands, never what it claims to be. */
export function doorHeaders(door: Door): Headers {
  const headers = new Headers({ 'user-agent': door.userAgent ?? 'unknown' })
  if (door.address !== null) headers.set(addressHeader, door.address)
  return headers
}

/** Checks the password; answers with the Set-Cookie headers for the browser. Throws SignInRefused or InvalidInput. */
export async function signIn(proviso: Proviso, door: Door, input: z.input<typeof signInInput>): Promise<SignInAnswer> {
  const { email, password } = parseInput(signInInput, input)
  const { limits, people, auth, now } = proviso
  const keys = limitKeys(proviso, email, door)
  const personId = people.idOf(email)
  const lockedUntil = limits.lockedUntil(keys, now())
  if (lockedUntil !== null) {
    auditDoor(proviso, door, 'sign-in.locked', personId)
    throw new SignInRefused('locked', lockedUntil)
  }
  limits.count(keys, now())
  try {
    const answer = await auth.api.signInEmail({
      body: { email, password },
      headers: doorHeaders(door),
      returnHeaders: true,
    })
    limits.forgive(keys)
    if ('twoFactorRedirect' in answer.response) {
      auditDoor(proviso, door, 'sign-in.code-asked', personId)
      return { headers: asSessionCookies(answer.headers), personId: null, next: '/sign-in/code' }
    }
    return {
      ...(await beginSession(proviso, door, { personId: answer.response.user.id, headers: answer.headers })),
      next: null,
    }
  } catch (error) {
    // By name: the class lives once in the server's bundle and once in the routes'.
    if (error instanceof Error && error.name === 'TooBusy') throw new SignInRefused('busy')
    if (!(error instanceof Error && 'status' in error && error.status === 'UNAUTHORIZED')) throw error
    auditDoor(proviso, door, 'sign-in.failed', personId)
    throw new SignInRefused('wrong')
  }
}
