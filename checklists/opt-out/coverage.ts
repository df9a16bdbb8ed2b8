import type { JudgedChannel } from '#scanners/opt-out/event.ts'
import { readInstant } from '#scanners/opt-out/instant.ts'
import type { ReadFile } from '#scanners/opt-out/timeline.ts'
import type { AuditConfig } from './audit-config.ts'
import { judgedAs } from './policy.ts'
import type { Covers } from './propagation.ts'

type Source = { name: string; from: number; to: number }

/**
 * The attempt logs of a channel: what was declared, else each vendor's files from their first row to their last. Once
 * anything is declared, only that counts: taking a claim away must never widen what the logs are believed to hold.
 */
export function attemptLogs(
  files: ReadonlyArray<Pick<ReadFile, 'format' | 'channels'>>,
  config: AuditConfig,
  channel: JudgedChannel,
): Array<Source> {
  if (config.missing.includes(channel)) return []
  if (config.coverage !== undefined) {
    const declared = config.coverage.filter((claim) => claim.channel === channel)
    return declared.flatMap(({ from, to }): Array<Source> => {
      const [first, last] = [readInstant(from, { zone: config.zone }), readInstant(to, { zone: config.zone })]
      return first === undefined || last === undefined ? [] : [{ name: 'declared', from: first.min, to: last.max }]
    })
  }
  // A vendor's export in one file or in ten is one log, also where some of the ten hold no contact.
  const byFormat = new Map<string, Source & { attempts: number }>()
  for (const { format, channels } of files) {
    for (const [name, span] of Object.entries(channels)) {
      if (judgedAs(name as keyof typeof channels) !== channel) continue
      const known = byFormat.get(format)
      if (known === undefined)
        byFormat.set(format, { name: format, from: span.min, to: span.max, attempts: span.attempts })
      else {
        known.from = Math.min(known.from, span.min)
        known.to = Math.max(known.to, span.max)
        known.attempts += span.attempts
      }
    }
  }
  return [...byFormat.values()].filter(({ attempts }) => attempts > 0)
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
