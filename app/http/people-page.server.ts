import type { EntryLink } from '#db/members.ts'
import type { Role } from '#db/schema.ts'
import type { Letter } from '../components/screens/people.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { listPeople, mayChange, rolesToGive } from '../use-cases/people.ts'
import { roleWords } from '../views/role-words.ts'

export const roleChoices = (actor: PersonActor) =>
  rolesToGive(actor).map((value: Role) => ({ value, ...roleWords[value] }))

function letterOf({ origin }: Proviso, { id, kind, email, path, role, expiresAt }: EntryLink): Letter {
  return { id, kind, to: email, url: origin + path, role: role === null ? null : roleWords[role].label, expiresAt }
}

export function peoplePage(proviso: Proviso, actor: PersonActor, query: URLSearchParams) {
  const { members, links } = listPeople(proviso, actor)
  const letters = links.map((link) => letterOf(proviso, link))
  return {
    people: members.map((member) => ({
      id: member.personId,
      name: member.name,
      email: member.email,
      role: roleWords[member.role].label,
      lastSeen: member.lastSeen?.toISOString() ?? null,
      mayChange: mayChange(actor, member),
    })),
    letters,
    made: letters.find(({ id }) => id === query.get('made')) ?? null,
    roles: roleChoices(actor),
    values: { email: '', role: 'assessor' },
  }
}
