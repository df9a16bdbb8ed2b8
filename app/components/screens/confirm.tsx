import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'

/** Before a sensitive step: the password once more. */
export function Confirm({ to, name, errors }: { to: string; name: string; errors: FieldErrors }) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title="Confirm that it is you">
        <p>This step needs the password of {name} from the last five minutes.</p>
      </PageHeader>
      <Form method="post" noValidate>
        <input type="hidden" name="to" value={to} />
        <TextField name="password" type="password" label="Password" autoComplete="current-password" errors={errors} />
        <button type="submit" className="button">
          Go on
        </button>
      </Form>
    </div>
  )
}
