import type { QuestionView } from '../../views/questions.ts'
import { citeLine } from '../cites.ts'
import { DateField, ErrorSummary, type FieldErrors } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { StatusBadge } from '../status.tsx'

function Answer({ question, errors }: { question: QuestionView; errors: FieldErrors }) {
  const { requirement, text, help, kind, choices, value } = question
  const error = errors[requirement]
  const describedBy = help === null ? undefined : `${requirement}-help`
  if (kind === 'date') {
    return (
      <DateField
        name={requirement}
        label={text}
        errors={errors}
        defaultValue={value}
        {...(help === null ? {} : { help })}
      />
    )
  }
  if (kind === 'text') {
    return (
      <div>
        <label htmlFor={requirement} className="mb-1 block font-semibold">
          {text}
        </label>
        {help !== null && (
          <p id={describedBy} className="mb-2 text-sm text-soft">
            {help}
          </p>
        )}
        <textarea
          id={requirement}
          name={requirement}
          rows={2}
          aria-describedby={describedBy}
          defaultValue={value}
          className="input"
        />
      </div>
    )
  }
  return (
    <fieldset aria-describedby={describedBy}>
      <legend className="mb-1 font-semibold">{text}</legend>
      {help !== null && (
        <p id={describedBy} className="mb-2 text-sm text-soft">
          {help}
        </p>
      )}
      {error !== undefined && <p className="mb-2 font-semibold text-missing">{error}</p>}
      <div className="flex flex-wrap gap-2">
        {choices.map((choice, at) => (
          <label key={choice.value} className="choice min-h-11">
            <input
              id={at === 0 ? requirement : `${requirement}-${choice.value}`}
              type="radio"
              name={requirement}
              value={choice.value}
              defaultChecked={choice.value === value}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Every question of the subject's checklists; an answer, its evidence and what the rule says stand side by side. */
export function Questions({
  groups,
  typed,
  errors,
  mayAnswer,
  saved,
}: {
  groups: ReadonlyArray<{ id: string; title: string; questions: ReadonlyArray<QuestionView> }>
  /** What was typed when the form came back with errors; nothing of it is lost. */
  typed: ReadonlyArray<{ requirement: string; value: string; note: string }>
  errors: FieldErrors
  mayAnswer: boolean
  /** Number of answers just saved. */
  saved: string | null
}) {
  const again = new Map(typed.map((answer) => [answer.requirement, answer]))
  return (
    <>
      <ErrorSummary errors={errors} />
      {saved !== null && (
        <Notice look="done" title={saved === '1' ? '1 answer was saved' : `${saved} answers were saved`}>
          <p>The lines beside the questions were judged anew.</p>
        </Notice>
      )}
      <Form method="post" noValidate>
        {groups.map(({ id, title, questions }) => {
          const given = questions.filter(({ value }) => value !== '').length
          return (
            <section key={id} aria-labelledby={`group-${id}`} className="mb-10">
              <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
                <h2 id={`group-${id}`}>{title}</h2>
                <p className="text-sm text-soft">
                  {given} of {questions.length} answered
                </p>
              </div>
              <ol className="space-y-4">
                {questions
                  .map((stored) => ({ ...stored, ...again.get(stored.requirement) }))
                  .map((question) => (
                    <li
                      key={question.requirement}
                      className={`finding is-${question.status} grid gap-x-8 gap-y-4 p-5 lg:grid-cols-[1fr_20rem]`}
                    >
                      <div className="min-w-0">
                        <Answer question={question} errors={errors} />
                        <details className="disclosure mt-3 text-sm" open={question.note !== ''}>
                          <summary>Add a note</summary>
                          <label htmlFor={`${question.requirement}-note`} className="my-1 block text-soft">
                            Where can this be seen? Do not write about patients.
                            <span className="sr-only"> For: {question.text}</span>
                          </label>
                          <input
                            id={`${question.requirement}-note`}
                            name={`${question.requirement}-note`}
                            defaultValue={question.note}
                            className="input"
                          />
                        </details>
                      </div>
                      <div className="space-y-2 text-sm">
                        <StatusBadge status={question.status} />
                        <p>{question.because}</p>
                        <p className="text-soft">{citeLine(question.cites)}</p>
                      </div>
                    </li>
                  ))}
              </ol>
              {mayAnswer && (
                <button type="submit" className="button mt-5">
                  Save answers
                </button>
              )}
            </section>
          )
        })}
      </Form>
    </>
  )
}
