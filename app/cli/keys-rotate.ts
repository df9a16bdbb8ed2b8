import { parseArgs } from 'node:util'
import { rewrapKeys } from '#db/keyring.ts'
import { readEnv } from '../env.server.ts'
import { rotateMasterKey } from '../master-key.server.ts'
import { type Command, clock, exit, printJson, UsageError } from './command.ts'
import { inWords, withHome } from './open-home.ts'

const says = {
  'key-written': 'The new key is written.',
  'keys-rewrapped': 'Every data key is wrapped with it.',
  'key-in-place': 'The new key is in its place.',
} as const

/** A master key that comes from the environment is changed there by its owner: we get both and re-wrap. */
function keyFromEnvironment(given: string | undefined): Buffer {
  try {
    const { masterKey } = readEnv({ PROVISO_MASTER_KEY: given }, {})
    if (masterKey !== null) return masterKey
  } catch (error) {
    throw inWords(error)
  }
  throw new UsageError(
    'The master key comes from PROVISO_MASTER_KEY, so the new one has to come from you.',
    'Set PROVISO_NEW_MASTER_KEY to 32 random bytes in base64, run this again, then use it as PROVISO_MASTER_KEY.',
  )
}

export const command: Command = {
  name: 'keys rotate',
  usage: 'keys rotate [--json]',
  summary: 'Makes a new master key and wraps every data key with it, while the portal is stopped.',
  async run(args, io) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, now: { type: 'string' } } })
    const now = clock(values.now)()
    return withHome(({ env, home, db }) => {
      if (env.masterKey !== null) {
        const next = keyFromEnvironment(process.env.PROVISO_NEW_MASTER_KEY)
        const keys = rewrapKeys(db, db.masterKey, next, now)
        if (values.json) printJson(io, [{ rotated: { keys } }])
        else io.out(`${keys} data keys are wrapped with the new key. Set PROVISO_MASTER_KEY to it before the start.\n`)
        return exit.ok
      }
      const rotated = rotateMasterKey(home.keys, db, now, (step) => io.err(`${says[step]}\n`))
      if (values.json) printJson(io, [{ rotated }])
      else {
        io.out(`${rotated.keys} data keys now open with key ${rotated.to}.\n`)
        io.out(`Key ${rotated.from} is kept for the backups made with it; delete it when they are gone.\n`)
      }
      return exit.ok
    })
  },
}
