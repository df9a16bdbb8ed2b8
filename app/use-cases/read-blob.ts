import { z } from 'zod'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { NotFound, parseInput } from './problem.ts'
import { isVisible, scopeOf } from './scope.ts'

export const readBlobInput = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A stored file of a subject the actor may see, decrypted. Serve it as attachment, sandboxed, never inline. */
export async function readBlob(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof readBlobInput>,
): Promise<{ bytes: Buffer; type: string }> {
  const { sha256 } = parseInput(readBlobInput, input)
  demand(actor, 'read')
  const scope = scopeOf(proviso, actor)
  const file = scope.files.get(sha256)
  const mine = scope.files.subjectsOf(sha256).some((id) => isVisible(scope, actor, id))
  if (!mine) throw new NotFound()
  const bytes = file === null ? null : await proviso.blobs.read(scope.organisationId, sha256)
  if (file === null || bytes === null) throw new NotFound()
  return { bytes, type: file.type }
}
