import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { auditLogs, type LogAudit } from '#app/use-cases/audit-logs.ts'
import { explain } from '#checklists/opt-out/explain.ts'
import { optOutChecklist } from '#checklists/opt-out/index.ts'
import { policyNames } from '#checklists/opt-out/policy.ts'
import { hours } from '#checklists/opt-out/worked-case.ts'
import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import type { LogInput } from '#scanners/opt-out/open-log.ts'
import {
  type CliIo,
  type Command,
  clock,
  countsAsFinding,
  envelope,
  exit,
  parseFailOn,
  printJson,
  UsageError,
} from './command.ts'
import { cannotRead, inputBytes } from './input-bytes.ts'
import { table } from './table.ts'

const options = {
  json: { type: 'boolean' },
  now: { type: 'string' },
  policy: { type: 'string' },
  config: { type: 'string' },
  format: { type: 'string' },
  key: { type: 'string' },
  'fail-on': { type: 'string' },
} as const

async function settings(file: string | undefined, policy: string | undefined): Promise<Record<string, unknown>> {
  let config: Record<string, unknown> = {}
  if (file !== undefined) {
    try {
      config = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(file, 'utf8')))
    } catch {
      throw new UsageError(
        `${file} could not be read as JSON settings.`,
        'Give a JSON object; see proviso opt-out audit --help.',
      )
    }
  }
  if (policy === 'all') return { ...config, policies: [...policyNames] }
  if (policy !== undefined) {
    if (!(policyNames as ReadonlyArray<string>).includes(policy)) {
      throw new UsageError(`--policy ${policy} is not known.`, `Use ${policyNames.join(', ')} or all.`)
    }
    return { ...config, policies: [policy] }
  }
  return { policies: ['practice'], ...config }
}

/** A log may hold millions of rows, so it is opened here and read later, in one pass. */
async function assertReadable(path: string): Promise<void> {
  try {
    const file = await open(path)
    const folder = (await file.stat()).isDirectory()
    await file.close()
    if (folder) throw Object.assign(new Error(path), { code: 'EISDIR' })
  } catch (error) {
    throw cannotRead(path, error as NodeJS.ErrnoException)
  }
}

function document({ audit, evidence, timeline }: LogAudit): Record<string, unknown> {
  const place = ({ file, line, at }: OptOutEvent) => ({
    file: timeline.files[file ?? 0]!.file,
    line: line ?? 0,
    at: new Date(at.min).toISOString(),
  })
  const [policy] = audit.totals.keys()
  const byPolicy = (name: string) =>
    Object.fromEntries(
      evidence.channels
        .filter((row) => row.policy === name)
        .map(({ channel, policy: _, ...numbers }) => [channel, numbers]),
    )
  return {
    ...envelope(optOutChecklist),
    inputs: timeline.files.map(
      ({ file, format, rows, classified, rejected, rejectedRows, sha256, assumedZone, unknownColumns }) => ({
        file,
        format,
        sha256,
        rows,
        classified,
        rejectedRows,
        rejected,
        assumedZone,
        unknownColumns,
      }),
    ),
    people: evidence.people,
    channels: byPolicy(policy ?? 'practice'),
    policies: Object.fromEntries([...audit.totals.keys()].map((name) => [name, byPolicy(name)])),
    late: evidence.late,
    results: audit.results.flatMap(({ policy: name, person, channel, windows }) =>
      windows.map((window) => ({
        policy: name,
        person,
        channel,
        verdict: window.verdict,
        because: explain(window, channel),
        optOut: place(window.optOut),
        from: new Date(window.t0).toISOString(),
        deadline: new Date(window.deadline).toISOString(),
        lagHours: [hours(window.lag.lo), window.lag.hi === null ? null : hours(window.lag.hi)],
        late: window.late.map(place),
        inGrace: window.inGrace.map(place),
        flags: [...window.flags].sort(),
      })),
    ),
    cannotProve: evidence.cannotProve,
    held: evidence.held,
    consent: evidence.consent && {
      ...evidence.consent,
      formMissing: audit.consent?.formMissing ?? 0,
      places: evidence.withoutConsent,
    },
    quietHours: evidence.quietHours && {
      ...evidence.quietHours,
      unknown: evidence.quietHoursUnknown,
      places: evidence.inQuietHours,
      statePlaces: evidence.inStateQuietHours,
    },
    pairs: evidence.pairs,
    consentChannels: evidence.consentChannels,
    touchpoints: evidence.touchpoints,
    frequency: { checked: evidence.frequencyChecked, places: evidence.tooFrequent },
    patterns: evidence.patterns,
    gaps: evidence.gaps,
    retention: evidence.retention,
  }
}

