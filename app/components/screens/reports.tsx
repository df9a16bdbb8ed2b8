import { useNavigation } from '@remix-run/react'
import type { ReportRow } from '../../views/report-row.ts'
import { DataTable } from '../data-table.tsx'
import { ChoiceField, ErrorSummary, type FieldErrors } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Pages, Section } from '../page.tsx'
import { type SubjectOption, SubjectSelect } from '../subject-select.tsx'

const lengths = [
  { value: 'one-pager', label: 'One page', help: 'The answer, the three heaviest points, and how to correct it.' },
  { value: 'report', label: 'Report', help: 'At most six pages, with the findings in five parts.' },
  { value: 'annex', label: 'Report with all evidence', help: 'Every finding, request and quote. As long as needed.' },
]

export type ReportValues = { subject: string; length: string }

/** Make a report, and every report made so far: on the screen, and as PDF where a browser could print it. */
export function Reports({
  subjects,
  rows,
  total,
  page,
  pages,
  made,
  mayReport,
  values,
  errors,
}: {
  subjects: ReadonlyArray<SubjectOption>
  rows: ReadonlyArray<ReportRow>
  total: number
  page: number
  pages: number
  /** The report just made. */
  made: ReportRow | null
  mayReport: boolean
  values: ReportValues
  errors: FieldErrors
}) {
  const busy = useNavigation().state === 'submitting'
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title="Reports">
        <p>A report is a view of what was judged. It never says more than the evidence does.</p>
      </PageHeader>
      {made !== null && (
        <Notice look="done" title={`The report on ${made.subject} is ready`}>
          <ReportLinks row={made} />
          {!made.hasPdf && <p>No browser was found, so there is no PDF. Print the page instead.</p>}
        </Notice>
      )}
      {mayReport && subjects.length > 0 && (
        <Section id="make" title="Make a report">
          <Form method="post" noValidate className="max-w-text">
            <SubjectSelect label="About whom?" subjects={subjects} chosen={values.subject} errors={errors} />
            <ChoiceField name="length" label="How long?" choices={lengths} chosen={[values.length]} errors={errors} />
            <div className="flex flex-wrap items-center gap-4">
              <button type="submit" className="button">
                Make the report
              </button>
              <p role="status" className="text-sm text-soft">
                {busy ? 'It is being made. This takes a few seconds.' : ''}
              </p>
            </div>
          </Form>
        </Section>
      )}
      <Section id="made" title="Reports made">
        {rows.length === 0 ? (
          <EmptyState title="No report yet">
            <p>
              {subjects.length === 0
                ? 'Add a vendor, a practice or a prospect first. A report keeps the state of its moment.'
                : 'Choose whom it is about above. A report keeps the state of its moment.'}
            </p>
          </EmptyState>
        ) : (
          <DataTable
            caption={`${total} ${total === 1 ? 'report' : 'reports'}, the newest first`}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { label: 'About', cell: ({ subject }) => subject },
              { label: 'Kind', cell: ({ kind }) => kind },
              { label: 'Made', cell: ({ createdAt }) => <Moment at={createdAt} /> },
              { label: 'Fingerprint', cell: ({ fingerprint }) => <code>{fingerprint}</code> },
              { label: 'Open', cell: (row) => <ReportLinks row={row} /> },
            ]}
          />
        )}
        {pages > 1 && <Pages to="/reports?" page={page} pages={pages} />}
      </Section>
    </>
  )
}

function ReportLinks({ row: { id, subject, hasPdf } }: { row: ReportRow }) {
  return (
    <span className="flex flex-wrap gap-x-4">
      <a href={`/reports/${id}/view`} className="inline-block min-h-6">
        Read<span className="sr-only"> the report on {subject}</span>
      </a>
      {hasPdf && (
        <a href={`/reports/${id}/pdf`} className="inline-block min-h-6">
          PDF<span className="sr-only"> of the report on {subject}</span>
        </a>
      )}
    </span>
  )
}
