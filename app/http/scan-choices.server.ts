import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { checkBrowser } from '../use-cases/doctor.ts'
import { authorityStatements, maxPages } from '../use-cases/request-site-scan.ts'
import { subjectOptions } from './subject-options.server.ts'

const levelWords: Record<keyof typeof authorityStatements, string> = {
  public: 'Public pages only',
  permission: 'With the owner’s permission',
}

/** Whose site may be scanned by this person, and on whose authority. */
export async function scanChoices(proviso: Proviso, actor: PersonActor, chosen: string) {
  const browser = await checkBrowser()
  return {
    subjects: subjectOptions(proviso, actor, 'scan', chosen),
    authorities: Object.entries(authorityStatements).map(([value, help]) => ({
      value,
      label: levelWords[value as keyof typeof authorityStatements],
      help,
    })),
    browserMissing: browser.state === 'fail',
    maxPages,
  }
}
