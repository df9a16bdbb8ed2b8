import type { FindingView, ProblemView, QuoteView } from './finding.ts'
import type { MarkedParagraph } from './marked-text.ts'
import type { ScoreView } from './score.ts'

/** A line of the agreement: the finding, and how the text was read. */
export type LineView = FindingView & {
  /** How sure the words are: the exact text, recognised from a picture, or taken in by reference. */
  confidence: string
  /** For Missing: the sentence that came nearest and why it is not enough. */
  nearest: { quote: QuoteView; why: string } | null
}

export type AgreementVersion = {
  id: string
  version: number
  fileName: string
  sha256: string
  bytes: number
  uploadedAt: string
  uploadedBy: string
}

export type AgreementView = {
  version: AgreementVersion
  others: ReadonlyArray<AgreementVersion>
  /** A typed refusal. Then there is no line and no score. */
  problem: ProblemView | null
  facts: ReadonlyArray<readonly [term: string, value: string]>
  warnings: ReadonlyArray<string>
  clauses: ReadonlyArray<LineView>
  elements: ReadonlyArray<LineView>
  options: ReadonlyArray<LineView>
  scores: { practiceBar: ScoreView; legalFloor: ScoreView } | null
  paragraphs: ReadonlyArray<MarkedParagraph>
}
