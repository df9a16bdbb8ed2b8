import { normaliseEmail, normalisePhone } from './address.ts'
import { type AddressSet, addressCode, addressSet } from './address-set.ts'
import { isAddress, type OptOutEvent } from './event.ts'
import { type PlainPlan, type PlainTotals, walkPlainRows } from './plain-rows.ts'
import { blocksOf, cellsOf, recordEnd } from './records.ts'
import type { RowEvent } from './row.ts'
import { type ReadRow, rowOfCells } from './table.ts'
import type { Reading } from './timeline.ts'

type Keep = (event: OptOutEvent, raw: RowEvent) => boolean
type Take = (row: ReadRow, keep: Keep) => number

/** Key of everybody a contact may have to be kept for -> the number by which their address is found in raw bytes. */
export type AddressCodes = Map<string, Set<number>>

/** A log that is walked twice. */
export type LargeLog = { reading: Reading; plan: PlainPlan; take: Take; codes: AddressCodes }

const encoder = new TextEncoder()

function codeOf(normal: string | undefined): number {
  if (normal === undefined) return 0
  const bytes = encoder.encode(normal)
  return addressCode(bytes, 0, bytes.length)
}

/** Notes the addresses of a row that may concern an opt-out: state of any kind, and rows that link a patient. Always keeps. */
export function noteCodes(codes: AddressCodes, event: OptOutEvent, { phones = [], emails = [] }: RowEvent): true {
  if (event.kind === 'consent' || (event.kind === 'attempt' && event.keys.every(isAddress))) return true
  const normal = [
    ...phones.filter((value) => value !== undefined).map(normalisePhone),
    ...emails.filter((value) => value !== undefined).map(normaliseEmail),
  ]
  const addresses = event.keys.filter(isAddress)
  for (const [at, key] of addresses.entries()) {
    const code = codeOf(normal[at])
    const known = codes.get(key)
    if (known === undefined) codes.set(key, new Set([code]))
    else known.add(code)
  }
  return true
}

async function walk(
  { reading, plan, take }: LargeLog,
  wanted: AddressSet | null,
  keep: Keep,
  totals: PlainTotals,
): Promise<number> {
  const { layout, member } = reading
  let leftOut = 0
  if (layout.kind !== 'csv') return leftOut
  const { header, headerLine, delimiter } = layout
  let line = 1
  for await (const { bytes } of blocksOf(member.open(), plan.delimiter, 'not counted')) {
    line = walkPlainRows({ bytes, line }, plan, wanted, (from) => recordEnd(bytes, from, plan.delimiter), {
      totals,
      full(from, to, line) {
        if (line <= headerLine) return
        const text = bytes.toString('utf8', from, bytes[to - 1] === 13 ? to - 1 : to)
        if (text.trim() === '') return
        leftOut += take(rowOfCells(header, cellsOf(text, delimiter), line), keep)
      },
    })
  }
  return leftOut
}

/** First pass: reads every row that is no ordinary contact. */
export async function readStateRows(log: LargeLog): Promise<LargeLog> {
  // Consent is judged only where a log is held whole: its records follow patients, not opt-outs.
  const keep: Keep = (event, raw) => event.kind !== 'consent' && noteCodes(log.codes, event, raw)
  await walk(log, null, keep, { rows: 0, channels: new Map() })
  return log
}

/** Second pass: keeps each contact of a noted address, counts the rest. Returns how many were passed over. */
export async function readContacts(log: LargeLog): Promise<number> {
  const wanted = addressSet()
  for (const codes of log.codes.values()) for (const code of codes) wanted.add(code)
  const totals: PlainTotals = { rows: 0, channels: new Map() }
  const dropped = await walk(log, wanted, (event) => event.keys.some((key) => log.codes.has(key)), totals)
  const { report, activity } = log.reading
  report.rows += totals.rows
  report.classified += totals.rows
  for (const [channel, contacts] of totals.channels) activity.add(channel, contacts)
  return totals.rows + dropped
}
