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
import { appendAudit, auditChains, type ChainPoint, stillStands } from '#db/audit-log.ts'
import type { Database } from '#db/client.ts'
import type { KeptPoints } from './audit-points.server.ts'
import { type Log, nameOfError } from './log.server.ts'

const signEveryMs = 3_600_000
const wholeEveryMs = 86_400_000
/** Small enough that no request waits longer than some hundredths of a second for it. */
const partOfEvents = 1_000

export type ChainLook = {
  /** First event whose hash or link does not hold, that a signed point contradicts, or that stood and is gone. */
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
  /** Every chain that is there or was signed once. */
  all: () => Array<string>
  /** For a chain that goes as a whole; called in the transaction that takes it. */
  forget: (chain: string) => void
  /** Checks and signs every chain now and every hour, wholly once a day. The answer stops it. */
  start: () => () => void
  signer: Pick<CheckpointSigner, 'keyId' | 'publicKey'>
}

type Seen = { to: ChainPoint; whole: ChainLook['whole']; brokenAt: number | null; fileVersion: number }
/** `newest` is the newest event that ever fitted; it must stand, since no rule ends the newest event of a chain. */
type Known = Seen & { newest: ChainPoint | null }

const lowest = (...numbers: ReadonlyArray<number | null>): number | null => {
  const some = numbers.filter((one) => one !== null)
  return some.length === 0 ? null : Math.min(...some)
}

export function createChainWatch({
  db,
  signer,
  points,
  now,
  log,
  broken,
}: {
  db: Database
  signer: CheckpointSigner
  points: KeptPoints
  now: () => Date
  log: Log
  /** Told once for each number at which a chain is found broken. */
  broken: (chain: string, at: number) => void
}): ChainWatch {
  const known = new Map<string, Known>()
  beginPoints(db, signer, points, now())

  /** The number of an event that stood once, as this process saw or as was signed, and stands no more; null: none. */
  function goneFrom(chain: string): number | null {
    const seen = known.get(chain)?.newest ?? null
    const isGone = seen !== null && !stillStands(db, chain, seen)
    const point = points.get(chain)
    if (point === null || point.keyId !== signer.keyId) return isGone ? seen.seq : null
    const isDropped = (newestCheckpoint(db, chain, signer)?.seq ?? 0) < point.seq
    const signed = isDropped ? point.seq : contradicted(db, point, signer)
    return lowest(isGone ? seen.seq : null, signed)
  }

  function keep(chain: string, seen: Seen): ChainLook {
    const { to, whole } = seen
    const brokenAt = lowest(seen.brokenAt, goneFrom(chain))
    const before = known.get(chain)
    if (brokenAt !== null && before?.brokenAt !== brokenAt) {
      log.error('audit-chain-broken', { organisationId: chain, count: brokenAt })
      broken(chain, brokenAt)
    }
    const newest = brokenAt === null && to.seq > 0 ? to : (before?.newest ?? null)
    known.set(chain, { ...seen, brokenAt, newest })
    return { brokenAt, to: to.seq, whole, checkpoint: newestCheckpoint(db, chain, signer) }
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

  const all = () => [...new Set([...auditChains(db), ...points.chains(), ...known.keys()])]

  function signPoint(chain: string): Checkpoint | null {
    const { brokenAt } = look(chain)
    const point = known.get(chain)?.to
    if (brokenAt !== null || point === undefined || point.seq === 0) return null
    const signed = addCheckpoint(db, signer, chain, point, now())
    // After the database has it: a point kept here that the database lacks was taken out of it.
    if (signed !== null) points.keep([signed])
    return signed
  }

  return {
    look,
    checkNow,
    checkWhole,
    sign: signPoint,
    all,
    forget(chain) {
      known.delete(chain)
      points.forget(chain)
    },
    signer,
    start() {
      let stopped = false
      let wholeAt = Number.NEGATIVE_INFINITY
      async function round() {
        const isDue = now().getTime() - wholeAt >= wholeEveryMs
        if (isDue) wholeAt = now().getTime()
        for (const chain of all()) {
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

/**
 * Where nothing is kept yet the database's own points are. That it was restored is said in every chain once, and so is
 * that points were signed before and none is kept: a home of an older version, or a file that somebody took away.
 */
function beginPoints(db: Database, signer: CheckpointSigner, points: KeptPoints, at: Date): void {
  if (!points.isNew) return
  const { restoredFrom } = points
  const entry =
    restoredFrom !== null
      ? { action: 'backup.restored', object: { kind: 'backup', id: null }, after: restoredFrom }
      : auditChains(db).some((chain) => newestCheckpoint(db, chain, signer) !== null)
        ? { action: 'audit-log.points-begun', object: { kind: 'audit-log', id: null }, after: 'none was kept' }
        : null
  if (entry !== null) {
    db.write(() => {
      for (const chain of auditChains(db)) appendAudit(db, chain, at, { kind: 'system', id: null }, entry)
    })
  }
  points.keep(auditChains(db).flatMap((chain) => newestCheckpoint(db, chain, signer) ?? []))
}
