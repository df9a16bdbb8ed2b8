import { ScanProblem } from '../problem.ts'
import { genericFormat } from './formats/generic.ts'
import { logFormats } from './formats/index.ts'
import { mappedFormat } from './formats/mapped.ts'
import type { LogMapping } from './mapping.ts'
import type { LogFormat } from './row.ts'

function fits(format: LogFormat, names: ReadonlySet<string>, file: string): boolean {
  if (format.excludes?.some((name) => names.has(name))) return false
  if (format.fileName !== undefined && !format.fileName.test(file)) return false
  return format.requires.every((group) => group.some((name) => names.has(name)))
}

/** A cell of a person rather than the name of a column. */
export const looksLikeData = (name: string): boolean => /@|\d{5}/.test(name)

/** The formats whose every required column is there, those that ask for most first. */
export function candidates(names: ReadonlySet<string>, file: string): Array<LogFormat> {
  const fitting = logFormats.filter((format) => fits(format, names, file))
  const most = Math.max(0, ...fitting.map(({ requires }) => requires.length))
  return fitting.filter(({ requires }) => requires.length === most)
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
    const named = logFormats.find(({ id }) => id === declared)
    if (named === undefined) {
      throw new ScanProblem(
        'unknown-format',
        `"${declared}" is none of ${logFormats.map(({ id }) => id).join(', ')}, generic`,
      )
    }
    return named
  }
  if (mapping !== undefined && declared === undefined) {
    const mapped = mappedFormat(mapping)
    if (fits(mapped, names, file)) return mapped
    throw new ScanProblem('unknown-format', `${file} lacks a column that its mapping names`)
  }
  const generic = genericFormat()
  if (declared === undefined) {
    const [best, second] = candidates(names, file)
    if (best !== undefined && second !== undefined) {
      throw new ScanProblem('unknown-format', `${file} fits both ${best.id} and ${second.id}`)
    }
    if (best !== undefined) return best
  }
  if (fits(generic, names, file)) return generic
  // Cells where names should be: nothing could be said of such columns, and nothing of them may be quoted.
  if ([...names].some(looksLikeData)) throw new ScanProblem('no-heading', file)
  throw new ScanProblem('unknown-format', `${file} has the columns ${[...names].slice(0, 30).join(', ')}`)
}
