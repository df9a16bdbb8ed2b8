import { z } from 'zod'
import { appendAudit } from '#db/audit-log.ts'
import { type Role, roles } from '#db/schema.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor, SignedIn } from '../session.server.ts'
import { dayIn } from './organisation-day.ts'
import { type Actor, demand, may } from './permission.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

export const organisationName = z
  .string()
  .trim()
  .min(1, 'Enter the name.')
  .max(120, 'Use at most 120 characters.')
  // A name stands in titles, logs and letters: one line of it.
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'Use letters, digits and signs on one line.')

const isZone = (zone: string) => {
  try {
    return Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
export const timeZoneSchema = z.string().max(60).refine(isZone, 'Choose a time zone.')

export type OwnOrganisation = { id: string; name: string; role: Role; client: boolean; current: boolean }

/** The organisations this person is a member of; nothing is said of any other. */
export function ownOrganisations(proviso: Proviso, actor: PersonActor): Array<OwnOrganisation> {
  return proviso.people.memberships(actor.id).map(({ organisationId, organisation, role, parentId }) => ({
    id: organisationId,
    name: organisation,
    role,
    client: parentId !== null,
    current: organisationId === actor.organisationId,
  }))
}

/** From the next request on this browser works in another of the person's organisations. NotFound for a foreign one. */
export function switchOrganisation(proviso: Proviso, { actor, sessionId }: SignedIn, organisationId: string): void {
  const id = parseInput(idSchema, organisationId)
  const known = proviso.people.memberships(actor.id).some((one) => one.organisationId === id)
  if (!known) throw new NotFound()
  if (id === actor.organisationId) return
  const { db, now, entry } = proviso
  db.write(() => {
    entry.setOrganisation(actor.id, sessionId, id)
    const by = { kind: 'person', id: actor.id, network: actor.network ?? null } as const
    appendAudit(db, id, now(), by, { action: 'organisation.entered', object: { kind: 'organisation', id } })
  })
}

/** Only the owner of an organisation that is nobody's client has clients. */
export function mayHaveClients(proviso: Proviso, actor: PersonActor): boolean {
  const own = proviso.people.memberships(actor.id).find((one) => one.organisationId === actor.organisationId)
  return may(actor.role, 'manage-clients') && own?.parentId === null
}

export type Client = { id: string; name: string; since: string; member: boolean; mayLetIn: boolean }

export function listClients(
  proviso: Proviso,
  actor: PersonActor,
): { clients: Array<Client>; people: Array<{ id: string; name: string }> } {
  if (!mayHaveClients(proviso, actor)) return { clients: [], people: [] }
  const scope = scopeOf(proviso, actor)
  const mine = new Map(proviso.people.memberships(actor.id).map((one) => [one.organisationId, one.role]))
  const clients = scope.organisations.clients().map(({ id, name, since }) => {
    const role = mine.get(id)
    const mayLetIn = role !== undefined && may(role, 'manage-people')
    return { id, name, since: since.toISOString(), member: role !== undefined, mayLetIn }
  })
  return { clients, people: scope.members.list().map(({ personId, name }) => ({ id: personId, name })) }
}

/** A client organisation with a key of its own; its maker is its owner. Returns its id. */
export function addClient(proviso: Proviso, actor: PersonActor, input: { name: string; demo?: boolean }): string {
  demand(actor, 'manage-clients')
  if (!mayHaveClients(proviso, actor)) throw new NotFound()
  const { name } = parseInput(z.strictObject({ name: organisationName }), { name: input.name })
  const scope = scopeOf(proviso, actor)
  if (scope.organisations.clients().some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw new InvalidInput({ name: 'A client of this name is already here.' })
  }
  return scope.organisations.addClient(name, scope.organisations.settings().timeZone, input.demo)
}

const letInInput = z.strictObject({
  organisationId: idSchema,
  personId: z.union([idSchema], 'Choose a person.'),
  role: z.enum(roles, 'Choose a role.'),
})

/** One of our people gets a role in a client, from somebody who runs both. */
export function letIntoClient(proviso: Proviso, actor: PersonActor, input: z.input<typeof letInInput>): void {
  demand(actor, 'manage-clients')
  const { organisationId, personId, role } = parseInput(letInInput, input)
  const mine = proviso.people.memberships(actor.id).find((one) => one.organisationId === organisationId)
  if (mine === undefined || !may(mine.role, 'manage-people') || !mayHaveClients(proviso, actor)) throw new NotFound()
  if (role === 'owner' && mine.role !== 'owner') throw new InvalidInput({ role: 'Only an owner makes owners.' })
  if (!scopeOf(proviso, actor).organisations.addToClient(organisationId, personId, role)) {
    throw new InvalidInput({ personId: 'This person works there already, or is none of yours.' })
  }
}

export function organisationSettings(
  proviso: Proviso,
  actor: Actor,
): { name: string; timeZone: string | null; version: string } {
  demand(actor, 'manage-organisation')
  return scopeOf(proviso, actor).organisations.settings()
}

export type ChangeOrganisation = { name: string; timeZone: string; version: string }

/** Name and zone. "stale": somebody changed them since the form was opened; nothing is written. */
export function changeOrganisation(proviso: Proviso, actor: Actor, input: ChangeOrganisation): 'changed' | 'stale' {
  demand(actor, 'manage-organisation')
  const schema = z.strictObject({ name: organisationName, timeZone: timeZoneSchema, version: z.string().max(40) })
  const { name, timeZone, version } = parseInput(schema, input)
  const scope = scopeOf(proviso, actor)
  return scope.write(() => {
    const { version: current } = scope.organisations.settings()
    if (current !== version) return 'stale'
    scope.organisations.change(name, timeZone)
    return 'changed'
  })
}

/** Today, for the actor's organisation. */
export const organisationDay = (proviso: Proviso, actor: Actor): string =>
  dayIn(proviso.now(), scopeOf(proviso, actor).organisation.timeZone)
