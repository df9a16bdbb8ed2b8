import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'

const passwordHelp = 'At least 12 characters. Four plain words are better than one strange one.'

/** The invited person's first page. */
export function Join({
  organisation,
  email,
  role,
  name,
  errors,
}: {
  organisation: string
  email: string
  role: string
  name: string
  errors: FieldErrors
}) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title={`Join ${organisation}`} kicker="Invitation">
        <p>
          Your role is {role}. You sign in with <strong className="break-all">{email}</strong>.
        </p>
      </PageHeader>
      <Form method="post" noValidate>
        <TextField name="name" label="Your name" autoComplete="name" errors={errors} defaultValue={name} />
        <TextField
          name="password"
          type="password"
          label="Password"
          help={passwordHelp}
          autoComplete="new-password"
          errors={errors}
        />
        <button type="submit" className="button">
          Join
        </button>
      </Form>
    </div>
  )
}

export function NewPassword({ email, errors }: { email: string; errors: FieldErrors }) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title="Choose a new password">
        <p>
          For <strong className="break-all">{email}</strong>. Every browser you are signed in with is signed out.
        </p>
      </PageHeader>
      <Form method="post" noValidate>
        <TextField
          name="password"
          type="password"
          label="New password"
          help={passwordHelp}
          autoComplete="new-password"
          errors={errors}
        />
        <button type="submit" className="button">
          Save the password
        </button>
      </Form>
    </div>
  )
}

export function LinkClosed() {
  return (
    <PageHeader
      title="This link does not work"
      actions={
        <a className="button" href="/sign-in">
          Sign in
        </a>
      }
    >
      <p>It was used, was withdrawn or has run out. Ask the person who gave it to you for a new one.</p>
    </PageHeader>
  )
}
