import { assess } from '#checklists/assess.ts'
import { checklists } from '#checklists/index.ts'
import type { Agreement } from '#db/agreements.ts'
import type { Scope } from '#db/scoped.ts'
import type { Subject } from '#db/subjects.ts'
import type { Verdict } from '#scanners/answers/evidence.ts'
import type { Evidence, EvidenceOf } from '#scanners/evidence.ts'
import { hashOf } from './content-hash.ts'

type Registry = EvidenceOf<'registry'>

const baa = checklists.filter(({ id }) => id === 'baa')

function hostOf(siteUrl: string | null): Array<string> {
  return siteUrl === null ? [] : [new URL(siteUrl).hostname]
}

/** The verdicts of the agreement's own lines, judged from the document alone. */
function verdictsOf(scope: Scope, agreement: Agreement): Record<string, Verdict> {
  const document = agreement.evidenceId === null ? null : scope.evidence.get(agreement.evidenceId)
  if (document === null) return {}
  const { findings } = assess(baa, [document], new Date(agreement.uploadedAt))
  return Object.fromEntries(findings.map(({ requirement, verdict }) => [requirement, verdict]))
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
            verdicts: verdictsOf(scope, agreement),
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
