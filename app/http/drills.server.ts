import type { DrillValues } from '../components/screens/drills.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { drillAdapters } from '../use-cases/drill-adapters.ts'
import { listDrills } from '../use-cases/list-drills.ts'
import { may } from '../use-cases/permission.ts'
import { NotFound } from '../use-cases/problem.ts'
import { drillListsAtMost, type StartDrill } from '../use-cases/start-drill.ts'
import { drillView } from '../views/drills.ts'
import { runView } from '../views/run.ts'
import { textOf } from './form.server.ts'
import { subjectOfPath } from './place.server.ts'

type Params = { place?: string | undefined; subject?: string | undefined }

const freshList = { adapter: '', channel: '', account: '', path: '', equals: '' }
const freshValues: DrillValues = {
  optOutChannel: '',
  minutesAgo: '0',
  hours: '24',
  limitHours: '24',
  email: '',
  phone: '',
  lists: Array.from({ length: drillListsAtMost }, () => freshList),
}

export function drillsPage(proviso: Proviso, actor: PersonActor, params: Params) {
  const { subject } = subjectOfPath(proviso, actor, params)
  if (subject.kind === 'prospect') throw new NotFound()
  const drills = listDrills(proviso, actor, { subjectId: subject.id })
  return {
    back: `/${params.place}/${subject.id}/opt-outs`,
    drills: drills.map(({ run, told }) => drillView(runView(run), told)),
    adapters: drillAdapters.map(({ id, title, account }) => ({ id, title, account })),
    values: freshValues,
    mayStart: may(actor.role, 'import-logs', subject.kind),
    mayStop: may(actor.role, 'scan', subject.kind),
  }
}

/** What the form sent: the drill it asks for, and what is shown again. A key is never sent back. */
export function drillOf(subjectId: string, form: FormData): { asked: StartDrill; values: DrillValues } {
  const texts = Object.fromEntries(
    (['optOutChannel', 'minutesAgo', 'hours', 'limitHours', 'email', 'phone'] as const).map((name) => [
      name,
      textOf(form, name),
    ]),
  ) as Omit<DrillValues, 'lists'>
  const lists = Array.from({ length: drillListsAtMost }, (_, at) => ({
    adapter: textOf(form, `adapter-${at}`),
    channel: textOf(form, `channel-${at}`),
    account: textOf(form, `account-${at}`),
    path: textOf(form, `path-${at}`),
    equals: textOf(form, `equals-${at}`),
  }))
  const asked = {
    subjectId,
    ...texts,
    testRecord: textOf(form, 'testRecord') === 'yes',
    lists: lists.map((list, at) => ({ ...list, key: textOf(form, `key-${at}`) })),
  }
  return { asked, values: { ...texts, lists } }
}
