import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { DataTable } from '../data-table.tsx'
import { type Choice, ChoiceField, ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Section } from '../page.tsx'

export type PersonRow = {
  id: string
  name: string
  email: string
  role: string
  lastSeen: string | null
  mayChange: boolean
}
export type Letter = {
  id: string
  kind: 'invitation' | 'password'
  to: string
  url: string
  role: string | null
  expiresAt: string
}
export type InviteValues = { email: string; role: string }

/** A link to select and copy; it works without scripts. */
function LinkToCopy({ letter }: { letter: Letter }) {
  const id = `link-${letter.id}`
  return (
    <>
      <label htmlFor={id} className="sr-only">
        Link for {letter.to}
      </label>
      <input id={id} readOnly value={letter.url} className="input text-sm" />
    </>
  )
}

const kinds = { invitation: 'Invitation', password: 'New password' } as const

function Outbox({ letters }: { letters: ReadonlyArray<Letter> }) {
  return (
    <Section id="outbox" title="Outbox">
      {letters.length === 0 ? (
        <EmptyState title="No link is open">
          <p>Links you make wait here until they are used, are withdrawn or run out.</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 max-w-text text-soft">
            With a mail server under Mail each link is sent too. Without one, copy it and hand it over yourself, by a
            way only this person reads.
          </p>
          <DataTable
            caption="Links not yet used, the newest first"
            captionHidden
            rows={letters}
            rowKey={({ id }) => id}
            columns={[
              { label: 'For', cell: ({ to }) => <span className="break-all">{to}</span> },
              { label: 'What', cell: ({ kind, role }) => (role === null ? kinds[kind] : `${kinds[kind]}: ${role}`) },
              { label: 'Until', cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
              { label: 'Link', cell: (letter) => <LinkToCopy letter={letter} /> },
              {
                label: 'Withdraw',
                cell: ({ id, to }) => (
                  <Form method="post" action="/settings/people?index">
                    <input type="hidden" name="intent" value="withdraw" />
                    <input type="hidden" name="link" value={id} />
                    <button type="submit" className="link-button min-h-6">
                      Withdraw<span className="sr-only"> the link for {to}</span>
                    </button>
                  </Form>
                ),
              },
            ]}
          />
        </>
      )}
    </Section>
  )
}

/** Who is here, who is invited, and the form to invite. */
export function People({
  people,
  letters,
  made,
  roles,
  values,
  errors,
}: {
  people: ReadonlyArray<PersonRow>
  letters: ReadonlyArray<Letter>
  /** The link just made. */
  made: Letter | null
  roles: ReadonlyArray<Choice>
  values: InviteValues
  errors: FieldErrors
}) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title="People" kicker="Settings" />
      {made !== null && (
        <Notice look="done" title={`The link for ${made.to} is ready`}>
          <p className="break-all font-semibold text-ink">{made.url}</p>
          <p className="mt-1">
            It works once, until <Moment at={made.expiresAt} />. Without a mail server no mail was sent: hand it over
            yourself.
          </p>
        </Notice>
      )}
      <Section id="members" title="Members">
        <DataTable
          caption={`${people.length} ${people.length === 1 ? 'person' : 'people'}`}
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            { label: 'Name', cell: (row) => <PersonName row={row} /> },
            { label: 'Email', cell: ({ email }) => <span className="break-all">{email}</span> },
            { label: 'Role', cell: ({ role }) => role },
            {
              label: 'Last seen',
              cell: ({ lastSeen }) => (lastSeen === null ? 'Not signed in now' : <Moment at={lastSeen} />),
            },
          ]}
        />
      </Section>
      <Outbox letters={letters} />
      <Section id="invite" title="Invite somebody">
        <Form key={made?.id} method="post" action="/settings/people?index" noValidate>
          <input type="hidden" name="intent" value="invite" />
          <TextField
            name="email"
            type="email"
            label="Email"
            errors={errors}
            defaultValue={values.email}
            autoComplete="off"
          />
          <ChoiceField name="role" label="Role" choices={roles} chosen={[values.role]} errors={errors} />
          <button type="submit" className="button">
            Make the invitation
          </button>
        </Form>
      </Section>
    </>
  )
}

function PersonName({ row: { id, name, mayChange } }: { row: PersonRow }): ReactNode {
  if (!mayChange) return name
  return (
    <Link to={`/settings/people/${id}`} className="inline-block min-h-6">
      {name}
    </Link>
  )
}

/** One member: the role, a link for a new password, and the way out. */
export function Person({
  name,
  email,
  role,
  roles,
  errors,
}: {
  name: string
  email: string
  role: string
  roles: ReadonlyArray<Choice>
  errors: FieldErrors
}) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title={name} crumbs={[{ to: '/settings/people', label: 'People' }]}>
        <p className="break-all">{email}</p>
      </PageHeader>
      <Section id="change-role" title="Change the role">
        <Form method="post" noValidate>
          <input type="hidden" name="intent" value="role" />
          <ChoiceField name="role" label="Role" choices={roles} chosen={[role]} errors={errors} />
          <button type="submit" className="button">
            Save the role
          </button>
        </Form>
      </Section>
      <Section id="password" title="New password">
        <Form method="post" className="max-w-text">
          <input type="hidden" name="intent" value="password-link" />
          <p className="mb-4 text-soft">
            Makes a link that works once, for 30 minutes. When {name} has chosen a new password, every browser is signed
            out.
          </p>
          <button type="submit" className="button button-quiet">
            Make a password link
          </button>
        </Form>
      </Section>
      <Section id="second-factor" title="Second factor">
        <Form method="post" className="max-w-text">
          <input type="hidden" name="intent" value="reset-second-factor" />
          <p className="mb-4 text-soft">
            For a lost phone without recovery codes. {name} is signed out and sets up a new app at the next sign-in.
          </p>
          <button type="submit" className="button button-quiet">
            Reset the second factor
          </button>
        </Form>
      </Section>
      <Section id="remove" title="Remove from this organisation">
        <Form method="post" className="max-w-text" noValidate>
          <input type="hidden" name="intent" value="remove" />
          <p className="mb-4 text-soft">
            {name} is signed out at once. What they did stays in the log under their name.
          </p>
          <ChoiceField
            name="confirmed"
            label="Are you sure?"
            many
            choices={[{ value: 'yes', label: `Yes, remove ${name}` }]}
            errors={errors}
          />
          <button type="submit" className="button button-quiet">
            Remove
          </button>
        </Form>
      </Section>
    </>
  )
}
