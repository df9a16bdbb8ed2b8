import { Link } from '@remix-run/react'
import { type MessageRow, verdictStatus } from '../../views/message-list.ts'
import { channelWords } from '../../views/rule-words.ts'
import { DataTable } from '../data-table.tsx'
import { ChoiceField, ErrorSummary, type FieldErrors, FileField, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { type Crumb, PageHeader } from '../page.tsx'
import { StatusBadge } from '../status.tsx'
import { ChannelSelect } from './message-parts.tsx'

export type ImportValues = {
  text: string
  shape: string
  channel: string
  textColumn: string
  idColumn: string
  channelColumn: string
}

export const emptyImport: ImportValues = {
  text: '',
  shape: 'one',
  channel: 'sms',
  textColumn: '',
  idColumn: '',
  channelColumn: '',
}

/** A file or a paste of texts: what the import and the comparison ask for. */
export function MessageImport({
  go,
  values,
  errors,
}: {
  /** The words of its button. */
  go: string
  values: ImportValues
  errors: FieldErrors
}) {
  const mapped = values.textColumn !== '' || values.idColumn !== '' || values.channelColumn !== ''
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <Form method="post" encType="multipart/form-data" noValidate>
        <FileField
          name="file"
          label="A file with messages"
          help="CSV, XLSX, JSON, JSONL, EML, HTML, TXT, or a ZIP of them. At most 25 MB, 500 files and 2,000 messages."
          accept=".csv,.tsv,.xlsx,.json,.jsonl,.ndjson,.eml,.html,.htm,.txt,.md,.zip"
          errors={errors}
        />
        <TextField
          long
          name="text"
          label="Or paste the messages"
          errors={errors}
          defaultValue={values.text}
          spellCheck={false}
        />
        <ChoiceField
          name="shape"
          label="The pasted text holds"
          errors={errors}
          chosen={[values.shape]}
          choices={[
            { value: 'one', label: 'One message', help: 'Or several with a line of --- between them.' },
            { value: 'lines', label: 'One message a line' },
            {
              value: 'table',
              label: 'A table, JSON or a whole email',
              help: 'A table needs a first row of column names.',
            },
          ]}
        />
        <ChannelSelect
          chosen={values.channel}
          label="How are they sent, where the file does not say?"
          errors={errors}
        />
        <details
          className="disclosure mb-6"
          open={mapped || errors.textColumn !== undefined || errors.idColumn !== undefined}
        >
          <summary>Name the columns of a table</summary>
          <div className="mt-3">
            <p className="mb-4 text-sm text-soft">
              Left empty, columns named text, message or body, name or id, and channel are found by themselves.
            </p>
            <TextField
              name="textColumn"
              label="Column with the text"
              errors={errors}
              defaultValue={values.textColumn}
            />
            <TextField name="idColumn" label="Column with the name" errors={errors} defaultValue={values.idColumn} />
            <TextField
              name="channelColumn"
              label="Column with the channel"
              errors={errors}
              defaultValue={values.channelColumn}
            />
          </div>
        </details>
        <button type="submit" className="button">
          {go}
        </button>
      </Form>
    </div>
  )
}

export type PreviewLine = MessageRow & { state: 'new' | 'changed' | 'same'; start: string }

const stateWords = { new: 'New', changed: 'New version', same: 'Already here' } as const

/** What was read, before it is taken in. */
export function ImportPreview({
  base,
  subject,
  crumbs,
  lines,
  total,
  keepsText,
}: {
  base: string
  subject: string
  crumbs: ReadonlyArray<Crumb>
  lines: ReadonlyArray<PreviewLine>
  total: number
  keepsText: boolean
}) {
  return (
    <>
      <PageHeader title="Check what was read" kicker={subject} crumbs={crumbs}>
        <p>
          Phone numbers, email addresses and birth dates are masked.
          {keepsText ? '' : ' Texts will not be kept, only their fingerprints.'}
        </p>
      </PageHeader>
      <div className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-3">
        <Form method="post">
          <button type="submit" name="intent" value="confirm" className="button">
            Take in {total} {total === 1 ? 'message' : 'messages'}
          </button>
        </Form>
        <Form method="post">
          <button type="submit" name="intent" value="discard" className="button button-quiet">
            Throw away
          </button>
        </Form>
        <Link to={`${base}/messages/import`}>Read another file</Link>
      </div>
      <DataTable
        caption={lines.length === total ? `${total} read` : `The first ${lines.length} of ${total} read`}
        rows={lines}
        rowKey={({ name, channel }) => `${channel} ${name}`}
        columns={[
          { label: 'Message', cell: ({ name }) => name },
          { label: 'Text', cell: ({ start }) => <span className="break-words">{start}</span> },
          { label: 'Channel', cell: ({ channel }) => channelWords[channel] },
          { label: 'Verdict', cell: ({ verdict }) => <StatusBadge status={verdictStatus[verdict]} /> },
          { label: 'Found', cell: ({ found }) => (found.length === 0 ? 'Nothing to change' : found.join(', ')) },
          { label: 'State', cell: ({ state }) => stateWords[state] },
        ]}
      />
    </>
  )
}
