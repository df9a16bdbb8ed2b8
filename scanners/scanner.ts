import type { z } from 'zod'
import type { Evidence } from './evidence.ts'

/** A step a person can follow: "7 of 20 pages". Never carries evidence. */
export type Progress = { stage: string; done: number; total: number | null }

export type ScanContext = {
  now: () => Date
  signal: AbortSignal
  progress: (event: Progress) => void
  /** Called with each piece as it is found, so that a killed run keeps what it saw. */
  found?: (evidence: Evidence) => void
  /** Takes a file that belongs to evidence (a screenshot, a page image) under its SHA-256. */
  attach?: (file: { sha256: string; bytes: Uint8Array; type: string }) => Promise<void>
}

/** Reads the outside world and returns facts. Decides nothing; fails only by ScanProblem. */
export type Scanner<Input> = {
  id: string
  title: string
  /** Form check, API body, CLI flags and queue payload in one. */
  input: z.ZodType<Input>
  scan: (input: Input, context: ScanContext) => Promise<Array<Evidence>>
}
