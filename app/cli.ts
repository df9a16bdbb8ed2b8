import { setFlagsFromString } from 'node:v8'
import { tool } from '#scanners/package-root.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { optimiseLess } from '#scanners/short-run.ts'
import { type CliIo, type Command, exit, refusal, UsageError } from './cli/command.ts'

// A command runs once, and its patterns run often: they are made machine code at their first use, not twice; of its own code
// only what is truly hot is worth optimising.
setFlagsFromString('--no-regexp-tier-up')
optimiseLess()

/** Name -> module, loaded only when asked for, so that the start stays cheap. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  'baa check': () => import('./cli/baa-check.ts'),
  'baa text': () => import('./cli/baa-text.ts'),
  'opt-out audit': () => import('./cli/opt-out-audit.ts'),
  'opt-out cases': async () => ({ command: (await import('./cli/opt-out.ts')).cases }),
  'opt-out drill': () => import('./cli/opt-out-drill.ts'),
  'opt-out classify': async () => ({ command: (await import('./cli/opt-out.ts')).classify }),
  'site scan': () => import('./cli/site-scan.ts'),
  'templates check': () => import('./cli/templates-check.ts'),
  'sync check': () => import('./cli/sync-check.ts'),
  assess: () => import('./cli/assess.ts'),
  report: () => import('./cli/report.ts'),
  'backup create': async () => ({ command: (await import('./cli/backup.ts')).create }),
  'backup check': async () => ({ command: (await import('./cli/backup.ts')).check }),
  'backup restore': async () => ({ command: (await import('./cli/backup.ts')).restore }),
  'keys rotate': () => import('./cli/keys-rotate.ts'),
  schema: () => import('./cli/schema.ts'),
  doctor: () => import('./cli/doctor.ts'),
}

/** The commands, or those of one group, each with its options. */
async function usage(io: CliIo, names = Object.keys(commands)): Promise<void> {
  const lines = await Promise.all(
    names.map(async (name) => {
      const { command } = await commands[name]!()
      return `  proviso ${command.usage}\n      ${command.summary}\n`
    }),
  )
  io.err(`${tool.name} ${tool.version}\n\n${lines.join('')}\nEach takes --json, --now ISO and --debug.\n`)
}

function pick(words: ReadonlyArray<string>): { name: string; rest: Array<string> } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    if (Object.hasOwn(commands, name)) return { name, rest: words.slice(length) }
  }
  return undefined
}

/** Runs one command line; answers with the exit code of cli.md. Never prints a stack trace without --debug. */
export async function main(words: Array<string>, io: CliIo): Promise<number> {
  const debug = words.includes('--debug')
  const args = words.filter((word) => word !== '--debug')
  try {
    if (args.length === 0 || args[0] === '--help' || args[0] === 'help') {
      await usage(io)
      return args.length === 0 ? exit.usage : exit.ok
    }
    if (args[0] === '--version') {
      io.out(`${tool.version}\n`)
      return exit.ok
    }
    const found = pick(args)
    if (found === undefined) {
      const group = Object.keys(commands).filter((name) => name.startsWith(`${args[0]} `))
      if (group.length > 0 && args[1] === '--help') {
        await usage(io, group)
        return exit.ok
      }
      throw new UsageError(
        `"${args.slice(0, 2).join(' ')}" is not a command.`,
        group.length > 0 ? `Use ${group.join(', ')}.` : 'See proviso --help.',
      )
    }
    const { command } = await commands[found.name]!()
    if (found.rest.includes('--help')) {
      io.err(`proviso ${command.usage}\n  ${command.summary}\n`)
      return exit.ok
    }
    return await command.run(found.rest, io)
  } catch (error) {
    return explain(error, io, debug)
  }
}

function explain(error: unknown, io: CliIo, debug: boolean): number {
  if (debug && error instanceof Error) io.err(`${error.stack}\n`)
  if (error instanceof UsageError) {
    io.err(`${error.message}\n${error.hint}\n`)
    return exit.usage
  }
  if (error instanceof ScanProblem) {
    const { message, hint } = refusal(error)
    io.err(`${message}\n${hint}\n`)
    return exit.unread
  }
  // The first sentence of node:util parseArgs says which option it does not know; the rest is for programmers.
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  if (code?.startsWith('ERR_PARSE_ARGS')) {
    io.err(`${(error as Error).message.split('. ')[0]!.replace(/\.?$/, '.')}\nSee proviso --help.\n`)
    return exit.usage
  }
  io.err('Something went wrong inside Proviso.\nRun the command again with --debug and report what it prints.\n')
  return exit.internal
}

async function readStdin(): Promise<Buffer> {
  const parts: Array<Buffer> = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
// `… | head` closes the pipe when it has enough: that is no fault, and nobody is left to tell.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? exit.ok : exit.internal),
)
process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  readStdin,
  colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  progressBar: process.stderr.isTTY === true,
  signal: stop.signal,
})
