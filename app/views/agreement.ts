import type { Assessment, Finding } from '#checklists/assess.ts'
import { score } from '#checklists/score.ts'
import type { Agreement } from '#db/agreements.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { type FindingView, findingView, type ProblemView, problemView, type QuoteView } from './finding.ts'
import { type MarkedParagraph, markedText, type Span } from './marked-text.ts'
import { type ScoreView, scoreView } from './score.ts'

/** A line of the agreement: the finding, and how the text was read. */
export type LineView = FindingView & {
  /** How sure the words are: exact, recognised from a picture, or taken in by reference. */
  confidence: string
  /** For Missing: the sentence that came nearest and why it is not enough. */
  nearest: { quote: QuoteView; why: string } | null
}

export type VersionView = { id: string; version: number; fileName: string; sha256: string; uploadedAt: string }

export type AgreementView = {
  version: VersionView
  others: ReadonlyArray<VersionView>
  /** A typed refusal; then there is no score. */
  problem: ProblemView | null
  facts: ReadonlyArray<readonly [term: string, value: string]>
  warnings: ReadonlyArray<string>
  clauses: ReadonlyArray<LineView>
  elements: ReadonlyArray<LineView>
  options: ReadonlyArray<LineView>
  scores: { practiceBar: ScoreView; legalFloor: ScoreView } | null
  paragraphs: ReadonlyArray<MarkedParagraph>
}

export function versionView({ id, version, fileName, sha256, uploadedAt }: Agreement): VersionView {
  return { id, version, fileName, sha256, uploadedAt }
}

const signedWords = { both: 'By both parties', one: 'By one party only', none: 'Not signed' } as const

function factsOf({ reading }: Agreement, document: DocumentEvidence, day: (date: string) => string) {
  const { pages, characters, ocr } = document.file
  const facts: Array<readonly [string, string]> = [
    ['Length', `${pages === null ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}, `}${characters} characters`],
    ...(ocr ? [['Text', 'Recognised from pictures; check the quotes'] as const] : []),
  ]
  if (reading === null) return facts
  const { parties, signed, signedOn, inForceFrom, inForceTo } = reading
  const written = (date: string | null) => (date === null ? 'Not found in the text' : day(date))
  return [
    ...facts,
    ['Parties', parties.map(({ name }) => name).join('; ') || 'Not found in the text'] as const,
    ['Signed', `${signedWords[signed]}${signedOn === null ? '' : `, ${day(signedOn)}`}`] as const,
    ['In force from', written(inForceFrom)] as const,
    ['In force to', inForceTo === null ? 'No end found in the text' : day(inForceTo)] as const,
  ]
}

function lineView(finding: Finding, ocr: boolean): LineView {
  return {
    ...findingView(finding),
    confidence: ocr ? 'text recognised from a picture' : 'the exact text',
    nearest: null,
  }
}

function spansOf(lines: ReadonlyArray<Finding>): Array<Span> {
  return lines.flatMap((finding) => {
    const { status, title } = findingView(finding)
    return finding.pointers.flatMap(({ place: { start, end } }) =>
      start === undefined || end === undefined ? [] : [{ start, end, status, label: title }],
    )
  })
}

/** Everything the agreement screen shows, from the version, its text and the assessment. Pure. */
export function agreementView(
  agreement: Agreement,
  others: ReadonlyArray<Agreement>,
  document: DocumentEvidence | null,
  assessment: Assessment | null,
  day: (date: string) => string,
): AgreementView {
  const findings = (assessment?.findings ?? []).filter(({ checklist }) => checklist === 'baa')
  const judged = document === null ? [] : findings
  const list = (letter: string) => judged.filter(({ ref }) => ref?.startsWith(letter))
  const view = (lines: ReadonlyArray<Finding>) => lines.map((line) => lineView(line, document?.file.ocr ?? false))
  const [clauses, elements, options] = [list('S'), list('R'), list('O')]
  return {
    version: versionView(agreement),
    others: others.map(versionView),
    problem: agreement.problem === null ? null : problemView(agreement.problem, null),
    facts: document === null ? [] : factsOf(agreement, document, day),
    warnings: (document?.warnings ?? []).map(({ message }) => message),
    clauses: view(clauses),
    elements: view(elements),
    options: view(options),
    scores:
      document === null || agreement.problem !== null || clauses.length === 0
        ? null
        : { practiceBar: scoreView(score(clauses), findings), legalFloor: scoreView(score(elements), findings) },
    paragraphs: document === null ? [] : markedText(document, spansOf([...clauses, ...elements])),
  }
}
