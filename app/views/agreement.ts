import { type Assessment, assess, type Finding } from '#checklists/assess.ts'
import { baaChecklist } from '#checklists/baa/index.ts'
import type { Line } from '#checklists/baa/lines.ts'
import { type AgreementReading, readAgreement } from '#checklists/baa/read-agreement.ts'
import type { NearestWhy } from '#checklists/baa/reading.ts'
import { score } from '#checklists/score.ts'
import type { Agreement } from '#db/agreements.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { type FindingView, findingView, type ProblemView, problemView, type QuoteView } from './finding.ts'
import { type MarkedParagraph, markedText, type Span } from './marked-text.ts'
import { type ScoreView, scoreView } from './score.ts'

/** Only a version that was read as an agreement can be set beside another. */
export const wasRead = ({ evidenceId, problem }: Agreement) => evidenceId !== null && problem === null

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
  /** `comparable`: both that version and this one were read as an agreement. */
  others: ReadonlyArray<VersionView & { comparable: boolean }>
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

function factsOf(
  { reading: kept }: Agreement,
  document: DocumentEvidence,
  { facts: read }: AgreementReading,
  day: (date: string) => string,
): Array<readonly [string, string]> {
  const { pages, characters, ocr } = document.file
  const facts: Array<readonly [string, string]> = [
    ['Length', `${pages === null ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}, `}${characters} characters`],
    ...(ocr ? [['Text', 'Recognised from pictures; check the quotes'] as const] : []),
  ]
  if (kept === null) return facts
  const { parties, signed, signedOn, inForceFrom, inForceTo } = kept
  return [
    ...facts,
    ['Parties', parties.map(({ name }) => name).join('; ') || 'Not found in the text'],
    ['Signed', `${signedWords[signed]}${signedOn === null ? '' : `, ${day(signedOn)}`}`],
    ['In force from', inForceFrom === null ? 'Not found in the text' : day(inForceFrom)],
    ['In force to', inForceTo === null ? 'No end found in the text' : day(inForceTo)],
    ...(read === null ? [] : [['Breach notice within', breachWords(read)] as const]),
  ]
}

const confidenceWords: Record<Line['confidence'], string> = {
  exact: 'the exact words',
  ocr: 'words recognised from a picture',
  'by-reference': 'taken in by reference to another text',
}

const nearestWords: Record<NearestWhy, string> = {
  definition: 'It defines a word; it promises nothing.',
  heading: 'It is a heading only.',
  'other-party': 'It binds the other party.',
  note: 'It is a note, not part of the agreement.',
  struck: 'It is struck out.',
  reserved: 'The section is reserved, with no text.',
  'contract-amendment': 'It speaks of changes to the contract.',
  'not-visible': 'A reader of the file does not see it.',
  aspiration: 'It states an aim, not a duty.',
  'describes-another-document': 'It describes another document.',
  'told-not-agreed': 'It tells something; nobody agrees to it.',
}

function lineView(finding: Finding, line: Line | undefined): LineView {
  const { nearest = null, confidence = 'exact' } = line ?? {}
  return {
    ...findingView(finding),
    confidence: confidenceWords[confidence],
    nearest:
      nearest === null
        ? null
        : { quote: { text: nearest.text, place: '', start: null, url: null }, why: nearestWords[nearest.why] },
  }
}

const unitWords = { hours: 'hours', days: 'days' } as const

function breachWords({ breach }: NonNullable<AgreementReading['facts']>): string {
  if (breach.kind === 'by_ref_410') return 'As 45 CFR 164.410 says'
  if (breach.n === null || breach.unit === null) return 'No number found'
  const calendar = breach.cal === 'business' ? 'business ' : ''
  return `${breach.n} ${calendar}${unitWords[breach.unit]}`
}

function spansOf(lines: ReadonlyArray<Finding>): Array<Span> {
  return lines.flatMap((finding) => {
    const { status, title } = findingView(finding)
    return finding.pointers.flatMap(({ place: { start, end } }) =>
      start === undefined || end === undefined ? [] : [{ start, end, status, label: title }],
    )
  })
}

const nothing = { facts: [], warnings: [], clauses: [], elements: [], options: [], scores: null, paragraphs: [] }

/** The lines of a version: as assessed with its rulings, or read afresh when it is not the one that counts. */
function findingsOf(agreement: Agreement, document: DocumentEvidence, assessment: Assessment | null) {
  const judged = assessment ?? assess([baaChecklist], [document], new Date(agreement.uploadedAt))
  return judged.findings.filter(({ checklist }) => checklist === baaChecklist.id)
}

/** Everything the agreement screen shows, from the version, its text and the assessment. Pure. */
export function agreementView(
  agreement: Agreement,
  others: ReadonlyArray<Agreement>,
  document: DocumentEvidence | null,
  /** The subject's newest, where this version is the one it judged. */
  assessment: Assessment | null,
  vendor: string,
  day: (date: string) => string,
): AgreementView {
  const about = {
    version: versionView(agreement),
    others: others.map((other) => ({ ...versionView(other), comparable: wasRead(agreement) && wasRead(other) })),
  }
  const refused = agreement.problem === null ? null : problemView(agreement.problem, null)
  if (document === null) return { ...nothing, ...about, problem: refused }
  const reading = readAgreement(document, { vendor })
  const warnings = [...new Set([...document.warnings, ...reading.warnings].map(({ message }) => message))]
  const text = { facts: factsOf(agreement, document, reading, day), warnings }
  // A refused document gets its reason and its text, never a verdict.
  if (refused !== null) {
    const problem = { ...refused, says: reading.refusal?.message ?? refused.says }
    return { ...nothing, ...about, ...text, problem, paragraphs: markedText(document, []) }
  }
  const findings = findingsOf(agreement, document, assessment)
  const list = (letter: string) => findings.filter(({ ref }) => ref?.startsWith(letter))
  const byRef = new Map(Object.entries(reading.lines))
  const view = (lines: ReadonlyArray<Finding>) => lines.map((line) => lineView(line, byRef.get(line.ref ?? '')))
  const [clauses, elements, options] = [list('S'), list('R'), list('O')]
  return {
    ...about,
    ...text,
    problem: null,
    clauses: view(clauses),
    elements: view(elements),
    options: view(options),
    scores: { practiceBar: scoreView(score(clauses), findings), legalFloor: scoreView(score(elements), findings) },
    paragraphs: markedText(document, spansOf([...clauses, ...elements])),
  }
}
