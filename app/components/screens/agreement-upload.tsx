import { ErrorSummary, type FieldErrors, FileField, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'

/** One file or the pasted text. Limits are said before anything is chosen. */
export function AgreementUpload({
  vendor,
  errors,
  first,
  text,
}: {
  vendor: string
  errors: FieldErrors
  first: boolean
  text: string
}) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      {first && (
        <p className="mb-6 text-soft">
          Proviso reads the agreement with {vendor}, finds the six clauses and the 17 elements, and shows the exact
          words. The file stays on this machine, encrypted.
        </p>
      )}
      <Form method="post" encType="multipart/form-data" noValidate>
        <FileField
          name="file"
          label={first ? 'The agreement' : 'A new version'}
          help="PDF, DOCX, TXT, HTML, or a picture (PNG, JPEG, TIFF). At most 25 MB, without a password."
          accept=".pdf,.docx,.txt,.html,.htm,.png,.jpg,.jpeg,.tif,.tiff"
          errors={errors}
        />
        <details className="disclosure mb-6" open={errors.text !== undefined || text !== ''}>
          <summary>Or paste the text</summary>
          <div className="mt-3">
            <TextField long name="text" label="Text of the agreement" errors={errors} defaultValue={text} />
          </div>
        </details>
        <button type="submit" className="button">
          Read the agreement
        </button>
      </Form>
    </div>
  )
}
