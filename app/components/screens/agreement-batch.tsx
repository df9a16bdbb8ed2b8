import type { BatchRow, Sorting, SortKey } from '../../views/agreement-batch.ts'
import { type Column, DataTable } from '../data-table.tsx'
import { ErrorSummary, type FieldErrors, FileField } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'

const labels: Record<SortKey, string> = {
  file: 'File',
  vendor: 'Vendor named',
  practice: 'Practice named',
  bar: 'Practice bar, of 6',
  floor: 'Legal floor, of 17',
  conflicts: 'Conflicts',
  breach: 'Breach notice within',
  audit: 'May audit',
}
const keys = Object.keys(labels) as ReadonlyArray<SortKey>

function File({ file, problem, warnings }: BatchRow) {
  return (
    <>
      <span className="file-name break-words">{file}</span>
      {problem !== null && (
        <span className="block font-normal text-soft">
          {problem.says} {problem.hint}
        </span>
      )}
      {warnings.map((says) => (
        <span key={says} className="mt-1 block font-normal text-soft">
          <strong>Note:</strong> {says}
        </span>
      ))}
    </>
  )
}

function columns({ by, down }: Sorting): Array<Column<BatchRow>> {
  return keys.map((key) => ({
    label: labels[key],
    number: key === 'bar' || key === 'floor' || key === 'conflicts',
    sort: {
      to: `?sort=${key}&order=${by === key && !down ? 'down' : 'up'}`,
      now: by === key ? (down ? 'descending' : 'ascending') : null,
    },
    cell: (row) => (key === 'file' ? <File {...row} /> : (row[key] ?? '–')),
  }))
}

/** On a narrow screen the rows are cards without a head, so the order is chosen here. */
function SortForm({ by, down }: Sorting) {
  return (
    <Form key={`${by} ${down}`} className="mb-4 flex flex-wrap items-end gap-3 sm:hidden" preventScrollReset>
      <div className="grow">
        <label htmlFor="sort" className="mb-1 block text-sm font-semibold">
          Sort by
        </label>
        <select id="sort" name="sort" defaultValue={by} className="input">
          {keys.map((key) => (
            <option key={key} value={key}>
              {labels[key]}
            </option>
          ))}
        </select>
      </div>
      <label className="choice">
        <input type="checkbox" name="order" value="down" defaultChecked={down} />
        <span>Highest first</span>
      </label>
      <button type="submit" className="button button-quiet">
        Sort
      </button>
    </Form>
  )
}

/** Many agreements read at once: a sortable table, nothing kept but the table. */
export function AgreementBatch({
  rows,
  sorting,
  checkedAt,
  errors,
}: {
  rows: ReadonlyArray<BatchRow>
  sorting: Sorting
  checkedAt: string | null
  errors: FieldErrors
}) {
  return (
    <>
      <PageHeader title="Check many agreements" crumbs={[{ to: '/vendors', label: 'Vendors' }]}>
        <p>
          Reads up to 20 agreements and shows how they compare. No file is kept, only this table, for you alone, until
          your next check. To keep an agreement, add its vendor and upload it there.
        </p>
      </PageHeader>
      <ErrorSummary errors={errors} />
      <Form method="post" encType="multipart/form-data" noValidate>
        <FileField
          name="files"
          label="The agreements"
          help="PDF, DOCX, TXT or HTML, at most 50 MB together. Pictures of pages are not read here: upload those with their vendor."
          accept=".pdf,.docx,.txt,.html,.htm"
          multiple
          errors={errors}
        />
        <button type="submit" className="button">
          Read the agreements
        </button>
      </Form>
      {checkedAt !== null && (
        <section aria-labelledby="checked" className="mt-10">
          <h2 id="checked" className="mb-1">
            What they say
          </h2>
          <p className="mb-4 text-sm text-soft">
            Checked <Moment at={checkedAt} />
          </p>
          <SortForm {...sorting} />
          <DataTable
            caption={`${rows.length} ${rows.length === 1 ? 'file' : 'files'}`}
            columns={columns(sorting)}
            rows={rows}
            rowKey={({ key }) => key}
          />
        </section>
      )}
    </>
  )
}
