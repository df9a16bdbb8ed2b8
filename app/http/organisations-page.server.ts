import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { listClients, mayHaveClients, ownOrganisations } from '../use-cases/organisations.ts'
import { demoOf, demoReasons } from '../use-cases/remove-demo.ts'
import { roleWords } from '../views/role-words.ts'
import { roleChoices } from './people-page.server.ts'

/** The organisations of one person, and for who may have them the clients of the present one. */
export function organisationsPage(proviso: Proviso, actor: PersonActor) {
  const demo = demoOf(proviso, actor)
  const { clients, people } = listClients(proviso, actor)
  return {
    organisations: ownOrganisations(proviso, actor).map(({ role, ...one }) => ({
      ...one,
      role: roleWords[role].label,
    })),
    mayAdd: mayHaveClients(proviso, actor),
    demo: demo === null ? null : { id: demo.id, reasons: demoReasons(demo.additions) },
    clients,
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    roles: roleChoices(actor).map(({ value, label }) => ({ value, label })),
  }
}
