import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ProblemCode } from '#scanners/problem.ts'
import { consentStates } from '#scanners/site/evidence.ts'
import { maxLaboratoryPages, maxPages } from '#scanners/site/input.ts'
import { clock, type FailOn, parseFailOn, UsageError } from './command.ts'

const exportNames = ['har', 'sarif', 'csv'] as const
export type ExportName = (typeof exportNames)[number]

export type SiteScanOptions = {
  targets: ReadonlyArray<string>
  /** What siteScanInputSchema takes, the address left out. */
  input: Record<string, unknown>
  json: boolean
  out: string | null
  /** Asked for; the file where one is named. */
  exports: ReadonlyMap<ExportName, string | null>
  failOn: FailOn
  now: () => Date
}

/** `--har`, `--har=FILE` and `--har FILE` all work: a word after it that is no address and no option is its file. */
function takeExports(args: ReadonlyArray<string>): { rest: Array<string>; exports: Map<ExportName, string | null> } {
  const rest: Array<string> = []
  const exports = new Map<ExportName, string | null>()
  for (let at = 0; at < args.length; at += 1) {
    const [, name, , file] = /^--(har|sarif|csv)(=(.+))?$/.exec(args[at]!) ?? []
    if (name === undefined) {
      rest.push(args[at]!)
      continue
    }
    const next = args[at + 1]
    const follows =
      file === undefined && next !== undefined && /^[^-].*\.(har|json|sarif|csv)$/i.test(next) && !next.includes('://')
    exports.set(name as ExportName, file ?? (follows ? next : null))
    if (follows) at += 1
  }
  return { rest, exports }
}

function words(text: string | undefined): Array<string> | undefined {
  return text
    ?.split(',')
    .map((word) => word.trim())
    .filter(Boolean)
}

function laboratory(values: {
  lab: boolean
  allow?: Array<string>
  dns?: string
  map?: Array<string>
}): Record<string, unknown> | undefined {
  if (!values.lab) {
    if ((values.allow ?? values.dns ?? values.map) !== undefined)
      throw new UsageError(
        '--allow, --dns and --map open addresses that a scan never opens otherwise.',
        'Add --lab when you scan a laboratory of your own.',
      )
    return undefined
  }
  const map = values.map?.map((text) => {
    const split = text.lastIndexOf('=')
    if (split < 1) throw new UsageError(`--map ${text} is not readable.`, "Give it as --map 'PATTERN=HOST:PORT'.")
    return [text.slice(0, split), text.slice(split + 1)]
  })
  return {
    allow: values.allow ?? [],
    ...(values.dns === undefined ? {} : { dns: values.dns }),
    ...(map === undefined ? {} : { map }),
  }
}

function readJourney(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`${file} could not be opened.`, 'Check the path of the journey file.')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${file} is not JSON.`, 'A journey is a JSON file with a list of steps.')
  }
}

function pageCount(value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d+$/.test(value)) throw new UsageError(`--pages ${value} is not a whole number.`, 'Give one like --pages 10.')
  const pages = Number(value)
  if (pages < 1 || pages > most)
    throw new UsageError(`--pages ${value} is out of range.`, `Give a number from 1 to ${most}, like --pages 10.`)
  return pages
}

const listed = (names: ReadonlyArray<string>) => names.join(', ').replace(/, ([^,]*)$/, ' or $1')

/** `value` where it is one of `names`; the complaint says which there are. */
function oneOf(option: string, value: string | undefined, names: ReadonlyArray<string>): string | undefined {
  if (value === undefined || names.includes(value)) return value
  throw new UsageError(`--${option} ${value} is not known.`, `Use ${listed(names)}.`)
}

function someOf(option: string, value: string | undefined, names: ReadonlyArray<string>): Array<string> | undefined {
  const chosen = words(value)
  if (chosen?.length === 0)
    throw new UsageError(`--${option} names nothing.`, `Use ${listed(names)}; several with commas between them.`)
  const unknown = chosen?.find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new UsageError(
      `--${option} ${unknown} is not known.`,
      `Use ${listed(names)}; several with commas between them.`,
    )
  return chosen
}

/** Reads the words after "site scan"; throws UsageError with one sentence on what is wrong and one on what to do. */
export function parseSiteScan(args: ReadonlyArray<string>): SiteScanOptions {
  const { rest, exports } = takeExports(args)
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      authority: { type: 'string' },
      pages: { type: 'string' },
      mode: { type: 'string' },
      consent: { type: 'string' },
      viewport: { type: 'string' },
      journey: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      'fail-on': { type: 'string' },
      now: { type: 'string' },
      lab: { type: 'boolean', default: false },
      allow: { type: 'string', multiple: true },
      dns: { type: 'string' },
      map: { type: 'string', multiple: true },
    },
  })
  if (positionals.length === 0)
    throw new UsageError('No address was given.', 'Give one: proviso site scan https://www.example.com/')
  const bare = [...exports].filter(([, file]) => file === null)
  if (values.out === undefined && (bare.length > 1 || (bare.length === 1 && values.json)))
    throw new UsageError(
      'More than one format would go to standard output.',
      'Name a folder with --out, or a file as --har=FILE.',
    )
  if (values.authority === 'owner-proven')
    throw new UsageError(
      'Logged-in scans run in the portal, on a domain whose ownership was proven.',
      'Use --authority public or permission here.',
    )
  const lab = laboratory(values as Parameters<typeof laboratory>[0])
  const given = {
    // In a laboratory everything is one's own: typing is allowed unless the passive mode is asked for by name.
    authority:
      oneOf('authority', values.authority, ['public', 'permission']) ?? (lab === undefined ? undefined : 'permission'),
    pages: pageCount(values.pages, lab === undefined ? maxPages : maxLaboratoryPages),
    mode: oneOf('mode', values.mode, ['browser', 'static']),
    consent: someOf('consent', values.consent, consentStates),
    viewports: someOf('viewport', values.viewport, ['desktop', 'phone']),
    journey: values.journey === undefined ? undefined : readJourney(values.journey),
    lab,
  }
  return {
    targets: positionals,
    input: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    json: values.json,
    out: values.out ?? null,
    exports,
    failOn: parseFailOn(values['fail-on']),
    now: clock(values.now),
  }
}

const optionOf: Record<string, string> = { viewports: 'viewport', lab: 'allow, --dns or --map' }

/** A zod complaint about the input in the words of the command line. */
export function inputComplaint(path: ReadonlyArray<PropertyKey>, message: string): UsageError {
  const name = String(path[0] ?? 'input')
  const step = path[1] === 'steps' && typeof path[2] === 'number' ? ` step ${path[2] + 1}` : ''
  return new UsageError(
    `--${optionOf[name] ?? name}${step}: ${message}.`.replace(/\.\.$/, '.'),
    'See proviso site scan --help.',
  )
}

/** Why an address is not opened at all, or null where the scanner may try. */
export function refusedAddress(target: string): ProblemCode | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https' && !/^[\w.-]+:\d+(\/|$)/.test(target)) {
    return 'blocked-scheme'
  }
  return URL.canParse(target) && /^https?:$/.test(new URL(target).protocol) ? null : 'bad-url'
}
