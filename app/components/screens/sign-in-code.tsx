import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'

/** The second step of signing in. A recovery code goes into the same field. */
export function SignInCode({ to, errors }: { to: string; errors: FieldErrors }) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title="Enter your code" />
      <Form method="post" noValidate>
        <input type="hidden" name="to" value={to} />
        <TextField
          name="code"
          label="Code"
          help="The 6 digits your app shows now. Without the app: one of your recovery codes."
          autoComplete="one-time-code"
          spellCheck={false}
          errors={errors}
        />
        <button type="submit" className="button">
          Go on
        </button>
      </Form>
      <p className="mt-8 text-sm text-soft">
        Neither at hand? Ask an owner of your organisation to reset your second factor.
      </p>
    </div>
  )
}
