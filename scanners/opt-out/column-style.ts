import type { Span } from './event.ts'
import {
  type Basis,
  type DateStyle,
  dayFirstHint,
  needsDayOrder,
  numberUnit,
  readInstant,
  readPacked,
} from './instant.ts'
import type { CellTime } from './row.ts'

/** What the cells of each time column show together: the unit of its numbers, which of two numbers is the day. */
export type ColumnStyles = {
  /** Looks at one more cell. */
  survey: (time: CellTime) => void
  /** Whether a column still waits for a cell that shows its day/month order. */
  undecided: () => boolean
  read: (time: CellTime) => (Span & { basis: Basis }) | undefined
}

type Column = {
  units: Map<DateStyle['unit'], number>
  dayFirst: boolean | undefined
  conflicting: boolean
  needsOrder: boolean
  /** How its cells are read, by the zone and the order their vendor is known for; void once more has been seen. */
  styles: Map<string, DateStyle>
}

/** The unit most cells of a column have, whatever row comes first; a stray cell in another one is not read. */
function mostUsed(units: Column['units']): DateStyle['unit'] {
  const most = Math.max(0, ...units.values())
  return (['ms', 's', 'excel'] as const).find((unit) => most > 0 && units.get(unit) === most)
}

/** `dayFirst` is what the uploader declared; a column whose cells show an order of their own keeps that. */
export function columnStyles(zone: string, dayFirst?: boolean): ColumnStyles {
  const columns = new Map<string, Column>()
  const columnOf = (name: string): Column => {
    let column = columns.get(name)
    if (column === undefined) {
      column = { units: new Map(), dayFirst: undefined, conflicting: false, needsOrder: false, styles: new Map() }
      columns.set(name, column)
    }
    return column
  }
  /** One program writes all dates of a table alike, so a column that never shows its order has the others'. */
  const agreed = (): boolean | undefined => {
    const shown = new Set([...columns.values()].map((column) => (column.conflicting ? null : column.dayFirst)))
    shown.delete(undefined)
    const [only] = shown
    return shown.size === 1 && only !== null ? only : undefined
  }
  const styleOf = (column: Column, ownZone: string | undefined, usual: boolean | undefined): DateStyle => {
    const known = `${ownZone} ${usual}`
    let style = column.styles.get(known)
    if (style === undefined) {
      const order = column.conflicting ? undefined : (column.dayFirst ?? dayFirst ?? agreed() ?? usual)
      const unit = mostUsed(column.units)
      style = {
        zone: ownZone ?? zone,
        ...(order !== undefined && { dayFirst: order }),
        ...(unit !== undefined && { unit }),
      }
      column.styles.set(known, style)
    }
    return style
  }
  return {
    survey({ column: name, text, packed }) {
      if (packed === true) return
      // What one column shows may settle the others.
      for (const column of columns.values()) if (column.styles.size > 0) column.styles.clear()
      const column = columnOf(name)
      if (/^\d+(?:\.\d+)?$/.test(text.trim())) {
        const unit = numberUnit(Number(text))
        if (unit !== undefined) column.units.set(unit, (column.units.get(unit) ?? 0) + 1)
      } else if (needsDayOrder(text)) {
        column.needsOrder = true
        const hint = dayFirstHint(text)
        if (hint === undefined) return
        if (column.dayFirst !== undefined && column.dayFirst !== hint) column.conflicting = true
        column.dayFirst = hint
      }
    },
    undecided: () =>
      [...columns.values()].some(
        ({ needsOrder, dayFirst: shown }) => needsOrder && shown === undefined && dayFirst === undefined,
      ),
    read({ column: name, text, packed, zone: ownZone, dayFirst: usual }) {
      const style = styleOf(columnOf(name), ownZone, usual)
      return packed === true ? readPacked(text, { ...style, zone: 'UTC' }) : readInstant(text, style)
    },
  }
}
