import type { ObservationPageView } from '../../views/observation.ts'
import { ChoiceField, DateField, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'

export type TriageValues = { as: string; vendorId: string; expiresOn: string; reason: string }

const choices = [
  { value: 'fixed', label: 'Fixed', help: 'Somebody repaired it. It stays open until a check no longer sees it.' },
  { value: 'accepted', label: 'Accepted until a day', help: 'It comes back by itself after that day.' },
  { value: 'covered', label: 'Covered by a BAA', help: 'Only by an agreement on file that is signed and in force.' },
  { value: 'false-positive', label: 'False positive', help: 'It is not what it looks like. Say why.' },
]

/** What became of one observation. The rule's own verdict stays beside it, with name, day and reason. */
export function TriageForm({
  vendors,
  values,
  errors,
}: {
  vendors: ObservationPageView['vendors']
  values: TriageValues
  errors: FieldErrors
}) {
  const vendorError = errors.vendorId
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="triage" />
      <ChoiceField name="as" label="What became of it?" choices={choices} chosen={[values.as]} errors={errors} />
      <div className="mb-6 max-w-text">
        <label htmlFor="vendorId" className="mb-1 block font-semibold">
          Vendor, if a BAA covers it
        </label>
        {vendorError !== undefined && (
          <p id="vendorId-error" className="mb-2 font-semibold text-missing">
            <span className="sr-only">Error: </span>
            {vendorError}
          </p>
        )}
        <select
          id="vendorId"
          name="vendorId"
          defaultValue={values.vendorId}
          className="input"
          aria-invalid={vendorError === undefined ? undefined : true}
          aria-describedby={vendorError === undefined ? undefined : 'vendorId-error'}
        >
          <option value="">None</option>
          {vendors.map(({ id, name, holds }) => (
            <option key={id} value={id}>
              {name}
              {holds ? '' : ' (no agreement in force)'}
            </option>
          ))}
        </select>
      </div>
      <DateField
        name="expiresOn"
        label="Accepted until, if you accept the risk"
        help="For example, 9 30 2027. After that day it is open again."
        errors={errors}
        defaultValue={values.expiresOn}
      />
      <TextField
        long
        name="reason"
        label="Reason"
        help="What did you see or decide, and who agreed? Do not write about patients."
        errors={errors}
        defaultValue={values.reason}
      />
      <button type="submit" className="button">
        Save
      </button>
    </Form>
  )
}
