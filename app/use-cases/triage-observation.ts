import { z } from 'zod'
import { coverOf } from '#checklists/ruling.ts'
import { agreementFor, receiverOf } from '#checklists/tracking/agreement.ts'
import { machineVerdict } from '#checklists/tracking/compare.ts'
import { decodeRequest } from '#checklists/tracking/decode.ts'
import type { StoredAssessment } from '#db/assessments.ts'
import { type Triage, triages, type Verdict } from '#scanners/answers/evidence.ts'
import type { EvidenceOf } from '#scanners/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { hashOf } from './content-hash.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, parseInput } from './problem.ts'
import { type ReadObservation, readObservation } from './read-observation.ts'
import { scopeOf } from './scope.ts'
import { optionalDateSchema } from './subject-fields.ts'

export const triageInput = z.strictObject({
  runId: z.string(),
  key: z.string().max(300),
  as: z.enum(triages, 'Choose what became of it.'),
  reason: z.string().trim().min(10, 'Say why, in at least ten characters.').max(2000),
  /** Last day an accepted risk is accepted (YYYY-MM-DD, UTC). */
  expiresOn: optionalDateSchema,
  /** The vendor on file whose agreement covers it. */
  vendorId: z.string().max(60),
})

/** As a form gives it. */
export type TriageInput = Omit<z.input<typeof triageInput>, 'as' | 'expiresOn'> & { as: string; expiresOn: string }

const words: Record<Triage, string> = {
  fixed: 'Said to be fixed',
  accepted: 'Accepted as a risk',
  covered: 'Covered by agreement',
  'false-positive': 'Not what it looks like',
}

/**
 * What no record on file can cover: a product whose vendor states that it signs no agreement, and an advertising pixel,
 * whose line fails with or without one.
 */
function refusedByVendor({ proofs, at }: ReadObservation): string | null {
  for (const { request } of proofs) {
    if (request === null) continue
    const receiver = receiverOf(decodeRequest(request))
    if (receiver.vendor?.baa.signs === 'never') return agreementFor([], receiver, at).because
    if (receiver.vendor?.category === 'ad-pixel') {
      return `${receiver.name} is an advertising pixel: it uses what it gets for its own ends, with or without a BAA.`
    }
  }
  return null
}

type Cover = { vendor: EvidenceOf<'registry'>; until: string | null }

function coverFor(given: ReadObservation, vendorId: string): Cover {
  const vendor = given.registry.find((entry) => entry.vendorId === vendorId && !entry.isSubject)
  if (vendor === undefined) throw new InvalidInput({ vendorId: 'Choose the vendor whose agreement covers this.' })
  const refused = refusedByVendor(given)
  if (refused !== null) throw new InvalidInput({ vendorId: `This cannot be closed as covered. ${refused}` })
  const { holds, because } = coverOf(vendor, given.at)
  if (!holds) throw new InvalidInput({ vendorId: `This cannot be closed as covered. ${because}` })
  return { vendor, until: vendor.agreement?.inForceTo ?? null }
}

/** A person's word alone never passes: an accepted risk keeps the rule's verdict, a repair waits for the check. */
function verdictOf(as: Triage, { observation }: ReadObservation): Verdict {
  if (as === 'accepted') return machineVerdict(observation)
  return as === 'covered' ? 'pass' : as === 'fixed' ? 'unknown' : 'not-applicable'
}

/**
 * Sorts one observation of a scan: said to be fixed, accepted until a day, covered by an agreement on file, or a false
 * positive. Stored as a ruling, so that it is shown beside the rule's own verdict and ends by itself.
 */
export function triageObservation(proviso: Proviso, actor: Actor, input: TriageInput): StoredAssessment {
  const { runId, key, as, reason, expiresOn, vendorId } = parseInput(triageInput, input)
  const given = readObservation(proviso, actor, { runId, key })
  const { subject, finding, rulings } = given
  demand(actor, 'rule', subject.kind)
  const now = proviso.now().toISOString()
  if (as === 'accepted' && expiresOn === null) {
    throw new InvalidInput({ expiresOn: 'Say until which day the risk is accepted.' })
  }
  const cover = as === 'covered' ? coverFor(given, vendorId) : null
  const lastDay = as === 'accepted' ? expiresOn : (cover?.until ?? null)
  const expiresAt = lastDay === null ? null : `${lastDay}T23:59:59.999Z`
  if (expiresAt !== null && expiresAt <= now) throw new InvalidInput({ expiresOn: 'Choose a day that is not over.' })
  const named = cover === null ? words[as] : `${words[as]} with ${cover.vendor.vendor}`
  const content = {
    requirement: finding.requirement,
    observation: key,
    verdict: verdictOf(as, given),
    reason: `${named}: ${reason}`,
    expiresAt,
    triage: { as, vendorId: cover?.vendor.vendorId ?? null },
  }
  const scope = scopeOf(proviso, actor)
  return scope.write(() => {
    const source = { scanner: 'rulings', ref: finding.requirement, at: now, sha256: hashOf(content) }
    const by = actor.kind === 'person' ? actor.name : 'system'
    scope.evidence.addSaid(subject.id, { kind: 'ruling', id: 'ruling', source, ...content, by })
    scope.audit.add({
      action: 'observation.triaged',
      object: { kind: 'observation', id: key },
      before: rulings[0]?.triage?.as ?? 'open',
      after: lastDay === null ? as : `${as} until ${lastDay}`,
    })
    return assessInScope(proviso, scope, subject.id)
  })
}
