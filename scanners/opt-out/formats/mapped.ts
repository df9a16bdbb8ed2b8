import { createHash } from 'node:crypto'
import { foldWord, type LogMapping, type Meaning } from '../mapping.ts'
import { purposeOf } from '../outbound-text.ts'
import { cell, type LogFormat, type Row, type RowEvent } from '../row.ts'

const results = new Set(['sent', 'delivered', 'failed', 'blocked', 'no_answer', 'answered', 'voicemail'] as const)
type Result = typeof results extends Set<infer Word> ? Word : never
const isResult = (meaning: Meaning): meaning is Result => (results as Set<string>).has(meaning)

/** Starts the id of every mapped format. Two mappings are two logs: neither covers for the other. */
export const mappedPrefix = 'mapped-'

/** The reader of an export a person has explained. What they did not explain is rejected with the column it stands in. */
export function mappedFormat(mapping: LogMapping): LogFormat {
  const { columns, words } = mapping
  const id = `${mappedPrefix}${createHash('sha256').update(JSON.stringify(columns)).digest('hex').slice(0, 8)}`
  const find = (row: Row, role: keyof typeof columns) => {
    const name = columns[role]
    return name === undefined ? undefined : cell(row, name)
  }
  const unexplained = (role: keyof typeof columns) => `the column ${columns[role]} holds a word that was not explained`
  return {
    id,
    title: 'Table read as you explained it',
    requires: [...new Set(Object.values(columns))].map((name) => [name]),
    read(row) {
      const column = columns.time
      const text = column === undefined ? undefined : row.cells.get(column)
      const time = column === undefined || text === undefined ? undefined : { column, text }
      const told = find(row, 'what')
      let meaning = told === undefined ? mapping.what : words.what[foldWord(told)]
      if (meaning === undefined && told !== undefined) return unexplained('what')
      const way = find(row, 'direction')
      if (way !== undefined) {
        const direction = words.direction[foldWord(way)]
        if (direction === undefined) return unexplained('direction')
        if (direction === 'in' && (meaning === undefined || isResult(meaning))) meaning = 'reply'
      }
      if (meaning === undefined) return 'no column says what happened'
      if (meaning === 'nothing') return []
      const named = find(row, 'channel')
      const channel = named === undefined ? mapping.channel : words.channel[foldWord(named)]
      if (named !== undefined && channel === undefined) return unexplained('channel')
      if (channel === undefined && (isResult(meaning) || meaning === 'reply')) return 'no column names the channel'
      const own = [find(row, 'phone'), find(row, 'email')]
      const from = find(row, 'from')
      const whom = meaning === 'reply' && from !== undefined ? [from] : own
      const given = whom.filter((value) => value !== undefined)
      const shared = {
        time,
        channel,
        phones: given.filter((value) => !value.includes('@')),
        emails: given.filter((value) => value.includes('@')),
        patients: [find(row, 'patient')],
        providerRef: find(row, 'reference'),
      } satisfies Partial<RowEvent>
      const body = find(row, 'text')
      if (meaning === 'reply') return [{ ...shared, kind: 'inbound', text: body ?? '' }]
      if (isResult(meaning)) return [{ ...shared, kind: 'attempt', result: meaning, from, ...purposeOf(body) }]
      if (meaning === 'opt_out' || meaning === 'opt_in') return [{ ...shared, kind: meaning, by: 'recipient' }]
      return [{ ...shared, kind: meaning }]
    },
  }
}
