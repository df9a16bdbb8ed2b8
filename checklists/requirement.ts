import type { Verdict } from '#scanners/answers/evidence.ts'
import type { Evidence, EvidenceKind, EvidenceOf } from '#scanners/evidence.ts'

export type { Verdict }

/**
 * Three kinds of authority, never merged: `law` binds, `practice-bar` is the product owner's own stricter rule,
 * `judgement` is our reading where law is silent; a judgement line is shown and never scores.
 */
export type Axis = 'law' | 'practice-bar' | 'judgement'

/** `confirmed: false` = text not read first-hand: shown as "reading not yet confirmed", left out of prospect reports. */
export type Citation = {
  text: string
  status: 'in-force' | 'guidance' | 'vacated' | 'proposed' | 'waived' | 'industry' | 'policy'
  checkedOn: string
  confirmed: boolean
}

/** Where a verdict can be seen: evidence id, the words, and the place in it (offsets, page, URL, line). */
export type Pointer = {
  evidence: string
  quote: string
  place: {
    start?: number
    end?: number
    page?: number | null
    rects?: ReadonlyArray<readonly [number, number, number, number]>
    url?: string
    request?: string
    line?: number
    file?: string
  }
}

/** One instance under a requirement: what screens list, people triage and rechecks repeat. `key` is a stable id. */
export type Observation = {
  key: string
  verdict: Verdict
  because: string
  pointers: ReadonlyArray<Pointer>
  where: string
}

export type Judgement = {
  verdict: Verdict
  /** One sentence: what was seen, or what was searched and not found. */
  because: string
  pointers?: ReadonlyArray<Pointer>
  observations?: ReadonlyArray<Observation>
  /**
   * For a `fail`: true when words or behaviour say the opposite ("Conflicts"), false when it was looked for and is not
   * there ("Missing"). Left out: true where the pointers show something other than an answer.
   */
  conflicts?: boolean
}

export type Question = {
  text: string
  help?: string
  kind: 'choice' | 'date' | 'text'
  /** For `choice`: value stored, words shown. The judge reads the value. */
  choices?: ReadonlyArray<{ value: string; label: string }>
}

export type Weight = 1 | 2 | 3 | 5 | 8

export type EvidenceByKind<Kind extends EvidenceKind> = { [K in Kind]: ReadonlyArray<EvidenceOf<K>> }

/**
 * One line of a checklist. The title says what is true when it passes. `needs` must all be there, else the line is
 * unknown and names what is missing; `mayUse` is shown to `judge` when it is there. A judge sees nothing else, and of
 * `answer` evidence only the answer to its own question.
 */
export type Requirement<Kind extends EvidenceKind = EvidenceKind> = {
  id: string
  /** Design id: S4, R08, TR2 … */
  ref?: string
  title: string
  why: string
  fix: string
  cites: ReadonlyArray<Citation>
  axis: Axis
  weight: Weight
  critical?: boolean
  /** false: described, never demanded (options of an agreement); outside every sum. */
  scored?: boolean
  /** Role that repairs it. */
  owner?: 'web-developer' | 'office-manager' | 'vendor' | 'lawyer'
  ask?: Question
  /** Kinds that could prove the line. If only an `answer` is there, the verdict is at most `partial`. */
  provableBy: ReadonlyArray<EvidenceKind>
  needs: ReadonlyArray<Kind>
  mayUse?: ReadonlyArray<Kind>
  judge: (evidence: EvidenceByKind<Kind>, at: Date) => Judgement
}

export type Checklist = { id: string; title: string; version: string; requirements: ReadonlyArray<Requirement> }

/** Types one entry: infers the evidence kinds from `needs` and `mayUse`, then forgets them for the list. */
export function requirement<const Kind extends EvidenceKind>(entry: Requirement<Kind>): Requirement {
  // assess() hands judge exactly the kinds it declares, so the wider type is safe to store.
  return entry as unknown as Requirement
}

export type { Evidence, EvidenceKind, EvidenceOf }
