import { Link } from '@remix-run/react'
import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'

/** The same words whether the address is known here or not. */
export function Forgotten({ asked, email, errors }: { asked: boolean; email: string; errors: FieldErrors }) {
  if (asked)
    return (
      <div className="max-w-text">
        <PageHeader title="Look at your mail">
          <p>If this address signs in here, a link for a new password is on its way. It works once, for 30 minutes.</p>
        </PageHeader>
        <p className="mb-6">
          Nothing came? Your organisation may send no mail. Ask an owner or a manager: the link waits in their outbox.
        </p>
        <Link to="/sign-in">Back to sign in</Link>
      </div>
    )
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title="Forgotten password">
        <p>Your second factor is asked for as before.</p>
      </PageHeader>
      <Form method="post" noValidate>
        <TextField
          name="email"
          type="email"
          label="Email"
          autoComplete="username"
          errors={errors}
          defaultValue={email}
        />
        <button type="submit" className="button">
          Send me a link
        </button>
      </Form>
    </div>
  )
}
