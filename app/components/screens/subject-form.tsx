import { Link } from '@remix-run/react'
import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'
import { type Place, places } from '../subject-kind.ts'

/** One short page for a practice or a prospect: a name and the address to look at. */
export function SubjectForm({
  place,
  values,
  errors,
}: {
  place: Place
  values: { name: string; siteUrl: string; responsible: string }
  errors: FieldErrors
}) {
  const { one, many } = places[place]
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title={`Add a ${one}`} crumbs={[{ to: `/${place}`, label: many }]} />
      <Form method="post" noValidate>
        <TextField name="name" label="Name" errors={errors} defaultValue={values.name} />
        <TextField
          name="siteUrl"
          type="url"
          label="Web address"
          help="Where patients start. For example, https://lakeside.example"
          errors={errors}
          defaultValue={values.siteUrl}
          autoComplete="off"
        />
        <TextField
          name="responsible"
          label="Who looks after it here? (optional)"
          errors={errors}
          defaultValue={values.responsible}
        />
        <div className="flex items-center gap-5">
          <button type="submit" className="button">
            Add this {one}
          </button>
          <Link to={`/${place}`} className="inline-block min-h-6">
            Cancel
          </Link>
        </div>
      </Form>
    </div>
  )
}
