import { PageHeader, Section } from '../page.tsx'
import { type Status, StatusBadge } from '../status.tsx'

const meanings: ReadonlyArray<readonly [Status, string]> = [
  ['meets', 'What was looked at does what the line asks.'],
  ['weak', 'Something is there, but not enough. An answer without proof is at most Weak.'],
  ['missing', 'It was looked for where it must be, and it is not there.'],
  ['conflicts', 'The text, or what a page does, says the opposite.'],
  ['unknown', 'There is no evidence, or it could not be read. It never counts as Meets.'],
  ['outside', 'The line does not concern this subject. The reason is shown.'],
]

const questions: ReadonlyArray<readonly [question: string, answer: string]> = [
  [
    'What are law, practice bar and judgement?',
    'Law is a rule in force, with its cite. The practice bar is a stricter rule of good practice and says so. Our judgement is shown and never scored.',
  ],
  [
    'Where does the letter come from?',
    'From the worst case: every line that could not be judged counts as Missing. The number beside it counts only what was judged. Below half judged there is no letter.',
  ],
  [
    'What does a scan do?',
    'It opens public pages in a browser, types nothing and sends no form. It writes down what each page sends to other companies.',
  ],
  [
    'Why does “not found” name pages?',
    'Because only those pages were read. A page that did not load is never counted as clean.',
  ],
  [
    'Can I change a verdict?',
    'Yes, with a reason. What the rule says stays beside your word, with your name and the time.',
  ],
  ['Is this legal advice?', 'No. It is a record of what was seen and when. Show it to your lawyer.'],
]

export function Help() {
  return (
    <>
      <PageHeader title="Help">
        <p>What the words mean and how the score works.</p>
      </PageHeader>
      <Section id="words" title="The six status words">
        <dl className="grid max-w-text gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr]">
          {meanings.map(([status, meaning]) => (
            <div key={status} className="sm:contents">
              <dt>
                <StatusBadge status={status} />
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="questions" title="Questions people ask">
        <div className="max-w-text space-y-5">
          {questions.map(([question, answer]) => (
            <div key={question}>
              <h3>{question}</h3>
              <p className="text-soft">{answer}</p>
            </div>
          ))}
        </div>
      </Section>
    </>
  )
}
