import { type Checklist, type Judgement, requirement } from '../requirement.ts'
import { catalogue } from './catalogue.ts'
import { readAgreement } from './read-agreement.ts'

/** Each line reads the newest agreement document; all lines share one run of the engine. */
export const baaChecklist: Checklist = {
  id: 'baa',
  title: 'Business associate agreement',
  version: '1',
  requirements: catalogue.map((entry) =>
    requirement({
      ...entry,
      scored: !entry.ref.startsWith('O'),
      owner: 'vendor',
      provableBy: ['document'],
      needs: ['document'],
      judge: ({ document }): Judgement => {
        const newest = document.reduce((latest, item) => (item.source.at >= latest.source.at ? item : latest))
        const reading = readAgreement(newest)
        const line = reading.lines[entry.ref]
        if (line === undefined)
          return { verdict: 'unknown', because: reading.refusal?.message ?? 'The document was not read.' }
        const because = reading.refusal === undefined ? line.because : `${reading.refusal.message} ${line.because}`
        return {
          verdict: line.verdict,
          because,
          pointers: line.quotes.map(({ text, start, end, page, rects }) => ({
            evidence: newest.id,
            quote: text,
            place: { start, end, page, rects },
          })),
        }
      },
    }),
  ),
}
