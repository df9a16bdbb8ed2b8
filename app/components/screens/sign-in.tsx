import { Form } from '@remix-run/react'
import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { PageHeader } from '../page.tsx'

export function SignIn({ to, email, errors }: { to: string; email: string; errors: FieldErrors }) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title="Sign in">
        <p>See what your vendors’ agreements say and what your pages send out.</p>
      </PageHeader>
      <Form method="post" noValidate>
        <input type="hidden" name="to" value={to} />
        <TextField
          name="email"
          type="email"
          label="Email"
          autoComplete="username"
          errors={errors}
          defaultValue={email}
        />
        <TextField name="password" type="password" label="Password" autoComplete="current-password" errors={errors} />
        <button type="submit" className="button">
          Sign in
        </button>
      </Form>
    </div>
  )
}
