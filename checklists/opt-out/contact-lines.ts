import { authority, cfr, practiceBar } from '../cite.ts'
import type { EvidenceOf, Judgement, Observation, Requirement } from '../requirement.ts'
import { requirement } from '../requirement.ts'

type Log = EvidenceOf<'opt-out'>
type Place = { file: string; line: number; at: string }

const shownAtMost = 200

function observed(
  log: Log,
  place: Place,
  because: string,
  verdict: Observation['verdict'] = 'fail',
  key = `${place.file}:${place.line}`,
): Observation {
  return {
    key,
    verdict,
    because,
    pointers: [{ evidence: log.id, quote: place.at, place: { file: place.file, line: place.line } }],
    where: `${place.file}:${place.line}`,
  }
}

/** A line that fails at each listed row, and passes only if something was looked at. */
function judgeRows(
  logs: ReadonlyArray<Log>,
  {
    rows,
    checked,
    unknown = () => 0,
    says,
  }: {
    rows: (log: Log) => ReadonlyArray<Place>
    checked: (log: Log) => number
    unknown?: (log: Log) => number
    says: string
  },
): Judgement {
  const total = logs.reduce((sum, log) => sum + checked(log), 0)
  const open = logs.reduce((sum, log) => sum + unknown(log), 0)
  const found = logs.flatMap((log) => rows(log).map((place) => ({ log, place })))
  const pointers = logs.map(({ id }) => ({ evidence: id, quote: `${total} contacts looked at`, place: {} }))
  if (found.length > 0) {
    const observations = found.slice(0, shownAtMost).map(({ log, place }) => observed(log, place, `${says}.`))
    return {
      verdict: 'fail',
      because: `${found.length} of ${total} contacts: ${says}.`,
      pointers: observations[0]!.pointers,
      observations,
    }
  }
  if (total === 0) return { verdict: 'unknown', because: 'The logs hold no contact this can be seen at.', pointers }
  if (open > 0) return { verdict: 'unknown', because: `It cannot be told for ${open} of ${total} contacts.`, pointers }
  return { verdict: 'pass', because: `Looked at ${total} contacts; none of them: ${says}.`, pointers }
}

