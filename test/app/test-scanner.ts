import { createHash } from 'node:crypto'
import type { Evidence } from '#scanners/evidence.ts'
import type { AnyScanner } from '#scanners/index.ts'
import type { ScanContext } from '#scanners/scanner.ts'
import { fillEvidence } from '../case-evidence.ts'

/** A page as the site scanner stores it. `id` is the scanner's own id. */
export function page(id: string, fields: Record<string, unknown> = {}): Evidence {
  return { ...fillEvidence({ kind: 'page', url: `https://clinic.example/${id}`, ...fields }, 0), id }
}

/** A scanner a test steers: each call waits for the step the test hands it. */
export function steeredScanner() {
  const calls: Array<{ input: unknown; context: ScanContext; finish: (work?: Outcome) => void }> = []
  const arrivals: Array<() => void> = []
  const scanner: AnyScanner = {
    title: 'Steered',
    scan: (input, context) =>
      new Promise((resolve, reject) => {
        const finish = (outcome: Outcome = []) => {
          if (outcome instanceof Error) reject(outcome)
          else resolve(outcome)
        }
        calls.push({ input, context, finish })
        for (const arrive of arrivals.splice(0)) arrive()
      }),
  }
  return {
    scanner,
    calls,
    /** Resolves when the scanner has been called `count` times in all. */
    async called(count: number): Promise<void> {
      while (calls.length < count) await new Promise<void>((resolve) => arrivals.push(resolve))
    },
  }
}

type Outcome = Array<Evidence> | Error

export function file(text: string): { sha256: string; bytes: Uint8Array; type: string } {
  const bytes = Buffer.from(text)
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes, type: 'image/png' }
}
