import { Link } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { Channel } from '../../views/rule-words.ts'
import type { Mapped, TemplateView } from '../../views/template.ts'
import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { type Crumb, PageHeader } from '../page.tsx'
import { StatusBadge } from '../status.tsx'
import { useLiveAudit, usePaused } from '../use-live-audit.ts'
import { ChannelSelect, Marks, TemplateLines } from './message-parts.tsx'

export type EditorValues = { name: string; channel: Channel; text: string; earlier: string }

export type EditorProps = {
  title: string
  subject: string
  crumbs: ReadonlyArray<Crumb>
  cancel: string
  values: EditorValues
  errors: FieldErrors
  /** What the server found in this text, when it was asked. */
  checked: TemplateView | null
  mapped: Mapped
}

function counted({ lines }: TemplateView): string {
  const worst = lines.filter(({ status }) => status === 'conflicts').length
  const weak = lines.length - worst
  if (lines.length === 0) return 'Nothing to change was found.'
  return [worst > 0 ? `${worst} must change` : '', weak > 0 ? `${weak} to look at` : '']
    .filter((part) => part !== '')
    .join(', ')
    .concat('.')
}

function TextArea({
  text,
  view,
  error,
  change,
}: {
  text: string
  view: TemplateView | null
  error: string | undefined
  change: (text: string) => void
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // What was typed before the scripts ran is in the page, not yet in our state.
    if (area.current !== null) change(area.current.value)
  }, [change])
  return (
    <div className="mb-6">
      <label htmlFor="text" className="mb-1 block font-semibold">
        Text
      </label>
      <p id="text-help" className="mb-2 text-sm text-soft">
        Write merge fields as your vendor does, such as {'{{first_name}}'}. An email may be plain text or HTML.
      </p>
      {error !== undefined && (
        <p id="text-error" className="mb-2 font-semibold text-missing">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <div className={`editor ${view === null ? '' : 'is-live'}`}>
        {view !== null && (
          <div aria-hidden="true" className="editor-layer">
            <Marks segments={view.segments} />
            {'\n'}
          </div>
        )}
        <textarea
          ref={area}
          id="text"
          name="text"
          value={text}
          onChange={(event) => change(event.target.value)}
          rows={10}
          spellCheck={view === null}
          aria-describedby={error === undefined ? 'text-help' : 'text-help text-error'}
          aria-invalid={error === undefined ? undefined : true}
        />
      </div>
    </div>
  )
}

function SafeText({ rewrite, take }: { rewrite: string; take: (text: string) => void }) {
  return (
    <section aria-labelledby="safe" className="mb-6">
      <h2 id="safe" className="mb-3 text-lg">
        A safe text
      </h2>
      <div className="message text-sm">{rewrite}</div>
      <button
        type="submit"
        name="intent"
        value="take"
        className="button button-quiet mt-3"
        onClick={(event) => {
          event.preventDefault()
          take(rewrite)
          document.getElementById('text')?.focus()
        }}
      >
        Take the safe text
      </button>
    </section>
  )
}

/** Writes or changes a message. With scripts every finding is marked while one types; without, by the Check button. */
export function MessageEditor({ title, subject, crumbs, cancel, values, errors, checked, mapped }: EditorProps) {
  const [text, setText] = useState(values.text)
  const [channel, setChannel] = useState(values.channel)
  const live = useLiveAudit(text, channel, mapped)
  const view = live ?? checked
  const empty = text.trim() === ''
  const said = usePaused(view === null || empty ? '' : counted(view))
  return (
    <>
      <PageHeader title={title} kicker={subject} crumbs={crumbs} />
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate className="grid items-start gap-x-10 lg:grid-cols-[1.15fr_1fr]">
        <div>
          <input type="hidden" name="earlier" value={values.earlier} />
          <TextField name="name" label="Name" errors={errors} defaultValue={values.name} autoComplete="off" />
          <ChannelSelect chosen={values.channel} label="How is it sent?" errors={errors} change={setChannel} />
          <TextArea text={text} view={live} error={errors.text} change={setText} />
          <div className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-3">
            <button type="submit" name="intent" value="save" className="button">
              Save the message
            </button>
            {live === null && (
              <button type="submit" name="intent" value="check" className="button button-quiet">
                Check the text
              </button>
            )}
            <Link to={cancel}>Cancel</Link>
          </div>
        </div>
        <div>
          <p role="status" className="sr-only">
            {said}
          </p>
          {view === null || empty ? (
            <p className="text-soft">What is found in the text appears here.</p>
          ) : (
            <>
              <div className="mb-4 flex flex-wrap items-center gap-3">
                <StatusBadge status={view.status} />
                <p>{counted(view)}</p>
              </div>
              {live === null && (
                <div className="message mb-6 text-sm">
                  <Marks segments={view.segments} />
                </div>
              )}
              {view.rewrite !== null && <SafeText rewrite={view.rewrite} take={setText} />}
              <h2 className="mb-3 text-lg">What was found</h2>
              <TemplateLines lines={view.lines} notes={view.notes} />
            </>
          )}
        </div>
      </Form>
    </>
  )
}
