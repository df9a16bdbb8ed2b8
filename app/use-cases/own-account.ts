import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { passwordLength } from '../auth.server.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor, SignedIn } from '../session.server.ts'
import { newPassword } from './create-owner.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

export type OwnSession = { id: string; startedAt: string; lastSeenAt: string; device: string; current: boolean }

/** Browsers this person is signed in with, the last used first. */
export function ownSessions(proviso: Proviso, { person, sessionId }: SignedIn): Array<OwnSession> {
  return proviso.entry.sessions(person.id, new Date()).map(({ id, createdAt, updatedAt, userAgent }) => ({
    id,
    startedAt: createdAt.toISOString(),
    lastSeenAt: updatedAt.toISOString(),
    device: userAgent ?? 'unknown',
    current: id === sessionId,
  }))
}

/** The browser with this session is signed out at once. NotFound when it is not one of this person's. */
export function endOwnSession(proviso: Proviso, actor: PersonActor, sessionId: string): void {
  const scope = scopeOf(proviso, actor)
  const id = parseInput(idSchema, sessionId)
  scope.write(() => {
    if (!proviso.entry.endSession(actor.id, id)) throw new NotFound()
    scope.audit.add({ action: 'session.ended', object: { kind: 'person', id: actor.id } })
  })
}

/** Counts wrong ones as sign-in does, in a window of their own. Throws InvalidInput for the field `field`. */
export async function checkPassword(proviso: Proviso, actor: PersonActor, field: string, given: string): Promise<void> {
  const { entry, auth, limits, home, now } = proviso
  if (given === '') throw new InvalidInput({ [field]: 'Enter the password you have now.' })
  const key = createHmac('sha256', home.secret).update(`change ${actor.id}`).digest('hex')
  const keys = [{ kind: 'account' as const, key }]
  if (limits.lockedUntil(keys, now()) !== null) {
    throw new InvalidInput({ [field]: 'There were too many tries. Wait 15 minutes, then try again.' })
  }
  limits.count(keys, now())
  const hash = entry.passwordHash(actor.id)
  const tooLong = given.length > passwordLength.max
  if (hash === null || tooLong || !(await auth.passwords.verify({ hash, password: given }))) {
    throw new InvalidInput({ [field]: 'This is not the password you have now.' })
  }
  limits.forgive(keys)
}

/** The person proved again who they are; sensitive steps are open for the next minutes. Throws InvalidInput. */
export async function confirmPassword(
  proviso: Proviso,
  { actor, sessionId }: SignedIn,
  input: { password: string },
): Promise<void> {
  await checkPassword(proviso, actor, 'password', input.password)
  const scope = scopeOf(proviso, actor)
  scope.write(() => {
    proviso.secondFactors.renew(sessionId, proviso.now())
    scope.audit.add({ action: 'session.confirmed', object: { kind: 'person', id: actor.id } })
  })
}

const changeInput = z.strictObject({ current: z.string(), password: newPassword })

/** Needs the present password, counts wrong ones as sign-in does, and ends every other session. Throws InvalidInput. */
export async function changePassword(
  proviso: Proviso,
  { actor, sessionId }: SignedIn,
  input: { current: string; password: string },
): Promise<void> {
  const { current, password } = parseInput(changeInput, input)
  await checkPassword(proviso, actor, 'current', current)
  const { entry, auth, now } = proviso
  const next = await auth.passwords.hash(password)
  const scope = scopeOf(proviso, actor)
  scope.write(() => {
    entry.setPassword(actor.id, next, now())
    entry.endOtherSessions(actor.id, sessionId)
    scope.audit.add({ action: 'password.changed', object: { kind: 'person', id: actor.id } })
  })
}
