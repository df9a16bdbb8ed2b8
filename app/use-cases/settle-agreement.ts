import { type AgreementFacts, readAgreement } from '#checklists/baa/read-agreement.ts'
import type { Agreement, AgreementReading } from '#db/agreements.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Scope } from '#db/scoped.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import type { Evidence } from '#scanners/evidence.ts'
import type { ProblemCode } from '#scanners/problem.ts'
import { agreementChecklistVersion, agreementVerdicts } from './agreement-verdicts.ts'

const dayMs = 86_400_000

/** The last day the agreement says it is in force; null while it renews by itself or names no end. */
function endOf({ effective, expiry, initial_term_days, renewal }: AgreementFacts['dates']): string | null {
  if (renewal === 'auto') return null
  if (expiry !== null) return expiry.value
  if (effective === null || initial_term_days === null) return null
  return new Date(Date.parse(effective.value) + (initial_term_days - 1) * dayMs).toISOString().slice(0, 10)
}

type Facts = Omit<AgreementReading, 'verdicts' | 'checklistVersion'>

function readingFrom({ parties, dates, signature }: AgreementFacts, namesVendor: boolean): Facts {
  const signedOn = dates.signed.map(({ value }) => value).sort()
  const last = signedOn.at(-1) ?? null
  return {
    parties: [
      { name: parties.ce.name ?? parties.ce.term, role: 'covered entity' },
      { name: parties.ba.name ?? parties.ba.term, role: 'business associate' },
    ],
    namesVendor,
    signed: signature.signed,
    signedOn: last,
    // Without a stated day it binds from the last signature.
    inForceFrom: dates.effective?.value ?? last,
    inForceTo: endOf(dates),
  }
}

function store(scope: Scope, agreement: Agreement, document: DocumentEvidence, vendor: string): void {
  const { isBaa, refusal, facts } = readAgreement(document, { vendor })
  const namesVendor = isBaa && refusal?.code !== 'wrong-party'
  const judged = { verdicts: agreementVerdicts(document), checklistVersion: agreementChecklistVersion }
  scope.agreements.setReading(agreement.id, {
    evidenceId: document.id,
    problem: refusal?.code ?? null,
    reading: facts === null ? null : { ...readingFrom(facts, namesVendor), ...judged },
  })
}

/**
 * Ties what a document run read, or why it could not, to the agreement version it was uploaded for; false when the run
 * was for none. What is no agreement, or names another vendor, is a typed refusal and never judged.
 */
export function settleAgreement(
  scope: Scope,
  run: ScanRun,
  items: ReadonlyArray<Evidence>,
  failure: ProblemCode | null,
): boolean {
  const agreement = scope.agreements.ofRun(run.id)
  const vendor = scope.subjects.get(run.subjectId)
  if (agreement === null || vendor === null) return false
  const document = items.find((item) => item.kind === 'document')
  if (document !== undefined) store(scope, agreement, document, vendor.name)
  else scope.agreements.setReading(agreement.id, { evidenceId: null, problem: failure, reading: null })
  return true
}

/** Reads a vendor's agreements again after its name was changed: whether one names it may be answered otherwise now. */
export function resettleAgreements(scope: Scope, vendorId: string, name: string): void {
  for (const agreement of scope.agreements.list(vendorId)) {
    const document = agreement.evidenceId === null ? null : scope.evidence.get(agreement.evidenceId)
    if (document?.kind === 'document') store(scope, agreement, document, name)
  }
}
