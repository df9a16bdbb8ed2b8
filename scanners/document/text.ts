import { createHash } from 'node:crypto'
import type { DocumentEvidence } from './evidence.ts'

type About = { id: string; name: string; at: Date; format?: 'txt' | 'paste'; sha256?: string }

function paragraphsOf(text: string): DocumentEvidence['paragraphs'] {
  const paragraphs: DocumentEvidence['paragraphs'] = []
  let start = 0
  const close = (end: number) => {
    const words = text.slice(start, end)
    const from = start + (words.length - words.trimStart().length)
    const to = start + words.trimEnd().length
    if (to > from) paragraphs.push({ start: from, end: to, page: null, zone: 'body', depth: 0 })
  }
  for (const gap of text.matchAll(/\r?\n[ \t]*\r?\n/g)) {
    close(gap.index)
    start = gap.index + gap[0].length
  }
  close(text.length)
  return paragraphs
}

/**
 * Plain text as document evidence. The canonical text is the text itself, BOM dropped, line ends kept.
 * `sha256` is that of the uploaded bytes where the text was decoded from a file; without it, of the text as UTF-8.
 */
export function documentFromText(input: string, about: About): DocumentEvidence {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input
  const sha256 = about.sha256 ?? createHash('sha256').update(input, 'utf8').digest('hex')
  return {
    kind: 'document',
    id: about.id,
    source: { scanner: 'document', ref: about.name, at: about.at.toISOString(), sha256 },
    file: { name: about.name, sha256, format: about.format ?? 'txt', pages: null, characters: text.length, ocr: false },
    text,
    paragraphs: paragraphsOf(text),
    runs: [],
    hidden: [],
    confidence: [],
    unreadPages: [],
    warnings: [],
  }
}
