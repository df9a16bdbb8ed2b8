import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAgreement } from '#checklists/baa/read-agreement.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { packageRoot } from '#scanners/package-root.ts'

const text = readFileSync(join(packageRoot, 'test/fixtures/baa/dev-10-quarry-lake-portal.txt'), 'utf8')

function quarryLake(change: Partial<DocumentEvidence> = {}): DocumentEvidence {
  return { ...documentFromText(text, { id: 'd', name: 'd.txt', at: new Date(0) }), ...change }
}

test('while a page is unread nothing is called absent, and what was found stays', () => {
  const { lines, warnings } = readAgreement(quarryLake({ unreadPages: [4] }))
  expect(lines.R12).toMatchObject({ reading: 'undetermined', verdict: 'unknown' })
  expect(lines.R12!.because).toContain('page 4')
  expect(lines.R15!.reading).toBe('present')
  expect(warnings.map(({ code }) => code)).toContain('unread-pages')
})

test('a deciding word read with little confidence makes the line undetermined', () => {
  const start = text.indexOf('Reporting Limit after')
  const within = text.indexOf('no case later', start - 60)
  const word = { start: within, end: within + 2, percent: 41 }
  expect(readAgreement(quarryLake({ confidence: [word] })).lines.S4!.reading).toBe('undetermined')
  expect(readAgreement(quarryLake({ confidence: [{ ...word, percent: 96 }] })).lines.S4!.reading).toBe('present')
})

test('hidden words are reported and never counted', () => {
  const hidden = [
    { text: 'Business Associate shall make amendments under 45 CFR 164.526.', reason: 'white' as const, page: 2 },
  ]
  const { lines, warnings } = readAgreement(quarryLake({ hidden }))
  expect(lines.R12!.reading).toBe('absent')
  expect(warnings.find(({ code }) => code === 'hidden-text')!.message).toContain('page 2')
})

test('an absent line shows the nearest words and why they do not count', () => {
  const { lines } = readAgreement(quarryLake())
  expect(lines.R12!.nearest).toMatchObject({ why: 'reserved' })
  expect(lines.S6!.nearest).toMatchObject({ why: 'other-party' })
})

test('a named vendor that is no party, or stands on the other side, stops the reading', () => {
  expect(readAgreement(quarryLake(), { vendor: 'Tumbleweed Texting LLC' }).refusal?.code).toBe('wrong-party')
  const swapped = readAgreement(quarryLake(), { vendor: 'Quarry Lake Eye Center' })
  expect(swapped.refusal?.code).toBe('wrong-party')
  expect(swapped.lines.R15!.verdict).toBe('unknown')
  expect(readAgreement(quarryLake(), { vendor: 'Ospreyline Software' }).refusal).toBeUndefined()
})

test('a Spanish text is refused as not covered', () => {
  const spanish = Array.from(
    { length: 12 },
    (_, n) =>
      `${n + 1}. La Empresa no usará ni divulgará la información de los pacientes de la Clínica para otros fines, y avisará a la Clínica de toda violación dentro de los 20 días.`,
  ).join('\n\n')
  expect(readAgreement(documentFromText(spanish, { id: 'd', name: 'd.txt', at: new Date(0) })).refusal?.code).toBe(
    'language-not-covered',
  )
})
