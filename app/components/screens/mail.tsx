import { DataTable } from '../data-table.tsx'
import { ChoiceField, ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Section } from '../page.tsx'

export type LetterRow = {
  id: string
  to: string
  subject: string
  text: string
  state: string
  problem: string | null
  createdAt: string
  maySend: boolean
}
export type ServerValues = { host: string; port: string; security: string; user: string; from: string }

const securities = [
  { value: 'starttls', label: 'STARTTLS', help: 'Most servers at port 587.' },
  { value: 'tls', label: 'TLS', help: 'Most servers at port 465.' },
  { value: 'none', label: 'None', help: 'Only for a mail server on this machine.' },
]

function Letters({ letters }: { letters: ReadonlyArray<LetterRow> }) {
  if (letters.length === 0)
    return (
      <EmptyState title="No letter yet">
        <p>Reminders of agreements that end are written here. Links for people wait under People.</p>
      </EmptyState>
    )
  return (
    <DataTable
      caption="Letters, the newest first"
      captionHidden
      rows={letters}
      rowKey={({ id }) => id}
      columns={[
        { label: 'To', cell: ({ to }) => <span className="break-all">{to}</span> },
        {
          label: 'Letter',
          cell: ({ subject, text }) => (
            <details>
              <summary className="min-h-6 break-words">{subject}</summary>
              <p className="mt-2 break-words whitespace-pre-line text-soft">{text}</p>
            </details>
          ),
        },
        { label: 'Written', cell: ({ createdAt }) => <Moment at={createdAt} /> },
        { label: 'State', cell: ({ state, problem }) => [state, problem].filter((words) => words !== null).join('. ') },
        {
          label: 'Send',
          cell: ({ id, subject, maySend }) =>
            maySend ? (
              <Form method="post">
                <input type="hidden" name="intent" value="send-again" />
                <input type="hidden" name="letter" value={id} />
                <button type="submit" className="link-button min-h-6">
                  Send<span className="sr-only"> {subject}</span>
                </button>
              </Form>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}

/** The organisation's mail server, and its letters. */
export function Mail({
  saved,
  done,
  values,
  letters,
  errors,
}: {
  saved: boolean
  done: 'saved' | 'tested' | null
  values: ServerValues
  letters: ReadonlyArray<LetterRow>
  errors: FieldErrors
}) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title="Mail" kicker="Settings">
        <p>Invitations, links for new passwords and reminders. Letters never hold patients’ data.</p>
      </PageHeader>
      {done === 'saved' && (
        <Notice look="done" title="The mail server is saved">
          <p>Send yourself a letter to see that it works.</p>
        </Notice>
      )}
      {done === 'tested' && (
        <Notice look="done" title="The server took the letter">
          <p>Look into your mail: it must arrive there too.</p>
        </Notice>
      )}
      <Section id="outbox" title="Outbox">
        {!saved && (
          <p className="mb-4 max-w-text text-soft">
            No mail is sent: there is no mail server. Hand letters over yourself.
          </p>
        )}
        <Letters letters={letters} />
      </Section>
      <Section id="server" title="Mail server">
        <Form method="post" noValidate>
          <TextField
            name="host"
            label="Server"
            help="Such as mail.example.com."
            errors={errors}
            defaultValue={values.host}
            autoComplete="off"
          />
          <TextField
            name="port"
            label="Port"
            inputMode="numeric"
            errors={errors}
            defaultValue={values.port}
            autoComplete="off"
            className="max-w-24"
          />
          <ChoiceField
            name="security"
            label="Security"
            choices={securities}
            chosen={[values.security]}
            errors={errors}
          />
          <TextField
            name="user"
            label="User"
            help="Empty when the server asks for none."
            errors={errors}
            defaultValue={values.user}
            autoComplete="off"
          />
          <TextField
            name="password"
            type="password"
            label="Password of the mail server"
            help={saved ? 'Empty keeps the one that is stored.' : 'Stored encrypted and never shown again.'}
            errors={errors}
            autoComplete="off"
          />
          <TextField
            name="from"
            type="email"
            label="Sender’s address"
            errors={errors}
            defaultValue={values.from}
            autoComplete="off"
          />
          <button type="submit" name="intent" value="save" className="button">
            Save the mail server
          </button>
        </Form>
      </Section>
      {saved && (
        <Section id="server-test" title="Test and removal">
          <Form method="post" className="flex flex-wrap gap-3">
            <button type="submit" name="intent" value="test" className="button button-quiet">
              Send me a test letter
            </button>
            <button type="submit" name="intent" value="remove" className="button button-quiet">
              Remove the mail server
            </button>
          </Form>
        </Section>
      )}
    </>
  )
}
