import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { LimitKey } from '#db/sign-in-limits.ts'
import { nameOfError } from '../log.server.ts'
import { type Door, networkOf } from '../network.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { auditDoor } from './begin-session.ts'
import { postLink } from './mail.ts'
import { passwordLinkMs } from './people.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'
import { SignInRefused } from './sign-in.ts'

const input = z.strictObject({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('Enter an email address, like name@example.com.')),
})

function makeLink(proviso: Proviso, personId: string): void {
  const [membership, ...others] = proviso.people.memberships(personId)
  // The link can be read in the outbox; one organisation must not open the door to another.
  if (membership === undefined || others.length > 0) return
  const scope = scopeOf(proviso, { kind: 'system', organisationId: membership.organisationId })
  const member = scope.members.get(personId)
  if (member === null) return
  scope.write(() => {
    const until = new Date(proviso.now().getTime() + passwordLinkMs)
    postLink(proviso, scope, scope.members.makePasswordLink(member, until))
  })
}

/**
 * Somebody forgot their password. A known address gets a link by mail, or one in the outbox where there is no mail; the
 * answer is the same for an unknown one, and as fast, since the work follows after it. Five tries an address in 15
 * minutes. Throws InvalidInput and SignInRefused.
 */
export function askPasswordLink(proviso: Proviso, door: Door, given: z.input<typeof input>): void {
  const { email } = parseInput(input, given)
  const keyed = (text: string) => createHmac('sha256', proviso.home.secret).update(text).digest('hex')
  const network = networkOf(door.address)
  const keys: Array<LimitKey> = [{ kind: 'account', key: keyed(`forgotten ${email}`) }]
  if (network !== null) keys.push({ kind: 'network', key: keyed(`forgotten network ${network}`) })
  const lockedUntil = proviso.limits.lockedUntil(keys, proviso.now())
  if (lockedUntil !== null) throw new SignInRefused('locked', lockedUntil)
  proviso.limits.count(keys, proviso.now())
  const personId = proviso.people.idOf(email)
  auditDoor(proviso, door, 'password-link.asked', personId)
  if (personId === null) return
  setImmediate(() => {
    try {
      makeLink(proviso, personId)
    } catch (error) {
      proviso.log.error('password-link-broke', { error: nameOfError(error) })
    }
  })
}
