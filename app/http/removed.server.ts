import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { may } from '../use-cases/permission.ts'
import { listTrash } from '../use-cases/trash.ts'

/** What was removed just now, for the line that offers to undo it; null when the address names nothing in the trash. */
export function removedNow(proviso: Proviso, actor: PersonActor, id: string | null) {
  if (id === null || !may(actor.role, 'change-subject')) return null
  const subject = listTrash(proviso, actor).find((one) => one.id === id)
  return subject === undefined ? null : { id, name: subject.name }
}
