import type { Agreement } from './clauses/agreement.ts'
import type { Clock } from './facts/clock.ts'
import type { SignatureFacts } from './facts/terms.ts'
import { type Quote, quoteAt, quotesOf } from './lines.ts'

export type ReadingWarning = { code: string; message: string; quotes: Array<Quote> }

const draft =
  /\b(?:draft \d+|draft v?\d|for discussion only|not an offer|draft for|unsigned draft|confidential draft|\bdraft\b\s*[-:])/i

/** What a reader must know beside the readings: hidden words, open changes, triggers that start late, slips. */
export function warningsOf(a: Agreement, clock: Clock, signature: SignatureFacts): Array<ReadingWarning> {
  const { document } = a
  const found: Array<ReadingWarning> = []
  const warn = (code: string, message: string, quotes: Array<Quote> = []) => found.push({ code, message, quotes })
  for (const reason of [...new Set(document.hidden.map((piece) => piece.reason))]) {
    const pieces = document.hidden.filter((piece) => piece.reason === reason)
    const count = pieces.reduce((sum, { text }) => sum + text.length, 0)
    const pages = [...new Set(pieces.flatMap(({ page }) => (page === null ? [] : [page])))]
    const where = pages.length === 0 ? '' : ` on page ${pages.join(', ')}`
    warn(
      'hidden-text',
      `${count} characters${where} are in the file but not visible (${reason}). They were not counted.`,
    )
  }
  if (a.shadow.inserted.length > 0) {
    warn(
      'tracked-changes',
      'Inserted text is proposed, not accepted. The readings show the text as if every change were accepted.',
      a.shadow.inserted.slice(0, 3).map((span) => quoteAt(document, span)),
    )
  }
  if (a.shadow.cuts.some(({ why }) => why === 'struck'))
    warn(
      'struck-text',
      'Struck text was not counted.',
      a.shadow.cuts
        .filter(({ why }) => why === 'struck')
        .slice(0, 3)
        .map((span) => quoteAt(document, span)),
    )
  if (a.shadow.cuts.some(({ why }) => why === 'note' || why === 'checklist'))
    warn(
      'drafting-notes',
      'Drafting notes and open checklists were not counted.',
      a.shadow.cuts
        .filter(({ why }) => why === 'note' || why === 'checklist')
        .slice(0, 3)
        .map((span) => quoteAt(document, span)),
    )
  if (document.unreadPages.length > 0)
    warn(
      'unread-pages',
      `Page ${document.unreadPages.join(', ')} could not be read. While that is so, nothing can be called absent.`,
    )
  const isDraft = draft.test(document.text.slice(0, 400))
  if (isDraft || signature.signed === 'none' || signature.form === 'placeholder')
    warn(
      'not-executed',
      isDraft
        ? 'The text calls itself a draft: not executed; nothing binds yet.'
        : 'No signature was found in the text: not shown to be executed.',
    )
  else if (signature.signed === 'one') warn('one-signature', 'Only one signature was found in the text.')
  const { facts } = clock
  const quotes = quotesOf(a, clock.clauses.slice(0, 1))
  if (facts.kind === 'fixed') {
    const late: Partial<Record<string, string>> = {
      awareness: 'The clock runs from awareness, which may start later than discovery as the law counts it.',
      determination:
        'The clock starts only when the vendor itself determines a breach, which may be long after discovery.',
      notice: 'The clock starts when the vendor receives a notice, which may be after discovery.',
    }
    const message = facts.from === null ? 'The text does not say when the clock starts.' : late[facts.from]
    if (message !== undefined) warn('breach-trigger', message, quotes)
    if (facts.cal === 'business' && facts.n !== null && facts.n >= 37 && facts.n <= 42)
      warn(
        'business-days-holidays',
        `${facts.n} business days can pass 60 calendar days when holidays fall in them.`,
        quotes,
      )
    if (facts.cal === 'unspecified')
      warn('days-unspecified', 'The text says "days" without more; they are read as calendar days.', quotes)
    if (clock.ambiguous)
      warn(
        'number-mismatch',
        'The number in words and the number in digits differ, and one of them is over 60 calendar days.',
        quotes,
      )
    if (
      clock.days !== null &&
      clock.days > 30 &&
      clock.days <= 60 &&
      /\bagent of _ce\b|_ce's agent/.test(a.operative.map(({ text }) => text).join(' '))
    )
      warn(
        'long-clock',
        'If the vendor is the covered entity\u2019s agent, this clock can use up the covered entity\u2019s own.',
        quotes,
      )
  }
  if (facts.kind === 'floor') warn('floor-not-deadline', 'The number is a minimum, not a limit.', quotes)
  const wrongRule = a.clauses.find(
    ({ zone, text }) =>
      zone === 'definition' &&
      (/"security rule" means[^."]{0,40}\bsubparts? a and e\b/.test(text) ||
        /"privacy rule" means[^."]{0,40}\bsubparts? a and c\b/.test(text)),
  )
  if (wrongRule !== undefined)
    warn('wrong-definition', 'A HIPAA rule is defined by the wrong subparts.', [quoteAt(document, wrongRule.span)])
  const hasEphi = /\bePHI\b|electronic protected health information/.test(document.text)
  const body = document.text.replace(/ePHI|electronic (?:PHI|protected health information)/gi, '')
  if (hasEphi && !/\bPHI\b|protected health information/i.test(body))
    warn('ephi-only', 'Every duty speaks of electronic PHI only; paper and spoken PHI are not covered.')
  const foreign = a.clauses.filter(({ zone }) => zone === 'foreign')
  if (foreign.length >= 3) {
    const governs = a.clauses.find(({ text }) =>
      /\benglish (?:text|version|language)[^.;]{0,30}\b(?:governs|prevails|controls)|\b(?:texto|versi\u00f3n) en (?:ingl\u00e9s|espa\u00f1ol) (?:prevalece|rige)/.test(
        text,
      ),
    )
    warn(
      'bilingual',
      governs === undefined
        ? 'The text stands in two languages; the English was judged. No clause says which governs.'
        : 'The text stands in two languages; the English was judged.',
      governs === undefined ? [] : [quoteAt(document, governs.span)],
    )
  }
  for (const { code, message } of document.warnings)
    if (!found.some((other) => other.code === code)) warn(code, message)
  return found
}
