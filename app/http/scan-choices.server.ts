import { subjectKinds } from '#db/schema.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { checkBrowser } from '../use-cases/doctor.ts'
import { listSubjects } from '../use-cases/list-subjects.ts'
import { may } from '../use-cases/permission.ts'
import { authorityStatements, maxPages } from '../use-cases/request-site-scan.ts'

const levelWords: Record<keyof typeof authorityStatements, string> = {
  public: 'Public pages only',
  permission: 'With the owner’s permission',
}

/** Whose site may be scanned by this person, and on whose authority. */
export async function scanChoices(proviso: Proviso, actor: PersonActor) {
  const kinds = subjectKinds.filter((kind) => may(actor.role, 'scan', kind))
  const subjects = kinds.flatMap((kind) =>
    listSubjects(proviso, actor, { kind, perPage: 200 }).items.map(({ subject: { id, name } }) => ({ id, name, kind })),
  )
  const browser = await checkBrowser()
  return {
    subjects,
    authorities: Object.entries(authorityStatements).map(([value, help]) => ({
      value,
      label: levelWords[value as keyof typeof authorityStatements],
      help,
    })),
    browserMissing: browser.state === 'fail',
    maxPages,
  }
}
