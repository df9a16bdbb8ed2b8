import { z } from 'zod'
import { replyRequirement } from '#checklists/opt-out/as-ruled.ts'
import type { StoredAssessment } from '#db/assessments.ts'
import { type ReplyRuling, replyRulings } from '#scanners/answers/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { hashOf } from './content-hash.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

const ruleOnReplyInput = z.strictObject({
  runId: idSchema,
  /** Names the reply: hash of its file and line. */
  key: z.string().max(80),
  reply: z.enum(replyRulings, 'Say what the reply was.'),
  note: z.string().trim().max(1000),
})

export const replyWords: Record<ReplyRuling, string> = {
  'opt-out': 'An opt-out of everything',
  'opt-out-here': 'An opt-out of this channel only',
  'wrong-number': 'A wrong number',
  'no-opt-out': 'No opt-out',
}

/** As a form gives it. */
export type RuleOnReply = Omit<z.input<typeof ruleOnReplyInput>, 'reply'> & { reply: string }

/**
 * A named person says what an unclear reply was. An opt-out starts its clock when the reply arrived, however long it
 * waited for this. Throws InvalidInput, and NotFound for a reply that is not in this import.
 */
export function ruleOnReply(proviso: Proviso, actor: Actor, input: RuleOnReply): StoredAssessment {
  const { runId, key, reply, note } = parseInput(ruleOnReplyInput, input)
  const scope = scopeOf(proviso, actor)
  const run = scope.runs.get(runId)
  if (run === null) throw new NotFound()
  demand(actor, 'rule', subjectFor(scope, actor, run.subjectId).kind)
  const log = scope.evidence.ofRun(runId).find((item) => item.kind === 'opt-out')
  if (!log?.held?.some((held) => held.key === key)) throw new NotFound()
  return scope.write(() => {
    const by = actor.kind === 'person' ? actor.name : 'system'
    const reason = note === '' ? `${replyWords[reply]}, by whoever read it in the log.` : note
    const content = {
      requirement: replyRequirement,
      observation: key,
      verdict: 'pass' as const,
      reason,
      expiresAt: null,
      reply,
    }
    const source = {
      scanner: 'rulings',
      ref: replyRequirement,
      at: proviso.now().toISOString(),
      sha256: hashOf(content),
    }
    scope.evidence.addSaid(run.subjectId, { kind: 'ruling', id: 'ruling', source, ...content, by })
    scope.audit.add({ action: 'reply.ruled', object: { kind: 'run', id: runId }, after: reply })
    return assessInScope(proviso, scope, run.subjectId)
  })
}
