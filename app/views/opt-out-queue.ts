import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import { undatedRule } from '#scanners/opt-out/row-event.ts'
import { replyWords } from '../use-cases/rule-on-reply.ts'
import { channelWords } from './channel-words.ts'
import type { PlaceView } from './opt-outs.ts'

export type HeldRow = {
  /** null: an import from before replies could be ruled on here. */
  key: string | null
  place: PlaceView
  channel: string
  rule: string
  /** null: nobody can read when it was, so its deadline is not known either. */
  stopBy: string | null
  overdue: boolean
  contactsSince: number | null
}

export type DecidedRow = {
  key: string
  place: PlaceView
  channel: string
  said: string
  by: string
  ruledAt: string
  reason: string
  timed: boolean
}

export type ReplyQueue = { held: ReadonlyArray<HeldRow>; decided: ReadonlyArray<DecidedRow> }

const channelOf = (channel: string | null) => (channel === null ? 'Not named' : (channelWords[channel] ?? channel))

/** Unclear replies of an import: those that wait, the most urgent first, and those a person has ruled on. Pure. */
export function replyQueue({ held = [], decided = [], limitHours }: OptOutEvidence, now: Date): ReplyQueue {
  return {
    held: held
      .map(({ key, file, line, at, channel, rule, stopBy, contactsSince }) => {
        const deadline =
          rule === undatedRule ? null : (stopBy ?? new Date(Date.parse(at) + limitHours * 3_600_000).toISOString())
        return {
          key: key ?? null,
          place: { file, line, at },
          channel: channelOf(channel),
          rule,
          stopBy: deadline,
          overdue: deadline !== null && Date.parse(deadline) < now.getTime(),
          contactsSince: contactsSince ?? null,
        }
      })
      .sort(
        (a, b) => (b.contactsSince ?? 0) - (a.contactsSince ?? 0) || ((a.stopBy ?? '') < (b.stopBy ?? '') ? -1 : 1),
      ),
    decided: decided.map(({ key, file, line, at, channel, reply, by, ruledAt, reason, timed }) => ({
      key,
      place: { file, line, at },
      channel: channelOf(channel),
      said: replyWords[reply],
      by,
      ruledAt,
      reason,
      timed,
    })),
  }
}
