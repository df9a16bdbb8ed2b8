import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backupState, type Drilled, drillBackup, makeBackup, restoreBackup } from '../backup.server.ts'
import { readEnv } from '../env.server.ts'
import { homePaths } from '../home.server.ts'
import { readMasterKey, readPendingKey, readServerSecret } from '../master-key.server.ts'
import { type CliIo, type Command, clock, exit, printJson, UsageError } from './command.ts'
import { inWords } from './open-home.ts'

const options = { json: { type: 'boolean' }, now: { type: 'string' }, to: { type: 'string' } } as const

function openPaths() {
  const env = readEnv(process.env, {})
  const paths = homePaths(env)
  const masterKey = env.masterKey ?? readMasterKey(paths.keys)
  if (masterKey === null) {
    throw new UsageError(
      `There is no master key in ${paths.keys}.`,
      'Set PROVISO_HOME to the folder of your portal, or put the keys folder back.',
    )
  }
  return { env, paths, masterKey }
}

async function inOurWords(work: () => Promise<number>, io: CliIo): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'BackupProblem') {
      io.err(`${error.message}\n${(error as Error & { hint: string }).hint}\n`)
      return exit.unread
    }
    throw inWords(error)
  }
}

export const create: Command = {
  name: 'backup create',
  usage: 'backup create [--to FOLDER] [--json]',
  summary: 'Writes everything into one encrypted file, also while the portal runs.',
  async run(args, io) {
    const { values } = parseArgs({ args, options })
    return inOurWords(async () => {
      const { paths, masterKey } = openPaths()
      const { database } = paths
      if (!existsSync(database)) {
        const hint = 'Set PROVISO_HOME to the folder of your portal.'
        throw new UsageError(`There is no portal database at ${database}.`, hint)
      }
      const pending = readPendingKey(paths.keys)
      const backups = values.to === undefined ? paths.backups : resolve(values.to)
      const masterKeys = pending === null ? [masterKey] : [masterKey, pending]
      const made = await makeBackup({ ...paths, backups, masterKeys }, clock(values.now)())
      const { files, chains, tables } = made.manifest
      const rows = Object.values(tables).reduce((sum, one) => sum + one, 0)
      const facts = { file: made.file, bytes: made.bytes, rows, files: files.length, chains: chains.length }
      if (values.json) printJson(io, [{ backup: facts }])
      else {
        io.out(`${made.file}\n${rows} rows, ${files.length} files, ${(made.bytes / 1e6).toFixed(1)} MB.\n`)
        io.out('It opens only with the keys folder: keep a copy of that elsewhere.\n')
      }
      return exit.ok
    }, io)
  },
}

function print(io: CliIo, json: boolean, { lines, held, createdAt }: Drilled): number {
  if (json) printJson(io, [{ held, createdAt, lines }])
  else {
    for (const { what, held: fine, says } of lines) io.out(`${fine ? 'ok  ' : 'FAIL'}  ${what.padEnd(10)} ${says}\n`)
    io.out(held ? `The backup of ${createdAt} holds.\n` : 'Do not rely on this backup: make another one.\n')
  }
  return held ? exit.ok : exit.findings
}

function oneFile(positionals: ReadonlyArray<string>, fallback: string | null): string {
  const [file, ...more] = positionals
  const path = file ?? fallback
  if (path === null || more.length > 0) throw new UsageError('Name one backup file.', 'See proviso backup --help.')
  if (!existsSync(path)) throw new UsageError(`${path} does not exist.`, 'Check the path.')
  return resolve(path)
}

export const check: Command = {
  name: 'backup check',
  usage: 'backup check [FILE] [--json]',
  summary: 'Restore drill: unpacks a backup (default: the newest) and checks rows, log and files; nothing stays.',
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return inOurWords(async () => {
      const { paths, masterKey } = openPaths()
      const { newest } = backupState(paths.backups, new Date())
      const file = oneFile(positionals, newest === null ? null : join(paths.backups, newest.file))
      const drilled = await drillBackup({ ...paths, masterKey }, file, clock(values.now)())
      return print(io, values.json === true, drilled)
    }, io)
  },
}

export const restore: Command = {
  name: 'backup restore',
  usage: 'backup restore FILE --to FOLDER [--json]',
  summary: 'Makes a new home from a backup, after the same checks; start it with PROVISO_HOME=FOLDER.',
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return inOurWords(async () => {
      const file = oneFile(positionals, null)
      if (values.to === undefined) throw new UsageError('Say where to restore to.', 'Add --to FOLDER.')
      const target = resolve(values.to)
      if (existsSync(target) && readdirSync(target).length > 0) {
        throw new UsageError(`${target} is not empty.`, 'Choose a folder that does not exist yet.')
      }
      const { env, paths, masterKey } = openPaths()
      // A secret from the environment stays there.
      const secret = env.secret === null ? readServerSecret(paths.keys) : null
      const restored = await restoreBackup({ keys: paths.keys, masterKey, secret }, file, target)
      const code = print(io, values.json === true, restored)
      if (code === exit.ok && !values.json) io.out(`Restored. Start it with PROVISO_HOME=${target}\n`)
      return code
    }, io)
  },
}
