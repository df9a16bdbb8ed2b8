import { Link } from '@remix-run/react'
import type { AuditValues } from '../../http/audit-query.server.ts'
import type { AuditRow } from '../../views/audit-row.ts'
import { DataTable } from '../data-table.tsx'
import { type Choice, ErrorSummary, type FieldErrors } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Section } from '../page.tsx'
import { SelectField } from '../select-field.tsx'

export type AuditLogProps = {
  rows: ReadonlyArray<AuditRow>
  /** First event whose hash or link does not hold. */
  brokenAt: number | null
  people: ReadonlyArray<Choice>
  actions: ReadonlyArray<Choice>
  objects: ReadonlyArray<Choice>
  values: AuditValues
  errors: FieldErrors
  /** The filter as it stands in the address, from "?" on; "" without one. */
  search: string
  /** Where the older events are; null on the last page. */
  older: string | null
}

function DayField({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="mb-6">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <input id={name} name={name} type="date" defaultValue={value} className="input" />
    </div>
  )
}

/** Who did what, when: never changed, never shortened. */
export function AuditLog({ rows, brokenAt, people, actions, objects, values, errors, search, older }: AuditLogProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title="Audit log"
        kicker="Settings"
        actions={
          <>
            <a className="button button-quiet" href={`/settings/audit-log.csv${search}`}>
              Download CSV
            </a>
            <a className="button button-quiet" href={`/settings/audit-log.json${search}`}>
              Download JSON
            </a>
          </>
        }
      >
        <p>Every change and every download, in order. Nothing here can be changed or taken out.</p>
      </PageHeader>
      {brokenAt === null ? (
        <Notice look="done" title="The chain holds">
          <p>Each event carries the fingerprint of the one before, and all of them were checked just now.</p>
        </Notice>
      ) : (
        <Notice look="problem" title={`The chain does not hold from event ${brokenAt} on`}>
          <p>Somebody changed the database past the portal. Keep a copy of it, and compare it with a backup.</p>
        </Notice>
      )}
      <Section id="filter" title="Filter">
        <Form method="get" className="flex flex-wrap items-end gap-x-5">
          <SelectField
            name="actor"
            label="Who"
            choices={[{ value: '', label: 'Everybody' }, ...people]}
            defaultValue={values.actor}
          />
          <SelectField
            name="action"
            label="What"
            choices={[{ value: '', label: 'Everything' }, ...actions]}
            defaultValue={values.action}
          />
          <SelectField
            name="object"
            label="On what"
            choices={[{ value: '', label: 'Anything' }, ...objects]}
            defaultValue={values.object}
          />
          <DayField name="from" label="From" value={values.from} />
          <DayField name="to" label="To" value={values.to} />
          <div className="mb-6 flex items-center gap-4">
            <button type="submit" className="button">
              Filter
            </button>
            {search !== '' && (
              <Link to="/settings/audit-log" className="inline-block min-h-6">
                Show all
              </Link>
            )}
          </div>
        </Form>
      </Section>
      <Section id="events" title="Events">
        {rows.length === 0 ? (
          <EmptyState title="No event like this">
            <p>Nothing in the log matches the filter. Take a part of it away to see more.</p>
          </EmptyState>
        ) : (
          <DataTable
            caption="Events, the newest first. Days of the filter are days of UTC."
            rows={rows}
            rowKey={({ seq }) => String(seq)}
            columns={[
              { label: 'Number', cell: ({ seq }) => seq, number: true },
              { label: 'When', cell: ({ at }) => <Moment at={at} /> },
              { label: 'Who', cell: ({ who }) => who },
              { label: 'What', cell: ({ what }) => what },
              { label: 'On what', cell: ({ object }) => <span className="break-all">{object}</span> },
              { label: 'Change', cell: ({ change }) => <span className="wrap-anywhere">{change}</span> },
              { label: 'From', cell: ({ network }) => network },
            ]}
          />
        )}
        {older !== null && (
          <p className="mt-4">
            <Link to={older} className="inline-block min-h-6">
              Older events
            </Link>
          </p>
        )}
      </Section>
    </>
  )
}
