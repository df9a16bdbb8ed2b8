import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import { judgedChannels } from '#scanners/opt-out/event.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { Timeline } from '#scanners/opt-out/timeline.ts'
import type { Source } from '#scanners/source.ts'
import type { Audit } from './audit.ts'
import type { AuditConfig } from './audit-config.ts'
import { attemptLogs, silentStretches } from './coverage.ts'
import { doubtfulOf } from './doubtful.ts'
import { historiesOf } from './histories.ts'
import { pairsOf } from './pairs.ts'
import { judgeRetention } from './retention.ts'
import { gapsOf } from './silence.ts'
import { hours } from './worked-case.ts'

const listedAtMost = 5_000
const rejectedListed = 200

/** A file without a heading has a person's data where the names of columns should be. */
function columnName(name: string): string {
  return /@|\d{4}/.test(name) ? '(looks like data)' : name
}

export function placeIn(files: ReadonlyArray<{ file: string }>): PlaceOf {
  return ({ file, line, at }) => ({
    file: files[file ?? 0]?.file ?? '',
    line: line ?? 0,
    at: new Date(at.min).toISOString(),
  })
}

const words: Partial<Record<string, string>> = {
  no_log: 'the log of contacts on this channel does not reach from the opt-out to the deadline, or was not supplied',
  no_suppression_evidence: 'no list entry, blocked message or list export shows that contact had become impossible',
  evidence_after_deadline: 'the first sign of suppression comes after the deadline and says nothing of the time before',
  order_uncertain: 'times are too coarse, or clocks too far apart, to say which came first',
  boundary_uncertain: 'a contact lies so close to the deadline that its side of it cannot be told',
  identity_ambiguous: 'an address is shared by several patients, so a contact may concern another one',
  initiation_unknown: 'only the delivery or acceptance of a message is logged, not when it was handed over',
}

type FlagRow = { channel: string; flag: string; people: number }

/** What flags of the timing leave open, one line a channel and flag. */
export function openLines(rows: ReadonlyArray<FlagRow>): OptOutEvidence['cannotProve'] {
  return rows.flatMap(({ channel, flag, people }) => {
    const why = words[flag]
    return why === undefined ? [] : [{ what: `${channel}: ${people} ${people === 1 ? 'person' : 'people'}`, why }]
  })
}

export function unclearLine(replies: number): OptOutEvidence['cannotProve'] {
  if (replies === 0) return []
  return [
    {
      what: `${replies} unclear ${replies === 1 ? 'reply' : 'replies'}`,
      why: 'a person has to say whether they end contact; sending is to be held until then',
    },
  ]
}

const silencesListed = 20

function silenceLines(channel: string, stretches: ReturnType<typeof silentStretches>): OptOutEvidence['cannotProve'] {
  const why =
    'no contact is logged in this time, so the log is not taken to hold it; if it does, declare the channel complete'
  const listed = stretches
    .slice(0, silencesListed)
    .map(({ from, to }) => ({ what: `${channel}: ${from} to ${to}`, why }))
  const more = stretches.length - listed.length
  return more === 0 ? listed : [...listed, { what: `${channel}: ${more} further stretches of days`, why }]
}

function unproven(audit: Audit, timeline: Timeline, config: AuditConfig): OptOutEvidence['cannotProve'] {
  const found: OptOutEvidence['cannotProve'] = []
  const [policy] = config.policies
  for (const channel of judgedChannels) {
    const totals = audit.totals.get(policy!)?.get(channel)
    if (audit.people > 0 && attemptLogs(timeline.files, config, channel).length === 0) {
      found.push({
        what: `${channel}: whether anyone was contacted`,
        why:
          config.coverage === undefined || config.missing.includes(channel)
            ? 'no log of contacts on this channel was supplied'
            : 'no log of contacts on this channel is declared as complete for any time',
      })
    }
    if (audit.people > 0) found.push(...silenceLines(channel, silentStretches(timeline.files, config, channel)))
    found.push(...openLines([...(totals?.flags ?? [])].sort().map(([flag, people]) => ({ channel, flag, people }))))
  }
  for (const { file, rejectedRows, assumedZone, replies } of timeline.files) {
    if (replies.wordless > 0)
      found.push({
        what: `${file}: ${replies.wordless} of ${replies.all} incoming messages without their text`,
        why:
          replies.wordless === replies.all
            ? 'the file has no column with what people wrote, so a STOP in it cannot be told; export it with the texts'
            : 'what these people wrote is left out, so a STOP among it cannot be told',
      })
    if (rejectedRows > 0)
      found.push({
        what: `${file}: ${rejectedRows} rejected rows`,
        why: 'they could not be read and are not part of any number here',
      })
    if (assumedZone !== null)
      found.push({
        what: `${file}: times without an offset`,
        why: `they were read as ${assumedZone}, because the file names no zone`,
      })
  }
  if (config.coverage === undefined && timeline.files.length > 0) {
    found.push({
      what: 'that the logs are complete',
      why: 'each is taken to hold everything from its first to its last row, long silences left out; nobody has declared it',
    })
  }
  const dayLong = timeline.events.filter(({ kind, at }) => kind === 'opt_out' && at.max - at.min > 3_600_000).length
  if (dayLong > 0)
    found.push({
      what: `${dayLong} opt-outs noted with a date only`,
      why: 'they are measured from the end of that day, which favours the sender',
    })
  found.push(...unclearLine(timeline.held.length))
  if (audit.people > 0 && !audit.consentLogs)
    found.push({ what: 'consent on file', why: 'the logs hold no record of consent' })
  return found
}

