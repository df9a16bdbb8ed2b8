import type { DecidedRow, HeldRow, ReplyQueue } from '../../views/opt-out-queue.ts'
import { Moment, momentWords } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { Section } from '../page.tsx'
import { RowPlace } from './opt-out-results.tsx'

const choices = [
  ['opt-out', 'It ends all contact'],
  ['opt-out-here', 'It ends this channel only'],
  ['wrong-number', 'It is a wrong number'],
  ['no-opt-out', 'It is no opt-out'],
] as const

const shownAtMost = 50

function RulingForm({
  reply,
  runId,
  at,
}: {
  reply: { key: string; place: { line: number } }
  runId: string
  at: number
}) {
  return (
    <Form method="post" preventScrollReset className="mt-3 flex flex-wrap items-end gap-3">
      <input type="hidden" name="run" value={runId} />
      <input type="hidden" name="key" value={reply.key} />
      <div>
        <label htmlFor={`reply-${at}`} className="mb-1 block text-sm font-semibold">
          What is it? <span className="sr-only">Line {reply.place.line}</span>
        </label>
        <select id={`reply-${at}`} name="reply" className="input" defaultValue="">
          <option value="">Choose after reading it</option>
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="grow">
        <label htmlFor={`note-${at}`} className="mb-1 block text-sm font-semibold">
          Why (optional, nothing about the patient)
        </label>
        <input id={`note-${at}`} name="note" className="input" maxLength={1000} autoComplete="off" />
      </div>
      <button type="submit" name="intent" value="rule" className="button button-quiet">
        Save
        <span className="sr-only"> for line {reply.place.line}</span>
      </button>
    </Form>
  )
}

function Held({ reply, timeZone, form }: { reply: HeldRow; timeZone: string; form: React.ReactNode }) {
  const { place, channel, rule, stopBy, overdue, contactsSince } = reply
  return (
    <li className={`finding ${(contactsSince ?? 0) > 0 ? 'is-missing' : 'is-unknown'} p-4`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="text-sm">
          {stopBy === null ? (
            <span className="break-all text-soft">
              {place.file}, line {place.line}
            </span>
          ) : (
            <RowPlace place={place} timeZone={timeZone} />
          )}
        </div>
        <p className="text-sm">
          {channel}, read as <span className="break-all">{rule}</span>
        </p>
      </div>
      <p className="mt-2 font-semibold">
        {stopBy === null
          ? 'Hold sending. The log does not tell when this was, so no deadline can be worked out.'
          : `${overdue ? 'If it is an opt-out, contact had to stop by' : 'Hold sending. Contact must stop by'} ${momentWords(stopBy, timeZone)}.`}
      </p>
      {contactsSince !== null && (
        <p className="text-sm">
          {contactsSince === 0
            ? 'These logs hold no contact with this person after it.'
            : `These logs hold ${contactsSince} ${contactsSince === 1 ? 'contact' : 'contacts'} with this person after it.`}
        </p>
      )}
      {form}
    </li>
  )
}

function Decided({ reply, timeZone, form }: { reply: DecidedRow; timeZone: string; form: React.ReactNode }) {
  const { place, said, by, ruledAt, reason, timed } = reply
  return (
    <li className="finding is-meets p-4">
      <p className="font-semibold">
        {said}, says {by}
      </p>
      <p className="text-sm text-soft">
        Said <Moment at={ruledAt} />. {reason}
      </p>
      <div className="mt-1 text-sm">
        <RowPlace place={place} timeZone={timeZone} />
      </div>
      {!timed && <p className="mt-1 text-sm">Its clock could not be started. Read the same logs again for that.</p>}
      {form !== null && (
        <details className="disclosure mt-2">
          <summary>Say something else</summary>
          {form}
        </details>
      )}
    </li>
  )
}

/** Replies nobody can label for sure. A ruling is evidence: the clock of an opt-out starts when the reply arrived. */
export function ReplyQueueView({
  queue: { held, decided },
  runId,
  timeZone,
  mayRule,
  unsaid,
}: {
  queue: ReplyQueue
  runId: string
  timeZone: string
  mayRule: boolean
  /** A form was sent without an answer. */
  unsaid: string | null
}) {
  if (held.length + decided.length === 0) return null
  const formOf = (reply: { key: string | null; place: { line: number } }, at: number) =>
    mayRule && reply.key !== null ? <RulingForm reply={{ ...reply, key: reply.key }} runId={runId} at={at} /> : null
  return (
    <Section id="held" title="Replies to look at">
      {unsaid !== null && <p className="mb-3 font-semibold text-missing">{unsaid}</p>}
      <p className="mb-3 max-w-text text-soft">
        These words may end contact. Hold sending to the person, read the line in your own log, and say what it is. If
        it is an opt-out, its clock starts when it arrived, not today.
      </p>
      {held.length === 0 && <p className="mb-3">Nothing waits: a person has said of each reply what it was.</p>}
      {held.length > 0 && (
        <>
          <h3 className="mb-2">
            {held.length} {held.length === 1 ? 'reply waits' : 'replies wait'} for a person
          </h3>
          <ol className="space-y-3">
            {held.slice(0, shownAtMost).map((reply, at) => (
              <Held
                key={`${reply.place.file}:${reply.place.line}`}
                reply={reply}
                timeZone={timeZone}
                form={formOf(reply, at)}
              />
            ))}
          </ol>
          {held.length > shownAtMost && (
            <p className="mt-3 text-sm text-soft">The first {shownAtMost} are shown; the others follow as these go.</p>
          )}
        </>
      )}
      {decided.length > 0 && (
        <details className="disclosure mt-5">
          <summary>Decided by a person ({decided.length})</summary>
          <ul className="mt-3 space-y-3">
            {decided.slice(0, shownAtMost * 4).map((reply, at) => (
              <Decided key={reply.key} reply={reply} timeZone={timeZone} form={formOf(reply, shownAtMost + at)} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}
