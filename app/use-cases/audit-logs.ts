import { createHash, createHmac } from 'node:crypto'
import { type Audit, auditTimeline } from '#checklists/opt-out/audit.ts'
import { type AuditConfig, auditConfigSchema } from '#checklists/opt-out/audit-config.ts'
import { evidenceOf } from '#checklists/opt-out/audit-evidence.ts'
import { contentOf } from '#checklists/opt-out/propagation.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { LogInput } from '#scanners/opt-out/open-log.ts'
import { type ReadOptions, readTimeline, type Timeline } from '#scanners/opt-out/timeline.ts'
import type { ScanContext } from '#scanners/scanner.ts'

export type LogAudit = { evidence: OptOutEvidence; audit: Audit; timeline: Timeline; config: AuditConfig }

export type LogAuditRequest = {
  inputs: ReadonlyArray<LogInput>
  /** Checked here; what is not given takes its stated default. */
  config: unknown
  /** Key of the organisation's HMAC; never stored beside the evidence. Without one a key is made from the opt-outs. */
  secret?: Uint8Array | undefined
  declared?: ReadOptions['declared']
  format?: string | undefined
  mappings?: ReadOptions['mappings']
}

/**
 * Names people anew under a key made from all opt-outs of the logs: the same logs give the same names, also cut into
 * other files or with their rows in another order, and nobody without the logs can test a number against a name.
 */
function renamed(timeline: Timeline): Timeline {
  const optOuts = timeline.events.filter(({ kind }) => kind === 'opt_out')
  const told = new Set(optOuts.map((event) => `${event.at.min} ${event.at.max} ${contentOf(event)}`))
  const key = createHash('sha256')
    .update([...told].sort().join('\n'))
    .digest()
  const names = new Map<string, string>()
  const nameOf = (old: string): string => {
    let name = names.get(old)
    if (name === undefined) {
      const prefix = old.slice(0, old.indexOf(':') + 1)
      name = `${prefix}${createHmac('sha256', key)
        .update(old)
        .digest('hex')
        .slice(0, old.length - prefix.length)}`
      names.set(old, name)
    }
    return name
  }
  const rename = <T extends { keys: ReadonlyArray<string> }>(item: T): T => ({ ...item, keys: item.keys.map(nameOf) })
  const { events, undated, held } = timeline
  return { ...timeline, events: events.map(rename), undated: undated.map(rename), held: held.map(rename) }
}

const provisionalKey = Buffer.from('names that never leave this process')

/**
 * Reads logs, times every opt-out under each policy and returns what may be stored of it. The timeline itself stays in
 * memory. Throws ScanProblem for a file that cannot be read and ZodError for settings that do not fit.
 */
export async function auditLogs(
  { inputs, config: given, secret, declared, format, mappings }: LogAuditRequest,
  context: Pick<ScanContext, 'now' | 'signal' | 'progress'>,
): Promise<LogAudit> {
  const config = auditConfigSchema.parse(given ?? {})
  const { zone, practice, dayFirst } = config
  const read = await readTimeline(
    inputs,
    { zone, secret: secret ?? provisionalKey, practice, declared, format, dayFirst, mappings },
    context,
  )
  const timeline = secret === undefined ? renamed(read) : read
  const audit = auditTimeline(timeline, config)
  const at = context.now()
  const hash = createHash('sha256')
  for (const file of timeline.files) hash.update(`${file.file}\n${file.sha256}\n`)
  const sha256 = hash.digest('hex')
  const source = { scanner: 'opt-out', ref: inputs.map(({ name }) => name).join(', '), at: at.toISOString(), sha256 }
  const evidence = evidenceOf(audit, timeline, config, { id: `opt-out-${sha256.slice(0, 16)}`, source, at })
  return { evidence, audit, timeline, config }
}
