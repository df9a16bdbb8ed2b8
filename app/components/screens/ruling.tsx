import { Link } from '@remix-run/react'
import type { FindingView } from '../../views/finding.ts'
import { FindingCard } from '../finding-card.tsx'
import { ChoiceField, DateField, ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { type Crumb, PageHeader } from '../page.tsx'
import { statusWords } from '../status.tsx'

export type RulingValues = { verdict: string; reason: string; observation: string; expiresOn: string }

const verdictChoices = [
  { value: 'pass', label: statusWords.meets },
  { value: 'partial', label: statusWords.weak },
  { value: 'fail', label: `${statusWords.missing} or ${statusWords.conflicts}` },
  { value: 'unknown', label: statusWords.unknown },
  { value: 'not-applicable', label: statusWords.outside },
]

/** One finding in full, and the form by which a person changes its verdict. Both verdicts stay visible. */
export function FindingPage({
  finding,
  at,
  crumbs,
  back,
  mayRule,
  values,
  errors,
}: {
  finding: FindingView
  at: string
  crumbs: ReadonlyArray<Crumb>
  back: string
  mayRule: boolean
  values: RulingValues
  errors: FieldErrors
}) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title={finding.title} kicker="Finding" crumbs={crumbs} />
      <div className="mb-10">
        <FindingCard
          finding={finding}
          seenAt={at}
          heading="h2"
          titled={false}
          quoteLink={(start) => `${back}#quote-${start}`}
        />
      </div>
      {mayRule && (
        <section aria-labelledby="ruling" className="max-w-text">
          <h2 id="ruling" className="mb-2">
            Change the verdict
          </h2>
          <p className="mb-5 text-soft">
            Your word then counts for the score. What the rule says stays beside it, with your name and reason.
          </p>
          <Form method="post" noValidate>
            {finding.observations.length > 0 && (
              <div className="mb-6">
                <label htmlFor="observation" className="mb-1 block font-semibold">
                  What does it apply to?
                </label>
                <select id="observation" name="observation" defaultValue={values.observation} className="input">
                  <option value="">The whole line</option>
                  {finding.observations.map(({ key, where }) => (
                    <option key={key} value={key}>
                      {where}
                    </option>
                  ))}
                </select>
              </div>
            )}
            <ChoiceField
              name="verdict"
              label="Verdict"
              choices={verdictChoices}
              chosen={[values.verdict]}
              errors={errors}
            />
            <TextField
              long
              name="reason"
              label="Reason"
              help="What did you see, and where? Do not write about patients."
              errors={errors}
              defaultValue={values.reason}
            />
            <DateField
              name="expiresOn"
              label="Holds until (optional)"
              help="For example, 9 30 2027. After that day the rule decides again."
              errors={errors}
              defaultValue={values.expiresOn}
            />
            <div className="flex items-center gap-5">
              <button type="submit" className="button">
                Save the change
              </button>
              <Link to={back} className="inline-block min-h-6">
                Cancel
              </Link>
            </div>
          </Form>
        </section>
      )}
    </>
  )
}
