import { z } from 'zod'
import { type DueRecord, type RetentionKind, type RetentionRules, retentionKinds } from '#db/retention.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

/** 45 CFR 164.316(b)(2)(i): documentation is kept for six years from when it was made or was last in effect. */
const lawYears = 6
const shortest: Record<RetentionKind, number> = {
  agreements: lawYears,
  decisions: lawYears,
  logs: lawYears,
  removed: lawYears,
  scans: 1,
  letters: 1,
}

const yearsOf = (kind: RetentionKind) =>
  z
    .union(
      [
        z.literal('').transform(() => null),
        z
          .string()
          .regex(/^\d{1,3}$/)
          .transform(Number),
      ],
      'Write whole years, or leave it empty to keep them.',
    )
    .refine(
      (years) => years === null || years >= shortest[kind],
      shortest[kind] === lawYears
        ? 'Records of this kind must be kept for at least 6 years (45 CFR 164.316). Write 6 or more.'
        : 'Write at least 1 year.',
    )
    .refine((years) => years === null || years <= 100, 'Write at most 100 years, or leave it empty.')

const rulesInput = z.strictObject({
  agreements: yearsOf('agreements'),
  decisions: yearsOf('decisions'),
  logs: yearsOf('logs'),
  removed: yearsOf('removed'),
  scans: yearsOf('scans'),
  letters: yearsOf('letters'),
  version: z.coerce.number().int(),
})

export type RetentionForm = Record<RetentionKind, string> & { version: string }

/** Of one kind: how many records would end tonight, how many a hold keeps, and how old the oldest is. */
export type DryRun = { kind: RetentionKind; over: number; held: number; oldest: string | null }

function dryRun(due: ReadonlyArray<DueRecord>): Array<DryRun> {
  return retentionKinds.map((kind) => {
    const mine = due.filter((one) => one.kind === kind)
    const held = mine.filter((one) => one.held).length
    return { kind, over: mine.length - held, held, oldest: mine[0]?.since ?? null }
  })
}

/** Rules, holds and what would end tonight. Changes nothing. */
export function getRetention(proviso: Proviso, actor: Actor) {
  demand(actor, 'manage-organisation')
  const scope = scopeOf(proviso, actor)
  const { rules, version, appliedAt } = scope.retention.rules()
  const names = new Map(scope.members.list().map(({ personId, name }) => [personId, name]))
  const holds = scope.retention.holds().map(({ id, subjectId, reason, placedAt, placedBy }) => ({
    id,
    reason,
    placedAt,
    by: names.get(placedBy) ?? 'Somebody who has left',
    subject: subjectId === null ? null : (scope.subjects.get(subjectId)?.name ?? null),
  }))
  return { rules, version, appliedAt, holds, dryRun: dryRun(scope.retention.due()) }
}

/** "stale": somebody changed the rules since the form was opened; nothing is written. */
export function changeRetention(proviso: Proviso, actor: Actor, input: RetentionForm): 'changed' | 'stale' {
  demand(actor, 'manage-organisation')
  const { version, ...rules } = parseInput(rulesInput, input)
  const scope = scopeOf(proviso, actor)
  return scope.write(() => {
    if (scope.retention.rules().version !== version) return 'stale'
    scope.retention.save(rules satisfies RetentionRules)
    return 'changed'
  })
}

const holdInput = z.strictObject({
  /** Empty: the whole organisation. */
  name: z.string().trim().max(200, 'Use at most 200 characters.'),
  reason: z.string().trim().min(1, 'Say why it is held.').max(500, 'Use at most 500 characters.'),
})

/** From now on nothing of it ends by a rule; what lies in the trash can be held too. Several of one name are all held. */
export function placeHold(proviso: Proviso, actor: Actor, input: z.input<typeof holdInput>): void {
  demand(actor, 'manage-organisation')
  const { name, reason } = parseInput(holdInput, input)
  const scope = scopeOf(proviso, actor)
  const named = name === '' ? [null] : scope.subjects.named(name)
  if (named.length === 0) throw new InvalidInput({ name: 'Nothing here has this name. Write it as its page does.' })
  scope.write(() => {
    for (const id of named) scope.retention.hold(id, reason)
  })
}

export function liftHold(proviso: Proviso, actor: Actor, holdId: string): void {
  demand(actor, 'manage-organisation')
  const id = parseInput(idSchema, holdId)
  if (!scopeOf(proviso, actor).retention.lift(id)) throw new NotFound()
}

/** One night takes at most so many, so that its one write stays short. */
const mostANight = 500

/** Ends what is over in one organisation. Returns how many records, by kind. */
export function applyRetention(proviso: Proviso, organisationId: string): Partial<Record<RetentionKind, number>> {
  return scopeOf(proviso, { kind: 'system', organisationId }).retention.end(mostANight)
}