/** Lines on the contacts themselves: consent, hours, number, and whether the log can be trusted. */
export const contactLines: ReadonlyArray<Requirement> = [
  requirement({
    id: 'opt-out.consent-before-contact',
    ref: 'TC1',
    title: 'Consent for the channel is on file before each contact',
    why: 'Consent for e-mail does not cover texts, and consent recorded later does not cure an earlier text.',
    fix: 'Record consent per channel with its date and form, and hold contacts that have none.',
    cites: [
      practiceBar('prior written consent on file for texts, consent per channel for all'),
      authority('47 CFR 64.1200(a)(2), (f)(9); FCC 2015 Order'),
    ],
    axis: 'practice-bar',
    weight: 8,
    critical: true,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) =>
      judgeRows(logs, {
        rows: (log) => log.withoutConsent ?? [],
        checked: (log) => log.consent?.checked ?? 0,
        unknown: (log) => log.consent?.unknown ?? 0,
        says: 'no consent for the channel was on file before it',
      }),
  }),
  requirement({
    id: 'opt-out.quiet-hours',
    ref: 'QH1',
    title: 'Texts and calls fall between 8 a.m. and 9 p.m. where the patient is',
    why: 'The hour counts at the called party, not at the office that sends.',
    fix: 'Schedule by the zone of the patient’s address, not by the sender’s clock.',
    cites: [
      practiceBar('quiet hours apply to every text and call'),
      authority('47 CFR 64.1200(c)(1), for solicitations'),
    ],
    axis: 'practice-bar',
    weight: 5,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) =>
      judgeRows(logs, {
        rows: (log) => log.inQuietHours ?? [],
        checked: (log) => log.quietHours?.checked ?? 0,
        unknown: (log) => log.quietHoursUnknown ?? 0,
        says: 'before 8 a.m. or after 9 p.m. at the called party',
      }),
  }),
  requirement({
    id: 'opt-out.state-quiet-hours',
    ref: 'ST1',
    title: 'In Florida, Oklahoma and Washington contacts end at 8 p.m.',
    why: 'Some states end the day for solicitations an hour earlier.',
    fix: 'Set the earlier end for numbers of these states.',
    cites: [authority('Fla. Stat. 501.059; 15 OS 775C; Wash. HB 1497', { confirmed: false })],
    axis: 'judgement',
    weight: 2,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) =>
      judgeRows(logs, {
        rows: (log) => log.inStateQuietHours ?? [],
        checked: (log) => log.quietHours?.checked ?? 0,
        unknown: (log) => log.quietHoursUnknown ?? 0,
        says: 'after 8 p.m. in a state with the earlier end',
      }),
  }),
  requirement({
    id: 'opt-out.contact-frequency',
    ref: 'TC4',
    title: 'Nobody is reached more than once a day or three times a week',
    why: 'The healthcare exemptions carry these limits, and they are a fair measure of what patients bear.',
    fix: 'Count contacts per patient over all campaigns before each send.',
    cites: [authority('47 CFR 64.1200(a)(3)(v), (a)(9)(iv)', { confirmed: false })],
    axis: 'judgement',
    weight: 2,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) =>
      judgeRows(logs, {
        rows: (log) => log.tooFrequent ?? [],
        checked: (log) => log.frequencyChecked ?? 0,
        says: 'beyond one a day or three in seven days',
      }),
  }),
  requirement({
    id: 'opt-out.informal-words-heard',
    ref: 'TC8',
    title: 'No unclear reply is left without a decision',
    why: 'A reply that may end contact is held until a person has read it; the clock runs from its arrival.',
    fix: 'Read each held reply in the file, rule on it, and keep sending to that person on hold until then.',
    cites: [authority('47 CFR 64.1200(a)(11)'), practiceBar('informal words count')],
    axis: 'practice-bar',
    weight: 5,
    owner: 'office-manager',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) => {
      const held = logs.flatMap((log) => (log.held ?? []).map((place) => ({ log, place })))
      const pointers = logs.map(({ id }) => ({ evidence: id, quote: `${held.length} held replies`, place: {} }))
      if (logs.every((log) => log.held === undefined))
        return { verdict: 'unknown', because: 'The evidence does not tell which replies were held.', pointers }
      const decided = logs.reduce((sum, log) => sum + (log.decided?.length ?? 0), 0)
      if (held.length === 0) {
        const because =
          decided === 0
            ? 'Every reply in the logs could be read as an opt-out or as none.'
            : `A person has said of each of ${decided} unclear replies what it was.`
        return { verdict: 'pass', because, pointers }
      }
      const observations = held
        .slice(0, shownAtMost)
        .map(({ log, place }) =>
          observed(log, place, `Unclear reply (${place.rule}); hold sending and rule on it.`, 'unknown', place.key),
        )
      return {
        verdict: 'fail',
        because: `${held.length} replies may end contact and wait for a person.`,
        pointers: observations[0]!.pointers,
        observations,
      }
    },
  }),
  requirement({
    id: 'opt-out.no-way-round',
    ref: 'CT1',
    title: 'No opt-out is followed by a call instead, or by another sender number',
    why: 'A call that starts because texts were stopped, or a new number for blocked people, goes round the opt-out.',
    fix: 'Switch fallback calling off, and let one list govern every sender number.',
    cites: [
      authority('CTIA Messaging Principles and Best Practices 5.1.3', { status: 'industry' }),
      practiceBar('an opt-out crosses all channels'),
    ],
    axis: 'practice-bar',
    weight: 3,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) => {
      const found = logs.flatMap((log) => (log.patterns ?? []).map((hit) => ({ log, hit })))
      const pointers = logs.map(({ id }) => ({ evidence: id, quote: `${found.length} patterns`, place: {} }))
      if (found.length > 0) {
        const observations = found
          .slice(0, shownAtMost)
          .map(({ log, hit }) =>
            observed(
              log,
              hit.contact,
              hit.pattern === 'fallback_channel'
                ? 'The first call ever came within a day of a text opt-out.'
                : 'Another sender number wrote after the first was blocked.',
            ),
          )
        return {
          verdict: 'fail',
          because: `${found.length} opt-outs were followed by a way round them.`,
          pointers: observations[0]!.pointers,
          observations,
        }
      }
      if (logs.every((log) => log.people === 0))
        return { verdict: 'not-applicable', because: 'Nobody opted out in these logs.', pointers }
      if (logs.every((log) => log.patterns === undefined))
        return { verdict: 'unknown', because: 'The evidence was not searched for it.', pointers }
      return { verdict: 'pass', because: 'No call or other sender number follows an opt-out in these logs.', pointers }
    },
  }),
  requirement({
    id: 'opt-out.log-complete',
    ref: 'AU1',
    title: 'Every touchpoint is in the log and can be read: who, channel, when, result',
    why: 'A log with holes or unreadable rows cannot show what did not happen.',
    fix: 'Export all rows with offset in the date, and fill the days that are missing.',
    cites: [cfr('164.312(b)'), practiceBar('audit logs of every patient touchpoint')],
    axis: 'practice-bar',
    weight: 5,
    owner: 'vendor',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) => {
      const rows = logs.flatMap(({ inputs }) => inputs).reduce((sum, input) => sum + input.rows, 0)
      const rejected = logs.flatMap(({ inputs }) => inputs).reduce((sum, input) => sum + input.rejected, 0)
      const gaps = logs.flatMap((log) => log.gaps ?? [])
      const pointers = logs.map(({ id }) => ({
        evidence: id,
        quote: `${rows} rows, ${rejected} rejected, ${gaps.length} gaps`,
        place: {},
      }))
      if (rows === 0) return { verdict: 'unknown', because: 'No rows were read.', pointers }
      if (rejected * 100 > rows || gaps.length > 0) {
        const because =
          gaps.length > 0
            ? `${gaps.length} stretches of days have no rows, the first from ${gaps[0]!.from} to ${gaps[0]!.to}.`
            : `${rejected} of ${rows} rows could not be read.`
        return { verdict: 'fail', because, pointers }
      }
      if (rejected > 0)
        return { verdict: 'partial', because: `${rejected} of ${rows} rows could not be read.`, pointers }
      const silent = logs.reduce((sum, log) => sum + (log.touchpoints?.withoutResult ?? 0), 0)
      if (silent > 0)
        return {
          verdict: 'partial',
          because: `${silent} contacts have no result: nobody can tell how they ended.`,
          pointers,
        }
      return { verdict: 'pass', because: `All ${rows} rows could be read and no day is missing.`, pointers }
    },
  }),
  requirement({
    id: 'opt-out.logs-kept',
    ref: 'AU2',
    title: 'Logs reach back over the contract’s term and are kept six more years',
    why: 'Without the old rows nobody can show what was done when a complaint comes.',
    fix: 'Keep exports of every year of the contract until six years after its end.',
    cites: [
      practiceBar('audit log kept for the contractual term plus six years'),
      cfr('164.316(b)(2)(i)', { status: 'guidance' }),
    ],
    axis: 'practice-bar',
    weight: 3,
    owner: 'office-manager',
    provableBy: ['opt-out'],
    needs: ['opt-out'],
    judge: ({ 'opt-out': logs }) => {
      const told = logs.flatMap(({ id, retention }) => (retention === null ? [] : [{ id, ...retention }]))
      const worst =
        told.find(({ verdict }) => verdict === 'fail') ?? told.find(({ verdict }) => verdict === 'unknown') ?? told[0]
      if (worst === undefined)
        return {
          verdict: 'unknown',
          because: 'The dates of the contract were not given.',
          pointers: logs.map(({ id }) => ({ evidence: id, quote: 'no contract dates', place: {} })),
        }
      return {
        verdict: worst.verdict,
        because: worst.because,
        pointers: [{ evidence: worst.id, quote: worst.because, place: {} }],
      }
    },
  }),
]
