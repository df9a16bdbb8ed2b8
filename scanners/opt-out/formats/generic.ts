import type { LogFormat } from '../row.ts'
import { tableReader } from './table.ts'
import { usedColumns } from './table-plan.ts'

/** The reader of a file no format claims and nobody has explained: columns by the roles of their names, never by position. */
export function genericFormat(names: ReadonlySet<string>, file: string): LogFormat {
  return {
    id: 'generic',
    title: 'Table read by its column names',
    requires: [],
    uses: usedColumns(names),
    read: tableReader(names, file),
  }
}
