import { z } from 'zod'
import type { Assessment } from '#checklists/assess.ts'
import type { Notice, NoticeChoice, NoticeKind, NoticeView } from '#db/notices.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import { type Role, subjectKinds } from '#db/schema.ts'
import type { Scope } from '#db/scoped.ts'
import type { Subject } from '#db/subjects.ts'
import { placeOf } from '../components/subject-kind.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { placeOfResult, workNames } from '../views/run.ts'
import { dayIn } from './organisation-day.ts'
import { may } from './permission.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

const perPage = 50
const mostInLetter = 30
/** The header says "99+" beyond. */
const mostCounted = 100
const mostPaged = 10_000

/** What a role may be told: sales hear of prospects only, of the log only who may read it. */
function viewOf(role: Role, choice: NoticeChoice): NoticeView {
  const allowed: Record<NoticeKind, boolean> = {
    work: true,
    findings: true,
    agreements: may(role, 'read', 'vendor'),
    safety: may(role, 'read-audit'),
  }
  const kinds = (Object.keys(allowed) as Array<NoticeKind>).filter((kind) => allowed[kind] && choice[kind])
  return { kinds, subjects: subjectKinds.filter((kind) => may(role, 'read', kind)) }
}

/** How many notices this person has not read. */
export function unreadNotices(proviso: Proviso, actor: PersonActor): number {
  const { notices } = scopeOf(proviso, actor)
  const choice = notices.choiceOf(actor.id)
  return notices.count(viewOf(actor.role, choice), choice.readTo, mostCounted)
}

export type NoticePage = {
  items: Array<Notice & { unread: boolean }>
  choice: NoticeChoice
  /** Kinds this role can be told of at all. */
  kinds: ReadonlyArray<NoticeKind>
  page: number
  pages: number
  unread: number
}

/** A page of what this person may and wants to be told, newest first. */
export function listNotices(proviso: Proviso, actor: PersonActor, input: { page?: string | undefined }): NoticePage {
  const { page } = parseInput(z.strictObject({ page: z.coerce.number().int().min(1).max(10_000).default(1) }), input)
  const { notices } = scopeOf(proviso, actor)
  const { readTo, mailedTo: _, ...choice } = notices.choiceOf(actor.id)
  const view = viewOf(actor.role, choice)
  const all = viewOf(actor.role, { work: true, findings: true, agreements: true, safety: true, digest: false })
  const items = notices.list(view, { after: null, limit: perPage, offset: (page - 1) * perPage })
  return {
    items: items.map((notice) => ({ ...notice, unread: notice.at > readTo })),
    choice,
    kinds: all.kinds,
    page,
    pages: Math.max(1, Math.ceil(notices.count(view, null, mostPaged) / perPage)),
    unread: notices.count(view, readTo, mostCounted),
  }
}

const choiceInput = z.strictObject({
  work: z.boolean(),
  findings: z.boolean(),
  agreements: z.boolean(),
  safety: z.boolean(),
  digest: z.boolean(),
})

export function chooseNotices(proviso: Proviso, actor: PersonActor, input: NoticeChoice): void {
  scopeOf(proviso, actor).notices.choose(actor.id, parseInput(choiceInput, input))
}

/** Everything up to the newest notice the page showed counts as read; what came since does not. */
export function markNoticesRead(proviso: Proviso, actor: PersonActor, upTo: string): void {
  const to = parseInput(z.iso.datetime(), upTo)
  const now = proviso.now().toISOString()
  scopeOf(proviso, actor).notices.markRead(actor.id, to < now ? to : now)
}

const endings: Partial<Record<ScanRun['state'], string>> = {
  done: 'has ended',
  partial: 'ended early, with a part of its result',
  failed: 'failed',
}

/** Tells that a piece of work ended; in the write that ends it. */
export function noticeOfRun(scope: Scope, run: ScanRun, subject: Subject, state: ScanRun['state']): void {
  const how = endings[state]
  if (how === undefined) return
  const says = `${workNames[run.scanner] ?? run.scanner} for ${subject.name} ${how}.`
  const about = `run ${run.id} ${state}`
  scope.notices.add({ kind: 'work', subjectId: subject.id, about, says, to: placeOfResult(run, subject) })
}

const isAgainst = (verdict: string) => verdict === 'fail' || verdict === 'partial'

/** Tells how many lines turned against a subject since the assessment before; in the write of the new one. */
export function noticeOfAssessment(
  scope: Scope,
  subject: Subject,
  before: Assessment | null,
  { id, assessment }: { id: string; assessment: Assessment },
): void {
  if (before === null) return
  const stood = new Map(before.findings.map(({ requirement, verdict }) => [requirement, verdict]))
  const turned = assessment.findings.filter(
    ({ requirement, verdict, scored }) => scored && isAgainst(verdict) && !isAgainst(stood.get(requirement) ?? ''),
  )
  if (turned.length === 0) return
  const lines = turned.length === 1 ? '1 line is' : `${turned.length} lines are`
  const says = `${lines} newly weak, missing or in conflict for ${subject.name}.`
  const to = `/${placeOf(subject.kind)}/${subject.id}`
  scope.notices.add({ kind: 'findings', subjectId: subject.id, about: `assessment ${id}`, says, to })
}

/** Tells that the chain of the log does not hold; nobody is told of the instance's own chain, Doctor shows it. */
export function noticeOfBrokenLog(proviso: Proviso, chain: string, at: number): void {
  if (!proviso.letters.organisations().includes(chain)) return
  const { notices } = scopeOf(proviso, { kind: 'system', organisationId: chain })
  const says = `The audit log does not hold from event ${at} on. Keep a copy, and compare it with a backup.`
  notices.add({ kind: 'safety', subjectId: null, about: `audit-log ${at}`, says, to: '/settings/audit-log' })
}

const digestText = (organisation: string, origin: string, told: ReadonlyArray<Notice>, more: number) =>
  [
    `New in ${organisation}:`,
    '',
    ...told.map(({ says, to }) => `- ${says}\n  ${origin}${to}`),
    ...(more > 0 ? [`- and ${more} more: ${origin}/notices`] : []),
    '',
    `You asked for one letter a day. Change that at ${origin}/notices`,
    '',
  ].join('\n')

/** One letter a day to who asked for it, where something is new. Returns how many were written. */
export function writeDigests(proviso: Proviso): number {
  let written = 0
  for (const organisationId of proviso.letters.organisations()) {
    const scope = scopeOf(proviso, { kind: 'system', organisationId })
    const wanted = new Set(scope.notices.digestReaders())
    const { name, timeZone } = scope.organisation
    for (const { personId, email, role } of scope.members.list().filter((member) => wanted.has(member.personId))) {
      const { mailedTo, ...choice } = scope.notices.choiceOf(personId)
      const now = proviso.now()
      if (mailedTo !== '' && dayIn(new Date(mailedTo), timeZone) === dayIn(now, timeZone)) continue
      const upTo = now.toISOString()
      const view = viewOf(role, choice)
      const told = scope.notices.list(view, { after: mailedTo, upTo, limit: mostInLetter })
      if (told.length === 0) continue
      const more = scope.notices.count(view, mailedTo, mostPaged) - told.length
      scope.write(() => {
        const text = digestText(name, proviso.origin, told, more)
        const body = { to: email, subject: `${told.length + more} new in ${name}`.replace(/[\r\n]/g, ' '), text }
        const about = `digest ${personId} ${dayIn(now, timeZone)}`
        if (scope.letters.add({ kind: 'digest', linkId: null, about, body }) !== null) written += 1
        scope.notices.markMailed(personId, upTo)
      })
    }
  }
  return written
}
