import { auditFields } from './data-sync/audit-fields.ts'
import type { EvidenceOf, Judgement, Pointer, Verdict } from './requirement.ts'

/** What logs, fields, templates and the register prove for vendor and practice lines. Null = they say nothing on it. */

type OptOut = EvidenceOf<'opt-out'>
type Registry = EvidenceOf<'registry'>

function logPointers(logs: ReadonlyArray<OptOut>): Array<Pointer> {
  return logs.flatMap((log) =>
    log.late.slice(0, 5).map(({ channel, optOut, contact, lateByHours }) => ({
      evidence: log.id,
      quote: `${channel}: opted out ${optOut.at}, contacted ${contact.at}, late by ${lateByHours} h`,
      place: { file: contact.file, line: contact.line },
    })),
  )
}

/** Opt-outs under one named policy: a fail anywhere fails, an unknown keeps it open, only proof everywhere passes. */
export function optOutProof(
  logs: ReadonlyArray<OptOut>,
  policy: string,
  channels?: ReadonlyArray<string>,
): Judgement | null {
  const rows = logs.flatMap((log) =>
    log.channels.filter((row) => row.policy === policy && (channels === undefined || channels.includes(row.channel))),
  )
  const sum = (key: 'pass' | 'fail' | 'unknown') => rows.reduce((total, row) => total + row[key], 0)
  const [pass, fail, unknown] = [sum('pass'), sum('fail'), sum('unknown')]
  if (pass + fail + unknown === 0) return null
  const pointers =
    fail > 0
      ? logPointers(logs)
      : logs.map((log) => ({ evidence: log.id, quote: `${pass} opt-outs judged`, place: {} }))
  if (fail > 0)
    return { verdict: 'fail', because: `${fail} opt-outs in the logs were followed by a late contact.`, pointers }
  if (unknown > 0) {
    return { verdict: 'unknown', because: `The logs cannot prove ${unknown} of ${pass + unknown} opt-outs.`, pointers }
  }
  return { verdict: 'pass', because: `All ${pass} opt-outs in the logs reached the channel in time.`, pointers }
}

export function consentProof(logs: ReadonlyArray<OptOut>): Judgement | null {
  const all = logs.flatMap((log) => (log.consent === null ? [] : [{ id: log.id, ...log.consent }]))
  const checked = all.reduce((total, one) => total + one.checked, 0)
  if (checked === 0) return null
  const without = all.reduce((total, one) => total + one.without, 0)
  const unknown = all.reduce((total, one) => total + one.unknown, 0)
  const pointers = all.map(({ id }) => ({ evidence: id, quote: `${checked} sends checked`, place: {} }))
  if (without > 0)
    return {
      verdict: 'fail',
      because: `${without} of ${checked} sends had no consent on file for the channel.`,
      pointers,
    }
  if (unknown > 0)
    return { verdict: 'unknown', because: `Consent cannot be told for ${unknown} of ${checked} sends.`, pointers }
  return { verdict: 'pass', because: `All ${checked} sends had consent on file for the channel.`, pointers }
}

export function quietHoursProof(logs: ReadonlyArray<OptOut>): Judgement | null {
  const all = logs.flatMap((log) => (log.quietHours === null ? [] : [{ id: log.id, ...log.quietHours }]))
  const checked = all.reduce((total, one) => total + one.checked, 0)
  if (checked === 0) return null
  const inside = all.reduce((total, one) => total + one.inside, 0)
  const pointers = all.map(({ id }) => ({
    evidence: id,
    quote: `${checked} contacts checked, ${inside} in quiet hours`,
    place: {},
  }))
  return inside > 0
    ? { verdict: 'fail', because: `${inside} of ${checked} contacts fell outside the quiet-hours policy.`, pointers }
    : { verdict: 'pass', because: `None of ${checked} contacts fell into quiet hours.`, pointers }
}

export function retentionProof(logs: ReadonlyArray<OptOut>): Judgement | null {
  const told = logs.flatMap((log) => (log.retention === null ? [] : [{ log, ...log.retention }]))
  if (told.length === 0) return null
  const rank: Record<'pass' | 'fail' | 'unknown', number> = { fail: 0, unknown: 1, pass: 2 }
  const worst = [...told].sort((a, b) => rank[a.verdict] - rank[b.verdict])[0]!
  return {
    verdict: worst.verdict,
    because: worst.because,
    pointers: told.map(({ log, because }) => ({ evidence: log.id, quote: because, place: {} })),
  }
}

