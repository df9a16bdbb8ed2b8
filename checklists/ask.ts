import type { EvidenceOf, Judgement, Question, Verdict } from './requirement.ts'

type Answer = EvidenceOf<'answer'>
/** `conflicts`: the answer says the opposite was done, not merely that the thing is missing. */
type Choice = { value: string; label: string; verdict: Verdict; because: string; conflicts?: boolean }

function latest(answers: ReadonlyArray<Answer>): Answer {
  return [...answers].sort((a, b) => (a.source.at < b.source.at ? 1 : -1))[0]!
}

function pointer(answer: Answer, words: string) {
  return { evidence: answer.id, quote: answer.note === '' ? words : `${words} — ${answer.note}`, place: {} }
}

/**
 * A question with fixed choices and the judge that reads them. Every question also offers "I do not know", which is
 * `unknown`: a missing answer must never look like a good one.
 */
export function choose(
  text: string,
  choices: ReadonlyArray<Choice>,
  help?: string,
): { ask: Question; judgeAnswer: (answers: ReadonlyArray<Answer>) => Judgement } {
  const all: ReadonlyArray<Choice> = [
    ...choices,
    { value: 'unsure', label: 'I do not know', verdict: 'unknown', because: 'The person asked did not know.' },
  ]
  return {
    ask: {
      text,
      kind: 'choice',
      choices: all.map(({ value, label }) => ({ value, label })),
      ...(help === undefined ? {} : { help }),
    },
    judgeAnswer: (answers) => {
      const answer = latest(answers)
      const choice = all.find(({ value }) => value === answer.value)
      if (choice === undefined) {
        return {
          verdict: 'unknown',
          because: 'The answer is not one of the choices; ask again.',
          pointers: [pointer(answer, answer.value)],
        }
      }
      return {
        verdict: choice.verdict,
        because: choice.because,
        conflicts: choice.conflicts ?? false,
        pointers: [pointer(answer, `Answered: ${choice.label}.`)],
      }
    },
  }
}

/** Yes / partly / no, the most common question. Each reason is one sentence that names what was told. */
export function yesPartlyNo(
  text: string,
  because: { yes: string; partly: string; no: string },
  help?: string,
): ReturnType<typeof choose> {
  return choose(
    text,
    [
      { value: 'yes', label: 'Yes', verdict: 'pass', because: because.yes },
      { value: 'partly', label: 'Partly', verdict: 'partial', because: because.partly },
      { value: 'no', label: 'No', verdict: 'fail', because: because.no },
    ],
    help,
  )
}

const monthMs = (365.25 / 12) * 24 * 60 * 60 * 1000

/** The date of the latest proof of `what`, judged by its age. Value: YYYY-MM-DD, "never" or "unsure". */
export function datedWithin(
  text: string,
  what: string,
  maxMonths: number,
  help?: string,
): { ask: Question; judgeAnswer: (answers: ReadonlyArray<Answer>, at: Date) => Judgement } {
  return {
    ask: {
      text,
      kind: 'date',
      choices: [
        { value: 'never', label: 'There is none' },
        { value: 'unsure', label: 'I do not know' },
      ],
      ...(help === undefined ? {} : { help }),
    },
    judgeAnswer: (answers, at) => {
      const answer = latest(answers)
      const pointers = [pointer(answer, `Answered: ${answer.value}.`)]
      if (answer.value === 'never') return { verdict: 'fail', because: `There is no ${what}.`, pointers }
      const date = new Date(`${answer.value}T00:00:00Z`)
      if (!/^\d{4}-\d{2}-\d{2}$/.test(answer.value) || Number.isNaN(date.getTime())) {
        return { verdict: 'unknown', because: `The date of the ${what} is not known.`, pointers }
      }
      if (date > at)
        return { verdict: 'unknown', because: `The date given for the ${what} lies in the future.`, pointers }
      const months = Math.floor((at.getTime() - date.getTime()) / monthMs)
      return months < maxMonths
        ? { verdict: 'pass', because: `The ${what} is dated ${answer.value}, within ${maxMonths} months.`, pointers }
        : {
            verdict: 'partial',
            because: `The ${what} is dated ${answer.value}, ${months} months ago; ${maxMonths} is the limit.`,
            pointers,
          }
    },
  }
}
