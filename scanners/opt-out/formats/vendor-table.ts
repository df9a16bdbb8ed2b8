import type { LogFormat } from '../row.ts'
import type { TableFacts } from './table-plan.ts'

/**
 * Tables that vendors' own pages and reports give: by which folded columns each is known, and what is known of it
 * beyond the names. `source` is where the columns are documented; "seen in use" are public programs that read them.
 */
export type VendorTable = Pick<LogFormat, 'id' | 'title' | 'requires'> & {
  excludes?: ReadonlyArray<string>
  facts: TableFacts
  source: string
}
