import type { OwnSession } from '../../use-cases/own-account.ts'
import { DataTable } from '../data-table.tsx'
import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { Facts, PageHeader, Section } from '../page.tsx'

/** One's own password and the browsers one is signed in with. */
export function Account({
  name,
  email,
  role,
  sessions,
  changed,
  errors,
}: {
  name: string
  email: string
  role: string
  sessions: ReadonlyArray<OwnSession>
  changed: boolean
  errors: FieldErrors
}) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title="Your account" kicker="Settings" />
      {changed && (
        <Notice look="done" title="Your password is changed">
          <p>Every other browser you were signed in with is signed out.</p>
        </Notice>
      )}
      <div className="mb-10">
        <Facts
          facts={[
            ['Name', name],
            ['Email', email],
            ['Role', role],
          ]}
        />
      </div>
      <Section id="sessions" title="Where you are signed in">
        <DataTable
          caption="Browsers, the last used first"
          captionHidden
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            { label: 'Browser', cell: ({ device }) => <span className="break-words">{device}</span> },
            { label: 'Signed in', cell: ({ startedAt }) => <Moment at={startedAt} /> },
            { label: 'Last used', cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
            {
              label: 'End it',
              cell: ({ id, current, device }) =>
                current ? (
                  'This browser'
                ) : (
                  <Form method="post" action="/settings?index">
                    <input type="hidden" name="intent" value="end-session" />
                    <input type="hidden" name="session" value={id} />
                    <button type="submit" className="link-button min-h-6">
                      Sign out<span className="sr-only"> of {device}</span>
                    </button>
                  </Form>
                ),
            },
          ]}
        />
      </Section>
      <Section id="change-password" title="Change your password">
        <Form method="post" action="/settings?index" noValidate className="max-w-text">
          <input type="hidden" name="intent" value="password" />
          <TextField
            name="current"
            type="password"
            label="Password you have now"
            autoComplete="current-password"
            errors={errors}
          />
          <TextField
            name="password"
            type="password"
            label="New password"
            help="At least 12 characters. Every other browser is signed out."
            autoComplete="new-password"
            errors={errors}
          />
          <button type="submit" className="button">
            Change the password
          </button>
        </Form>
      </Section>
    </>
  )
}
