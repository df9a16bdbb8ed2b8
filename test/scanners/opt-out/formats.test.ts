import { stringify } from 'node:querystring'
import { expect, test } from 'vitest'
import { logFormats } from '#scanners/opt-out/formats/index.ts'
import { vendorTableTitles } from '#scanners/opt-out/formats/vendor-tables.ts'
import { cellsOf } from '#scanners/opt-out/records.ts'
import { fixture, readLogs } from './log-files.ts'

const expected = JSON.parse(fixture('expected.json')) as Record<string, [format: string, kinds: Array<string>]>
const files = Object.keys(expected)

/** The same rows with the columns in another order and three columns nobody knows. */
function disturbed(name: string, text: string): string {
  if (name.endsWith('.csv')) {
    // Quoted newlines stay inside their record: split on newlines that follow an even number of quotes.
    const records = text.trimEnd().split(/\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
    return `${records
      .map((record, at) => {
        const extra = at === 0 ? ['Zebra Score', 'x_internal_flag', 'Größe'] : ['7', '', 'grün, "so"']
        const cells = cellsOf(record, ',')
        return [extra[0]!, ...cells.reverse(), ...extra.slice(1)].map(quote).join(',')
      })
      .join('\n')}\n`
  }
  const strange = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(strange)
    if (typeof item !== 'object' || item === null) return item
    const entries = Object.entries(item).map(([key, value]) => [key, strange(value)] as const)
    return Object.fromEntries([['zebra_score', 7], ...entries.reverse(), ['x_internal_flag', null], ['groesse', 'so']])
  }
  if (name.endsWith('.jsonl'))
    return text
      .trimEnd()
      .split('\n')
      .map((line) => `${JSON.stringify(strange(JSON.parse(line)))}\n`)
      .join('')
  return JSON.stringify(strange(JSON.parse(text)), null, 1)
}

for (const file of files) {
  const [format, kinds] = expected[file]!
  test(`${file} is recognised by its columns as ${format} and every row is accounted for`, async () => {
    const {
      files: [report],
      events,
    } = await readLogs({ [file]: fixture(file) })
    expect(report).toMatchObject({ format, rejectedRows: 0, rejected: [] })
    expect(report!.rows).toBe(report!.classified)
    expect(events.map(({ kind }) => kind)).toEqual(kinds)
  })
  test(`${file} gives the same events with its columns shuffled and three unknown ones added`, async () => {
    const plain = await readLogs({ [file]: fixture(file) })
    const other = await readLogs({ [file]: disturbed(file, fixture(file)) })
    expect(other.files[0]!.format).toBe(format)
    const facts = (events: typeof plain.events) => events.map(({ id: _, line: __, ...rest }) => rest)
    expect(facts(other.events)).toEqual(facts(plain.events))
  })
}

test('every format has its fixture', () => {
  const shown = new Set(Object.values(expected).map(([format]) => format))
  expect([...logFormats, ...vendorTableTitles].map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
  expect(logFormats.length).toBeGreaterThanOrEqual(12)
})

test('no phone, e-mail or message text is left in what was read', async () => {
  for (const file of files) {
    const read = stringify({ all: JSON.stringify(await readLogs({ [file]: fixture(file) })) })
    const plain = decodeURIComponent(read)
    for (const secret of [
      '5125550101',
      '512-555-0101',
      '555-0101',
      'ann@example.com',
      'How was',
      'stop texting me',
      'take me off',
    ]) {
      expect(plain, `${file} keeps ${secret}`).not.toContain(secret)
    }
  }
})
