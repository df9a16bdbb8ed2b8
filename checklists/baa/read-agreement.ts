import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { describeProblem, type ProblemCode } from '#scanners/problem.ts'
import { type Agreement, takeApart } from './clauses/agreement.ts'
import { deciding, isWrongParty } from './doubt.ts'
import { auditReports } from './elements/books.ts'
import type { SafeguardFlags } from './elements/safeguard-flags.ts'
import type { BreachFacts } from './facts/clock.ts'
import { type ReturnFacts, returnFacts } from './facts/return.ts'
import type { ScopeFacts } from './facts/scope.ts'
import {
  type DateFacts,
  dateFacts,
  type OtherTerms,
  otherTerms,
  type SignatureFacts,
  type SubcontractorFacts,
  signatureFacts,
  subcontractorFacts,
} from './facts/terms.ts'
import { brokenInvariants } from './invariants.ts'
import { type Kind, kindOf } from './kind.ts'
import { type Line, lineOf } from './lines.ts'
import { nearestTo } from './nearest.ts'
import { notYetAccepted, withoutPending } from './pending.ts'
import { absent, clauseIds, elementIds, type LineId, type Outcome, optionIds } from './reading.ts'
import { type Readings, readingsOf } from './readings.ts'
import { type ReadingWarning, warningsOf } from './warnings.ts'

export type AgreementFacts = OtherTerms & {
  breach: BreachFacts
  return: ReturnFacts | null
  audit: Readings['audit']
  audit_secretary: boolean
  audit_reports?: Array<string>
  safeguards: SafeguardFlags
  scope: ScopeFacts
  subs: SubcontractorFacts
  signature: SignatureFacts
  parties: { ba: { name: string | null; term: string }; ce: { name: string | null; term: string } }
  dates: DateFacts
}

export type Refusal = { code: ProblemCode; message: string; hint: string }

/**
 * What was read. `isBaa: false` carries `kind` and `refusal`; for "almost" the lines are there with their readings and
 * every verdict unknown, for "other" there are none. A wrong party is an agreement with a refusal.
 */
export type AgreementReading = {
  isBaa: boolean
  kind?: 'almost' | 'other'
  refusal?: Refusal
  lines: Partial<Record<LineId, Line>>
  facts: AgreementFacts | null
  warnings: Array<ReadingWarning>
}

export type Expected = { vendor?: string; practice?: string }

const allIds: ReadonlyArray<LineId> = [...clauseIds, ...elementIds, ...optionIds]

function refuse(code: ProblemCode, detail: string): Refusal {
  const { says, hint } = describeProblem(code)
  return { code, message: `${says} ${detail}`.trim(), hint }
}

function factsOf(a: Agreement, readings: Readings): AgreementFacts {
  const { outcomes, clock, scope, flags, audit } = readings
  const reports = auditReports(a)
  return {
    breach: clock.facts,
    return: returnFacts(a, outcomes.R16),
    audit,
    audit_secretary: outcomes.R15.reading === 'present' || outcomes.R15.reading === 'partial',
    ...(reports.length > 0 ? { audit_reports: reports } : {}),
    safeguards: flags,
    scope,
    subs: subcontractorFacts(a, outcomes.R09),
    signature: signatureFacts(a),
    ...otherTerms(a),
    parties: {
      ba: { name: a.roles.associate.name, term: a.roles.associate.term },
      ce: { name: a.roles.entity.name, term: a.roles.entity.term },
    },
    dates: dateFacts(a),
  }
}

/** Told, described or listed: nothing of it binds. */
function unbound(kind: Kind): Record<LineId, Outcome> {
  const because = `Not agreed here: this is ${kind.looksLike}.`
  return Object.fromEntries(allIds.map((id) => [id, absent(because)])) as Record<LineId, Outcome>
}

function unboundFacts(facts: AgreementFacts): AgreementFacts {
  const told = (flag: SafeguardFlags['apt']): SafeguardFlags['apt'] =>
    flag === true || flag === 'descriptive' ? 'descriptive' : false
  const { apt, enc_rest, enc_transit, access, audit_logs } = facts.safeguards
  const claimed = told(enc_rest) === 'descriptive' && told(access) === 'descriptive'
  return {
    breach: { kind: 'none', n: null, unit: null, cal: null, from: null, wud: false },
    return: null,
    audit: 'none',
    audit_secretary: false,
    safeguards: claimed
      ? {
          apt: apt === true ? 'descriptive' : false,
          enc_rest: told(enc_rest),
          enc_transit: told(enc_transit),
          access: told(access),
          audit_logs: told(audit_logs),
        }
      : { apt: false, enc_rest: false, enc_transit: false, access: false, audit_logs: false },
    scope: { specificity: null, marketing: 'silent' },
    subs: { flow_down: false, written: false, named: false },
    signature: facts.signature,
    parties: facts.parties,
    dates: facts.dates,
  }
}

