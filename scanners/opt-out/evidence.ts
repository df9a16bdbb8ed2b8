import { z } from 'zod'
import { evidenceBase } from '#scanners/source.ts'
import { replyRulings } from '../answers/evidence.ts'
import { channels, eventKinds, results } from './event.ts'

/** A row of an uploaded file. `at` is UTC, the earliest instant the row can mean. */
const contactPlace = z.strictObject({ file: z.string(), line: z.number().int(), at: z.string() })
const lateContact = z.strictObject({
  policy: z.string(),
  person: z.string(),
  channel: z.string(),
  optOut: contactPlace,
  contact: contactPlace,
  lateByHours: z.number(),
})

const timing = z.strictObject({
  policy: z.string(),
  channel: z.string(),
  pass: z.number().int(),
  fail: z.number().int(),
  unknown: z.number().int(),
  p50Hours: z.number().nullable(),
  p95Hours: z.number().nullable(),
  worstHours: z.number().nullable(),
})

const history = z.strictObject({
  /** An HMAC. */
  person: z.string(),
  results: z.array(
    z.strictObject({
      policy: z.string(),
      channel: z.string(),
      verdict: z.enum(['pass', 'fail', 'unknown']),
      because: z.string(),
      optOut: contactPlace,
      deadline: z.string(),
      loHours: z.number(),
      hiHours: z.number().nullable(),
    }),
  ),
  events: z.array(
    contactPlace.extend({
      kind: z.string(),
      channel: z.string().nullable(),
      result: z.string().nullable(),
      purpose: z.string().nullable(),
      /** The latest instant the row can mean, where it is not `at`. */
      until: z.string().nullable(),
    }),
  ),
  eventsLeftOut: z.number().int(),
})

const span = z.strictObject({ min: z.number(), max: z.number() })
/** Local days since 1970, first and last of each run. */
const dayRuns = z.array(z.tuple([z.number().int(), z.number().int()]))

/** An event as the timing reads it, without what could name anybody or a message. `practice` is a running number. */
const timedEvent = z.strictObject({
  id: z.string(),
  kind: z.enum(eventKinds),
  /** HMACs. */
  keys: z.array(z.string()),
  at: span,
  practice: z.string(),
  channel: z.enum(channels).optional(),
  scope: z.array(z.enum(channels)).optional(),
  by: z.enum(['recipient', 'staff', 'system']).optional(),
  wrongNumber: z.boolean().optional(),
  purpose: z.enum(['review_request', 'appointment', 'optout_confirmation', 'emergency', 'other']).optional(),
  marketing: z.boolean().optional(),
  result: z.enum(results).optional(),
  deliveryOnly: z.boolean().optional(),
  deliveredAt: span.optional(),
  present: z.boolean().optional(),
  form: z.enum(['written', 'verbal', 'implied']).optional(),
  file: z.number().int(),
  line: z.number().int(),
})

/** What is needed to time an unclear reply once a person has said that it was an opt-out. */
const doubtful = z.strictObject({
  /** The settings the logs were judged under, as they are given to the audit. */
  settings: z.record(z.string(), z.unknown()),
  /** Which log reaches how far: what a pass must be covered by. */
  logs: z.array(
    z.strictObject({
      format: z.string(),
      channels: z.partialRecord(
        z.enum(channels),
        span.extend({ attempts: z.number().int(), days: dayRuns.optional(), contactDays: dayRuns.optional() }),
      ),
    }),
  ),
  /** Upper bounds of the lag in hours by policy and pair of channels; absent when there are too many to keep. */
  lags: z
    .array(z.strictObject({ policy: z.string(), from: z.string(), channel: z.string(), hours: z.array(z.number()) }))
    .optional(),
  /** People a reply concerns, with all that the logs hold of them. A reply in none of these cannot be timed later. */
  cases: z.array(
    z.strictObject({
      replies: z.array(z.strictObject({ key: z.string(), event: timedEvent })),
      events: z.array(timedEvent),
    }),
  ),
})

/**
 * What a set of logs shows of opt-outs: numbers per policy and channel, late contacts with both lines, and what the logs
 * cannot prove. People are HMACs. No phone, no address, no message text.
 */
