import { Link } from '@remix-run/react'
import { DataTable } from '../data-table.tsx'
import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { Facts, PageHeader, Section } from '../page.tsx'
import { PasskeyButton } from './passkey-button.tsx'

export type PasskeyItem = { id: string; name: string; createdAt: string | null }

function AppSection({ on, codesLeft, errors }: { on: boolean; codesLeft: number; errors: FieldErrors }) {
  if (!on)
    return (
      <Section id="app" title="Second factor">
        <p className="mb-4 max-w-text">Not set up yet. It is asked for at your next sign-in.</p>
        <Link to="/second-factor?to=/settings/security" className="button">
          Set it up now
        </Link>
      </Section>
    )
  return (
    <Section id="app" title="Second factor">
      <div className="mb-6">
        <Facts
          facts={[
            ['App for codes', 'On'],
            ['Recovery codes left', `${codesLeft} of 10`],
          ]}
        />
      </div>
      <Form method="post" noValidate className="max-w-text">
        <TextField
          name="password"
          type="password"
          label="Password"
          help="Both steps below ask for it."
          autoComplete="current-password"
          errors={errors}
        />
        <div className="flex flex-wrap gap-3">
          <button type="submit" name="intent" value="renew-codes" className="button button-quiet">
            Make new recovery codes
          </button>
          <button type="submit" name="intent" value="replace-app" className="button button-quiet">
            Use another app
          </button>
        </div>
      </Form>
    </Section>
  )
}

function Passkeys({ passkeys, fresh }: { passkeys: ReadonlyArray<PasskeyItem>; fresh: boolean }) {
  return (
    <Section id="passkeys" title="Passkeys">
      <p className="mb-4 max-w-text text-soft">
        A passkey signs you in with your device’s finger, face or PIN, in place of password and code.
      </p>
      {passkeys.length > 0 && (
        <div className="mb-6">
          <DataTable
            caption="Your passkeys"
            captionHidden
            rows={passkeys}
            rowKey={({ id }) => id}
            columns={[
              { label: 'Name', cell: ({ name }) => <span className="break-words">{name}</span> },
              {
                label: 'Added',
                cell: ({ createdAt }) => (createdAt === null ? 'Unknown' : <Moment at={createdAt} />),
              },
              {
                label: 'Remove',
                cell: ({ id, name }) => (
                  <Form method="post">
                    <input type="hidden" name="intent" value="remove-passkey" />
                    <input type="hidden" name="passkey" value={id} />
                    <button type="submit" className="link-button min-h-6">
                      Remove<span className="sr-only"> {name}</span>
                    </button>
                  </Form>
                ),
              },
            ]}
          />
        </div>
      )}
      {fresh ? (
        <PasskeyButton
          ceremony="create"
          action="/settings/security/passkey"
          label="Add a passkey"
          absent="Passkeys need a name in the address: open the portal under its name, on this machine as localhost."
        >
          <TextField name="name" label="Name of the passkey" help="Such as the device it lies on." autoComplete="off" />
        </PasskeyButton>
      ) : (
        <Link to="/confirm?to=/settings/security" className="button button-quiet">
          Confirm your password to add a passkey
        </Link>
      )}
    </Section>
  )
}

/** One's own second factor, recovery codes and passkeys. */
export function Security({
  on,
  codesLeft,
  passkeys,
  fresh,
  problem,
  errors,
}: {
  on: boolean
  codesLeft: number
  passkeys: ReadonlyArray<PasskeyItem>
  /** The password was typed in the last minutes. */
  fresh: boolean
  /** Why the last passkey was not kept. */
  problem: string | null
  errors: FieldErrors
}) {
  return (
    <>
      <ErrorSummary errors={problem === null ? errors : { passkeys: problem, ...errors }} />
      <PageHeader title="Security" kicker="Settings" />
      <AppSection on={on} codesLeft={codesLeft} errors={errors} />
      <Passkeys passkeys={passkeys} fresh={fresh} />
    </>
  )
}
