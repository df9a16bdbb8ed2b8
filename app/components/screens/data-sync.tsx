import type { FeedView } from '../../views/feed.ts'
import { citeLine } from '../cites.ts'
import { DataTable } from '../data-table.tsx'
import { ErrorSummary, type FieldErrors, FileField, TextField } from '../form.tsx'
import { Icon } from '../icon.tsx'
import { Moment } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, FactRow, Section } from '../page.tsx'
import { StatusBadge } from '../status.tsx'

export type FieldsValues = { text: string; system: string }

function Five({ feed }: { feed: FeedView }) {
  return (
    <div className="card mb-6 p-5">
      <h3 className="mb-1 text-base">The five fields outreach needs, and what is sent of them</h3>
      <p className="mb-4 text-sm text-soft">
        Practice bar: name, phone, email, visit date, provider; nothing clinical. Stricter than the law requires.
      </p>
      <FactRow
        facts={feed.five.map(({ label, names }) => [
          label,
          names.length === 0 ? (
            <span key={label} className="font-normal text-soft">
              Not sent
            </span>
          ) : (
            <code key={label} className="break-all">
              {names.join(', ')}
            </code>
          ),
        ])}
      />
    </div>
  )
}

function Drift({ drift }: { drift: NonNullable<FeedView['drift']> }) {
  const { since, added, removed } = drift
  const list = (names: ReadonlyArray<string>) => names.map((name) => <code key={name}>{name} </code>)
  return (
    <div className={`finding ${added.length > 0 ? 'is-weak' : 'is-meets'} mb-6 p-4`}>
      <h3 className="text-base">
        Since the list of <Moment at={since} />
      </h3>
      {added.length === 0 && removed.length === 0 && <p className="mt-1 text-sm">The same fields are sent.</p>}
      {added.length > 0 && <p className="mt-1 text-sm break-words">New: {list(added)}</p>}
      {removed.length > 0 && <p className="mt-1 text-sm break-words">No longer sent: {list(removed)}</p>}
    </div>
  )
}

const looks = { Allowed: 'meets', Questionable: 'weak', Never: 'conflicts' } as const

function Word({ field }: { field: FeedView['fields'][number] }) {
  return (
    <span className={`status is-${looks[field.word]}`}>
      <Icon name={looks[field.word]} />
      {field.useful ? `${field.word}, useful` : field.word}
    </span>
  )
}

function Feed({ feed, at, mayChange }: { feed: FeedView; at: number; mayChange: boolean }) {
  const { allowed, questionable, never } = feed.counts
  const title = feed.system ?? 'The feed'
  return (
    <Section
      id={`feed-${at}`}
      title={title}
      aside={
        mayChange && (
          <Form method="post" encType="multipart/form-data">
            <input type="hidden" name="intent" value="remove" />
            <button type="submit" name="system" value={feed.system ?? ''} className="link-button">
              Remove this feed<span className="sr-only">: {title}</span>
            </button>
          </Form>
        )
      }
    >
      <div className="card mb-6 p-5">
        <FactRow
          facts={[
            ['Verdict', <StatusBadge key="verdict" status={feed.status} />],
            ['Allowed', String(allowed)],
            ['Questionable', String(questionable)],
            ['Never', String(never)],
            ['Read from', `${feed.format}: ${feed.ref}`],
            ['Read', <Moment key="at" at={feed.at} />],
          ]}
        />
      </div>
      <Five feed={feed} />
      {feed.drift !== null && <Drift drift={feed.drift} />}
      {feed.smaller !== '' && (
        <p className="mb-6 max-w-text">
          <strong>Ask for less: </strong>
          <code className="break-words">{feed.smaller}</code>
        </p>
      )}
      <DataTable
        caption={`${feed.fields.length} fields, as the feed names them`}
        rows={feed.fields}
        rowKey={({ name }) => name}
        columns={[
          { label: 'Field', cell: ({ name }) => <code>{name}</code> },
          { label: 'May it be sent?', cell: (field) => <Word field={field} /> },
          { label: 'It holds', cell: ({ holds }) => holds },
          {
            label: 'Why',
            cell: ({ because, cites, word }) => (
              <>
                {because}
                {word !== 'Allowed' && <span className="block text-xs text-soft">{citeLine(cites)}</span>}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** What the sync hands over, by names only: allowed, questionable, never; and what changed since the last list. */
export function DataSync({
  feeds,
  values,
  errors,
  mayChange,
}: {
  feeds: ReadonlyArray<FeedView>
  values: FieldsValues
  errors: FieldErrors
  mayChange: boolean
}) {
  return (
    <>
      <ErrorSummary errors={errors} />
      {feeds.length === 0 ? (
        <EmptyState title="No field list yet">
          <p>
            Hand in the header row of an export, a JSON sample, an HL7 message or a FHIR resource. Only the names of the
            fields are read; values are never kept.
          </p>
        </EmptyState>
      ) : (
        feeds.map((feed, at) => <Feed key={feed.system ?? ''} feed={feed} at={at} mayChange={mayChange} />)
      )}
      {mayChange && (
        <section aria-labelledby="hand-in" className="no-print mt-8 max-w-text">
          <h2 id="hand-in" className="mb-4">
            {feeds.length === 0 ? 'Hand in the fields' : 'Hand in a newer list'}
          </h2>
          {/* A list that was taken in leaves an empty form. */}
          <Form key={feeds.map(({ at }) => at).join()} method="post" encType="multipart/form-data" noValidate>
            <TextField
              long
              name="text"
              label="Paste the names"
              help="A header row, one name a line, JSON, HL7 segments, a FHIR resource, _elements or SMART scopes."
              errors={errors}
              defaultValue={values.text}
              spellCheck={false}
            />
            <FileField
              name="file"
              label="Or choose a file"
              help="CSV, TSV, XLSX, JSON, JSONL or TXT. At most 25 MB. Rows below the header are not read."
              accept=".csv,.tsv,.xlsx,.json,.jsonl,.ndjson,.txt,.hl7"
              errors={errors}
            />
            <TextField
              name="system"
              label="Which feed is it?"
              help="For example “EHR nightly export”. A list of the same feed is compared with the one before."
              errors={errors}
              defaultValue={values.system}
              autoComplete="off"
            />
            <button type="submit" className="button">
              Judge the fields
            </button>
          </Form>
        </section>
      )}
    </>
  )
}