export const optOutEvidenceSchema = z.strictObject({
  kind: z.literal('opt-out'),
  ...evidenceBase,
  inputs: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      rows: z.number().int(),
      classified: z.number().int(),
      rejected: z.number().int(),
      sha256: z.string().optional(),
      /** Zone that was taken for times without an offset; null when every time had one. */
      assumedZone: z.string().nullable().optional(),
      /** Columns the format has no use for, by name. */
      unknownColumns: z.array(z.string()).optional(),
      /** The first rejected rows; `rejected` counts all. */
      rejectedRows: z.array(z.strictObject({ line: z.number().int(), why: z.string() })).optional(),
    }),
  ),
  timeZone: z.string(),
  limitHours: z.number(),
  people: z.number().int(),
  channels: z.array(timing),
  /** Opt-outs by the channel they came on (`from`) and the one they should end. */
  pairs: z.array(timing.extend({ from: z.string() })).optional(),
  late: z.array(lateContact),
  cannotProve: z.array(z.strictObject({ what: z.string(), why: z.string() })),
  consent: z
    .strictObject({ checked: z.number().int(), without: z.number().int(), unknown: z.number().int() })
    .nullable(),
  quietHours: z.strictObject({ checked: z.number().int(), inside: z.number().int() }).nullable(),
  retention: z.strictObject({ verdict: z.enum(['pass', 'fail', 'unknown']), because: z.string() }).nullable(),
  /** How many people a flag of the timing stands at, by policy and channel. */
  flags: z
    .array(z.strictObject({ policy: z.string(), channel: z.string(), flag: z.string(), people: z.number().int() }))
    .optional(),
  /** Contacts between opt-out and deadline: in time, and always listed. */
  inGrace: z.array(lateContact.omit({ lateByHours: true })).optional(),
  /** Replies that wait for a person; sending to them is held. The words stay in the file. */
  held: z
    .array(
      z.strictObject({
        file: z.string(),
        line: z.number().int(),
        at: z.string(),
        channel: z.string().nullable(),
        rule: z.string(),
        /** Names the reply in rulings: hash of its file and line. */
        key: z.string().optional(),
        /** When contact must have stopped under the practice bar, if it was an opt-out. */
        stopBy: z.string().optional(),
        /** Contacts of the same person after it, as far as the logs reach. */
        contactsSince: z.number().int().optional(),
      }),
    )
    .optional(),
  doubtful: doubtful.optional(),
  /** Replies a person has ruled on; added when rulings are laid over the evidence, never by a reader. */
  decided: z
    .array(
      contactPlace.extend({
        key: z.string(),
        channel: z.string().nullable(),
        reply: z.enum(replyRulings),
        by: z.string(),
        ruledAt: z.string(),
        reason: z.string(),
        /** Whether its clock could be started; false when the logs have to be read again for it. */
        timed: z.boolean(),
      }),
    )
    .optional(),
  withoutConsent: z.array(contactPlace).optional(),
  /** Consent before contact by channel of the contact. */
  consentChannels: z
    .array(
      z.strictObject({
        channel: z.string(),
        checked: z.number().int(),
        without: z.number().int(),
        unknown: z.number().int(),
      }),
    )
    .optional(),
  /** Contacts in the logs, and those whose outcome no row tells. */
  touchpoints: z.strictObject({ contacts: z.number().int(), withoutResult: z.number().int() }).optional(),
  inQuietHours: z.array(contactPlace).optional(),
  quietHoursUnknown: z.number().int().optional(),
  inStateQuietHours: z.array(contactPlace).optional(),
  tooFrequent: z.array(contactPlace).optional(),
  frequencyChecked: z.number().int().optional(),
  patterns: z
    .array(
      z.strictObject({
        pattern: z.enum(['fallback_channel', 'sender_hop']),
        person: z.string(),
        optOut: contactPlace,
        contact: contactPlace,
      }),
    )
    .optional(),
  /** Days without a row on a channel that otherwise has some nearly every day. */
  gaps: z.array(z.strictObject({ channel: z.string(), from: z.string(), to: z.string() })).optional(),
  /** What happened to people who opted out, those reached late first; a part of them when there are very many. */
  histories: z.array(history).optional(),
  incomplete: z.array(z.strictObject({ what: z.string(), rows: z.number().int() })).optional(),
})

export type OptOutEvidence = z.infer<typeof optOutEvidenceSchema>
