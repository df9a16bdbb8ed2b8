import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'
import { SelectField } from '../select-field.tsx'
import { zoneChoices } from '../zones.ts'

/** The organisation's name and zone. */
export function OrganisationSettings({
  saved,
  version,
  values,
  current,
  errors,
}: {
  saved: boolean
  version: string
  values: { name: string; timeZone: string }
  /** Set when somebody else changed it while this form was open. */
  current: { name: string; timeZone: string | null } | null
  errors: FieldErrors
}) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      {saved && <Notice look="done" title="The organisation is changed" />}
      {current !== null && (
        <Notice look="warning" title="Somebody else changed this while you were typing">
          <p>Your words are still in the form below. This is what was saved in the meantime:</p>
          <p className="mt-1 font-semibold text-ink">
            {current.name}, {current.timeZone ?? 'zone of the machine'}
          </p>
          <p className="mt-1">Save again to keep yours, or open the page anew to keep theirs.</p>
        </Notice>
      )}
      <PageHeader title="Organisation" kicker="Settings" />
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <TextField
          name="name"
          label="Name"
          help="As agreements name you: the data gate compares it with the practice they are with."
          errors={errors}
          defaultValue={values.name}
          autoComplete="organization"
        />
        <SelectField
          name="timeZone"
          label="Time zone"
          help="Times are shown in it. A day ends at its midnight."
          errors={errors}
          choices={zoneChoices(values.timeZone)}
          defaultValue={values.timeZone}
        />
        <button type="submit" className="button">
          Save
        </button>
      </Form>
    </div>
  )
}
