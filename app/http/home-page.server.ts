import { subjectKinds } from '#db/schema.ts'
import type { HomeView } from '../components/screens/home.tsx'
import { placeOf, places } from '../components/subject-kind.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { listEnding } from '../use-cases/list-ending.ts'
import { listRuns, listTroubledRuns } from '../use-cases/list-runs.ts'
import { listSubjects } from '../use-cases/list-subjects.ts'
import { mayHaveClients, organisationDay } from '../use-cases/organisations.ts'
import { may } from '../use-cases/permission.ts'
import { scopeOf } from '../use-cases/scope.ts'
import { type NextStep, nextSteps } from '../views/next-steps.ts'
import { runItem } from '../views/run.ts'
import { draftName } from './vendor-draft.server.ts'

const mostShown = 6
const perPart = 10
/** Of each kind, those changed last are asked what comes next. */
const mostAsked = 50

type Kind = (typeof subjectKinds)[number]

/** The next steps of those changed last. Most of 10,000 are never opened: it ends with the first few that want one. */
function stepsOf(proviso: Proviso, actor: PersonActor, kinds: ReadonlyArray<Kind>): Array<NextStep> {
  const { runs } = scopeOf(proviso, actor)
  const steps: Array<NextStep> = []
  for (const kind of kinds) {
    for (let page = 1; page <= mostAsked / perPart && steps.length < mostShown; page++) {
      const { items, pages } = listSubjects(proviso, actor, { kind, page, perPage: perPart, sort: 'updated' })
      const scanned = runs.askedAmong(
        items.map(({ subject }) => subject.id),
        'site',
      )
      for (const { subject, agreement, dataGate } of items) {
        const { id, name, siteUrl } = subject
        steps.push(
          ...nextSteps({
            id,
            kind,
            name,
            siteUrl,
            agreement,
            gate: dataGate,
            scanned: scanned.has(id),
            unanswered: null,
          }),
        )
      }
      if (page >= pages) break
    }
  }
  return steps.slice(0, mostShown)
}

/** The first walk through the product, until each of its steps was taken once; only for who may take them. */
function tourOf(proviso: Proviso, actor: PersonActor): HomeView['tour'] {
  if (!may(actor.role, 'upload-agreement', 'vendor') || !may(actor.role, 'scan', 'practice')) return []
  const { taken } = scopeOf(proviso, actor).subjects
  const done = taken()
  const steps = [
    { to: '/vendors/new', label: 'Add a vendor and upload its agreement', done: done.agreement },
    { to: '/practices/new', label: 'Add your practice with its site', done: done.practice },
    { to: '/scans/new', label: 'Scan the site, to see what goes to other companies', done: done.scan },
    { to: '/reports', label: 'Make a report', done: done.report },
  ]
  return steps.every((step) => step.done) ? [] : steps
}

/** Whose newest assessment shows the most that is missing, weak or in conflict. */
function gapsOf(proviso: Proviso, actor: PersonActor, kinds: ReadonlyArray<Kind>): HomeView['gaps'] {
  const { assessments, subjects } = scopeOf(proviso, actor)
  return assessments.mostGaps(kinds, mostShown).flatMap(({ subjectId, gaps }) => {
    const subject = subjects.get(subjectId)
    return subject === null ? [] : [{ to: `/${placeOf(subject.kind)}/${subjectId}`, name: subject.name, gaps }]
  })
}

/** What is due, what failed and what comes next, over everything this person may see. */
export function homePage(proviso: Proviso, actor: PersonActor): HomeView {
  const kinds = subjectKinds.filter((kind) => may(actor.role, 'read', kind))
  const counts = kinds.map((kind) => ({
    to: `/${placeOf(kind)}`,
    label: places[placeOf(kind)].many,
    count: listSubjects(proviso, actor, { kind, perPage: 1 }).total,
  }))
  return {
    first: counts.every(({ count }) => count === 0),
    mayDemo: mayHaveClients(proviso, actor),
    tour: tourOf(proviso, actor),
    draft: draftName(proviso, actor),
    ending: may(actor.role, 'read', 'vendor')
      ? listEnding(proviso, actor, organisationDay(proviso, actor), mostShown)
      : [],
    lacking: may(actor.role, 'read', 'vendor')
      ? listSubjects(proviso, actor, { kind: 'vendor', agreement: 'none', perPage: 1 }).total
      : null,
    running: listRuns(proviso, actor, { states: ['queued', 'running'], limit: mostShown }).map(runItem),
    failed: listTroubledRuns(proviso, actor, mostShown).map(runItem),
    gaps: gapsOf(proviso, actor, kinds),
    next: stepsOf(proviso, actor, kinds),
    askedOf: counts.some(({ count }) => count > mostAsked) ? mostAsked : null,
    counts,
  }
}
