import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { and, asc, desc, eq, gt, lte } from 'drizzle-orm'
import { type ChainPoint, chainStart, checkLinks, stillStands } from './audit-log.ts'
import type { Database } from './client.ts'
import { auditCheckpoints } from './schema.ts'

/** "Up to this event the chain read like this", signed with a key that the database does not hold. */
export type Checkpoint = typeof auditCheckpoints.$inferSelect

export type CheckpointSigner = { keyId: string; publicKey: string; sign: (text: string) => string; fits: Fits }
type Fits = (text: string, signature: string) => boolean

/** The fixed beginning of an Ed25519 private key in PKCS #8 (RFC 8410), before its 32 bytes. */
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** An Ed25519 signer from 32 random bytes. Its id is the beginning of the SHA-256 of the public key. */
export function checkpointSigner(seed: Buffer): CheckpointSigner {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' })
  const publicKey: KeyObject = createPublicKey(privateKey)
  const bytes = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    keyId: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    publicKey: bytes.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    fits: (text, signature) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
  }
}

/** What is signed, one fact a line; the form must never change. */
export function checkpointText({ chain, seq, hash, at }: Pick<Checkpoint, 'chain' | 'seq' | 'hash' | 'at'>): string {
  return `proviso audit log\n${chain}\n${seq}\n${hash}\n${at}\n`
}

/** The newest one of a chain that this key signed; null when there is none. */
export function newestCheckpoint({ orm }: Database, chain: string, signer: CheckpointSigner): Checkpoint | null {
  const mine = and(eq(auditCheckpoints.chain, chain), eq(auditCheckpoints.keyId, signer.keyId))
  return orm.select().from(auditCheckpoints).where(mine).orderBy(desc(auditCheckpoints.seq)).limit(1).get() ?? null
}

/** Signs a point that was checked; null when it is signed already, or nothing has happened yet. */
export function addCheckpoint(
  db: Database,
  signer: CheckpointSigner,
  chain: string,
  { seq, hash }: ChainPoint,
  now: Date,
): Checkpoint | null {
  return db.write(() => {
    const isSigned = (newestCheckpoint(db, chain, signer)?.seq ?? 0) >= seq
    if (isSigned || !stillStands(db, chain, { seq, hash })) return null
    const at = now.toISOString()
    const signature = signer.sign(checkpointText({ chain, seq, hash, at }))
    const row = { chain, seq, hash, at, keyId: signer.keyId, signature }
    db.orm.insert(auditCheckpoints).values(row).run()
    return row
  })
}

function between({ orm }: Database, chain: string, signer: CheckpointSigner, after: number, upTo: number) {
  const here = and(eq(auditCheckpoints.chain, chain), eq(auditCheckpoints.keyId, signer.keyId))
  const range = and(here, gt(auditCheckpoints.seq, after), lte(auditCheckpoints.seq, upTo))
  return orm.select().from(auditCheckpoints).where(range).orderBy(asc(auditCheckpoints.seq)).all()
}

/** The number a signed checkpoint contradicts: its signature or the event it speaks of is another now. */
export function contradicted(db: Database, checkpoint: Checkpoint, signer: CheckpointSigner): number | null {
  const { chain, seq, hash, signature } = checkpoint
  const holds = signer.fits(checkpointText(checkpoint), signature) && stillStands(db, chain, { seq, hash })
  return holds ? null : seq
}

export type ChainProgress = { brokenAt: number | null; to: ChainPoint; ended: boolean }

/**
 * The next part of a whole check: links and hashes, and every signed checkpoint on the way, which also finds a chain
 * that was written anew as a whole, or cut off at its end. `from` null begins at the first event.
 */
export function checkPart(
  db: Database,
  chain: string,
  signer: CheckpointSigner,
  from: ChainPoint | null,
  most: number,
): ChainProgress {
  const start = from ?? chainStart(db, chain)
  const part = checkLinks(db, chain, start, most)
  if (part.brokenAt !== null) return part
  const passed = between(db, chain, signer, start.seq, part.ended ? Number.MAX_SAFE_INTEGER : part.to.seq)
  for (const checkpoint of passed) {
    const brokenAt = contradicted(db, checkpoint, signer)
    if (brokenAt !== null) return { brokenAt, to: part.to, ended: true }
  }
  return part
}

/** checkPart to the end in one go. */
export function checkChain(db: Database, chain: string, signer: CheckpointSigner, from: ChainPoint | null) {
  let part = checkPart(db, chain, signer, from, 5_000)
  while (!part.ended) part = checkPart(db, chain, signer, part.to, 5_000)
  return part
}

/** Changes with each commit of another connection: this process is the only writer, so there should be none. */
export const fileVersion = ({ sqlite }: Database) => sqlite.pragma('data_version', { simple: true }) as number

export const isOpen = ({ sqlite }: Database) => sqlite.open
