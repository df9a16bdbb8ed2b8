import { Link } from '@remix-run/react'
import type { CapabilityView } from '../../views/capabilities.ts'
import type { ReplyQueue } from '../../views/opt-out-queue.ts'
import type { OptOutResults } from '../../views/opt-outs.ts'
import { isLive, type RunView } from '../../views/run.ts'
import { ErrorSummary, type FieldErrors } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { Section } from '../page.tsx'
import { RunBadge } from '../status.tsx'
import { Capabilities } from './capabilities.tsx'
import { type Correction, OptOutCorrection, OptOutFiles } from './opt-out-files.tsx'
import { ReplyQueueView } from './opt-out-queue.tsx'
import { OptOutResultsView } from './opt-out-results.tsx'
import { type FormatChoice, type LogValues, OptOutUpload } from './opt-out-upload.tsx'
import { RunEnding, RunProgress } from './run.tsx'

export type MappingLine = { id: string; file: string; columns: number; by: string; at: string }

export type ImportLine = { run: RunView; files: string; current: boolean }

/** Files of these headings are read as somebody here explained them. */
function SavedMappings({ mappings, mayForget }: { mappings: ReadonlyArray<MappingLine>; mayForget: boolean }) {
  if (mappings.length === 0) return null
  return (
    <Section id="mappings" title="Files you have explained">
      <ul className="space-y-2">
        {mappings.map(({ id, file, columns, by, at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="break-all">
              Heading of {file} ({columns} columns), explained by {by}, <Moment at={at} />
            </span>
            {mayForget && (
              <Form method="post">
                <input type="hidden" name="mapping" value={id} />
                <button type="submit" name="intent" value="forget" className="button button-quiet button-small">
                  Forget it<span className="sr-only">: {file}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-soft">
        It counts for everybody in your organization. What was read stays as it is.
      </p>
    </Section>
  )
}

/** Upload, progress, refusal or results of the newest import of logs, and a way to read others. */
export function OptOutsScreen({
  base,
  run,
  results,
  queue,
  correction,
  imports,
  mappings,
  capabilities,
  questions,
  drills,
  values,
  formats,
  may,
  errors,
}: {
  /** Address of this tab; with the import when an earlier one is shown. */
  base: string
  run: RunView | null
  results: OptOutResults | null
  queue: ReplyQueue | null
  correction: Correction | null
  imports: ReadonlyArray<ImportLine>
  mappings: ReadonlyArray<MappingLine>
  capabilities: ReadonlyArray<CapabilityView>
  questions: string
  drills: string
  values: LogValues
  formats: ReadonlyArray<FormatChoice>
  may: { read: boolean; rule: boolean; stop: boolean }
  errors: FieldErrors
}) {
  const { reply, ...own } = errors
  const upload = (first: boolean) =>
    may.read && <OptOutUpload key={run?.id} first={first} values={values} errors={own} formats={formats} />
  const known = (
    <>
      <Capabilities rows={capabilities} questions={questions} />
      <Section id="drill" title="Drill with a test patient">
        <p className="max-w-text">
          <Link to={drills} className="inline-block min-h-6">
            Drills
          </Link>{' '}
          show how long an opt-out takes today: a test patient opts out, and the lists are asked until they know.
        </p>
      </Section>
    </>
  )
  if (run === null) {
    return (
      <>
        {upload(true) || <p className="mb-8 text-soft">No logs were read yet.</p>}
        <div className="mt-12">{known}</div>
      </>
    )
  }
  if (isLive(run)) return <RunProgress run={run} mayCancel={may.stop} />
  const failed = results === null
  const wrong = Object.keys(own).length > 0
  return (
    <>
      {reply !== undefined && <ErrorSummary errors={{ 'reply-0': reply }} />}
      {wrong && upload(false)}
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="flex flex-wrap items-center gap-3">
          <RunBadge state={run.state} />
          <span>
            Read <Moment at={run.createdAt} />
            {results !== null && <>, times in {results.timeZone}</>}
          </span>
        </p>
        {results !== null && (
          <p className="no-print flex flex-wrap gap-x-5">
            <a href={`/opt-outs/${run.id}/csv`} className="inline-block min-h-6">
              Late contacts (CSV)
            </a>
            <a href={`/opt-outs/${run.id}/json`} className="inline-block min-h-6">
              All results (JSON)
            </a>
          </p>
        )}
      </div>
      <RunEnding run={run} />
      {correction !== null && may.read && run.problem?.code === 'unknown-format' && (
        <p className="mb-6">
          <Link to={`${base}/${run.id}/columns`} className="button">
            Explain the columns of this file
          </Link>
        </p>
      )}
      {results !== null && (
        <>
          <OptOutResultsView
            results={results}
            base={`${base}/${run.id}`}
            queue={
              queue !== null && (
                <ReplyQueueView
                  queue={queue}
                  runId={run.id}
                  timeZone={results.timeZone}
                  mayRule={may.rule}
                  unsaid={reply ?? null}
                />
              )
            }
          />
          <Section id="files" title="Files as they were read">
            <OptOutFiles files={results.files} rows={results.rows} />
            {correction === null && (
              <p className="mt-3 max-w-text text-sm text-soft">
                The files themselves were deleted after reading. If a format or a zone is wrong, choose the files again
                below and name it there.
              </p>
            )}
          </Section>
        </>
      )}
      {correction !== null && may.read && <OptOutCorrection correction={correction} formats={formats} open={failed} />}
      {!wrong && may.read && (
        <details className="disclosure no-print mb-10" open={failed}>
          <summary>{failed ? 'Choose the logs again' : 'Read other logs'}</summary>
          <div className="mt-4">{upload(false)}</div>
        </details>
      )}
      {known}
      <SavedMappings mappings={mappings} mayForget={may.read} />
      {imports.length > 1 && (
        <Section id="imports" title="All imports">
          <ul className="space-y-2">
            {imports.map((line) => (
              <li key={line.run.id} className="flex flex-wrap items-center gap-3">
                <RunBadge state={line.run.state} />
                <span className="break-all">
                  {line.current ? (
                    <strong>{line.files}</strong>
                  ) : (
                    <Link to={`?import=${line.run.id}`} className="inline-block min-h-6">
                      {line.files}
                    </Link>
                  )}
                  , <Moment at={line.run.createdAt} />
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-sm text-soft">The newest import that could be read is the one that is judged.</p>
        </Section>
      )}
    </>
  )
}