function show({ evidence, audit }: LogAudit, io: CliIo): void {
  const number = (value: number | null) => (value === null ? '–' : String(value))
  io.out(
    table(
      ['file', 'format', 'rows', 'classified', 'rejected'],
      evidence.inputs.map((row) => [
        row.file,
        row.format,
        String(row.rows),
        String(row.classified),
        String(row.rejected),
      ]),
    ),
  )
  io.out(`\n${evidence.people} ${evidence.people === 1 ? 'person' : 'people'} opted out.\n\n`)
  io.out(
    table(
      ['policy', 'channel', 'pass', 'fail', 'unknown', 'median h', '95 % h', 'worst h'],
      evidence.channels.map((row) => [
        row.policy,
        row.channel,
        String(row.pass),
        String(row.fail),
        String(row.unknown),
        number(row.p50Hours),
        number(row.p95Hours),
        number(row.worstHours),
      ]),
    ),
  )
  if (evidence.late.length > 0) {
    io.out(`\nContacts after the limit\n`)
    io.out(
      table(
        ['policy', 'channel', 'opt-out', 'contact', 'late by h'],
        evidence.late
          .slice(0, 50)
          .map((row) => [
            row.policy,
            row.channel,
            `${row.optOut.file}:${row.optOut.line}`,
            `${row.contact.file}:${row.contact.line}`,
            String(row.lateByHours),
          ]),
      ),
    )
    if (evidence.late.length > 50) io.out(`… and ${evidence.late.length - 50} more; --json lists all.\n`)
  }
  if (evidence.cannotProve.length > 0) {
    io.out(`\nWhat the logs cannot prove\n`)
    io.out(
      table(
        ['what', 'why'],
        evidence.cannotProve.map(({ what, why }) => [what, why]),
      ),
    )
  }
  if (audit.consent !== null)
    io.out(
      `\nConsent: ${audit.consent.without.length} of ${audit.consent.checked} contacts without consent on file before them.\n`,
    )
  if (evidence.quietHours !== null)
    io.out(
      `Quiet hours: ${evidence.quietHours.inside} of ${evidence.quietHours.checked} outside 8 a.m. to 9 p.m. at the called party, ${evidence.quietHoursUnknown} unknown.\n`,
    )
}

export const command: Command = {
  name: 'opt-out audit',
  usage:
    'opt-out audit LOG… [--policy practice|tcpa|tcpa_channel|exempt|canspam|all] [--config FILE] [--format ID] [--key FILE] [--fail-on …]',
  summary:
    'Times every opt-out of message and call logs: how late, who was contacted after, and what the logs cannot prove.',
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    if (positionals.length === 0) throw new UsageError('A log file is needed.', `Use: proviso ${command.usage}`)
    const failOn = parseFailOn(values['fail-on'])
    const config = await settings(values.config, values.policy)
    const folder = positionals.includes('-') ? await mkdtemp(join(tmpdir(), 'proviso-log-')) : null
    try {
      const inputs = await Promise.all(
        positionals.map(async (path): Promise<LogInput> => {
          if (path !== '-') {
            await assertReadable(path)
            return { name: basename(path), path }
          }
          const copy = join(folder!, 'stdin')
          await writeFile(copy, await io.readStdin(), { mode: 0o600 })
          return { name: 'stdin', path: copy }
        }),
      )
      const secret = values.key === undefined ? undefined : (await inputBytes(values.key, io)).bytes
      const progress = ({ stage, done }: { stage: string; done: number }) => io.err(`${stage}: ${done} rows\n`)
      const result = await auditLogs(
        { inputs, config, secret, format: values.format },
        { now: clock(values.now), signal: io.signal, progress },
      ).catch((error: unknown) => {
        if (!(error instanceof z.ZodError)) throw error
        const issue = error.issues[0]!
        throw new UsageError(
          `The settings do not fit: ${issue.path.join('.')}: ${issue.message}.`,
          'Correct the file given with --config.',
        )
      })
      if (values.json) printJson(io, [document(result)])
      else show(result, io)
      const { audit, evidence } = result
      const verdicts = audit.results.map(({ verdict }) => verdict as string)
      const outside = evidence.quietHours !== null && evidence.quietHours.inside > 0
      if ((audit.consent !== null && audit.consent.without.length > 0) || outside) verdicts.push('fail')
      return verdicts.some((verdict) => countsAsFinding(verdict, failOn)) ? exit.findings : exit.ok
    } finally {
      if (folder !== null) await rm(folder, { recursive: true, force: true })
    }
  },
}
