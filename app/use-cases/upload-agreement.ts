import { z } from 'zod'
import type { Agreement } from '#db/agreements.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { Proviso } from '../proviso.server.ts'
import { isEnded } from '../queue/queue.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** The document door of security.md 4. */
export const maxAgreementBytes = 25_000_000

export const uploadAgreementInput = z.strictObject({
  subjectId: idSchema,
  /** A file, or text somebody pasted. */
  source: z.union([
    z.strictObject({ name: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) }),
    z.strictObject({ text: z.string() }),
  ]),
})

/** The shown name only: no folders, no control characters. Files lie under their hash, never under this. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replaceAll(/\p{C}/gu, '').trim().slice(-160)
  return clean === '' ? 'agreement' : clean
}

/**
 * Accepts one version of a vendor's agreement: when this resolves, file, version and run are on disk. The same file as
 * the newest version is that version. Throws ScanProblem `empty-input` or `too-large` before anything is kept.
 */
export async function uploadAgreement(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof uploadAgreementInput>,
): Promise<{ agreement: Agreement; run: ScanRun; isNew: boolean }> {
  const { subjectId, source } = parseInput(uploadAgreementInput, input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'upload-agreement', subject.kind)
  if (subject.kind !== 'vendor') throw new InvalidInput({ subjectId: 'Agreements are kept with a vendor.' })
  const pasted = 'text' in source
  const bytes = pasted ? Buffer.from(source.text, 'utf8') : source.bytes
  const name = pasted ? 'pasted-text.txt' : shownName(source.name)
  if (bytes.byteLength === 0 || (pasted && source.text.trim() === '')) throw new ScanProblem('empty-input')
  if (bytes.byteLength > maxAgreementBytes) throw new ScanProblem('too-large', 'files up to 25 MB are read')

  const { sha256 } = await proviso.blobs.put(scope.organisationId, bytes)
  const accepted = scope.write(() => {
    const [newest] = scope.agreements.list(subjectId)
    const earlier = newest?.sha256 === sha256 ? scope.runs.get(newest.runId) : null
    // A run that broke off is no answer: the same file may then be tried again as a new version.
    if (newest !== undefined && earlier !== null && (!isEnded(earlier.state) || earlier.state === 'done')) {
      return { agreement: newest, run: earlier, isNew: false }
    }
    scope.files.add(
      { sha256, type: pasted ? 'text/plain' : 'application/octet-stream', bytes: bytes.byteLength },
      subjectId,
    )
    const request = { subjectId, scanner: 'document', input: { blob: sha256, name }, targetHost: null, authority: null }
    const { run } = scope.runs.add(request)
    const file = { subjectId, sha256, fileName: name, bytes: bytes.byteLength, runId: run.id }
    return { agreement: scope.agreements.ofRun(run.id) ?? scope.agreements.add(file), run, isNew: true }
  })
  proviso.queue.wake()
  return accepted
}
