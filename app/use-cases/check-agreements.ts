import { z } from 'zod'
import { type AgreementReading, readAgreement } from '#checklists/baa/read-agreement.ts'
import { clauseIds, elementIds, type LineId } from '#checklists/baa/reading.ts'
import type { EvidenceOf } from '#scanners/evidence.ts'
import { type ProblemCode, ScanProblem } from '#scanners/problem.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'
import { shownName } from './upload-agreement.ts'

export const maxCheckedFiles = 20
/** All files of one check together. */
export const maxCheckedBytes = 50_000_000

export const checkAgreementsInput = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) }))
    .min(1, 'Choose at least one file.')
    .max(maxCheckedFiles, `At most ${maxCheckedFiles} files are checked together. Choose fewer.`),
})

/** What one file was read as. `problem` where it could not be read or is no agreement; then the rest is null. */
export type CheckedFile = {
  name: string
  problem: { code: ProblemCode; detail: string | null } | null
  associate: string | null
  entity: string | null
  /** Lines met of the six clauses and of the 17 elements. */
  bar: number | null
  floor: number | null
  /** Lines where the text says the opposite; null while a page was not read, since it could hold some. */
  conflicts: number | null
  breach: NonNullable<AgreementReading['facts']>['breach'] | null
  audit: NonNullable<AgreementReading['facts']>['audit'] | null
  /** What a reader must know beside the figures: unread pages, open changes, hidden words, missing signatures. */
  warnings: ReadonlyArray<string>
}

const form = 'agreement-batch'
const atOnce = 2

function unread(
  name: string,
  code: ProblemCode,
  detail: string | null,
  warnings: ReadonlyArray<string> = [],
): CheckedFile {
  const nothing = { associate: null, entity: null, bar: null, floor: null, conflicts: null, breach: null, audit: null }
  return { name, problem: { code, detail }, ...nothing, warnings }
}

/** A party's name; where none was read the word the text has for it, never as if it were a name. */
const called = ({ name, term }: { name: string | null; term: string }): string | null =>
  name ?? (term === '' ? null : `“${term}”, no name read`)

function rowOf(name: string, document: EvidenceOf<'document'>): CheckedFile {
  const reading = readAgreement(document)
  const { lines, facts, refusal } = reading
  const warnings = [...new Set([...document.warnings, ...reading.warnings].map(({ message }) => message))]
  if (!reading.isBaa || facts === null) return unread(name, refusal?.code ?? 'not-a-baa', null, warnings)
  const contrary = Object.values(lines).filter(({ reading: found }) => found === 'contrary').length
  const met = (ids: ReadonlyArray<LineId>) => ids.filter((id) => lines[id]?.verdict === 'pass').length
  const { ba, ce } = facts.parties
  return {
    name,
    problem: refusal === undefined ? null : { code: refusal.code, detail: null },
    associate: called(ba),
    entity: called(ce),
    bar: met(clauseIds),
    floor: met(elementIds),
    conflicts: document.unreadPages.length > 0 && contrary === 0 ? null : contrary,
    breach: facts.breach,
    audit: facts.audit,
    warnings,
  }
}

/** Pictures of pages are not recognised here: twenty scans would keep a person waiting for many minutes. */
async function checkOne(proviso: Proviso, name: string, bytes: Uint8Array, signal: AbortSignal): Promise<CheckedFile> {
  try {
    const scanner = proviso.scanners.document
    if (scanner === undefined) throw new Error('There is no scanner for documents.')
    const context = { now: proviso.now, signal, progress: () => {} }
    const [document] = await scanner.scan({ bytes, name, ocr: 'off' }, context)
    if (document?.kind !== 'document') throw new Error('A document scan gave no document.')
    return rowOf(name, document)
  } catch (error) {
    if (!(error instanceof ScanProblem)) throw error
    return unread(name, error.code, error.detail ?? null)
  }
}

/**
 * Reads many agreements at once and keeps only the table, for this person, until the next check: no file, no words of
 * it, no vendor. A file that cannot be read is a row that says why.
 */
export async function checkAgreements(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof checkAgreementsInput>,
  signal: AbortSignal,
): Promise<void> {
  demand(actor, 'upload-agreement', 'vendor')
  const { files } = parseInput(checkAgreementsInput, input)
  if (files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) > maxCheckedBytes)
    throw new InvalidInput({ files: 'These files are larger than 50 MB together. Choose fewer.' })
  const rows: Array<CheckedFile> = []
  const waiting = files.map((file, at) => ({ ...file, at }))
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      rows[next.at] = await checkOne(proviso, shownName(next.name), next.bytes, signal)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  scopeOf(proviso, actor).drafts.save(form, { rows })
}

/** The table of this person's last check; null before the first. */
export function checkedAgreements(
  proviso: Proviso,
  actor: Actor,
): { rows: ReadonlyArray<CheckedFile>; checkedAt: string } | null {
  demand(actor, 'upload-agreement', 'vendor')
  const kept = scopeOf(proviso, actor).drafts.get(form)
  if (kept === null) return null
  // Written above and sealed: its shape is ours. A table of before says nothing of what was not read: it is read anew.
  const rows = kept.values.rows as Array<CheckedFile>
  return rows.every(({ warnings }) => warnings !== undefined) ? { rows, checkedAt: kept.updatedAt } : null
}
