import { policyTitles } from '#checklists/opt-out/explain.ts'
import { policyNames } from '#checklists/opt-out/policy.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import { logFormats } from '#scanners/opt-out/formats/index.ts'
import { mappedPrefix } from '#scanners/opt-out/formats/mapped.ts'
import { vendorTableTitles } from '#scanners/opt-out/formats/vendor-tables.ts'
import { hoursWords } from '../components/hours.ts'
import { channelWords } from './channel-words.ts'
import { factsOf, listedPlaces } from './opt-out-facts.ts'

export type PlaceView = { file: string; line: number; at: string }

export type LateRow = {
  key: string
  person: number
  channel: string
  optOut: PlaceView
  contact: PlaceView
  /** Policy words and hours over its limit, the practice bar first. */
  over: ReadonlyArray<{ policy: string; hours: string }>
  /** Late only for who relies on the healthcare exemption. */
  exemptOnly: boolean
}

export type ChannelRow = {
  channel: string
  inTime: number
  late: number
  open: number
  p50Hours: number | null
  p95Hours: number | null
  worstHours: number | null
}

/** Opt-outs said on one channel, and how long until another one stopped. */
export type PairRow = ChannelRow & { from: string }

export type PolicyRow = { policy: string; title: string; channels: ReadonlyArray<ChannelRow> }

export type FileRow = {
  file: string
  format: string
  formatId: string
  rows: number
  classified: number
  rejected: number
  zone: string
  unknownColumns: ReadonlyArray<string>
  rejectedRows: ReadonlyArray<{ line: number; why: string }>
}

/** What an import of logs shows: proven late, what cannot be proven, then the rest. */
export type OptOutResults = {
  answer: string
  timeZone: string
  limitHours: number
  people: number
  late: ReadonlyArray<LateRow>
  lateLeftOut: number
  cannotProve: OptOutEvidence['cannotProve']
  practice: ReadonlyArray<ChannelRow>
  /** Practice bar, by channel of the opt-out and of the contact. */
  pairs: ReadonlyArray<PairRow>
  policies: ReadonlyArray<PolicyRow>
  facts: ReadonlyArray<readonly [term: string, value: string]>
  listed: ReadonlyArray<{ title: string; places: ReadonlyArray<PlaceView>; all: number }>
  files: ReadonlyArray<FileRow>
  rows: { all: number; classified: number; rejected: number }
  persons: ReadonlyArray<{ number: number; verdict: Verdict; because: string }>
}

export type Verdict = 'pass' | 'fail' | 'unknown'

const lateShown = 100

export const contactWords: Record<string, string> = { sms: 'Text', email: 'E-mail', voice: 'Call' }

const optOutWords: Record<string, string> = {
  sms: 'Opt-out by text',
  whatsapp: 'Opt-out by WhatsApp',
  email: 'Opt-out by e-mail',
  voice: 'Opt-out by call',
}

const shortPolicy: Record<string, string> = {
  practice: 'practice bar',
  tcpa: 'ten business days, every channel',
  tcpa_channel: 'ten business days, same channel',
  exempt: 'at once (exemption)',
  canspam: 'ten business days, e-mail',
}

const namedFormats = [...logFormats, ...vendorTableTitles]
const formatTitles = new Map(namedFormats.map(({ id, title }) => [id, title]))

/** Formats a person may name, by the vendor's name. */
export const formatChoices: ReadonlyArray<{ value: string; label: string }> = [
  ...namedFormats.map(({ id, title }) => ({ value: id, label: title })).sort((a, b) => (a.label < b.label ? -1 : 1)),
  { value: 'generic', label: 'Another table, read by its column names' },
]

