import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAgreement } from '#checklists/baa/read-agreement.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { agreement, bothSigned } from '#test/app/sample-agreement.ts'

/** Breaks every long line of prose at a column, as an editor or a mail program does. */
function wrapped(text: string, column: number): string {
  return text
    .split('\n')
    .map((line) => {
      if (line.length <= column || /[\t|]/.test(line)) return line
      const lines: Array<string> = []
      for (const word of line.split(' ')) {
        const last = lines.at(-1)
        if (last !== undefined && `${last} ${word}`.length <= column) lines[lines.length - 1] = `${last} ${word}`
        else lines.push(word)
      }
      return lines.join('\n')
    })
    .join('\n')
}

function readingsOf(text: string): Record<string, string> {
  const { lines } = readAgreement(documentFromText(text, { id: 'd', name: 'agreement.txt', at: new Date(0) }))
  return Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, line.reading]))
}

const folder = join(packageRoot, 'test', 'fixtures', 'baa')
// One paragraph a line in the file; the ones already broken at a column are broken once only.
const whole = [
  'dev-01-harborlight-reviews',
  'dev-03-pingwell-sms',
  'dev-16-kestrel-aggregator',
  'dev-19-pemberton-transcription',
]

test.each(whole)('%s reads the same wherever its lines are broken', (name) => {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
  const expected = readingsOf(text)
  for (const column of [60, 72, 80, 95, 110, 120, 140]) {
    expect({ column, ...readingsOf(wrapped(text, column)) }).toEqual({ column, ...expected })
  }
})

test('a line broken at a wide column before a capital goes on', () => {
  const text = agreement('Brightline Reviews LLC', bothSigned)
  expect(text).toContain('maintains or transmits\nProtected Health Information')
  expect(readingsOf(text)).toMatchObject({ S3: 'present', R09: 'present' })
})
