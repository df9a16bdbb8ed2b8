import type { TriageValues } from '../components/screens/triage-form.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { demand, may } from '../use-cases/permission.ts'
import { InvalidInput } from '../use-cases/problem.ts'
import { readObservation } from '../use-cases/read-observation.ts'
import { recheckObservation } from '../use-cases/recheck-observation.ts'
import { recordAccess } from '../use-cases/record-access.ts'
import { triageObservation } from '../use-cases/triage-observation.ts'
import { observationView } from '../views/observation.ts'
import { dateOf, textOf } from './form.server.ts'

type Which = { runId: string; key: string }

/** One observation, and whether this person may sort it or have it checked again. Throws NotFound. */
export function observationPage(proviso: Proviso, actor: PersonActor, which: Which) {
  const read = readObservation(proviso, actor, which)
  const { run, subject } = read
  const view = observationView(read)
  recordAccess(proviso, actor, { action: 'observation.viewed', kind: 'run', id: run.id })
  const values: TriageValues = { as: '', vendorId: '', expiresOn: '', reason: '' }
  return {
    title: view.title,
    view,
    crumbs: [
      { to: '/scans', label: 'Scans' },
      { to: `/scans/${run.id}`, label: `Scan of ${subject.name}` },
    ],
    statement: may(actor.role, 'scan', subject.kind) ? (run.authority?.statement ?? null) : null,
    mayRule: may(actor.role, 'rule', subject.kind),
    values,
  }
}

/** Whether this person may send the forms of this observation at all. Throws NotFound or Forbidden. */
export function observationDoor(proviso: Proviso, actor: PersonActor, which: Which): void {
  demand(actor, 'scan', readObservation(proviso, actor, which).subject.kind)
}

/** What the forms of the page ask for; `work` carries it out. */
export function observationWork(proviso: Proviso, actor: PersonActor, which: Which, form: FormData) {
  const values: TriageValues = {
    as: textOf(form, 'as'),
    vendorId: textOf(form, 'vendorId'),
    expiresOn: dateOf(form, 'expiresOn') ?? 'not a date',
    reason: textOf(form, 'reason'),
  }
  function work(): void {
    const intent = textOf(form, 'intent')
    if (intent === 'check') recheckObservation(proviso, actor, { ...which, url: textOf(form, 'url') })
    else if (intent === 'triage') triageObservation(proviso, actor, { ...which, ...values })
    else throw new InvalidInput({ form: 'Choose what to do.' })
  }
  return { values, work }
}
