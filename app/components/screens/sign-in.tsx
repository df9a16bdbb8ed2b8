import { Link } from '@remix-run/react'
import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'
import { PasskeyButton } from './passkey-button.tsx'

const problems = {
  idle: {
    title: 'You were signed out',
    text: 'Nothing was done here for a while. What you typed is kept for a day and comes back when you sign in.',
  },
  over: {
    title: 'Start again',
    text: 'The code did not come in time, was used before, or too many were wrong. Wait for the next code.',
  },
  refused: { title: 'The passkey was not accepted', text: 'Try again, or use your password.' },
} as const

export function SignIn({
  to,
  problem,
  email,
  errors,
}: {
  to: string
  /** "over": the code did not come in time, or five were wrong. "refused": a passkey was not accepted. */
  problem: keyof typeof problems | null
  email: string
  errors: FieldErrors
}) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title="Sign in">
        <p>See what your vendors’ agreements say and what your pages send out.</p>
      </PageHeader>
      {problem !== null && (
        <Notice look="note" title={problems[problem].title}>
          <p>{problems[problem].text}</p>
        </Notice>
      )}
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
      <p className="mt-6">
        <Link to="/forgotten">I forgot my password</Link>
      </p>
      <div className="mt-8">
        <PasskeyButton ceremony="get" action="/sign-in/passkey" label="Sign in with a passkey" absent={null}>
          <input type="hidden" name="to" value={to} />
        </PasskeyButton>
      </div>
    </div>
  )
}
