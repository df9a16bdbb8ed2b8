import type { FileRow, OptOutResults } from '../../views/opt-outs.ts'
import { DataTable } from '../data-table.tsx'
import { Form } from '../own-form.tsx'
import { DateOrderField, SelectField } from '../select-field.tsx'
import { zoneChoices } from '../zones.ts'
import type { FormatChoice } from './opt-out-upload.tsx'

/** How each file was read. Every row is accounted for: rows in = classified + rejected. */
export function OptOutFiles({ files, rows }: { files: ReadonlyArray<FileRow>; rows: OptOutResults['rows'] }) {
  return (
    <>
      <p className="mb-3">
        {rows.all} rows = {rows.classified} understood + {rows.rejected} rejected.
      </p>
      <DataTable
        caption="Files as they were read"
        rows={files}
        rowKey={({ file }) => file}
        columns={[
          { label: 'File', cell: ({ file }) => <span className="break-all">{file}</span> },
          { label: 'Recognised as', cell: ({ format }) => format },
          { label: 'Zone of its times', cell: ({ zone }) => zone },
          { label: 'Rows', number: true, cell: (row) => row.rows },
          { label: 'Understood', number: true, cell: ({ classified }) => classified },
          { label: 'Rejected', number: true, cell: ({ rejected }) => rejected },
          {
            label: 'Columns not used',
            cell: ({ unknownColumns }) => (
              <span className="break-all">
                {unknownColumns.slice(0, 12).join(', ') || 'None'}
                {unknownColumns.length > 12 && ` and ${unknownColumns.length - 12} more`}
              </span>
            ),
          },
        ]}
      />
      {files
        .filter(({ rejected }) => rejected > 0)
        .map(({ file, rejected, rejectedRows }) => (
          <details key={file} className="disclosure mt-4">
            <summary>
              Rejected rows of {file} ({rejected})
            </summary>
            <ul className="mt-2 space-y-1 text-sm">
              {rejectedRows.map(({ line, why }) => (
                <li key={line}>
                  Line {line}: {why}
                </li>
              ))}
              {rejected > rejectedRows.length && <li>The first {rejectedRows.length} are listed.</li>}
            </ul>
          </details>
        ))}
    </>
  )
}

export type Correction = {
  files: ReadonlyArray<{ name: string; format: string; zone: string }>
  zone: string
  dateOrder: string
}

/** While the files are kept: read them again as another format or in another zone, or delete them now. */
export function OptOutCorrection({
  correction: { files, zone, dateOrder },
  formats,
  open,
}: {
  correction: Correction
  formats: ReadonlyArray<FormatChoice>
  /** The import failed, so this is what to do next. */
  open: boolean
}) {
  const zones = zoneChoices(zone, ...files.map((file) => file.zone))
  return (
    <details className="disclosure mb-8" open={open}>
      <summary>Correct how they were read</summary>
      <section aria-label="Read them again" className="mt-4">
        <p className="mb-4 max-w-text text-soft">
          The files are kept for a day at most. If a format or a zone is wrong, correct it here; the new result then
          counts.
        </p>
        <Form method="post" encType="multipart/form-data" noValidate className="max-w-text">
          <SelectField
            name="correct-zone"
            label="Zone of the practice, and of times without one"
            choices={zones}
            defaultValue={zone}
          />
          {files.map(({ name, format, zone: own }, at) => (
            <fieldset key={name} className="card mb-4 min-w-0 p-4 pb-0">
              <legend className="break-all font-semibold">{name}</legend>
              <SelectField
                name={`format-${at}`}
                label="Format"
                choices={[{ value: '', label: 'Recognised by itself' }, ...formats]}
                defaultValue={format}
              />
              <SelectField
                name={`zone-${at}`}
                label="Zone of its times"
                choices={[{ value: '', label: 'As the practice' }, ...zones]}
                defaultValue={own}
              />
            </fieldset>
          ))}
          <DateOrderField name="correct-order" label="Order of day and month in dates" order={dateOrder} />
          <div className="flex flex-wrap gap-3">
            <button type="submit" name="intent" value="correct" className="button">
              Read them again
            </button>
            <button type="submit" name="intent" value="delete" className="button button-quiet">
              Delete the files now
            </button>
          </div>
        </Form>
      </section>
    </details>
  )
}
