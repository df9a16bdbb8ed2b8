import { subjectKinds } from '#db/schema.ts'
import type { HomeView } from '../components/screens/home.tsx'
import { placeOf, places } from '../components/subject-kind.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { listEnding } from '../use-cases/list-ending.ts'
import { listRuns } from '../use-cases/list-runs.ts'
import { listSubjects } from '../use-cases/list-subjects.ts'
import { mayHaveClients, organisationDay } from '../use-cases/organisations.ts'
import { may } from '../use-cases/permission.ts'
import { nextSteps } from '../views/next-steps.ts'
import { isLive, runItem } from '../views/run.ts'
import { draftName } from './vendor-draft.server.ts'

const mostShown = 6

/** What is due, what failed and what comes next, over everything this person may see. */
export function homePage(proviso: Proviso, actor: PersonActor): HomeView {
  const kinds = subjectKinds.filter((kind) => may(actor.role, 'read', kind))
  const lists = kinds.map((kind) => ({
    kind,
    ...listSubjects(proviso, actor, { kind, perPage: 50, sort: 'updated' }),
  }))
  const runs = listRuns(proviso, actor, { limit: 200 })
  const scanned = new Set(runs.filter(({ run }) => run.scanner === 'site').map(({ run }) => run.subjectId))
  const items = runs.map(runItem)
  // A failure that a later run of the same work has made good is no news.
  const newest = items.filter(
    (item, at) => items.findIndex((other) => other.what === item.what && other.subject === item.subject) === at,
  )
  return {
    first: lists.every(({ total }) => total === 0),
    mayDemo: mayHaveClients(proviso, actor),
    draft: draftName(proviso, actor),
    ending: may(actor.role, 'read', 'vendor')
      ? listEnding(proviso, actor, organisationDay(proviso, actor), mostShown)
      : [],
    running: items.filter(isLive).slice(0, mostShown),
    failed: newest.filter(({ state }) => state === 'failed' || state === 'partial').slice(0, mostShown),
    next: lists
      .flatMap(({ items: listed }) => listed)
      .flatMap(({ subject: { id, kind, name, siteUrl }, agreement }) =>
        nextSteps({ id, kind, name, siteUrl, agreement, scanned: scanned.has(id), unanswered: null }),
      )
      .slice(0, mostShown),
    counts: lists.map(({ kind, total }) => ({
      to: `/${placeOf(kind)}`,
      label: places[placeOf(kind)].many,
      count: total,
    })),
  }
}
