import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import type { AgreementReading } from './read-agreement.ts'
import type { LineId } from './reading.ts'

/** The document as it stands if nobody accepts its tracked insertions; offsets stay, so quotes keep their place. */
export function withoutPending(document: DocumentEvidence): DocumentEvidence {
  let { text } = document
  for (const { start, end } of document.pending ?? []) {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
  }
  const paragraphs = document.paragraphs.filter(({ start, end }) => text.slice(start, end).trim() !== '')
  return { ...document, text, paragraphs, pending: [] }
}

/**
 * What binds today, with what is proposed beside it: a duty that stands only in an insertion nobody has accepted yet is
 * weak at most, never met.
 */
export function notYetAccepted(binding: AgreementReading, proposed: AgreementReading): AgreementReading {
  const lines = { ...binding.lines }
  for (const id of Object.keys(lines) as Array<LineId>) {
    const [now, then] = [lines[id], proposed.lines[id]]
    if (now === undefined || then === undefined || then.reading !== 'present' || now.reading === 'present') continue
    if (now.reading !== 'absent' && now.reading !== 'partial') continue
    const verdict = now.verdict === 'unknown' ? 'unknown' : 'partial'
    const because = 'It stands in a tracked insertion that nobody has accepted yet.'
    lines[id] = { ...then, reading: 'partial', verdict, because }
  }
  return { ...binding, lines, warnings: proposed.warnings }
}
