import { Link } from '@remix-run/react'
import type { AuditValues } from '../../http/audit-query.server.ts'
import type { AuditRow } from '../../views/audit-row.ts'
import { DataTable } from '../data-table.tsx'
import { type Choice, ErrorSummary, type FieldErrors } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, Facts, PageHeader, Section } from '../page.tsx'
import { type SavedFilterRow, SavedFilters } from '../saved-filters.tsx'
import { SelectField } from '../select-field.tsx'

export type AuditLogProps = {
  rows: ReadonlyArray<AuditRow>
  chain: ChainProps
  people: ReadonlyArray<Choice>
  actions: ReadonlyArray<Choice>
  objects: ReadonlyArray<Choice>
  values: AuditValues
  filters: ReadonlyArray<SavedFilterRow>
  errors: FieldErrors
  /** The filter as it stands in the address, from "?" on; "" without one. */
  search: string
  /** Where the older events are; null on the last page. */
  older: string | null
}

type ChainProps = {
  /** First event whose hash or link does not hold, or that a signed checkpoint contradicts. */
  brokenAt: number | null
  /** Number of the newest event checked. */
  to: number
  /** When all of it was last checked, and up to which event; null: not since the portal was started. */
  whole: { at: string; to: number } | null
  checkpoint: { seq: number; at: string; keyId: string; hash: string; signature: string } | null
  publicKey: string
}

/** What was checked and when, and the newest signed point as a customer can keep and compare it. */
function ChainState({ brokenAt, to, whole, checkpoint, publicKey }: ChainProps) {
  const check = (
    <Form method="post">
      <input type="hidden" name="intent" value="check" />
      <button type="submit" className="link-button min-h-6">
        Check the whole log now
      </button>
    </Form>
  )
  if (brokenAt !== null) {
    return (
      <Notice look="problem" title={`The chain does not hold from event ${brokenAt} on`}>
        <p className="mb-2">
          Somebody changed the database past the portal. Keep a copy of it, and compare it with a backup.
        </p>
        {check}
      </Notice>
    )
  }
  return (
    <Notice look="done" title={`The chain holds up to event ${to}`}>
      {whole === null ? (
        <p>Checked from the last signed point on, just now. All of it is checked once a day.</p>
      ) : (
        <p>
          Events up to {whole.to} were checked from the first one on, on <Moment at={whole.at} />. What is newer, and
          what this page shows, was checked just now.
        </p>
      )}
      {checkpoint === null && (
        <p className="my-2">
          No signed point yet: until there is one, an end that was cut off before the portal was started would not show.
          One is made every hour.
        </p>
      )}
      {checkpoint !== null && (
        <details className="my-2">
          <summary className="min-h-6">Signed point at event {checkpoint.seq}</summary>
          <p className="my-2">
            Signed on <Moment at={checkpoint.at} /> with a key that lies outside the database. Keep a copy: it shows
            later whether what came before was changed.
          </p>
          <Facts
            facts={[
              [
                'Fingerprint',
                <code key="hash" className="break-all">
                  {checkpoint.hash}
                </code>,
              ],
              [
                'Signature (Ed25519)',
                <code key="signature" className="break-all">
                  {checkpoint.signature}
                </code>,
              ],
              [
                'Key',
                <code key="keyId" className="break-all">
                  {checkpoint.keyId}
                </code>,
              ],
              [
                'Public key',
                <code key="publicKey" className="break-all">
                  {publicKey}
                </code>,
              ],
            ]}
          />
        </details>
      )}
      {check}
    </Notice>
  )
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

/** Who did what, when: never changed, and shortened by a rule of retention alone. */
export function AuditLog({
  rows,
  chain,
  people,
  actions,
  objects,
  values,
  filters,
  errors,
  search,
  older,
}: AuditLogProps) {
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
        <p>
          Every change and every download, in order. The portal changes no event. Each carries the hash of the one
          before, and every hour the newest is signed with a key outside the database, so that a change made behind the
          portal’s back to what was signed shows. Only your retention rule ends the oldest ones, after six years at the
          earliest, and the log says so; a demo goes with its own log, and yours says so.
        </p>
      </PageHeader>
      <ChainState {...chain} />
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
        <SavedFilters filters={filters} current={search} path="/settings/audit-log" errors={errors} />
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
