import { type Database, openDatabase } from '#db/client.ts'
import { type Env, readEnv } from '../env.server.ts'
import { type Home, openHome } from '../home.server.ts'
import { settlePendingKey } from '../master-key.server.ts'
import { UsageError } from './command.ts'

export type OpenedHome = { env: Env; home: Home; db: Database }

/** What cannot be opened is one sentence and a hint, never a stack trace. */
export function inWords(error: unknown): unknown {
  const known = error instanceof Error && (error.name === 'DatabaseProblem' || error.name === 'EnvProblem')
  return known ? new UsageError(error.message, (error as Error & { hint: string }).hint) : error
}

/** Opens the portal's home for itself: refused while the portal runs. */
export async function withHome<Result>(work: (opened: OpenedHome) => Promise<Result> | Result): Promise<Result> {
  try {
    const env = readEnv(process.env, {})
    const home = openHome(env)
    try {
      const { masterKey, pendingKey } = home
      const db = await openDatabase({ file: home.database, masterKey, pendingKey, now: new Date() })
      try {
        if (env.masterKey === null) settlePendingKey(home, db)
        return await work({ env, home, db })
      } finally {
        db.close()
      }
    } finally {
      home.unlock()
    }
  } catch (error) {
    throw inWords(error)
  }
}
