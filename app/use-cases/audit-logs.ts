import { createHash } from 'node:crypto'
import { type Audit, auditTimeline } from '#checklists/opt-out/audit.ts'
import { type AuditConfig, auditConfigSchema } from '#checklists/opt-out/audit-config.ts'
import { evidenceOf } from '#checklists/opt-out/audit-evidence.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { LogInput } from '#scanners/opt-out/open-log.ts'
import { type ReadOptions, readTimeline, type Timeline } from '#scanners/opt-out/timeline.ts'
import type { ScanContext } from '#scanners/scanner.ts'

export type LogAudit = { evidence: OptOutEvidence; audit: Audit; timeline: Timeline; config: AuditConfig }

export type LogAuditRequest = {
  inputs: ReadonlyArray<LogInput>
  /** Checked here; what is not given takes its stated default. */
  config: unknown
  /** Key of the organisation's HMAC; never stored beside the evidence. */
  secret: Uint8Array
  declared?: ReadOptions['declared']
  format?: string | undefined
}

/**
 * Reads logs, times every opt-out under each policy and returns what may be stored of it. The timeline itself stays in
 * memory. Throws ScanProblem for a file that cannot be read and ZodError for settings that do not fit.
 */
export async function auditLogs(
  { inputs, config: given, secret, declared, format }: LogAuditRequest,
  context: Pick<ScanContext, 'now' | 'signal' | 'progress'>,
): Promise<LogAudit> {
  const config = auditConfigSchema.parse(given ?? {})
  const { zone, practice, dayFirst } = config
  const timeline = await readTimeline(inputs, { zone, secret, practice, declared, format, dayFirst }, context)
  const audit = auditTimeline(timeline, config)
  const at = context.now()
  const hash = createHash('sha256')
  for (const file of timeline.files) hash.update(`${file.file}\n${file.sha256}\n`)
  const sha256 = hash.digest('hex')
  const source = { scanner: 'opt-out', ref: inputs.map(({ name }) => name).join(', '), at: at.toISOString(), sha256 }
  const evidence = evidenceOf(audit, timeline, config, { id: `opt-out-${sha256.slice(0, 16)}`, source, at })
  return { evidence, audit, timeline, config }
}
