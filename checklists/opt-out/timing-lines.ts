import { authority, cfr, practiceBar } from '../cite.ts'
import type { EvidenceOf, Judgement, Observation, Pointer, Requirement } from '../requirement.ts'
import { requirement } from '../requirement.ts'
import type { PolicyName } from './policy.ts'

type Log = EvidenceOf<'opt-out'>

const shownAtMost = 200

function lateObservations(
  logs: ReadonlyArray<Log>,
  policy: PolicyName,
  channels?: ReadonlyArray<string>,
): Array<Observation> {
  return logs
    .flatMap((log) =>
      log.late
        .filter((one) => one.policy === policy && (channels?.includes(one.channel) ?? true))
        .map((one) => ({ log, one })),
    )
    .slice(0, shownAtMost)
    .map(({ log, one }) => {
      const pointer = (place: { file: string; line: number; at: string }, what: string): Pointer => ({
        evidence: log.id,
        quote: `${what} ${place.at}`,
        place: { file: place.file, line: place.line },
      })
      return {
        key: `${one.person}:${one.channel}:${one.contact.file}:${one.contact.line}`,
        verdict: 'fail' as const,
        because: `Contacted by ${one.channel} ${one.lateByHours} h after the limit.`,
        pointers: [pointer(one.optOut, 'opt-out'), pointer(one.contact, 'contact')],
        where: `${one.contact.file}:${one.contact.line}`,
      }
    })
}

/** People per verdict under one policy: one fail fails, else one unknown keeps it open, only proof for all passes. */
function judgeTiming(logs: ReadonlyArray<Log>, policy: PolicyName, channels?: ReadonlyArray<string>): Judgement {
  const rows = logs.flatMap((log) =>
    log.channels.filter((row) => row.policy === policy && (channels?.includes(row.channel) ?? true)),
  )
  const sum = (key: 'pass' | 'fail' | 'unknown') => rows.reduce((total, row) => total + row[key], 0)
  const [pass, fail, unknown] = [sum('pass'), sum('fail'), sum('unknown')]
  const observations = lateObservations(logs, policy, channels)
  const pointers =
    observations.length > 0
      ? observations[0]!.pointers
      : logs.map(({ id }) => ({ evidence: id, quote: `${pass + fail + unknown} results`, place: {} }))
  if (fail > 0) {
    const worst = Math.max(...rows.map(({ worstHours }) => worstHours ?? 0))
    return {
      verdict: 'fail',
      because: `${fail} of ${pass + fail + unknown} results are late, the worst by a lag of ${worst} h.`,
      pointers,
      observations,
    }
  }
  if (unknown > 0)
    return {
      verdict: 'unknown',
      because: `${unknown} of ${pass + unknown} results cannot be proven from the logs.`,
      pointers,
    }
  if (pass > 0)
    return { verdict: 'pass', because: `All ${pass} results were in time, each with proof of suppression.`, pointers }
  if (rows.length === 0) return { verdict: 'unknown', because: 'The logs were not judged under this policy.', pointers }
  return { verdict: 'not-applicable', because: 'Nobody opted out in these logs.', pointers }
}

const withinHours = practiceBar('an opt-out reaches texts, e-mail and calls within hours, not days')

function channelLine(channel: 'sms' | 'email' | 'voice', name: string, word: string, ref: string): Requirement {
  return requirement({
    id: `opt-out.${name}`,
    ref,
    title: `${word} stop within hours of any opt-out`,
    why: 'A person who says stop on one channel and is reached on another has not been heard.',
    fix: 'Write every opt-out to one list that all channels ask before each contact, and keep its time stamp.',
    cites: [withinHours, cfr('164.522(b)', { status: 'guidance', confirmed: false })],
    axis: 'practice-bar',
    weight: channel === 'email' ? 5 : 8,
    critical: channel !== 'email',
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) => judgeTiming(logs, 'practice', [channel]),
  })
}