export type PlaceOf = (event: Pick<OptOutEvent, 'file' | 'line' | 'at'>) => { file: string; line: number; at: string }

/** Contacts after an opt-out: those beyond the limit, and those within it. */
export function contactsOf(
  results: Audit['results'],
  place: PlaceOf,
): { late: OptOutEvidence['late']; inGrace: NonNullable<OptOutEvidence['inGrace']> } {
  const windows = results.flatMap(({ policy, person, channel, windows: own }) =>
    own.map((window) => ({ window, base: { policy, person, channel, optOut: place(window.optOut) } })),
  )
  return {
    late: windows.flatMap(({ window, base }) =>
      window.late.map((contact) => ({
        ...base,
        contact: place(contact),
        lateByHours: hours(contact.at.min - window.deadline),
      })),
    ),
    inGrace: windows.flatMap(({ window, base }) =>
      window.inGrace.map((contact) => ({ ...base, contact: place(contact) })),
    ),
  }
}

/** What is stored of an audit: numbers, late contacts with both lines, what stays unproven. People are keyed hashes. */
export function evidenceOf(
  audit: Audit,
  timeline: Timeline,
  config: AuditConfig,
  { id, source, at }: { id: string; source: Source; at: Date },
): OptOutEvidence {
  const place = placeIn(timeline.files)
  const contacts = (list: ReadonlyArray<OptOutEvent>) => list.slice(0, listedAtMost).map(place)
  const attempts = timeline.events.filter(({ kind }) => kind === 'attempt')
  const { late, inGrace } = contactsOf(audit.results, place)
  const pairs = (list: Audit['patterns']['senderHop'], pattern: 'sender_hop' | 'fallback_channel') =>
    list.map(({ person, optOut, contact }) => ({ pattern, person, optOut: place(optOut), contact: place(contact) }))
  const { doubtful, notes } = doubtfulOf(audit, timeline, config)
  const oldestPresent = audit.oldest === null ? null : new Date(audit.oldest).toISOString().slice(0, 10)
  return {
    kind: 'opt-out',
    id,
    source,
    inputs: timeline.files.map((input) => ({
      file: input.file,
      format: input.format,
      rows: input.rows,
      classified: input.classified,
      rejected: input.rejectedRows,
      sha256: input.sha256,
      assumedZone: input.assumedZone,
      unknownColumns: input.unknownColumns.map(columnName),
      rejectedRows: input.rejected.slice(0, rejectedListed),
    })),
    timeZone: config.zone,
    limitHours: config.limitHours,
    people: audit.people,
    channels: [...audit.totals].flatMap(([policy, byChannel]) =>
      [...byChannel].map(([channel, totals]) => ({
        policy,
        channel,
        pass: totals.pass,
        fail: totals.fail,
        unknown: totals.unknown,
        p50Hours: totals.p50Ms === null ? null : hours(totals.p50Ms),
        p95Hours: totals.p95Ms === null ? null : hours(totals.p95Ms),
        worstHours: totals.worstMs === null ? null : hours(totals.worstMs),
      })),
    ),
    pairs: pairsOf(audit.results),
    late,
    inGrace: inGrace.slice(0, listedAtMost),
    flags: [...audit.totals].flatMap(([policy, byChannel]) =>
      [...byChannel].flatMap(([channel, { flags }]) =>
        [...flags].sort().map(([flag, people]) => ({ policy, channel, flag, people })),
      ),
    ),
    cannotProve: unproven(audit, timeline, config),
    consent: audit.consent && {
      checked: audit.consent.checked,
      without: audit.consent.without.length,
      unknown: audit.consent.unknown,
    },
    ...(audit.consent && {
      withoutConsent: contacts(audit.consent.without),
      consentChannels: audit.consent.channels,
    }),
    touchpoints: {
      contacts: attempts.length + timeline.passedOver,
      withoutResult: attempts.filter(({ result }) => result === undefined).length,
    },
    quietHours: audit.quiet.checked === 0 ? null : { checked: audit.quiet.checked, inside: audit.quiet.inside.length },
    quietHoursUnknown: audit.quiet.unknown,
    inQuietHours: contacts(audit.quiet.inside),
    inStateQuietHours: contacts(audit.quiet.insideState),
    tooFrequent: contacts(audit.frequency.excess),
    frequencyChecked: audit.frequency.checked,
    patterns: [
      ...pairs(audit.patterns.fallbackChannel, 'fallback_channel'),
      ...pairs(audit.patterns.senderHop, 'sender_hop'),
    ],
    held: [...timeline.held]
      .sort((a, b) => a.at.min - b.at.min || a.at.max - b.at.max || (a.bodySha256 < b.bodySha256 ? -1 : 1))
      .slice(0, listedAtMost)
      .map((reply) => ({ ...place(reply), channel: reply.channel ?? null, rule: reply.rule, ...notes.get(reply) })),
    ...(doubtful && { doubtful }),
    histories: historiesOf(audit, place),
    gaps: gapsOf(timeline.files),
    incomplete: timeline.files
      .filter(({ rejectedRows }) => rejectedRows > 0)
      .map(({ file, rejectedRows }) => ({ what: file, rows: rejectedRows })),
    retention:
      config.retention === undefined
        ? null
        : judgeRetention({ ...config.retention, asOf: at.toISOString().slice(0, 10), oldestPresent }),
  }
}
