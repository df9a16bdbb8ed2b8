import { type Score, score } from '../score.ts'
import { catalogue } from './catalogue.ts'
import type { AgreementReading } from './read-agreement.ts'

/** Two scores, never one: the practice bar (S1-S6) and the legal floor (R01-R17). Options are outside both. */
export function scoreAgreement(reading: AgreementReading): { practiceBar: Score; legalFloor: Score } {
  const scored = catalogue.flatMap((entry) => {
    const line = reading.lines[entry.ref]
    if (line === undefined || entry.ref.startsWith('O')) return []
    return [
      {
        requirement: entry.id,
        verdict: line.verdict,
        weight: entry.weight,
        axis: entry.axis,
        critical: entry.critical === true,
        scored: true,
      },
    ]
  })
  return {
    practiceBar: score(scored.filter(({ axis }) => axis === 'practice-bar')),
    legalFloor: score(scored.filter(({ axis }) => axis === 'law')),
  }
}
