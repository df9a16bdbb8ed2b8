import type { JudgedChannel } from '#scanners/opt-out/event.ts'
import { readInstant } from '#scanners/opt-out/instant.ts'
import type { ReadFile } from '#scanners/opt-out/timeline.ts'
import type { AuditConfig } from './audit-config.ts'
import { judgedAs } from './policy.ts'
import type { Covers } from './propagation.ts'

type Source = { name: string; from: number; to: number }

/** The attempt logs of a channel: what was declared, else each vendor's files from their first row to their last. */
export function attemptLogs(
  files: ReadonlyArray<Pick<ReadFile, 'format' | 'channels'>>,
  config: AuditConfig,
  channel: JudgedChannel,
): Array<Source> {
  if (config.missing.includes(channel)) return []
  const declared = config.coverage.filter((claim) => claim.channel === channel)
  if (declared.length > 0) {
    return declared.flatMap(({ from, to }): Array<Source> => {
      const [first, last] = [readInstant(from, { zone: config.zone }), readInstant(to, { zone: config.zone })]
      return first === undefined || last === undefined ? [] : [{ name: 'declared', from: first.min, to: last.max }]
    })
  }
  const byFormat = new Map<string, Source>()
  for (const { format, channels } of files) {
    for (const [name, span] of Object.entries(channels)) {
      if (judgedAs(name as keyof typeof channels) !== channel || span.attempts === 0) continue
      const known = byFormat.get(format)
      if (known === undefined) byFormat.set(format, { name: format, from: span.min, to: span.max })
      else {
        known.from = Math.min(known.from, span.min)
        known.to = Math.max(known.to, span.max)
      }
    }
  }
  return [...byFormat.values()]
}

/** A span is covered when there is a log of the channel and every one of its sources reaches over all of it. */
export function coverageOf(
  { files }: { files: ReadonlyArray<Pick<ReadFile, 'format' | 'channels'>> },
  config: AuditConfig,
): Covers {
  const known = new Map<JudgedChannel, Array<Source>>()
  return (channel, from, to) => {
    let sources = known.get(channel)
    if (sources === undefined) {
      sources = attemptLogs(files, config, channel)
      known.set(channel, sources)
    }
    return sources.length > 0 && sources.every((source) => source.from <= from && source.to >= to)
  }
}
