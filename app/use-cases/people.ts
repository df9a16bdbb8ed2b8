import { z } from 'zod'
import type { EntryLink, Member } from '#db/members.ts'
import { type Role, roles } from '#db/schema.ts'
import type { Scope } from '#db/scoped.ts'
import type { Proviso } from '../proviso.server.ts'
import { postLink } from './mail.ts'
import { type Actor, demand, may } from './permission.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

const invitationMs = 7 * 86_400_000
export const passwordLinkMs = 30 * 60_000

const email = z.string().trim().toLowerCase().max(254).pipe(z.email('Enter an email address, like name@example.com.'))
const role = z.enum(roles, 'Choose a role.')

/** Roles this person may give and take: only an owner makes owners. */
export function rolesToGive(actor: Actor): ReadonlyArray<Role> {
  return actor.kind === 'person' && actor.role === 'manager' ? roles.filter((one) => one !== 'owner') : roles
}

/** What may be done to a member: nothing to oneself, and an owner is an owner's business. */
export function mayChange(actor: Actor, member: Member): boolean {
  return actor.kind === 'person' && actor.id !== member.personId && rolesToGive(actor).includes(member.role)
}

function inCharge(proviso: Proviso, actor: Actor): Scope {
  demand(actor, 'manage-people')
  return scopeOf(proviso, actor)
}

function changeable(scope: Scope, actor: Actor, personId: string): Member {
  const member = scope.members.get(parseInput(idSchema, personId))
  if (member === null) throw new NotFound()
  if (!mayChange(actor, member)) throw new InvalidInput({ role: 'Only another owner can change this person.' })
  return member
}

export function listPeople(proviso: Proviso, actor: Actor): { members: Array<Member>; links: Array<EntryLink> } {
  const { members } = inCharge(proviso, actor)
  return { members: members.list(), links: members.openLinks() }
}

export function getPerson(proviso: Proviso, actor: Actor, personId: string): Member {
  const member = inCharge(proviso, actor).members.get(personId)
  if (member === null) throw new NotFound()
  return member
}

function posted(proviso: Proviso, scope: Scope, link: EntryLink): EntryLink {
  postLink(proviso, scope, link)
  return link
}

/** Makes a one-time link of seven days. Throws InvalidInput for a member's address or a role not to be given. */
export function invitePerson(proviso: Proviso, actor: Actor, input: { email: string; role: string }): EntryLink {
  const scope = inCharge(proviso, actor)
  const given = parseInput(z.strictObject({ email, role }), input)
  if (!rolesToGive(actor).includes(given.role)) throw new InvalidInput({ role: 'Only an owner makes owners.' })
  if (scope.members.list().some((member) => member.email === given.email)) {
    throw new InvalidInput({ email: 'This person is already here.' })
  }
  if (scope.members.openLinks().some((link) => link.kind === 'invitation' && link.email === given.email)) {
    throw new InvalidInput({ email: 'An invitation to this address is open. Withdraw it first, then invite again.' })
  }
  const until = new Date(proviso.now().getTime() + invitationMs)
  return scope.write(() => posted(proviso, scope, scope.members.invite(given.email, given.role, until)))
}

/** The link works no more. NotFound when it is used, over, or of another organisation. */
export function withdrawLink(proviso: Proviso, actor: Actor, linkId: string): void {
  if (!inCharge(proviso, actor).members.withdraw(parseInput(idSchema, linkId))) throw new NotFound()
}

/** Counts from the person's next request on: the role is read with every one. */
export function changeRole(proviso: Proviso, actor: Actor, input: { personId: string; role: string }): void {
  const scope = inCharge(proviso, actor)
  scope.write(() => {
    const member = changeable(scope, actor, input.personId)
    const next = parseInput(z.strictObject({ role }), { role: input.role }).role
    if (!rolesToGive(actor).includes(next)) throw new InvalidInput({ role: 'Only an owner makes owners.' })
    if (next !== member.role) scope.members.setRole(member, next)
  })
}

/** Ends every session of the person at once. What the person did stays, under their name. */
export function removePerson(proviso: Proviso, actor: Actor, personId: string): void {
  const scope = inCharge(proviso, actor)
  scope.write(() => scope.members.remove(changeable(scope, actor, personId)))
}

/** A password opens every organisation of a person: only who is in charge of all of them may have it replaced. */
function runsAllOf(proviso: Proviso, actor: Actor, personId: string): boolean {
  if (actor.kind !== 'person') return false
  const mine = new Map(proviso.people.memberships(actor.id).map((one) => [one.organisationId, one.role]))
  return proviso.people.memberships(personId).every(({ organisationId, role: theirs }) => {
    const own = mine.get(organisationId)
    return own !== undefined && may(own, 'manage-people') && (own === 'owner' || theirs !== 'owner')
  })
}

/** A one-time link of 30 minutes with which a person chooses a new password. Nobody else ever knows it. */
export function makePasswordLink(proviso: Proviso, actor: Actor, personId: string): EntryLink {
  const scope = inCharge(proviso, actor)
  const until = new Date(proviso.now().getTime() + passwordLinkMs)
  const member = changeable(scope, actor, personId)
  if (!runsAllOf(proviso, actor, personId)) {
    throw new InvalidInput({ password: 'This person also works elsewhere, so the link has to come from there.' })
  }
  return scope.write(() => posted(proviso, scope, scope.members.makePasswordLink(member, until)))
}

/** For somebody who lost phone and codes: app, passkeys and sessions go, and the next sign-in asks for a new app. */
export function resetSecondFactor(proviso: Proviso, actor: Actor, personId: string): void {
  const scope = inCharge(proviso, actor)
  scope.write(() => {
    const member = changeable(scope, actor, personId)
    if (!runsAllOf(proviso, actor, personId)) {
      throw new InvalidInput({ role: 'This person also works elsewhere, so the reset has to come from there.' })
    }
    proviso.secondFactors.forget(member.personId)
    scope.audit.add({ action: 'second-factor.reset', object: { kind: 'person', id: member.personId } })
  })
}
