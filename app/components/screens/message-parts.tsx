import { Fragment, type ReactNode } from 'react'
import type { Segment } from '../../views/marked-text.ts'
import { type Channel, channelWords, fieldWords } from '../../views/rule-words.ts'
import type { TemplateField, TemplateLine } from '../../views/template.ts'
import { citeLine } from '../cites.ts'
import { DataTable } from '../data-table.tsx'
import type { FieldErrors } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { StatusBadge, statusWords } from '../status.tsx'

/** A text with its marks; the words around them stay as they are. */
export function Marks({ segments }: { segments: ReadonlyArray<Segment> }) {
  return segments.map(({ start, text, mark }) =>
    mark === null ? (
      <Fragment key={start}>{text}</Fragment>
    ) : (
      <mark key={start} className={`is-${mark.status}`} title={`${mark.label}: ${statusWords[mark.status]}`}>
        {text}
      </mark>
    ),
  )
}

const axisWords: Record<TemplateLine['axis'], string> = {
  law: 'Law',
  'practice-bar': 'Practice bar',
  judgement: 'Our judgement',
}

function Line({ line }: { line: TemplateLine }) {
  return (
    <li className={`finding is-${line.status} space-y-2 p-4`}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="text-base">{line.title}</h3>
        <StatusBadge status={line.status} />
      </div>
      {line.quote !== '' && (
        <p className="text-sm break-words">
          <q>{line.quote.length > 200 ? `${line.quote.slice(0, 200)} …` : line.quote}</q> {line.where}
        </p>
      )}
      <p className="text-sm">{line.message}</p>
      <p className="text-sm">
        <strong>Do this: </strong>
        {line.fix}
      </p>
      <p className="text-xs text-soft">
        {line.cites[0]?.startsWith(axisWords[line.axis]) ? '' : `${axisWords[line.axis]}. `}
        {citeLine(line.cites)}
      </p>
    </li>
  )
}

export function TemplateLines({
  lines,
  notes,
}: {
  lines: ReadonlyArray<TemplateLine>
  notes: ReadonlyArray<TemplateLine>
}) {
  return (
    <>
      {lines.length === 0 ? (
        <p className="text-soft">Nothing to change was found.</p>
      ) : (
        <ol className="space-y-3">
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same rule may be met twice, the order is the identity
            <Line key={`${line.rule}-${at}`} line={line} />
          ))}
        </ol>
      )}
      {notes.length > 0 && (
        <ul className="mt-4 space-y-1 text-sm text-soft">
          {notes.map(({ rule, quote, message }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={`${rule}-${at}`} className="break-words">
              {quote === '' ? '' : `${quote}: `}
              {message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function MapField({ name }: { name: string }) {
  const id = `holds-${name.replace(/\W+/g, '-')}`
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="intent" value="map" />
      <input type="hidden" name="field" value={name} />
      <div>
        <label htmlFor={id} className="mb-1 block text-xs text-soft">
          It holds<span className="sr-only">: {name}</span>
        </label>
        <select id={id} name="holds" className="input">
          {(['ok', 'clinical', 'identifier', 'financial_or_ref'] as const).map((holds) => (
            <option key={holds} value={holds}>
              {fieldWords[holds]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button button-quiet button-small">
        Say so<span className="sr-only"> for {name}</span>
      </button>
    </Form>
  )
}

/** The merge fields of a text. What nobody can tell by its name, a person may say, for the whole organisation. */
export function FieldTable({
  fields,
  said,
  mayChange,
}: {
  fields: ReadonlyArray<TemplateField>
  said: Readonly<Record<string, ReactNode>>
  mayChange: boolean
}) {
  if (fields.length === 0) return <p className="text-soft">The text has no merge field.</p>
  const word = (field: TemplateField): ReactNode => {
    if (field.holds === 'opaque' && mayChange) return <MapField name={field.name} />
    if (!field.mapped) return null
    return (
      <div className="space-y-1">
        <p>{said[field.name.trim().toLowerCase()]}</p>
        {mayChange && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="unmap" />
            <button type="submit" name="field" value={field.name} className="link-button">
              Take this back<span className="sr-only">: {field.name}</span>
            </button>
          </Form>
        )}
      </div>
    )
  }
  return (
    <DataTable
      caption="Merge fields"
      captionHidden
      rows={fields}
      rowKey={({ raw }) => raw}
      columns={[
        { label: 'Field', cell: ({ raw }) => <code>{raw}</code> },
        {
          label: 'Its value',
          cell: ({ holds }) => <span className={holds === 'ok' ? '' : 'font-semibold'}>{fieldWords[holds]}</span>,
        },
        ...(fields.some(({ holds, mapped }) => mapped || holds === 'opaque')
          ? [{ label: 'Said by a person', cell: (field: TemplateField) => word(field) ?? '–' }]
          : []),
      ]}
    />
  )
}

export function ChannelSelect({
  chosen,
  label,
  errors,
  change,
}: {
  chosen: string
  label: string
  errors: FieldErrors
  change?: (channel: Channel) => void
}) {
  const error = errors.channel
  return (
    <div className="mb-6">
      <label htmlFor="channel" className="mb-1 block font-semibold">
        {label}
      </label>
      {error !== undefined && (
        <p id="channel-error" className="mb-2 font-semibold text-missing">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <select
        id="channel"
        name="channel"
        defaultValue={chosen}
        aria-describedby={error === undefined ? undefined : 'channel-error'}
        onChange={change === undefined ? undefined : ({ target }) => change(target.value as Channel)}
        className="input"
      >
        {Object.entries(channelWords).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
