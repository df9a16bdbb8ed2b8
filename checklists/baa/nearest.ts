import type { Agreement } from './clauses/agreement.ts'
import type { ReadClause } from './clauses/read.ts'
import { entityAudit } from './elements/books.ts'
import { withheld } from './elements/options.ts'
import type { Kind } from './kind.ts'
import type { Nearest } from './lines.ts'
import { quoteAt } from './lines.ts'
import type { LineId, NearestWhy } from './reading.ts'
import { type Span, spanOf } from './text/mapped.ts'

/** What a sentence near each duty speaks of, whoever owes it and wherever it stands. */
const subjects: Record<LineId, RegExp> = {
  R01: /\buse (?:and|or) disclos|\bpermitted uses\b/,
  R02: /\bsubpart e\b|\bprivacy rule\b|\bno violation of\b/,
  R03: /\b(?:not|no|only)\b[^.;]{0,60}\b(?:use|disclos)/,
  R04: /\bsafeguards?\b|\bsecurity program\b/,
  R05: /\bsubpart c\b|\bsecurity rule\b/,
  R06: /\b(?:report|notif|tell)\w*[^.;]{0,100}\b(?:use|disclos)/,
  R07: /\bsecurity incidents?\b/,
  R08: /_breach|\bbreach notice|\bnotice of a breach|\bbreach(?:es)?\b[^.;]{0,60}\b(?:report|notif|notice|within|hours|days)/,
  R09: /_sub\b/,
  R10: /_sub\b/,
  R11: /164\.524|\bdesignated record set|\baccess to _phi|\baccess\b[^.;]{0,30}\b(?:patient|individual)/,
  R12: /164\.526|\bamend/,
  R13: /164\.528|\baccounting\b/,
  R14: /\bdelegat|\bcarr(?:y|ies) out\b/,
  R15: /\bbooks\b|_sec\b/,
  R16: /\breturn\b|\bdestr|\bdelet/,
  R17: /\bterminat|\bcancel|\bends when\b|\bmaterial violation/,
  S1: /\buse (?:and|or) disclos|\bservices\b/,
  S2: /\bencrypt|\bsafeguards?\b|\baudit log/,
  S3: /_sub\b/,
  S4: /\bbreach[^.;]{0,120}\b(?:hours?|days?|time|prompt)|\b(?:hours?|days?)\b[^.;]{0,80}breach/,
  S5: /\bterminat|\breturn\b/,
  S6: /\baudit|\binspect|\bbooks\b/,
  O1: /\bmanagement and administration/,
  O2: /\bdisclos\w*[^.;]{0,60}\b(?:those|such) purposes|\bdisclos\w*[^.;]{0,80}\bmanagement/,
  O3: /\baggregat/,
  O4: /\bde-?identif/,
}

function whyNot(clause: ReadClause, id: LineId): NearestWhy | null {
  if (clause.zone === 'reserved') return 'reserved'
  if (clause.zone === 'definition') return 'definition'
  if (clause.zone === 'heading') return 'heading'
  if (clause.zone === 'recital' || clause.zone === 'entry') return 'describes-another-document'
  if (
    id === 'R12' &&
    /\bno amendment|\bamend\w* (?:_agr|only)|_agr[^.;]{0,40}amended|\bamend _agr|\bunless signed/.test(clause.text)
  )
    return 'contract-amendment'
  if (clause.holder === 'ce' || (id === 'S6' && /_sec/.test(clause.text)) || (id === 'R15' && /_ce/.test(clause.text)))
    return 'other-party'
  if (clause.modality === 'aim' || clause.modality === 'may' || clause.modality === 'fact') return 'aspiration'
  return null
}

const preference: ReadonlyArray<NearestWhy> = [
  'note',
  'struck',
  'reserved',
  'contract-amendment',
  'other-party',
  'told-not-agreed',
  'definition',
  'describes-another-document',
  'heading',
  'aspiration',
  'not-visible',
]

function fromCuts(a: Agreement, pattern: RegExp): Array<{ span: Span; why: NearestWhy }> {
  return a.shadow.cuts.flatMap((cut) => {
    if (cut.why === 'furniture') return []
    const words = a.document.text
      .slice(cut.start, cut.end)
      .toLowerCase()
      .replace(/\bsubcontractors?\b/g, '_sub')
      .replace(/\bsecretary\b/g, '_sec')
    return pattern.test(words)
      ? [
          {
            span: { start: cut.start, end: cut.end },
            why: cut.why === 'struck' ? ('struck' as const) : ('note' as const),
          },
        ]
      : []
  })
}

/** For an absent line: the closest sentence that does not count, and why it does not; null when nothing is near. */
export function nearestTo(a: Agreement, id: LineId, kind: Kind): Nearest | null {
  if (id.startsWith('O')) {
    const refusing = withheld(a, id as 'O1' | 'O2' | 'O3' | 'O4')
    if (refusing !== null) {
      const { text, start, end } = quoteAt(a.document, refusing.span)
      return { text, start, end, why: 'other-party' }
    }
  }
  const pattern = subjects[id]
  const found: Array<{ span: Span; why: NearestWhy }> = fromCuts(a, pattern)
  const told: NearestWhy = /letter of intent|signature|form, checklist/.test(kind.looksLike)
    ? 'told-not-agreed'
    : 'describes-another-document'
  for (const clause of a.clauses) {
    if (clause.zone === 'foreign' || clause.zone === 'signature') continue
    // "4.2 Amendment. [Reserved.]": the title tells what is reserved.
    const words = clause.zone === 'reserved' ? `${clause.topic} ${clause.text}` : clause.text
    if (!pattern.test(words)) continue
    const why = kind.kind === 'almost' && !kind.binds ? told : whyNot(clause, id)
    const place = why === 'reserved' ? (spanOf(clause.unit.words) ?? clause.span) : clause.span
    if (why !== null) found.push({ span: place, why })
  }
  if (id === 'S6' && entityAudit(a).holder === 'none') {
    const books = a.operative.find(({ text }) => /_sec/.test(text) && /\bbooks\b/.test(text))
    if (books !== undefined && !found.some(({ why }) => why === 'reserved' || why === 'note'))
      found.unshift({ span: books.span, why: 'other-party' })
  }
  found.sort((x, y) => preference.indexOf(x.why) - preference.indexOf(y.why) || x.span.start - y.span.start)
  const best = found[0]
  if (best === undefined) return null
  const { text, start, end } = quoteAt(a.document, best.span)
  return { text, start, end, why: best.why }
}