function read(document: DocumentEvidence, expected: Expected | undefined): AgreementReading {
  const a = takeApart(document)
  const readings = readingsOf(a)
  const elements = Object.fromEntries(elementIds.map((id) => [id, readings.outcomes[id]]))
  const foreign = a.clauses.filter(({ zone }) => zone === 'foreign').length
  if (foreign > 4 && foreign > a.operative.length * 2) {
    return {
      isBaa: false,
      kind: 'other',
      refusal: refuse('language-not-covered', 'The text reads as Spanish.'),
      lines: {},
      facts: null,
      warnings: [],
    }
  }
  const kind = kindOf(a, elements)
  if (kind.kind === 'other') {
    const shown =
      kind.shownBy === null
        ? ''
        : ` It says: "${document.text.slice(kind.shownBy.span.start, Math.min(kind.shownBy.span.end, kind.shownBy.span.start + 240)).replace(/\s+/g, ' ')}"`
    return {
      isBaa: false,
      kind: 'other',
      refusal: refuse('not-a-baa', `It looks like ${kind.looksLike}.${shown}`),
      lines: {},
      facts: null,
      warnings: [],
    }
  }
  const facts = factsOf(a, readings)
  const told = kind.kind === 'almost' && !kind.binds
  const outcomes = told ? unbound(kind) : readings.outcomes
  const broken = told
    ? []
    : brokenInvariants({
        outcomes,
        breach: facts.breach,
        audit: facts.audit,
        safeguards: facts.safeguards,
        marketing: facts.scope.marketing,
      })
  const lines: Partial<Record<LineId, Line>> = {}
  for (const id of allIds) {
    const outcome = doubted(a, outcomes[id], broken.includes(id))
    const line = lineOf(a, id, outcome, outcome.reading === 'present' ? null : nearestTo(a, id, kind))
    // A line that says something must be able to show it.
    const bare =
      line.quotes.length === 0 &&
      (line.reading === 'present' || line.reading === 'partial' || line.reading === 'contrary')
    lines[id] = bare
      ? { ...line, reading: 'undetermined', verdict: 'unknown', because: 'No words could be shown for this reading.' }
      : line
  }
  const warnings = warningsOf(a, readings.clock, facts.signature)
  if (kind.kind === 'almost') {
    return {
      isBaa: false,
      kind: 'almost',
      refusal: refuse('almost-a-baa', `It looks like ${kind.looksLike}.`),
      lines: silenced(lines),
      facts: told ? unboundFacts(facts) : facts,
      warnings,
    }
  }
  const wrong = isWrongParty(a, expected)
  if (wrong !== null)
    return { isBaa: true, refusal: refuse('wrong-party', wrong), lines: silenced(lines), facts, warnings }
  return { isBaa: true, lines, facts, warnings }
}

function silenced(lines: Partial<Record<LineId, Line>>): Partial<Record<LineId, Line>> {
  return Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, { ...line, verdict: 'unknown' as const }]))
}

function doubted(a: Agreement, outcome: Outcome, broken: boolean): Outcome {
  if (broken)
    return {
      ...outcome,
      reading: 'undetermined',
      because: 'Two findings on this line contradict each other; a person must read it.',
    }
  if (outcome.reading === 'absent' && a.document.unreadPages.length > 0) {
    return {
      ...outcome,
      reading: 'undetermined',
      because: `Not found on the pages that could be read; page ${a.document.unreadPages.join(', ')} was not read.`,
    }
  }
  const doubt = outcome.reading === 'absent' ? null : deciding(a, outcome)
  return doubt === null
    ? outcome
    : {
        ...outcome,
        reading: 'undetermined',
        because: `The words that decide this were read with little confidence: "${doubt}".`,
      }
}

const runs = new WeakMap<DocumentEvidence, Map<string, AgreementReading>>()

/** Reads one document. Pure; one run for each document and expectation, shared by all requirements. */
export function readAgreement(document: DocumentEvidence, expected?: Expected): AgreementReading {
  const key = `${expected?.vendor ?? ''}\u0000${expected?.practice ?? ''}`
  const known = runs.get(document) ?? new Map<string, AgreementReading>()
  runs.set(document, known)
  const done = known.get(key)
  if (done !== undefined) return done
  const whole = read(document, expected)
  const pending = (document.pending?.length ?? 0) > 0
  const fresh = pending ? notYetAccepted(read(withoutPending(document), expected), whole) : whole
  known.set(key, fresh)
  return fresh
}