export function formatTitle(id: string): string {
  if (id.startsWith(mappedPrefix)) return 'Table read as you explained it'
  return formatTitles.get(id) ?? (id === 'generic' ? 'Table read by its column names' : id)
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** Numbers instead of hashes: person 1 is the first of the list, those reached late before all others. */
export function personNumbers(evidence: OptOutEvidence): Map<string, number> {
  const numbers = new Map<string, number>()
  const names = [...(evidence.histories ?? []), ...evidence.late].map(({ person }) => person)
  for (const person of names) if (!numbers.has(person)) numbers.set(person, numbers.size + 1)
  return numbers
}

function lateRows(evidence: OptOutEvidence, numbers: ReadonlyMap<string, number>): Array<LateRow> {
  const byContact = new Map<string, Array<OptOutEvidence['late'][number]>>()
  for (const one of evidence.late) {
    const key = [one.person, one.channel, one.optOut.file, one.optOut.line, one.contact.file, one.contact.line].join(
      ' ',
    )
    byContact.set(key, [...(byContact.get(key) ?? []), one])
  }
  const rank = ({ policy }: { policy: string }) => (policyNames as ReadonlyArray<string>).indexOf(policy)
  return [...byContact]
    .map(([key, found]) => {
      const sorted = [...found].sort((a, b) => rank(a) - rank(b))
      const [first] = sorted
      return { key, sorted, first: first!, most: Math.max(...found.map(({ lateByHours }) => lateByHours)) }
    })
    .sort((a, b) => rank(a.first) - rank(b.first) || b.most - a.most)
    .map(({ key, sorted, first }) => ({
      key,
      person: numbers.get(first.person) ?? 0,
      channel: contactWords[first.channel] ?? first.channel,
      optOut: first.optOut,
      contact: first.contact,
      over: sorted.map(({ policy, lateByHours }) => ({
        policy: shortPolicy[policy] ?? policy,
        hours: hoursWords(lateByHours),
      })),
      exemptOnly: sorted.every(({ policy }) => policy === 'exempt'),
    }))
}

function channelRow(row: OptOutEvidence['channels'][number]): ChannelRow {
  const { channel, pass, fail, unknown, p50Hours, p95Hours, worstHours } = row
  const name = channelWords[channel] ?? channel
  return { channel: name, inTime: pass, late: fail, open: unknown, p50Hours, p95Hours, worstHours }
}

function policyRows({ channels }: OptOutEvidence): Array<PolicyRow> {
  return policyNames.flatMap((policy) => {
    const own = channels.filter((row) => row.policy === policy)
    return own.length === 0 ? [] : [{ policy, title: policyTitles[policy], channels: own.map(channelRow) }]
  })
}

function answerOf(evidence: OptOutEvidence): string {
  const { people, late, channels } = evidence
  if (people === 0) return 'Nobody opted out in these logs.'
  const own = channels.filter(({ policy }) => policy === 'practice')
  const sum = (key: 'pass' | 'fail' | 'unknown') => own.reduce((total, row) => total + row[key], 0)
  const [pass, fail, open] = [sum('pass'), sum('fail'), sum('unknown')]
  const reached = new Set(late.filter(({ policy }) => policy === 'practice').map(({ person }) => person)).size
  const whom = plural(people, 'person opted out', 'people opted out')
  const contacted =
    reached === 0
      ? `no contact after the limit of ${evidence.limitHours} h was found`
      : `${reached} of them ${reached === 1 ? 'was' : 'were'} contacted after the limit of ${evidence.limitHours} h`
  return `${whom}; ${contacted}. Counted per channel: ${pass} in time and proven, ${fail} too late, ${open} cannot be proven.`
}

function personRows(evidence: OptOutEvidence, numbers: ReadonlyMap<string, number>): OptOutResults['persons'] {
  const order: ReadonlyArray<Verdict> = ['fail', 'unknown', 'pass']
  return (evidence.histories ?? []).map(({ person, results }) => {
    const own = results.filter(({ policy }) => policy === 'practice')
    const heaviest = order.map((verdict) => own.find((result) => result.verdict === verdict)).find(Boolean)
    return {
      number: numbers.get(person) ?? 0,
      verdict: heaviest?.verdict ?? 'unknown',
      because: heaviest === undefined ? 'No result under the practice bar.' : heaviest.because,
    }
  })
}

/** Pure: an import's evidence as the screen shows it. */
export function optOutResults(evidence: OptOutEvidence): OptOutResults {
  const numbers = personNumbers(evidence)
  const late = lateRows(evidence, numbers)
  const policies = policyRows(evidence)
  const sum = (key: 'rows' | 'classified' | 'rejected') => evidence.inputs.reduce((total, row) => total + row[key], 0)
  return {
    answer: answerOf(evidence),
    timeZone: evidence.timeZone,
    limitHours: evidence.limitHours,
    people: evidence.people,
    late: late.slice(0, lateShown),
    lateLeftOut: Math.max(0, late.length - lateShown),
    cannotProve: evidence.cannotProve.map(({ what, why }) => ({
      what: what.replace(/^(sms|email|voice)(?=:)/, (name) => channelWords[name] ?? name),
      why,
    })),
    practice: policies.find(({ policy }) => policy === 'practice')?.channels ?? [],
    pairs: (evidence.pairs ?? [])
      .filter(({ policy }) => policy === 'practice')
      .map((row) => ({ ...channelRow(row), from: optOutWords[row.from] ?? 'Opt-out elsewhere' })),
    policies,
    facts: factsOf(evidence),
    listed: listedPlaces(evidence),
    files: evidence.inputs.map((input) => ({
      file: input.file,
      format: formatTitle(input.format),
      formatId: input.format,
      rows: input.rows,
      classified: input.classified,
      rejected: input.rejected,
      zone: input.assumedZone ? `${input.assumedZone}, assumed` : 'Named in the file',
      unknownColumns: input.unknownColumns ?? [],
      rejectedRows: input.rejectedRows ?? [],
    })),
    rows: { all: sum('rows'), classified: sum('classified'), rejected: sum('rejected') },
    persons: personRows(evidence, numbers),
  }
}
