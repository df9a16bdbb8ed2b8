import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import { channelWords } from './channel-words.ts'
import type { PlaceView } from './opt-outs.ts'

const placesShown = 50

/** What the same logs tell besides opt-outs, each with what cannot be told. Screen and report say the same words. */
export function factsOf(evidence: OptOutEvidence): ReadonlyArray<readonly [term: string, value: string]> {
  const {
    consent,
    quietHours,
    quietHoursUnknown = 0,
    retention,
    gaps = [],
    frequencyChecked,
    tooFrequent = [],
    consentChannels = [],
    inStateQuietHours = [],
    patterns = [],
    touchpoints,
  } = evidence
  const hits = (name: string) => patterns.filter(({ pattern }) => pattern === name).length
  const perChannel = consentChannels
    .map(({ channel, checked, without }) => `${channelWords[channel] ?? channel} ${without} of ${checked}`)
    .join(', ')
  return [
    [
      'Consent on file before contact',
      consent === null
        ? 'Cannot tell: the logs hold no record of consent.'
        : `${consent.without} of ${consent.checked} contacts without consent for their channel before them${perChannel === '' ? '' : ` (${perChannel})`}; ${consent.unknown} cannot be told.`,
    ],
    [
      'Quiet hours (8 a.m. to 9 p.m. where the person is)',
      quietHours === null
        ? 'Cannot tell: no contact with a known local time.'
        : `${quietHours.inside} of ${quietHours.checked} contacts outside these hours; ${quietHoursUnknown} with an unknown zone.${inStateQuietHours.length === 0 ? '' : ` ${inStateQuietHours.length} after 8 p.m. in Florida, Oklahoma or Washington.`}`,
    ],
    [
      'How often',
      frequencyChecked === undefined
        ? 'Not looked at.'
        : `${tooFrequent.length} of ${frequencyChecked} contacts above the limits for exempted calls and texts.`,
    ],
    [
      'Ways round an opt-out',
      evidence.patterns === undefined
        ? 'Not looked at.'
        : `${hits('fallback_channel')} times a first call within a day of a text opt-out; ${hits('sender_hop')} times another sender number after a block.`,
    ],
    [
      'Outcome of each contact',
      touchpoints === undefined
        ? 'Not looked at.'
        : `${touchpoints.withoutResult} of ${touchpoints.contacts} contacts have no result in the logs.`,
    ],
    [
      'Days without rows',
      gaps.length === 0
        ? 'None on a channel that is otherwise busy nearly every day.'
        : gaps
            .slice(0, 5)
            .map(({ channel, from, to }) => `${channelWords[channel] ?? channel}: ${from} to ${to}`)
            .join('; '),
    ],
    [
      'Kept long enough',
      retention === null ? 'Cannot tell: the dates of the contract were not given.' : retention.because,
    ],
  ]
}

/** Rows behind the facts, so that they can be opened in one's own files. */
export function listedPlaces(
  evidence: OptOutEvidence,
): ReadonlyArray<{ title: string; places: ReadonlyArray<PlaceView>; all: number }> {
  const {
    withoutConsent = [],
    inQuietHours = [],
    inStateQuietHours = [],
    inGrace = [],
    tooFrequent = [],
    patterns = [],
  } = evidence
  const practiceGrace = inGrace.filter(({ policy }) => policy === 'practice').map(({ contact }) => contact)
  return [
    ['Contacts after an opt-out but within the limit', practiceGrace],
    ['Contacts without consent on file before them', withoutConsent],
    ['Contacts in quiet hours', inQuietHours],
    ['Contacts after 8 p.m. in a state that ends the day then', inStateQuietHours],
    ['Contacts above the frequency limits', tooFrequent],
    ['Calls or other numbers right after an opt-out', patterns.map(({ contact }) => contact)],
  ].flatMap(([title, places]) =>
    places!.length === 0
      ? []
      : [{ title: title as string, places: (places as Array<PlaceView>).slice(0, placesShown), all: places!.length }],
  )
}
