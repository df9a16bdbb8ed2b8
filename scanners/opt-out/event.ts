/** An instant is known only within a span: epoch milliseconds, both ends included. A point has min = max. */
export type Span = { min: number; max: number }

export const judgedChannels = ['sms', 'email', 'voice'] as const
export type JudgedChannel = (typeof judgedChannels)[number]
/** WhatsApp is judged like a text; push and mail are kept and counted, never judged. */
export const channels = [...judgedChannels, 'whatsapp', 'push', 'mail'] as const
export type Channel = (typeof channels)[number]

export const eventKinds = [
  'consent',
  'opt_out',
  'opt_in',
  'attempt',
  'suppression_set',
  'suppression_cleared',
  'snapshot',
  'link',
] as const
export type EventKind = (typeof eventKinds)[number]

export const results = [
  'accepted',
  'sent',
  'delivered',
  'failed',
  'blocked',
  'no_answer',
  'answered',
  'voicemail',
] as const
export type Result = (typeof results)[number]

export type Purpose = 'review_request' | 'appointment' | 'optout_confirmation' | 'emergency' | 'other'
export type ConsentForm = 'written' | 'verbal' | 'implied'
export type By = 'recipient' | 'staff' | 'system'

/**
 * One thing a log says happened. `keys` are opaque names of who it concerns, `phone:…`, `email:…` or `pt:…`; behind
 * the prefix stands a keyed hash when the event came from a log, the normalised value in a worked case.
 */
export type OptOutEvent = {
  id: string
  kind: EventKind
  keys: ReadonlyArray<string>
  /** Dispatch for an attempt, occurrence for all else. A link carries no time. */
  at: Span
  practice: string
  channel?: Channel
  /** Channels an opt-out names; absent = all. */
  scope?: ReadonlyArray<Channel>
  by?: By
  wrongNumber?: boolean
  purpose?: Purpose
  marketing?: boolean
  result?: Result
  providerRef?: string
  /** `at` is the delivery; when it was handed over is not known. */
  deliveryOnly?: boolean
  deliveredAt?: Span
  /** Whether a list snapshot holds the contact. */
  present?: boolean
  form?: ConsentForm
  from?: string
  /** First three digits of a North American number: where the called party may be; names nobody. */
  areaCode?: string
  /** Zone of the called party, when the log states it. */
  calledZone?: string
  file?: number
  line?: number
}

/** The span of a time that cannot be read: no date of a log lies outside. */
export const anyTime: Span = { min: Date.UTC(2000, 0, 1), max: Date.UTC(2101, 0, 1) - 1 }

export function isUndated({ at }: Pick<OptOutEvent, 'at'>): boolean {
  return at.min === anyTime.min && at.max === anyTime.max
}

export function isAddress(key: string): boolean {
  return !key.startsWith('pt:')
}