/** Lines on how late an opt-out was, each under one named policy. */
export const timingLines: ReadonlyArray<Requirement> = [
  channelLine('sms', 'texts-stop', 'Texts', 'CT1'),
  channelLine('email', 'emails-stop', 'E-mails', 'CS1'),
  channelLine('voice', 'calls-stop', 'Calls', 'TC10'),
  requirement({
    id: 'opt-out.ten-business-days',
    ref: 'TC5',
    title: 'Texts and calls stop within ten business days on the channel of the opt-out',
    why: 'A consumer may revoke consent by any reasonable means, and the sender has at most ten business days.',
    fix: 'Find out why these opt-outs waited, and suppress at the moment the message arrives.',
    cites: [authority('47 CFR 64.1200(a)(10); FCC 24-24, 89 FR 15756')],
    axis: 'law',
    weight: 8,
    critical: true,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) => judgeTiming(logs, 'tcpa_channel', ['sms', 'voice']),
  }),
  requirement({
    id: 'opt-out.revoke-all',
    ref: 'TC6',
    title: 'One opt-out ends texts, calls and e-mail on every topic within ten business days',
    why: 'The revoke-all rule is put off to 31 January 2027; whoever meets it now need not change then.',
    fix: 'Let one opt-out suppress all channels and topics, and let people choose again if they wish.',
    cites: [
      authority('47 CFR 64.1200(a)(10), revoke-all; DA 25-312, DA 26-12', { status: 'waived', confirmed: false }),
      withinHours,
    ],
    axis: 'practice-bar',
    weight: 3,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) => judgeTiming(logs, 'tcpa'),
  }),
  requirement({
    id: 'opt-out.email-ten-days',
    ref: 'CS1',
    title: 'Commercial e-mail stops within ten business days of an unsubscribe',
    why: 'CAN-SPAM allows ten business days; whether a review request is commercial is a judgement, so both are shown.',
    fix: 'Move unsubscribes from the mail provider to every list that sends, without a batch in between.',
    cites: [authority('15 USC 7704(a)(4); 16 CFR 316')],
    axis: 'law',
    weight: 5,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) => judgeTiming(logs, 'canspam'),
  }),
  requirement({
    id: 'opt-out.exempted-texts-at-once',
    ref: 'TC7',
    title: 'Where the healthcare exemption is relied on, opt-outs are honored at once',
    why: 'The exemption for healthcare texts asks that an opt-out be honored immediately.',
    fix: 'Do not rely on the exemption for review requests; where it is used, suppress in the same second.',
    cites: [authority('47 CFR 64.1200(a)(9)(iv); FCC 20-186', { confirmed: false })],
    axis: 'law',
    weight: 2,
    owner: 'vendor',
    ask: {
      text: 'Do you rely on the healthcare exemption for any of these texts or calls?',
      kind: 'choice',
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
    provableBy: ['opt-out'],
    needs: ['answer', 'opt-out'],
    judge: ({ answer, 'opt-out': logs }) => {
      const relied = answer.at(-1)!
      const pointers = [{ evidence: relied.id, quote: String(relied.value), place: {} }]
      if (relied.value === 'no')
        return { verdict: 'not-applicable', because: 'The sender does not rely on the exemption.', pointers }
      return judgeTiming(logs, 'exempt')
    },
  }),
  requirement({
    id: 'opt-out.one-confirmation',
    ref: 'TC9',
    title: 'At most one confirmation follows an opt-out, within five minutes and without marketing',
    why: 'One confirmation is allowed; a later or second one counts as a contact.',
    fix: 'Send the confirmation at once or not at all, and keep offers out of it.',
    cites: [authority('47 CFR 64.1200(a)(12)')],
    axis: 'law',
    weight: 3,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) => {
      const late = logs.flatMap((log) =>
        (log.flags ?? []).filter(({ flag }) => flag === 'late_confirmation').map((row) => ({ id: log.id, ...row })),
      )
      const people = Math.max(0, ...late.map((row) => row.people))
      const pointers = logs.map(({ id }) => ({ evidence: id, quote: `${people} late confirmations`, place: {} }))
      if (people > 0)
        return {
          verdict: 'fail',
          because: `${people} people got their confirmation more than five minutes after the opt-out.`,
          pointers,
        }
      if (logs.every(({ flags }) => flags === undefined))
        return { verdict: 'unknown', because: 'The evidence does not tell when confirmations were sent.', pointers }
      if (logs.every((log) => log.people === 0))
        return { verdict: 'not-applicable', because: 'Nobody opted out in these logs.', pointers }
      return { verdict: 'pass', because: 'No confirmation in the logs is later than five minutes.', pointers }
    },
  }),
]