/** The synced fields by name: the same classes as in the data-sync checklist, as one verdict for the vendor. */
export function fieldsProof(lists: ReadonlyArray<EvidenceOf<'field'>>): Judgement | null {
  const audited = lists
    .map((list) => ({ list, ...auditFields(list.fields) }))
    .filter(({ verdict }) => verdict !== 'unknown')
  if (audited.length === 0) return null
  const beyond = audited.flatMap(({ list, fields }) =>
    fields.filter(({ verdict }) => verdict !== 'pass').map((field) => ({ list: list.id, ...field })),
  )
  if (beyond.length === 0) {
    const pointers = audited.map(({ list }) => ({
      evidence: list.id,
      quote: `${list.fields.length} fields`,
      place: {},
    }))
    return { verdict: 'pass', because: 'The synced fields are within the five.', pointers }
  }
  const failed = beyond.filter(({ verdict }) => verdict === 'fail')
  const shown = (failed.length > 0 ? failed : beyond).slice(0, 6)
  return {
    verdict: failed.length > 0 ? 'fail' : 'partial',
    because: `The sync holds more than the five fields: ${shown.map(({ name }) => name).join(', ')}.`,
    pointers: shown.map(({ list, name }) => ({ evidence: list, quote: name, place: {} })),
  }
}

const day = (at: Date) => at.toISOString().slice(0, 10)

function inForce(entry: Registry, at: Date): boolean {
  const { agreement } = entry
  if (agreement === null || agreement.signed !== 'both') return false
  const from = agreement.inForceFrom
  return from !== null && from <= day(at) && (agreement.inForceTo === null || agreement.inForceTo >= day(at))
}

/** Whether a vendor's agreement was in force before patient data flowed (45 CFR 164.502(e), practice bar of the brief). */
export function beforeData(entry: Registry, at: Date): { verdict: Verdict; because: string } {
  const { vendor, dataStart, agreement } = entry
  if (dataStart === null)
    return { verdict: 'unknown', because: `${vendor}: the date patient data first flowed is not on file.` }
  if (agreement === null) {
    return dataStart <= day(at)
      ? { verdict: 'fail', because: `${vendor}: data flows since ${dataStart} and no agreement is on file.` }
      : { verdict: 'unknown', because: `${vendor}: data starts ${dataStart}; no agreement is on file yet.` }
  }
  if (agreement.signed !== 'both') {
    return {
      verdict: dataStart <= day(at) ? 'fail' : 'unknown',
      because: `${vendor}: the agreement on file is not signed by both.`,
    }
  }
  if (agreement.inForceFrom === null)
    return { verdict: 'unknown', because: `${vendor}: the agreement names no start date.` }
  if (!agreement.practiceShown)
    return { verdict: 'unknown', because: `${vendor}: the agreement on file is not shown to be with this practice.` }
  return agreement.inForceFrom <= dataStart
    ? { verdict: 'pass', because: `${vendor}: in force since ${agreement.inForceFrom}, data since ${dataStart}.` }
    : { verdict: 'fail', because: `${vendor}: data since ${dataStart}, agreement only since ${agreement.inForceFrom}.` }
}

/** One verdict over many register entries, with an observation for each. */
export function overVendors(
  entries: ReadonlyArray<Registry>,
  requirementId: string,
  judge: (entry: Registry) => { verdict: Verdict; because: string },
): Judgement {
  const observations = entries.map((entry) => ({
    key: `${requirementId}/${entry.vendorId}`,
    ...judge(entry),
    pointers: [{ evidence: entry.id, quote: entry.vendor, place: {} }],
    where: entry.vendor,
  }))
  const order: ReadonlyArray<Verdict> = ['fail', 'unknown', 'partial', 'pass']
  const verdict = order.find((one) => observations.some((observation) => observation.verdict === one)) ?? 'unknown'
  const shown = observations.filter((observation) => observation.verdict === verdict)
  return {
    verdict,
    because:
      shown.length === 1
        ? shown[0]!.because
        : `${shown.length} of ${observations.length} vendors: ${shown[0]!.because}`,
    pointers: shown.flatMap((observation) => observation.pointers),
    observations,
  }
}

export function agreementInForce(entry: Registry, at: Date): { verdict: Verdict; because: string } {
  const { vendor, agreement } = entry
  if (agreement === null) return { verdict: 'fail', because: `${vendor}: no agreement is on file.` }
  if (agreement.signed !== 'both')
    return { verdict: 'fail', because: `${vendor}: the agreement on file is not signed by both parties.` }
  if (agreement.inForceTo !== null && agreement.inForceTo < day(at)) {
    return { verdict: 'fail', because: `${vendor}: the agreement ended on ${agreement.inForceTo}.` }
  }
  if (!agreement.practiceShown)
    return {
      verdict: 'unknown',
      because: `${vendor}: the agreement on file is not shown to be with this practice; it names another one or none.`,
    }
  return inForce(entry, at)
    ? { verdict: 'pass', because: `${vendor}: a signed agreement is in force since ${agreement.inForceFrom}.` }
    : { verdict: 'unknown', because: `${vendor}: the agreement's dates do not show that it is in force.` }
}
