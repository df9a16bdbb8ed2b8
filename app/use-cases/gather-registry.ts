import type { Agreement, AgreementReading } from '#db/agreements.ts'
import type { Scope } from '#db/scoped.ts'
import type { Subject } from '#db/subjects.ts'
import type { Verdict } from '#scanners/answers/evidence.ts'
import type { Evidence, EvidenceOf } from '#scanners/evidence.ts'
import { agreementVerdicts, isCurrent } from './agreement-verdicts.ts'
import { hashOf } from './content-hash.ts'

type Registry = EvidenceOf<'registry'>

function hostOf(siteUrl: string | null): Array<string> {
  return siteUrl === null ? [] : [new URL(siteUrl).hostname]
}

/** Stored with the reading, since reading every vendor's agreement for every assessment would take minutes. */
function verdictsOf(scope: Scope, { evidenceId }: Agreement, reading: AgreementReading): Record<string, Verdict> {
  if (isCurrent(reading)) return reading.verdicts
  const document = evidenceId === null ? null : scope.evidence.get(evidenceId)
  return document?.kind === 'document' ? agreementVerdicts(document) : {}
}

function entryOf(scope: Scope, vendor: Subject, isSubject: boolean): Registry {
  const agreement = scope.agreements.current(vendor.id)
  const reading = agreement?.reading ?? null
  const content = {
    vendorId: vendor.id,
    vendor: vendor.name,
    isSubject,
    hosts: [...new Set([...hostOf(vendor.siteUrl), ...vendor.intake.hosts])],
    trackerIds: [],
    dataStart: vendor.dataStart,
    agreement:
      agreement === null || reading === null || !reading.namesVendor
        ? null
        : {
            verdicts: verdictsOf(scope, agreement, reading),
            inForceFrom: reading.inForceFrom,
            inForceTo: reading.inForceTo,
            signed: reading.signed,
          },
  }
  const sha256 = hashOf(content)
  return {
    kind: 'registry',
    // Derived from what it says, so that an unchanged register leaves the assessment unchanged.
    id: `registry-${vendor.id}-${sha256.slice(0, 12)}`,
    source: { scanner: 'registry', ref: vendor.name, at: vendor.updatedAt, sha256 },
    ...content,
  }
}

/** The organisation's vendors on file; the one that is judged itself is marked. */
export function registryOf(scope: Scope, subject: Subject): Array<Evidence> {
  const { items } = scope.subjects.list({ kind: 'vendor', limit: 10_000 })
  return items.map((vendor) => entryOf(scope, vendor, vendor.id === subject.id))
}
