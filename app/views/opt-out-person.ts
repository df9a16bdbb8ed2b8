import { policyTitles } from '#checklists/opt-out/explain.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import { channelWords } from './channel-words.ts'
import { contactWords, type PlaceView, personNumbers, type Verdict } from './opt-outs.ts'

export type PersonView = {
  number: number
  /** The keyed hash that stands for the person in exports. */
  hash: string
  timeZone: string
  results: ReadonlyArray<{
    key: string
    policy: string
    channel: string
    verdict: Verdict
    because: string
    deadline: string
  }>
  events: ReadonlyArray<{
    key: string
    what: string
    detail: string
    place: PlaceView
    until: string | null
    mark: 'opt-out' | 'late' | 'none'
  }>
  eventsLeftOut: number
}

const kindWords: Record<string, string> = {
  consent: 'Consent given',
  opt_out: 'Opt-out',
  opt_in: 'Opted in again',
  attempt: 'Contacted',
  suppression_set: 'Put on the do-not-contact list',
  suppression_cleared: 'Taken off the do-not-contact list',
  snapshot: 'Seen in a list export',
}

const resultWords: Record<string, string> = {
  accepted: 'accepted by the provider',
  sent: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  blocked: 'blocked, so not a contact',
  no_answer: 'no answer',
  answered: 'answered',
  voicemail: 'voicemail',
}

const purposeWords: Record<string, string> = {
  review_request: 'review request',
  appointment: 'appointment',
  optout_confirmation: 'confirmation of the opt-out',
  emergency: 'emergency',
}

/** Pure: the story of one person of an import, by the number the lists give them. null: no such person. */
export function personView(evidence: OptOutEvidence, number: number): PersonView | null {
  const numbers = personNumbers(evidence)
  const history = (evidence.histories ?? []).find(({ person }) => numbers.get(person) === number)
  if (history === undefined) return null
  const late = new Set(
    evidence.late
      .filter(({ person, policy }) => person === history.person && policy === 'practice')
      .map(({ contact }) => `${contact.file}:${contact.line}`),
  )
  return {
    number,
    hash: history.person,
    timeZone: evidence.timeZone,
    results: history.results.map(({ policy, channel, verdict, because, deadline, optOut }, at) => ({
      key: `${policy} ${channel} ${optOut.file}:${optOut.line} ${at}`,
      policy: Object.entries(policyTitles).find(([name]) => name === policy)?.[1] ?? policy,
      channel: channelWords[channel] ?? channel,
      verdict,
      because,
      deadline,
    })),
    events: history.events.map(({ kind, channel, result, purpose, file, line, at, until }, index) => ({
      key: `${file}:${line}:${index}`,
      what: `${kindWords[kind] ?? kind}${channel === null ? '' : ` by ${(contactWords[channel] ?? channel).toLowerCase()}`}`,
      detail: [purposeWords[purpose ?? ''], resultWords[result ?? '']].filter((part) => part !== undefined).join(', '),
      place: { file, line, at },
      until,
      mark: kind === 'opt_out' ? 'opt-out' : late.has(`${file}:${line}`) ? 'late' : 'none',
    })),
    eventsLeftOut: history.eventsLeftOut,
  }
}
