import { Link } from '@remix-run/react'
import { ErrorSummary, type FieldErrors, FileField } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader, Section } from '../page.tsx'

/** The whole organisation as one file, and back into an empty one. */
export function OrganisationData({
  mayImport,
  fresh,
  taken,
  errors,
}: {
  /** Nothing is in this organisation yet. */
  mayImport: boolean
  /** The password was typed in the last minutes. */
  fresh: boolean
  /** Rows of the import that was just made. */
  taken: string | null
  errors: FieldErrors
}) {
  const confirm = (
    <Link to="/confirm?to=/settings/data" className="button button-quiet">
      Confirm that it is you first
    </Link>
  )
  return (
    <>
      <ErrorSummary errors={errors} />
      {taken !== null && errors.file === undefined && (
        <Notice look="done" title="The export is taken in">
          <p>{taken} rows were read back and are the same as in the file.</p>
        </Notice>
      )}
      <PageHeader title="Export and import" kicker="Settings" />
      <Section id="export" title="Export">
        <p className="mb-4 max-w-text">
          One file holds every record, proof, file and event, with counts and checksums. It is not encrypted: keep it
          like the papers themselves. People come with name and role; passwords, mail server and letters stay here.
        </p>
        {fresh ? (
          <a className="button" href="/settings/data/export">
            Export the organisation
          </a>
        ) : (
          confirm
        )}
      </Section>
      <Section id="import" title="Import">
        {!mayImport && (
          <p className="max-w-text text-soft">
            An export goes into an empty organisation only. This one holds records.
          </p>
        )}
        {mayImport && !fresh && confirm}
        {mayImport && fresh && (
          <Form method="post" encType="multipart/form-data" noValidate>
            <FileField
              name="file"
              label="Export of an organisation"
              help="A file that ends in .jsonl, at most 2 GB. All of it is taken in, or nothing."
              errors={errors}
              accept=".jsonl"
            />
            <button type="submit" className="button">
              Import
            </button>
          </Form>
        )}
      </Section>
    </>
  )
}
