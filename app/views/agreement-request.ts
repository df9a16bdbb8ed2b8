import { fillClause, type ModelClause, modelClauses, termsOf } from '#checklists/baa/model-clauses.ts'
import { readAgreement } from '#checklists/baa/read-agreement.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'

export type AskedClause = {
  id: string
  axis: ModelClause['axis']
  asks: string
  text: string
  /** For a clause that says the opposite: the words to strike. */
  strike: string | null
}

export type AgreementRequest = { vendor: string; practice: string; law: Array<AskedClause>; bar: Array<AskedClause> }

/** A clause on the list of the law that a practice-bar clause already says in full need not be asked for twice. */
const coveredBy: Record<string, string> = { R01: 'S1', R09: 'S3', R10: 'S3', R08: 'S4' }

/** What to ask the vendor for: a model clause for every line that is not met, law and practice bar apart. Pure. */
export function agreementRequest(document: DocumentEvidence, vendor: string, practice: string): AgreementRequest {
  const { lines, facts } = readAgreement(document, { vendor })
  const terms = termsOf(facts)
  const asked = modelClauses.flatMap(({ id, axis, asks, text }): Array<AskedClause> => {
    const line = lines[id]
    if (line === undefined || line.reading === 'present' || line.reading === 'undetermined') return []
    const strike = line.reading === 'contrary' ? (line.quotes[0]?.text ?? null) : null
    return [{ id, axis, asks, text: fillClause(text, terms), strike }]
  })
  const ids = new Set(asked.map(({ id }) => id))
  const kept = asked.filter(({ id }) => !ids.has(coveredBy[id] as AskedClause['id']))
  return {
    vendor,
    practice,
    law: kept.filter(({ axis }) => axis === 'law'),
    bar: kept.filter(({ axis }) => axis === 'practice-bar'),
  }
}

function numbered(clauses: ReadonlyArray<AskedClause>, from: number): Array<string> {
  return clauses.flatMap(({ asks, text, strike }, index) => [
    `${from + index}. ${asks}.`,
    ...(strike === null ? [] : [`   Please take out: “${strike}”`]),
    `   Proposed words: “${text}”`,
    '',
  ])
}

/** The letter as plain text, exactly what the screen shows. Marked as a draft for counsel. */
export function requestLetter({ vendor, practice, law, bar }: AgreementRequest, day: string): string {
  const lines = [
    'DRAFT FOR COUNSEL. A starting point, not legal advice.',
    '',
    day,
    '',
    `To ${vendor}`,
    'About our business associate agreement',
    '',
    'We have read our agreement with you against two lists and ask you for the changes below.',
    '',
    ...(law.length === 0
      ? []
      : ['A. Content that 45 CFR 164.504(e) and 164.314(a) ask of the agreement', '', ...numbered(law, 1)]),
    ...(bar.length === 0
      ? []
      : [
          'B. What our own practice bar asks for. It is stricter than the law requires.',
          '',
          ...numbered(bar, law.length + 1),
        ]),
    'Please answer with a changed draft, or tell us which point you see differently.',
    '',
    practice,
    '',
  ]
  return lines.join('\n')
}
