import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'

export type OwnerValues = { name: string; email: string; organisation: string }

export function SetUp({ errors, values }: { errors: FieldErrors; values: OwnerValues }) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title="Set up Proviso" kicker="First start">
        <p>Make the owner’s account. The owner sees everything and lets other people in.</p>
      </PageHeader>
      <Form method="post" noValidate>
        <TextField name="name" label="Your name" autoComplete="name" errors={errors} defaultValue={values.name} />
        <TextField
          name="email"
          type="email"
          label="Your email"
          help="You sign in with it. No mail is sent."
          autoComplete="username"
          errors={errors}
          defaultValue={values.email}
        />
        <TextField
          name="organisation"
          label="Name of your organisation"
          help="For example, Lakeside Ortho."
          autoComplete="organization"
          errors={errors}
          defaultValue={values.organisation}
        />
        <TextField
          name="password"
          type="password"
          label="Password"
          help="At least 12 characters. Four plain words are better than one strange one."
          autoComplete="new-password"
          errors={errors}
        />
        <button type="submit" className="button">
          Create the owner
        </button>
      </Form>
    </div>
  )
}

export function SetUpClosed({ hasOwner }: { hasOwner: boolean }) {
  return (
    <PageHeader
      title={hasOwner ? 'Proviso is already set up' : 'This set-up link does not work'}
      actions={
        hasOwner && (
          <a className="button" href="/sign-in">
            Sign in
          </a>
        )
      }
    >
      <p>
        {hasOwner
          ? 'There is an owner. Sign in with your email and password.'
          : 'Each start makes a new link, and it works once. Use the link from the last lines of the terminal.'}
      </p>
    </PageHeader>
  )
}
