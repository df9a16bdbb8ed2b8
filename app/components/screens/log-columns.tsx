import { Link } from '@remix-run/react'
import type { DescribedColumn, MappingPreview } from '#scanners/opt-out/describe-log.ts'
import type { LogMapping, MappedRole, WordRole } from '#scanners/opt-out/mapping.ts'
import { DataTable } from '../data-table.tsx'
import { ErrorSummary, type FieldErrors } from '../form.tsx'
import { momentWords, useTimeZone } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { Section } from '../page.tsx'
import { DateOrderField, SelectField } from '../select-field.tsx'
import { zoneChoices } from '../zones.ts'

export type LogColumnsPage = {
  file: string
  /** Logs of the import that nobody can read yet, this one included. */
  waiting: number
  rows: number
  columns: ReadonlyArray<Omit<DescribedColumn, 'words'>>
  mapping: LogMapping
  words: ReadonlyArray<{ role: WordRole; label: string; words: DescribedColumn['words'] }>
  preview: MappingPreview
}

const roles: ReadonlyArray<readonly [MappedRole, string, string?]> = [
  ['time', 'Date and time'],
  ['phone', 'Phone of the person'],
  ['email', 'E-mail of the person'],
  ['patient', 'Patient or contact number'],
  ['what', 'What happened', 'A status, an event or a result.'],
  ['channel', 'Channel', 'Text, e-mail or call.'],
  ['direction', 'In or out', 'Whether the person wrote or was written to.'],
  ['text', 'Words of the message or note', 'They are read for opt-outs and never kept.'],
  ['from', 'Sender', 'For a reply this is the person. Leave it open if it names staff.'],
  ['reference', 'Number of the message or call', 'So that a row exported twice counts once.'],
]

const meaningChoices = [
  ['', 'Not said'],
  ['sent', 'A contact: sent'],
  ['delivered', 'A contact: delivered'],
  ['answered', 'A contact: call answered'],
  ['voicemail', 'A contact: voicemail'],
  ['no_answer', 'A contact: no answer'],
  ['failed', 'A contact that failed'],
  ['blocked', 'Held back by a do-not-contact list'],
  ['reply', 'A reply or note of the person'],
  ['opt_out', 'An opt-out'],
  ['opt_in', 'The person opted in again'],
  ['suppression_set', 'Put on a do-not-contact list'],
  ['suppression_cleared', 'Taken off a do-not-contact list'],
  ['consent', 'Consent given'],
  ['nothing', 'Nothing of these: leave the row out'],
].map(([value, label]) => ({ value: value!, label: label! }))

const channelChoices = [
  ['', 'Not said'],
  ['sms', 'Text'],
  ['email', 'E-mail'],
  ['voice', 'Call'],
  ['whatsapp', 'WhatsApp'],
  ['push', 'Push'],
  ['mail', 'Letter'],
].map(([value, label]) => ({ value: value!, label: label! }))

const directionChoices = [
  { value: '', label: 'Not said' },
  { value: 'out', label: 'To the person' },
  { value: 'in', label: 'From the person' },
]

const choicesOf: Record<WordRole, typeof meaningChoices> = {
  what: meaningChoices,
  channel: channelChoices,
  direction: directionChoices,
}

const kindWords: Record<string, string> = {
  attempt: 'contacts',
  opt_out: 'opt-outs',
  opt_in: 'opted in again',
  suppression_set: 'put on a list',
  suppression_cleared: 'taken off a list',
  snapshot: 'seen in a list',
  consent: 'consents',
  link: 'links of addresses',
  'unclear reply': 'unclear replies',
  nothing: 'rows that say nothing of contact',
}

function Preview({ preview }: { preview: MappingPreview }) {
  const timeZone = useTimeZone()
  const { rows, more, classified, rejected, reasons, kinds, from, to, localTimes } = preview
  return (
    <Section id="gives" title="What this gives">
      <p className="mb-2 font-semibold" role="status">
        {more ? 'Of the first ' : 'Of '}
        {rows} rows, {classified} can be read and {rejected} cannot.
      </p>
      {kinds.length > 0 && (
        <p className="mb-2">
          Read as {kinds.map(({ kind, rows: count }) => `${kindWords[kind] ?? kind} (${count})`).join(', ')}.
        </p>
      )}
      {from !== null && to !== null && (
        <p className="mb-2">
          From {momentWords(from, timeZone)} to {momentWords(to, timeZone)}.
          {localTimes && ' The file names no zone; the one below is taken.'}
        </p>
      )}
      {reasons.length > 0 && (
        <DataTable
          caption="Rows that cannot be read"
          rows={reasons}
          rowKey={({ why }) => why}
          columns={[
            { label: 'Why', cell: ({ why }) => why.replace(/^./, (letter) => letter.toUpperCase()) },
            { label: 'Rows', number: true, cell: (row) => row.rows },
            { label: 'For example, lines', cell: ({ lines }) => lines.join(', ') },
          ]}
        />
      )}
    </Section>
  )
}

