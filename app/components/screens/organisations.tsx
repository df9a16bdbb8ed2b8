import type { Client } from '../../use-cases/organisations.ts'
import { DataTable } from '../data-table.tsx'
import { type Choice, ChoiceField, ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Section } from '../page.tsx'
import { SelectField } from '../select-field.tsx'

export type OrganisationRow = { id: string; name: string; role: string; client: boolean; current: boolean }

function Switch({ row: { id, name, current } }: { row: OrganisationRow }) {
  if (current) return <>You work here now</>
  return (
    <Form method="post" action="/organisations" reloadDocument>
      <input type="hidden" name="intent" value="switch" />
      <input type="hidden" name="organisation" value={id} />
      <button type="submit" className="link-button min-h-6">
        Work in {name}
      </button>
    </Form>
  )
}

function LetIn({
  clients,
  people,
  roles,
  errors,
}: {
  clients: ReadonlyArray<Client>
  people: ReadonlyArray<Omit<Choice, 'help'>>
  roles: ReadonlyArray<Omit<Choice, 'help'>>
  errors: FieldErrors
}) {
  return (
    <Section id="let-in" title="Let one of your people into a client">
      <Form method="post" action="/organisations" noValidate>
        <input type="hidden" name="intent" value="let-in" />
        <SelectField
          name="organisation"
          label="Client"
          errors={errors}
          choices={clients.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue=""
        />
        <SelectField name="personId" label="Person" errors={errors} choices={people} defaultValue="" />
        <SelectField name="role" label="Role in the client" errors={errors} choices={roles} defaultValue="assessor" />
        <button type="submit" className="button">
          Let in
        </button>
      </Form>
    </Section>
  )
}

function RemoveDemo({ demo, errors }: { demo: { id: string; reasons: ReadonlyArray<string> }; errors: FieldErrors }) {
  if (demo.reasons.length > 0) {
    return (
      <div className="mt-6 max-w-text text-sm">
        <p className="font-semibold">The demo cannot be taken away now.</p>
        <ul className="list-disc ps-5">
          {demo.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <Form method="post" action="/organisations" noValidate className="mt-6 max-w-text">
      <input type="hidden" name="intent" value="remove-demo" />
      <input type="hidden" name="organisation" value={demo.id} />
      <ChoiceField
        name="confirmed"
        label="Take the demo away"
        help="With its vendors, results, files and log. Your log keeps that it was there."
        many
        errors={errors}
        choices={[{ value: 'yes', label: 'I am sure' }]}
      />
      <button type="submit" className="button button-quiet">
        Remove the demo
      </button>
    </Form>
  )
}

/** Where one works, a way to go elsewhere, and a consultancy's clients. */
export function Organisations({
  organisations,
  mayAdd,
  clients,
  people,
  roles,
  demo,
  errors,
}: {
  organisations: ReadonlyArray<OrganisationRow>
  mayAdd: boolean
  clients: ReadonlyArray<Client>
  people: ReadonlyArray<Omit<Choice, 'help'>>
  roles: ReadonlyArray<Omit<Choice, 'help'>>
  /** The demo that is there, with what stands against taking it away; null: none. */
  demo: { id: string; reasons: ReadonlyArray<string> } | null
  errors: FieldErrors
}) {
  const open = clients.filter(({ mayLetIn }) => mayLetIn)
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title="Organisations" kicker="Settings">
        <p className="max-w-text">Each has its own vendors, people, log and key. Nothing passes from one to another.</p>
      </PageHeader>
      <Section id="yours" title="Where you work">
        <DataTable
          caption="Organisations you are a member of"
          captionHidden
          rows={organisations}
          rowKey={({ id }) => id}
          columns={[
            { label: 'Name', cell: ({ name }) => name },
            { label: 'Kind', cell: ({ client }) => (client ? 'Client' : 'Organisation') },
            { label: 'Your role', cell: ({ role }) => role },
            { label: 'Switch', cell: (row) => <Switch row={row} /> },
          ]}
        />
      </Section>
      {mayAdd && (
        <>
          <Section id="clients" title="Clients">
            {clients.length === 0 ? (
              <EmptyState title="No client yet">
                <p>A client is an organisation of its own. You are its owner until you make another one.</p>
              </EmptyState>
            ) : (
              <DataTable
                caption="Client organisations"
                captionHidden
                rows={clients}
                rowKey={({ id }) => id}
                columns={[
                  { label: 'Name', cell: ({ name }) => name },
                  { label: 'Since', cell: ({ since }) => <Moment at={since} /> },
                  { label: 'You', cell: ({ member }) => (member ? 'Are a member' : 'Are no member') },
                ]}
              />
            )}
          </Section>
          <Section id="add" title="Add a client">
            <Form key={clients.length} method="post" action="/organisations" noValidate className="max-w-text">
              <input type="hidden" name="intent" value="add-client" />
              <TextField name="name" label="Name of the client" errors={errors} autoComplete="off" />
              <button type="submit" className="button">
                Add the client
              </button>
            </Form>
          </Section>
          <Section id="demo" title="A made-up practice to look around in">
            <Form method="post" action="/organisations" reloadDocument className="max-w-text">
              <input type="hidden" name="intent" value="demo" />
              <p className="mb-3">
                Two vendors, two agreements, messages, logs and a site, all invented, read by the same scanners as
                yours. It is a client of its own, so nothing of it mixes with what is yours.
              </p>
              <button type="submit" className="button button-quiet">
                Open the demo
              </button>
            </Form>
            {demo !== null && <RemoveDemo demo={demo} errors={errors} />}
          </Section>
          {open.length > 0 && <LetIn clients={open} people={people} roles={roles} errors={errors} />}
        </>
      )}
    </>
  )
}
