export type Retention = {
  /** ISO dates; null = the contract still runs. */
  contractEnd: string | null
  years: number
  asOf: string
  oldestRequired: string | null
  oldestPresent: string | null
}

/** The last day logs are due: the anniversary of the contract's end, 29 February becoming 1 March, the later and safe one. */
export function retentionHorizon(contractEnd: string, years: number): string {
  const [year, month, day] = contractEnd.slice(0, 10).split('-').map(Number) as [number, number, number]
  // Date.UTC moves 29 February of a common year on to 1 March.
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10)
}

/** Practice bar: logs are kept for the contract's term and six more years (45 CFR 164.316(b)(2)(i) has six for documentation). */
export function judgeRetention(given: Retention): { verdict: 'pass' | 'fail' | 'unknown'; because: string } {
  const { contractEnd, years, asOf, oldestRequired, oldestPresent } = given
  const horizon = contractEnd === null ? null : retentionHorizon(contractEnd, years)
  if (horizon !== null && asOf.slice(0, 10) > horizon) {
    return { verdict: 'pass', because: `Logs were due until ${horizon}; nothing need exist now.` }
  }
  const due = horizon === null ? 'while the contract runs' : `until ${horizon}`
  if (oldestRequired === null) {
    return { verdict: 'unknown', because: `Logs are due ${due}, but it is not known since when contacts were made.` }
  }
  if (oldestPresent === null) {
    return { verdict: 'fail', because: `Logs from ${oldestRequired} on are due ${due}; none were given.` }
  }
  return oldestPresent <= oldestRequired
    ? {
        verdict: 'pass',
        because: `The oldest row, ${oldestPresent}, reaches back to ${oldestRequired}; logs are due ${due}.`,
      }
    : {
        verdict: 'fail',
        because: `Logs from ${oldestRequired} on are due ${due}; the oldest row is of ${oldestPresent}.`,
      }
}
