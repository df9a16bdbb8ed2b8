import type { LogFormat } from '../row.ts'
import { tableReader } from './table.ts'
import { usedColumns } from './table-plan.ts'
import { vendorMailTables } from './vendor-mail-tables.ts'
import { vendorPhoneTables } from './vendor-phone-tables.ts'

const vendorTables = [...vendorMailTables, ...vendorPhoneTables]

/** The vendors' tables as formats, asked only when no format of its own file knows the columns. */
export function vendorTableFormats(names: ReadonlySet<string>, file: string): Array<LogFormat> {
  const uses = usedColumns(names)
  return vendorTables.map(({ id, title, requires, excludes, facts }) => {
    let read: LogFormat['read'] | undefined
    return {
      id,
      title,
      requires,
      uses,
      ...(excludes && { excludes }),
      read: (row, name) => {
        read ??= tableReader(names, file, facts)
        return read(row, name)
      },
    }
  })
}

export const vendorTableTitles: ReadonlyArray<Pick<LogFormat, 'id' | 'title'>> = vendorTables
