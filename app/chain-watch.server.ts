import { setImmediate } from 'node:timers/promises'
import {
  addCheckpoint,
  type Checkpoint,
  type CheckpointSigner,
  checkChain,
  checkPart,
  contradicted,
  fileVersion,
  isOpen,
  newestCheckpoint,
} from '#db/audit-checkpoints.ts'
import { auditChains, type ChainPoint, stillStands } from '#db/audit-log.ts'
import type { Database } from '#db/client.ts'
import { type Log, nameOfError } from './log.server.ts'

const signEveryMs = 3_600_000
const wholeEveryMs = 86_400_000
/** Small enough that no request waits longer than some hundredths of a second for it. */
const partOfEvents = 1_000

export type ChainLook = {
  /** First event whose hash or link does not hold, or that a signed checkpoint contradicts; null: none. */
  brokenAt: number | null
  /** The newest event; all up to it fit when nothing is broken. */
  to: number
  /** When this process last checked the chain from its first event on, and up to which one; null: not yet. */
  whole: { at: string; to: number } | null
  checkpoint: Checkpoint | null
}

export type ChainWatch = {
  /** Checks what came since the last look. Anything else that wrote to the database file makes it check all of it. */
  look: (chain: string) => ChainLook
  /** From the first event on, at once. */
  checkNow: (chain: string) => ChainLook
  /** The same in parts, so that nobody waits for it. */
  checkWhole: (chain: string) => Promise<ChainLook>
  /** Signs what a look found to fit; null when that was signed before, or something does not fit. */
  sign: (chain: string) => Checkpoint | null
  /** Checks and signs every chain now and every hour, wholly once a day. The answer stops it. */
  start: () => () => void
  signer: Pick<CheckpointSigner, 'keyId' | 'publicKey'>
}

type Known = { to: ChainPoint; whole: ChainLook['whole']; brokenAt: number | null; fileVersion: number }

export function createChainWatch({
  db,
  signer,
  now,
  log,
  broken,
}: {
  db: Database
  signer: CheckpointSigner
  now: () => Date
  log: Log
  /** Told once for each number at which a chain is found broken. */
  broken: (chain: string, at: number) => void
}): ChainWatch {
  const known = new Map<string, Known>()

  function lookOf(chain: string, { to, whole, brokenAt }: Known): ChainLook {
    return { brokenAt, to: to.seq, whole, checkpoint: newestCheckpoint(db, chain, signer) }
  }

  function keep(chain: string, state: Known): ChainLook {
    if (state.brokenAt !== null && known.get(chain)?.brokenAt !== state.brokenAt) {
      log.error('audit-chain-broken', { organisationId: chain, count: state.brokenAt })
      broken(chain, state.brokenAt)
    }
    known.set(chain, state)
    return lookOf(chain, state)
  }

  function checkNow(chain: string): ChainLook {
    const version = fileVersion(db)
    const { brokenAt, to } = checkChain(db, chain, signer, null)
    return keep(chain, { to, brokenAt, whole: { at: now().toISOString(), to: to.seq }, fileVersion: version })
  }

  function look(chain: string): ChainLook {
    const before = known.get(chain)
    if (before?.brokenAt != null) return checkNow(chain)
    if (before === undefined) {
      const checkpoint = newestCheckpoint(db, chain, signer)
      if (checkpoint === null || contradicted(db, checkpoint, signer) !== null) return checkNow(chain)
      const { brokenAt, to } = checkChain(db, chain, signer, checkpoint)
      return keep(chain, { to, brokenAt, whole: null, fileVersion: fileVersion(db) })
    }
    const isUntouched =
      before.fileVersion === fileVersion(db) && (before.to.seq === 0 || stillStands(db, chain, before.to))
    if (!isUntouched) return checkNow(chain)
    const { brokenAt, to } = checkChain(db, chain, signer, before.to)
    return keep(chain, { ...before, to, brokenAt })
  }

  async function checkWhole(chain: string): Promise<ChainLook> {
    const version = fileVersion(db)
    let part = checkPart(db, chain, signer, null, partOfEvents)
    while (!part.ended) {
      await setImmediate()
      if (!isOpen(db)) throw new Error('The database was closed.')
      part = checkPart(db, chain, signer, part.to, partOfEvents)
    }
    // Between two parts a rule may have ended the beginning; what does not fit is looked at again in one piece.
    if (part.brokenAt !== null) return checkNow(chain)
    const whole = { at: now().toISOString(), to: part.to.seq }
    return keep(chain, { to: part.to, brokenAt: null, whole, fileVersion: version })
  }

  function signPoint(chain: string): Checkpoint | null {
    const { brokenAt } = look(chain)
    const point = known.get(chain)?.to
    if (brokenAt !== null || point === undefined || point.seq === 0) return null
    return addCheckpoint(db, signer, chain, point, now())
  }

  return {
    look,
    checkNow,
    checkWhole,
    sign: signPoint,
    signer,
    start() {
      let stopped = false
      let wholeAt = Number.NEGATIVE_INFINITY
      async function round() {
        const isDue = now().getTime() - wholeAt >= wholeEveryMs
        if (isDue) wholeAt = now().getTime()
        for (const chain of auditChains(db)) {
          if (isDue) await checkWhole(chain)
          if (stopped) return
          signPoint(chain)
        }
      }
      const guarded = () =>
        void round().catch((error: unknown) => {
          if (!stopped) log.error('audit-check-failed', { error: nameOfError(error) })
        })
      const timer = setInterval(guarded, signEveryMs).unref()
      guarded()
      return () => {
        stopped = true
        clearInterval(timer)
      }
    },
  }
}
