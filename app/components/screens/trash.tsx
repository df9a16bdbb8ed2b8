import type { SubjectKind } from '#checklists/index.ts'
import { DataTable } from '../data-table.tsx'
import { ErrorSummary, type FieldErrors } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader } from '../page.tsx'
import { placeOf, places } from '../subject-kind.ts'

export type TrashRow = { id: string; name: string; kind: SubjectKind; removedAt: string }

/** What was removed in the last 30 days, each with a way back. */
export function Trash({ rows, errors }: { rows: ReadonlyArray<TrashRow>; errors: FieldErrors }) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title="Removed">
        <p className="max-w-text">
          For 30 days each can be put back with everything it had. Records that must be kept stay stored after that.
        </p>
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState title="Nothing was removed">
          <p>Vendors, practices and prospects you remove wait here for 30 days.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Removed in the last 30 days, the newest first"
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { label: 'Name', cell: ({ name }) => name },
            { label: 'Kind', cell: ({ kind }) => places[placeOf(kind)].one },
            { label: 'Removed', cell: ({ removedAt }) => <Moment at={removedAt} /> },
            {
              label: 'Put back',
              cell: ({ id, name }) => (
                <Form method="post" action="/trash">
                  <input type="hidden" name="subject" value={id} />
                  <button type="submit" className="link-button min-h-6">
                    Put back<span className="sr-only"> {name}</span>
                  </button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