function Words({ page }: { page: LogColumnsPage }) {
  return page.words.map(({ role, label, words }) =>
    words === null ? null : (
      <fieldset key={role} className="card mb-4 min-w-0 p-4">
        <legend className="font-semibold">Words in the column {label}</legend>
        <ul className="space-y-2">
          {words.map(({ word, rows }, at) => (
            <li key={word} className="grid grid-cols-1 items-center gap-x-4 gap-y-1 sm:grid-cols-2">
              <input type="hidden" name={`word-${role}`} value={word} />
              <label htmlFor={`means-${role}-${at}`} className="break-words">
                “{word}”{' '}
                <span className="text-sm text-soft">
                  {rows} {rows === 1 ? 'row' : 'rows'}
                </span>
              </label>
              <select
                id={`means-${role}-${at}`}
                name={`means-${role}-${at}`}
                className="input"
                defaultValue={page.mapping.words[role][word] ?? ''}
              >
                {choicesOf[role].map(({ value, label: meant }) => (
                  <option key={value} value={value}>
                    {meant}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      </fieldset>
    ),
  )
}

/** A log of unknown format: its columns by shape, what each holds, what the words mean, and what that gives. */
export function LogColumns({ page, back, errors }: { page: LogColumnsPage; back: string; errors: FieldErrors }) {
  const timeZone = useTimeZone()
  const { file, waiting, columns, mapping, preview } = page
  const columnChoices = [
    { value: '', label: 'No column' },
    ...columns.map(({ name, label }) => ({ value: name, label })),
  ]
  // A new proposal is a new form: fields without scripts keep what was chosen, those with scripts take it over.
  const formKey = JSON.stringify([file, mapping])
  return (
    <>
      <ErrorSummary errors={errors} />
      <p className="no-print mb-4">
        <Link to={back} className="inline-block min-h-6">
          Back to opt-outs
        </Link>
      </p>
      <Section id="unknown" title={`Explain the columns of ${file}`}>
        <div className="max-w-text space-y-3 text-soft">
          <p>
            No vendor we know writes this file. Say once what its columns hold. Files with the same heading are then
            read the same way, for everybody in your organization.
          </p>
          <p>
            Cells are shown by their shape only: x for a letter, 9 for a digit. A word you do not explain stays unknown,
            and its rows are listed as not read.
            {waiting > 1 && ` ${waiting - 1} more ${waiting === 2 ? 'file waits' : 'files wait'} after this one.`}
          </p>
        </div>
      </Section>
      <Preview preview={preview} />
      <Section id="columns" title="Its columns">
        <DataTable
          caption={`Columns of ${file}`}
          captionHidden
          rows={columns}
          rowKey={({ name }) => name}
          columns={[
            { label: 'Column', cell: ({ label }) => <span className="break-all">{label}</span> },
            {
              label: 'Looks like',
              cell: ({ shapes }) => <span className="break-all">{shapes.join(' · ') || 'Empty'}</span>,
            },
            { label: 'Filled in', number: true, cell: ({ filled }) => `${filled} of ${page.rows}` },
          ]}
        />
      </Section>
      <Section id="meaning" title="What they hold">
        <Form method="post" key={formKey} noValidate>
          <input type="hidden" name="file" value={file} />
          <div className="grid grid-cols-1 gap-x-8 md:grid-cols-2">
            {roles.map(([role, label, help]) => (
              <SelectField
                key={role}
                name={`column-${role}`}
                label={label}
                {...(help === undefined ? {} : { help })}
                choices={columnChoices}
                defaultValue={mapping.columns[role] ?? ''}
                errors={errors}
              />
            ))}
          </div>
          <div className="grid grid-cols-1 gap-x-8 md:grid-cols-2">
            <SelectField
              name="what"
              label="What every row is"
              help="Only where no column says it, such as in a do-not-contact list."
              choices={meaningChoices}
              defaultValue={mapping.what ?? ''}
            />
            <SelectField
              name="channel"
              label="Channel of every row"
              help="Only where no column says it."
              choices={channelChoices}
              defaultValue={mapping.channel ?? ''}
            />
          </div>
          <Words page={page} />
          <div className="grid grid-cols-1 gap-x-8 md:grid-cols-2">
            <DateOrderField
              name="order"
              label="Order of day and month"
              order={mapping.dayFirst === undefined ? '' : mapping.dayFirst ? 'day' : 'month'}
            />
            <SelectField
              name="zone"
              label="Zone of its times"
              choices={[{ value: '', label: 'As the practice' }, ...zoneChoices(timeZone, mapping.zone ?? '')]}
              defaultValue={mapping.zone ?? ''}
            />
          </div>
          <div className="flex flex-wrap gap-3">
            <button type="submit" name="intent" value="try" className="button button-quiet">
              Try it
            </button>
            <button type="submit" name="intent" value="save" className="button">
              Read the logs this way
            </button>
          </div>
        </Form>
      </Section>
    </>
  )
}
