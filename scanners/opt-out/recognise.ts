import { ScanProblem } from '../problem.ts'
import { genericFormat } from './formats/generic.ts'
import { logFormats } from './formats/index.ts'
import { mappedFormat } from './formats/mapped.ts'
import { isReadable } from './formats/table-plan.ts'
import { vendorTableFormats, vendorTableTitles } from './formats/vendor-tables.ts'
import type { LogMapping } from './mapping.ts'
import type { LogFormat } from './row.ts'

function fits(format: LogFormat, names: ReadonlySet<string>, file: string): boolean {
  if (format.excludes?.some((name) => names.has(name))) return false
  if (format.fileName !== undefined && !format.fileName.test(file)) return false
  return format.requires.every((group) => group.some((name) => names.has(name)))
}

/** A cell of a person rather than the name of a column. */
export const looksLikeData = (name: string): boolean => /@|\d{5}/.test(name)

function best(formats: ReadonlyArray<LogFormat>, names: ReadonlySet<string>, file: string): Array<LogFormat> {
  const fitting = formats.filter((format) => fits(format, names, file))
  const most = Math.max(0, ...fitting.map(({ requires }) => requires.length))
  return fitting.filter(({ requires }) => requires.length === most)
}

/** The formats whose every required column is there, those that ask for most first; then vendors' tables alike. */
function candidates(names: ReadonlySet<string>, file: string): Array<LogFormat> {
  const own = best(logFormats, names, file)
  return own.length > 0 ? own : best(vendorTableFormats(names, file), names, file)
}

/** Whether a line can be the heading of a file that is read without being told how. */
export function isHeading(names: ReadonlySet<string>, file: string): boolean {
  return candidates(names, file).length > 0 || isReadable(names, file)
}

/**
 * Which format a header or a set of keys belongs to. A declared id or a mapping wins; two that fit alike are asked
 * about, never guessed. Throws ScanProblem `unknown-format`.
 */
export function recognise(
  names: ReadonlySet<string>,
  file: string,
  { declared, mapping }: { declared?: string | undefined; mapping?: LogMapping | undefined } = {},
): LogFormat {
  if (declared !== undefined && declared !== 'generic') {
    const named = [...logFormats, ...vendorTableFormats(names, file)].find(({ id }) => id === declared)
    if (named === undefined) {
      const known = [...logFormats, ...vendorTableTitles].map(({ id }) => id)
      throw new ScanProblem('unknown-format', `"${declared}" is none of ${known.join(', ')}, generic`)
    }
    return named
  }
  if (mapping !== undefined && declared === undefined) {
    const mapped = mappedFormat(mapping)
    if (fits(mapped, names, file)) return mapped
    throw new ScanProblem('unknown-format', `${file} lacks a column that its mapping names`)
  }
  if (declared === undefined) {
    const [first, second] = candidates(names, file)
    if (first !== undefined && second !== undefined) {
      throw new ScanProblem('unknown-format', `${file} fits both ${first.id} and ${second.id}`)
    }
    if (first !== undefined) return first
  }
  if (isReadable(names, file)) return genericFormat(names, file)
  // Cells where names should be: nothing could be said of such columns, and nothing of them may be quoted.
  if ([...names].some(looksLikeData)) throw new ScanProblem('no-heading', file)
  throw new ScanProblem('unknown-format', `${file} has the columns ${[...names].slice(0, 30).join(', ')}`)
}
