import { assess } from '#checklists/assess.ts'
import { checklists } from '#checklists/index.ts'
import type { AgreementReading } from '#db/agreements.ts'
import type { Verdict } from '#scanners/answers/evidence.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'

const baa = checklists.filter(({ id }) => id === 'baa')

/** A stored verdict of another version is judged anew. */
export const agreementChecklistVersion = baa.map(({ version }) => version).join()

/** What the agreement's own lines say, from the document alone. No line of this checklist reads the clock. */
export function agreementVerdicts(document: DocumentEvidence): Record<string, Verdict> {
  const { findings } = assess(baa, [document], new Date(document.source.at))
  return Object.fromEntries(findings.map(({ requirement, verdict }) => [requirement, verdict]))
}

export function isCurrent(reading: AgreementReading): boolean {
  return reading.checklistVersion === agreementChecklistVersion
}
