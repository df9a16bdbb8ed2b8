import { disclaimer } from '#checklists/disclaimer.ts'
import { tool } from '#scanners/package-root.ts'
import { describeProblem, type ScanProblem } from '#scanners/problem.ts'

/** 0 assessed, nothing to report · 1 findings · 2 wrong usage · 3 could not be assessed or read · 4 internal error. */
export const exit = { ok: 0, findings: 1, usage: 2, unread: 3, internal: 4 } as const

export type CliIo = {
  out: (text: string) => void
  err: (text: string) => void
  readStdin: () => Promise<Buffer>
  colour: boolean
  progressBar: boolean
  signal: AbortSignal
}

/** `run` gets the words after the command's name and answers with the exit code. */
export type Command = {
  name: string
  usage: string
  summary: string
  run: (args: Array<string>, io: CliIo) => Promise<number>
}

/** Wrong usage: `says` what is wrong, `hint` what to do. */
export class UsageError extends Error {
  readonly hint: string

  constructor(says: string, hint: string) {
    super(says)
    this.name = 'UsageError'
    this.hint = hint
  }
}

/** The clock of `--now ISO`; without it the machine's. */
export function clock(now: string | undefined): () => Date {
  if (now === undefined) return () => new Date()
  const fixed = new Date(now)
  if (Number.isNaN(fixed.getTime())) {
    throw new UsageError(`--now ${now} is not a date and time.`, 'Give one like 2026-11-24T09:00:00Z.')
  }
  return () => fixed
}

/** What every JSON document of the command line carries. */
export function envelope(checklist: { id: string; version: string }): {
  tool: { name: string; version: string }
  checklist: { id: string; version: string }
  disclaimer: string
} {
  return { tool, checklist: { id: checklist.id, version: checklist.version }, disclaimer }
}

/** One document for one input, an array for several, in the order given. */
export function printJson(io: CliIo, documents: ReadonlyArray<unknown>): void {
  io.out(`${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`)
}

/** Several inputs: 4, else 1, else 3, else 0. */
export function worstExit(codes: ReadonlyArray<number>): number {
  return [exit.internal, exit.findings, exit.unread].find((code) => codes.includes(code)) ?? exit.ok
}

export type FailOn = 'fail' | 'partial' | 'unknown'

/** Whether a verdict counts as a finding under `--fail-on`; each level includes the ones before it. */
export function countsAsFinding(verdict: string, failOn: FailOn): boolean {
  const levels: Record<FailOn, ReadonlyArray<string>> = {
    fail: ['fail'],
    partial: ['fail', 'partial', 'warn'],
    unknown: ['fail', 'partial', 'warn', 'unknown'],
  }
  return levels[failOn].includes(verdict)
}

export function parseFailOn(value: string | undefined): FailOn {
  if (value === undefined || value === 'fail') return 'fail'
  if (value === 'partial' || value === 'unknown') return value
  throw new UsageError(`--fail-on ${value} is not known.`, 'Use fail, partial or unknown.')
}

/** An expected failure as the JSON and the text of the command line show it. */
export function refusal(problem: ScanProblem): { code: string; message: string; hint: string } {
  const { says, hint } = describeProblem(problem.code)
  return { code: problem.code, message: problem.detail === undefined ? says : `${says} (${problem.detail})`, hint }
}
