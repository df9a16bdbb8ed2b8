import { asRuled } from '#checklists/opt-out/as-ruled.ts'
import { policyTitles } from '#checklists/opt-out/explain.ts'
import { policyNames } from '#checklists/opt-out/policy.ts'
import type { Evidence, EvidenceOf } from '#scanners/evidence.ts'
import { channelWords } from '../views/channel-words.ts'
import { factsOf } from '../views/opt-out-facts.ts'
import { dateWords } from './date-words.ts'

type Log = EvidenceOf<'opt-out'>

export type OptOutSection = {
  summary: string
  files: ReadonlyArray<{ file: string; format: string; rows: number; classified: number; rejected: number }>
  rules: ReadonlyArray<{ rule: string; channel: string; inTime: number; late: number; open: number; worst: string }>
  late: ReadonlyArray<{ channel: string; optOut: string; contact: string; over: string }>
  lateLeftOut: number
  cannotProve: ReadonlyArray<{ what: string; why: string }>
  /** Practice bar, by channel of the opt-out and of the contact. */
  pairs: ReadonlyArray<{ pair: string; optOuts: number; half: string; most: string; worst: string }>
  facts: ReadonlyArray<readonly [term: string, value: string]>
}

const hoursOf = (hours: number | null) => (hours === null ? 'cannot be told' : `${hours} h`)

function lateOf(log: Log, most: number): Pick<OptOutSection, 'late' | 'lateLeftOut'> {
  const own = log.late.filter(({ policy }) => policy === 'practice').sort((a, b) => b.lateByHours - a.lateByHours)
  const place = ({ file, line, at }: { file: string; line: number; at: string }) =>
    `${dateWords(at, log.timeZone)} (${file}, line ${line})`
  return {
    late: own.slice(0, most).map(({ channel, optOut, contact, lateByHours }) => ({
      channel: channelWords[channel] ?? channel,
      optOut: place(optOut),
      contact: place(contact),
      over: `${lateByHours} h`,
    })),
    lateLeftOut: Math.max(0, own.length - most),
  }
}

function summaryOf({ people, limitHours, channels }: Log): string {
  const own = channels.filter(({ policy }) => policy === 'practice')
  const sum = (key: 'pass' | 'fail' | 'unknown') => own.reduce((total, row) => total + row[key], 0)
  const who = people === 1 ? '1 person opted out' : `${people} people opted out`
  return `${who}. Against the limit of ${limitHours} h, counted per channel: ${sum('pass')} in time and proven, ${sum('fail')} too late, ${sum('unknown')} cannot be proven.`
}

/** What logs showed of opt-outs; the same evidence the lines were judged by. null: no logs were read. */
export function optOutSection(evidence: ReadonlyArray<Evidence>, most: number, at: Date): OptOutSection | null {
  const read = evidence.find((item): item is Log => item.kind === 'opt-out')
  if (read === undefined) return null
  const log = asRuled(read, evidence, at)
  return {
    summary: summaryOf(log),
    files: log.inputs.map(({ file, format, rows, classified, rejected }) => ({
      file,
      format,
      rows,
      classified,
      rejected,
    })),
    rules: policyNames.flatMap((name) =>
      log.channels
        .filter(({ policy, pass, fail, unknown }) => policy === name && pass + fail + unknown > 0)
        .map(({ channel, pass, fail, unknown, worstHours }) => ({
          rule: policyTitles[name],
          channel: channelWords[channel] ?? channel,
          inTime: pass,
          late: fail,
          open: unknown,
          worst: hoursOf(worstHours),
        })),
    ),
    pairs: (log.pairs ?? [])
      .filter(({ policy }) => policy === 'practice')
      .map(({ from, channel, pass, fail, unknown, p50Hours, p95Hours, worstHours }) => ({
        pair: `${channelWords[from] ?? 'Elsewhere'} to ${(channelWords[channel] ?? channel).toLowerCase()}`,
        optOuts: pass + fail + unknown,
        half: hoursOf(p50Hours),
        most: hoursOf(p95Hours),
        worst: hoursOf(worstHours),
      })),
    facts: [
      ...factsOf(log),
      ...((log.decided?.length ?? 0) + (log.held?.length ?? 0) === 0
        ? []
        : [
            [
              'Unclear replies',
              `${log.held?.length ?? 0} wait for a person; ${log.decided?.length ?? 0} were decided by one.`,
            ] as const,
          ]),
    ],
    ...lateOf(log, most),
    cannotProve: log.cannotProve.map(({ what, why }) => ({
      what: what.replace(/^(sms|email|voice)(?=:)/, (name) => channelWords[name] ?? name),
      why,
    })),
  }
}
