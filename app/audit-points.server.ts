import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Checkpoint } from '#db/audit-checkpoints.ts'
import { DatabaseProblem } from '#db/client.ts'
import { syncFolder } from './master-key.server.ts'

/** The newest signed point of each chain, kept outside the database: what is deleted there is still known here. */
export type KeptPoints = {
  get: (chain: string) => Checkpoint | null
  chains: () => Array<string>
  keep: (points: ReadonlyArray<Checkpoint>) => void
  /** A chain that went as a whole, with an event of its parent that says so. */
  forget: (chain: string) => void
  /** Nothing was ever kept here: what the database holds is where it begins. */
  isNew: boolean
  /** When the backup was made that this home was restored from, until that was written into its log; UTC ISO text. */
  restoredFrom: string | null
}

const fileSchema = z.strictObject({
  format: z.literal(1),
  restoredFrom: z.string().nullable(),
  points: z.array(
    z.strictObject({
      chain: z.string(),
      seq: z.number().int(),
      hash: z.string(),
      at: z.string(),
      keyId: z.string(),
      signature: z.string(),
    }),
  ),
})
type PointsFile = z.infer<typeof fileSchema>

const pathIn = (keys: string) => join(keys, 'audit-log.points.json')

/** In place as a whole or not at all, and on disk when it returns. */
function write(keys: string, file: PointsFile): void {
  const next = `${pathIn(keys)}.next`
  const handle = openSync(next, 'w', 0o600)
  try {
    writeSync(handle, JSON.stringify(file))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(next, pathIn(keys))
  syncFolder(keys)
}

function read(keys: string): PointsFile | null {
  const path = pathIn(keys)
  if (!existsSync(path)) return null
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new DatabaseProblem(`The file ${path} is damaged.`, 'Restore it from your copy of the keys folder.')
  }
}

/** Throws DatabaseProblem when the file is damaged. */
export function openKeptPoints(keys: string): KeptPoints {
  const file = read(keys)
  const points = new Map(file?.points.map((point) => [point.chain, point]))
  const save = () => write(keys, { format: 1, restoredFrom: null, points: [...points.values()] })
  return {
    isNew: file === null || file.restoredFrom !== null,
    restoredFrom: file?.restoredFrom ?? null,
    get: (chain) => points.get(chain) ?? null,
    chains: () => [...points.keys()],
    keep(fresh) {
      for (const point of fresh) points.set(point.chain, point)
      save()
    },
    forget(chain) {
      if (points.delete(chain)) save()
    },
  }
}

/** Says in a home's keys folder that it was restored, so that the start of it accepts its log as it stands and says so. */
export function noteRestored(keys: string, createdAt: string): void {
  write(keys, { format: 1, restoredFrom: createdAt, points: [] })
}
