import type { choose, datedWithin } from './ask.ts'
import type { EvidenceKind, Judgement, Requirement } from './requirement.ts'
import { requirement } from './requirement.ts'

type Asked = ReturnType<typeof choose> | ReturnType<typeof datedWithin>
type Entry = Omit<Requirement, 'ask' | 'needs' | 'mayUse' | 'judge' | 'provableBy'>

/** A line that only an answer can speak to. */
export function answered(entry: Entry & { asked: Asked }): Requirement {
  const { asked, ...rest } = entry
  return requirement({
    ...rest,
    ask: asked.ask,
    provableBy: ['answer'],
    needs: ['answer'],
    judge: ({ answer }, at) => asked.judgeAnswer(answer, at),
  })
}

/**
 * A line that evidence can prove and an answer can only tell. `proof` reads the better evidence and answers null where
 * it says nothing; then the answer stands, at most `partial`. Proof and answer that differ are both named.
 */
export function provable<const Kind extends Exclude<EvidenceKind, 'answer'>>(
  entry: Entry & { asked: Asked; by: ReadonlyArray<Kind>; proof: ProofOf<Kind> },
): Requirement {
  const { asked, by, proof, ...rest } = entry
  return requirement({
    ...rest,
    ask: asked.ask,
    provableBy: [...by, 'answer'],
    needs: [],
    mayUse: [...by, 'answer'],
    judge: (evidence, at) => {
      const shown = evidence as Parameters<ProofOf<Kind>>[0] & { answer: Parameters<Asked['judgeAnswer']>[0] }
      const proven = proof(shown, at)
      if (shown.answer.length === 0) {
        return proven ?? { verdict: 'unknown', because: 'Not judged: neither an answer nor a proof is there.' }
      }
      const told = asked.judgeAnswer(shown.answer, at)
      if (proven === null) {
        const verdict = told.verdict === 'pass' ? 'partial' : told.verdict
        return {
          ...told,
          verdict,
          because: verdict === told.verdict ? told.because : `${told.because} Told, not shown.`,
        }
      }
      const differs = told.verdict === 'pass' && proven.verdict === 'fail'
      return {
        ...proven,
        because: differs ? `${proven.because} The answer given says otherwise.` : proven.because,
        pointers: [...(proven.pointers ?? []), ...(told.pointers ?? [])],
      }
    },
  })
}

type ProofOf<Kind extends EvidenceKind> = (
  evidence: Parameters<Requirement<Kind>['judge']>[0],
  at: Date,
) => Judgement | null
