import { DataTable } from '../data-table.tsx'
import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader, Section } from '../page.tsx'

export type RetentionKindRow = {
  kind: string
  label: string
  help: string
  /** "" = kept for good. */
  years: string
  over: number
  held: number
  oldest: string | null
}

type Hold = { id: string; reason: string; placedAt: string; by: string; subject: string | null }

/** How long what is kept, what a legal hold keeps, and what would end tonight. */
export function Retention({
  rows,
  version,
  appliedAt,
  holds,
  saved,
  values,
  errors,
}: {
  rows: ReadonlyArray<RetentionKindRow>
  version: string
  appliedAt: string | null
  holds: ReadonlyArray<Hold>
  saved: boolean
  /** What was typed when a form came back. */
  values: Readonly<Record<string, string>> | null
  errors: FieldErrors
}) {
  return (
    <>
      <ErrorSummary errors={errors} />
      {saved && errors.form === undefined && (
        <Notice look="done" title="The rules are saved">
          <p>They are applied tonight. Look at the table below to see what will end.</p>
        </Notice>
      )}
      <PageHeader title="Retention" kicker="Settings">
        <p>Everything is kept until a rule here ends it. What has ended cannot be brought back.</p>
      </PageHeader>
      <Section id="tonight" title="What would end tonight">
        <DataTable
          caption="Records whose years are over, by kind. Nothing ends by looking."
          rows={rows}
          rowKey={({ kind }) => kind}
          columns={[
            { label: 'Kind', cell: ({ label }) => label },
            { label: 'Rule', cell: ({ years }) => (years === '' ? 'Kept' : `${years} years`) },
            { label: 'Would end', cell: ({ over }) => String(over) },
            { label: 'Kept by a hold', cell: ({ held }) => String(held) },
            { label: 'Oldest since', cell: ({ oldest }) => (oldest === null ? '' : <Moment at={oldest} />) },
          ]}
        />
        {appliedAt !== null && (
          <p className="mt-3 text-sm text-soft">
            Last applied: <Moment at={appliedAt} />
          </p>
        )}
      </Section>
      <Section id="rules" title="Rules">
        <Form method="post" noValidate>
          <input type="hidden" name="version" value={version} />
          {rows.map(({ kind, label, help, years }) => (
            <TextField
              key={kind}
              name={kind}
              label={`${label}: years`}
              help={`${help} Empty keeps them.`}
              inputMode="numeric"
              autoComplete="off"
              className="max-w-24"
              errors={errors}
              defaultValue={values?.[kind] ?? years}
            />
          ))}
          <button type="submit" name="intent" value="save" className="button">
            Save the rules
          </button>
        </Form>
      </Section>
      <Section id="holds" title="Legal holds">
        {holds.length === 0 ? (
          <p className="mb-4 max-w-text text-soft">Nothing is held.</p>
        ) : (
          <DataTable
            caption="What no rule may end"
            captionHidden
            rows={holds}
            rowKey={({ id }) => id}
            columns={[
              { label: 'What', cell: ({ subject }) => subject ?? 'The whole organisation' },
              { label: 'Why', cell: ({ reason }) => reason },
              { label: 'By', cell: ({ by }) => by },
              { label: 'Since', cell: ({ placedAt }) => <Moment at={placedAt} /> },
              {
                label: 'Lift',
                cell: ({ id, subject }) => (
                  <Form method="post">
                    <input type="hidden" name="hold" value={id} />
                    <button type="submit" name="intent" value="lift" className="link-button min-h-6">
                      Lift<span className="sr-only"> the hold on {subject ?? 'the whole organisation'}</span>
                    </button>
                  </Form>
                ),
              },
            ]}
          />
        )}
        <Form key={holds.length} method="post" noValidate className="mt-6">
          <TextField
            name="name"
            label="Name of the vendor, practice or prospect"
            help="Empty holds the whole organisation. While a hold stands, the audit log is kept whole too."
            errors={errors}
            defaultValue={values?.name ?? ''}
            autoComplete="off"
          />
          <TextField name="reason" label="Why" errors={errors} defaultValue={values?.reason ?? ''} autoComplete="off" />
          <button type="submit" name="intent" value="hold" className="button button-quiet">
            Place the hold
          </button>
        </Form>
      </Section>
    </>
  )
}
