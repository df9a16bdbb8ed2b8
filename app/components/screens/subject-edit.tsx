import { Link } from '@remix-run/react'
import { channelChoices, fieldChoices, otherFields, phiChoices } from '../../views/intake.ts'
import { ChoiceField, DateField, ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'
import { type Place, places } from '../subject-kind.ts'

export type SubjectValues = {
  name: string
  siteUrl: string
  dataStart: string
  service: string
  handlesPhi: 'yes' | 'no' | 'unknown'
  fields: Array<string>
  channels: Array<string>
  subprocessors: Array<string>
  storedWhere: string
  responsible: string
  hosts: Array<string>
}

function VendorFields({ values, errors }: { values: SubjectValues; errors: FieldErrors }) {
  return (
    <>
      <TextField long name="service" label="What it does for you" errors={errors} defaultValue={values.service} />
      <ChoiceField
        name="handlesPhi"
        label="Does it handle patient information?"
        choices={phiChoices}
        chosen={[values.handlesPhi]}
        errors={errors}
      />
      <ChoiceField
        many
        name="fields"
        label="Patient fields it gets"
        choices={fieldChoices}
        chosen={values.fields}
        errors={errors}
      />
      <TextField
        long
        name="otherFields"
        label="Other fields (optional)"
        help="One on each line."
        errors={errors}
        defaultValue={otherFields(values.fields)}
      />
      <ChoiceField
        many
        name="channels"
        label="How it reaches patients"
        choices={channelChoices}
        chosen={values.channels}
        errors={errors}
      />
      <TextField
        long
        name="subprocessors"
        label="Companies it passes patient data to (optional)"
        help="One on each line."
        errors={errors}
        defaultValue={values.subprocessors.join('\n')}
      />
      <TextField
        name="storedWhere"
        label="Where the data is kept (optional)"
        errors={errors}
        defaultValue={values.storedWhere}
      />
      <DateField
        name="dataStart"
        label="First day of patient data (optional)"
        help="For example, 3 27 2026."
        errors={errors}
        defaultValue={values.dataStart}
      />
      <TextField
        long
        name="hosts"
        label="Other web names that belong to it (optional)"
        help="One on each line. A scan of a practice then knows them as this vendor."
        errors={errors}
        defaultValue={values.hosts.join('\n')}
      />
    </>
  )
}

/** What somebody else saved in the meantime, beside what was typed here. Nothing is lost; the person decides. */
function Conflict({ current }: { current: ReadonlyArray<readonly [label: string, value: string]> }) {
  return (
    <Notice look="warning" title="Somebody else changed this while you were typing">
      <p>Your words are still in the form below. This is what was saved in the meantime:</p>
      <dl className="mt-2 space-y-1">
        {current.map(([label, value]) => (
          <div key={label}>
            <dt className="inline">{label}: </dt>
            <dd className="inline font-semibold text-ink">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2">Save again to keep yours, or open the page anew to keep theirs.</p>
    </Notice>
  )
}

export function SubjectEdit({
  place,
  base,
  title,
  version,
  values,
  errors,
  current,
}: {
  place: Place
  base: string
  title: string
  version: number
  values: SubjectValues
  errors: FieldErrors
  /** Set when the form was stale. */
  current: ReadonlyArray<readonly [label: string, value: string]> | null
}) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      {current !== null && <Conflict current={current} />}
      <PageHeader
        title={title}
        crumbs={[
          { to: `/${place}`, label: places[place].many },
          { to: base, label: 'Overview' },
        ]}
      />
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <TextField name="name" label="Name" errors={errors} defaultValue={values.name} />
        <TextField
          name="siteUrl"
          type="url"
          label={place === 'vendors' ? 'Web address (optional)' : 'Web address'}
          errors={errors}
          defaultValue={values.siteUrl}
          autoComplete="off"
        />
        {place === 'vendors' && <VendorFields values={values} errors={errors} />}
        <TextField
          name="responsible"
          label="Who looks after it here? (optional)"
          errors={errors}
          defaultValue={values.responsible}
        />
        <div className="flex items-center gap-5">
          <button type="submit" className="button">
            Save
          </button>
          <Link to={base} className="inline-block min-h-6">
            Cancel
          </Link>
        </div>
      </Form>
      <section aria-labelledby="remove" className="mt-12 border-t border-line pt-8">
        <h2 id="remove" className="mb-2">
          Remove it
        </h2>
        <Form method="post" noValidate>
          <input type="hidden" name="intent" value="remove" />
          <p className="mb-4 text-soft">
            It leaves every list and counts nowhere. Scans that run for it are stopped. For 30 days you can put it back.
          </p>
          <ChoiceField
            name="confirmed"
            label="Are you sure?"
            many
            choices={[{ value: 'yes', label: `Yes, remove this ${places[place].one}` }]}
            errors={errors}
          />
          <button type="submit" className="button button-quiet">
            Remove
          </button>
        </Form>
      </section>
    </div>
  )
}
