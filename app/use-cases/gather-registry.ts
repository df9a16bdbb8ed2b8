import type { Agreement, AgreementReading } from '#db/agreements.ts'
import type { Scope } from '#db/scoped.ts'
import type { Subject } from '#db/subjects.ts'
import type { Verdict } from '#scanners/answers/evidence.ts'
import type { Evidence, EvidenceOf } from '#scanners/evidence.ts'
import { agreementVerdicts, isCurrent } from './agreement-verdicts.ts'
import { practiceShown } from './confirm-practice.ts'
import { hashOf } from './content-hash.ts'
import type { PracticeShown } from './data-gate.ts'

type Registry = EvidenceOf<'registry'>

/** More than any practice has; a list without an end would be a fault of its own. */
const maxVendors = 10_000

function hostOf(siteUrl: string | null): Array<string> {
  return siteUrl === null ? [] : [new URL(siteUrl).hostname]
}

/** Stored with the reading, since reading every vendor's agreement for every assessment would take minutes. */
function verdictsOf(scope: Scope, { evidenceId }: Agreement, reading: AgreementReading): Record<string, Verdict> {
  if (isCurrent(reading)) return reading.verdicts
  const document = evidenceId === null ? null : scope.evidence.get(evidenceId)
  return document?.kind === 'document' ? agreementVerdicts(document) : {}
}

/** The same question the data gate asks: a paper with another practice covers nothing here. */
function isOurs(shown: PracticeShown, agreement: Agreement, { parties }: AgreementReading): boolean {
  const practice = parties.find(({ role }) => role === 'covered entity')?.name
  return practice !== undefined && shown(practice, agreement) !== null
}

type Asked = { scope: Scope; shown: PracticeShown }

function entryOf({ scope, shown }: Asked, vendor: Subject, agreement: Agreement | null, isSubject: boolean): Registry {
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
            practiceShown: isOurs(shown, agreement, reading),
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

/**
 * A vendor's own entry for itself: what the organisation agreed with others does not cover whom this vendor passes data
 * to. For a practice all vendors on file.
 */
export function registryOf(scope: Scope, subject: Subject): Array<Evidence> {
  const { agreements } = scope
  const asked: Asked = { scope, shown: practiceShown(scope) }
  if (subject.kind === 'vendor') return [entryOf(asked, subject, agreements.current(subject.id), true)]
  const current = agreements.currentBySubject()
  const { items } = scope.subjects.list({ kind: 'vendor', limit: maxVendors })
  return items.map((vendor) => entryOf(asked, vendor, current.get(vendor.id) ?? null, false))
}
