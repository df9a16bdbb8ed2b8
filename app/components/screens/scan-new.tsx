import { ChoiceField, ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'
import { type SubjectOption, SubjectSelect } from '../subject-select.tsx'

export type ScanValues = {
  subject: string
  url: string
  authority: string
  pages: string
  consent: ReadonlyArray<string>
  viewport: ReadonlyArray<string>
}

const consentChoices = [
  { value: 'none', label: 'Before any choice', help: 'What a first visit sends.' },
  { value: 'reject', label: 'After Reject', help: 'What is still sent after a visitor says no.' },
  { value: 'accept', label: 'After Accept' },
  { value: 'gpc', label: 'With the browser’s opt-out signal (GPC)' },
]

const viewportChoices = [
  { value: 'desktop', label: 'Desktop' },
  { value: 'phone', label: 'Phone' },
]

export function ScanNew({
  subjects,
  values,
  errors,
  authorities,
  browserMissing,
  maxPages,
}: {
  subjects: ReadonlyArray<SubjectOption>
  values: ScanValues
  errors: FieldErrors
  authorities: ReadonlyArray<{ value: string; label: string; help: string }>
  browserMissing: boolean
  maxPages: number
}) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title="Scan a site" crumbs={[{ to: '/scans', label: 'Scans' }]}>
        <p>Proviso opens the pages like a visitor and writes down what they send to other companies.</p>
      </PageHeader>
      {browserMissing && (
        <Notice look="warning" title="No browser was found on this machine.">
          <p>Install Chromium, or set PROVISO_BROWSER to its path. A scan started now would answer “no browser”.</p>
        </Notice>
      )}
      <Form method="post" noValidate>
        <SubjectSelect label="Whose site is it?" subjects={subjects} chosen={values.subject} errors={errors} />
        <TextField
          name="url"
          type="url"
          label="Address to start from"
          help="Leave it empty to use the address on file."
          errors={errors}
          defaultValue={values.url}
          autoComplete="off"
        />
        <ChoiceField
          name="authority"
          label="What may the scan do?"
          help="The level and its statement are kept with the scan for good."
          choices={authorities}
          chosen={[values.authority]}
          errors={errors}
        />
        <div className="mb-6 max-w-text">
          {errors.confirmed !== undefined && (
            <p id="confirmed-error" className="mb-2 font-semibold text-missing">
              {errors.confirmed}
            </p>
          )}
          <label className="choice">
            <input
              id="confirmed"
              name="confirmed"
              type="checkbox"
              value="yes"
              aria-describedby={errors.confirmed === undefined ? undefined : 'confirmed-error'}
              aria-invalid={errors.confirmed === undefined ? undefined : true}
            />
            <span>I confirm the statement of the level I chose.</span>
          </label>
        </div>
        <TextField
          name="pages"
          type="number"
          inputMode="numeric"
          label="Pages at most"
          help={`From 1 to ${maxPages}. About 10 seconds each, in each state and on each screen.`}
          errors={errors}
          defaultValue={values.pages}
          className="max-w-28"
        />
        <ChoiceField
          many
          name="consent"
          label="Cookie choices to look at"
          choices={consentChoices}
          chosen={values.consent}
          errors={errors}
        />
        <ChoiceField
          many
          name="viewport"
          label="Screens"
          choices={viewportChoices}
          chosen={values.viewport}
          errors={errors}
        />
        <button type="submit" className="button">
          Start the scan
        </button>
      </Form>
    </div>
  )
}
