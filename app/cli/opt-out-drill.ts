import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { optOutChecklist } from '#checklists/opt-out/index.ts'
import { listAsker } from '#scanners/opt-out/drill/ask-list.ts'
import { type DrillResult, drillSchema, runDrill } from '#scanners/opt-out/drill/run.ts'
import { createEgressPolicy } from '#scanners/site/egress/policy.ts'
import { type Command, envelope, exit, printJson, UsageError } from './command.ts'
import { firstIssue, onlyFile, parseJson, readText } from './opt-out.ts'

const options = {
  json: { type: 'boolean' },
  now: { type: 'string' },
  lab: { type: 'boolean' },
  allow: { type: 'string', multiple: true },
} as const

/** `"env:NAME"` stands for a variable of the environment, so that no key has to lie in a file. */
function withKeys(value: unknown): unknown {
  if (typeof value === 'string') {
    const name = /^env:(\w+)$/.exec(value)?.[1]
    if (name === undefined) return value
    const found = process.env[name]
    if (found === undefined || found === '')
      throw new UsageError(`The variable ${name} is not set.`, 'Set it before the drill, or write the key in the file.')
    return found
  }
  if (Array.isArray(value)) return value.map(withKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withKeys(inner)]))
}

function line({ channel, name, lagSeconds: { lo, hi }, flags, polls }: DrillResult): string {
  const answered = polls.filter(({ present }) => present !== null).length
  const lag = hi === null ? `more than ${lo} s` : `${lo} to ${hi} s`
  return `${channel}\t${name}\t${lag}\t${answered} of ${polls.length} answered\t${flags.join(', ')}\n`
}

export const command: Command = {
  name: 'opt-out drill',
  usage: 'opt-out drill CONFIG [--lab --allow HOST:PORT]',
  summary: 'Asks read-only suppression lists when a test patient’s opt-out has reached them; never sends anything.',
  async run(args, io) {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
    const file = onlyFile(positionals, command.usage)
    if (values.allow !== undefined && values.lab !== true)
      throw new UsageError('--allow is a laboratory switch.', 'Give --lab too, for a stand-in of your own.')
    const parsed = drillSchema.safeParse(withKeys(parseJson(await readText(file, io), file)))
    if (!parsed.success)
      throw new UsageError(`The drill does not fit: ${firstIssue(parsed.error)}.`, 'Correct the file.')
    const { targets, canaries } = parsed.data
    if (targets.some(({ address }) => !canaries.includes(address))) {
      throw new UsageError(
        'A list is asked about an address that is no canary.',
        'Name only registered test addresses under canaries.',
      )
    }
    const results = await runDrill(parsed.data, {
      ask: listAsker(createEgressPolicy(values.lab === true ? { allow: values.allow ?? [] } : undefined)),
      now: Date.now,
      sleep: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
      signal: io.signal,
    })
    if (values.json) printJson(io, [{ ...envelope(optOutChecklist), results }])
    else for (const result of results) io.out(line(result))
    return results.every(({ lagSeconds }) => lagSeconds.hi !== null) ? exit.ok : exit.unread
  },
}
