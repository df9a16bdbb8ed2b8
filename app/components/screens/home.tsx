import { Link } from '@remix-run/react'
import type { EndingAgreement } from '../../views/agreement-dates.ts'
import type { NextStep } from '../../views/next-steps.ts'
import { quietWords } from '../../views/quiet.ts'
import type { RunItem } from '../../views/run.ts'
import { Icon } from '../icon.tsx'
import { dayWords } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Section } from '../page.tsx'
import { RunLine } from './run-line.tsx'

export type HomeView = {
  first: boolean
  /** May look around in a made-up practice first. */
  mayDemo: boolean
  draft: string | null
  /** First steps with what was done; empty once all were. */
  tour: ReadonlyArray<{ to: string; label: string; done: boolean }>
  ending: ReadonlyArray<EndingAgreement>
  /** Whose newest assessment shows what is missing, weak or in conflict, the most first. */
  gaps: ReadonlyArray<{ to: string; name: string; gaps: number }>
  next: ReadonlyArray<NextStep>
  /** Vendors without an agreement that could be read; null for who is shown no vendors. */
  lacking: number | null
  /** Of how many of each kind the next steps were asked; null: of all. */
  askedOf: number | null
  failed: ReadonlyArray<RunItem>
  running: ReadonlyArray<RunItem>
  counts: ReadonlyArray<{ to: string; label: string; count: number }>
}

/** First steps, until each was taken once. */
function Tour({ steps }: { steps: HomeView['tour'] }) {
  const done = steps.filter((step) => step.done).length
  return (
    <Section id="tour" title={`First steps: ${done} of ${steps.length} taken`}>
      <ol className="max-w-text list-decimal space-y-1 ps-5">
        {steps.map((step) => (
          <li key={step.to}>
            {step.done ? (
              <span className="text-soft">
                {step.label} <span className="font-semibold">(done)</span>
              </span>
            ) : (
              <Link to={step.to} className="inline-block min-h-6">
                {step.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What is due, what failed, and what comes next; each in one click. */
export function Home({ organisation, home }: { organisation: string; home: HomeView }) {
  const { next, failed, running, ending, gaps } = home
  const lacking = home.lacking ?? 0
  const quiet = lacking === 0 && [next, failed, running, ending, gaps].every((part) => part.length === 0)
  return (
    <>
      <PageHeader title="Home" kicker={organisation}>
        <p>What is due, what failed, and what comes next.</p>
      </PageHeader>
      {home.first ? (
        <EmptyState
          title="Start with one vendor"
          action={
            <div className="flex flex-wrap gap-3">
              <Link to="/vendors/new" className="button">
                <Icon name="plus" />
                Add a vendor
              </Link>
              {home.mayDemo && (
                <Form method="post" action="/organisations" reloadDocument>
                  <input type="hidden" name="intent" value="demo" />
                  <button type="submit" className="button button-quiet">
                    Look around in a made-up practice
                  </button>
                </Form>
              )}
            </div>
          }
        >
          <ol className="list-decimal space-y-1 ps-5">
            <li>Add the vendor and upload its agreement.</li>
            <li>Read what the six clauses say, and what is missing.</li>
            <li>Scan the site to see what goes to other companies.</li>
            <li>Download the report.</li>
          </ol>
        </EmptyState>
      ) : (
        <>
          <ul className="mb-10 grid gap-4 sm:grid-cols-3">
            {home.counts.map(({ to, label, count }) => (
              <li key={to} className="card p-4">
                <span className="block text-3xl font-bold tabular-nums">{count}</span>
                <Link to={to} className="inline-block min-h-6">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
          {home.tour.length > 0 && <Tour steps={home.tour} />}
          {home.ending.length > 0 && (
            <Section id="ending" title="Agreements that end">
              <ul className="space-y-2">
                {home.ending.map(({ subjectId, vendor, inForceTo, stage, daysLeft }) => (
                  <li key={subjectId}>
                    <Link to={`/vendors/${subjectId}/agreement`} className="inline-block min-h-6 font-semibold">
                      {vendor}
                    </Link>
                    :{' '}
                    {stage === 'overdue'
                      ? `ended ${-daysLeft} days ago`
                      : stage === 'today'
                        ? 'ends today'
                        : `ends in ${daysLeft} days`}
                    , {dayWords(inForceTo)}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {home.failed.length > 0 && (
            <Section id="failed" title="Failed or in part">
              <ul className="space-y-3">
                {home.failed.map((run) => (
                  <RunLine key={run.id} run={run} />
                ))}
              </ul>
            </Section>
          )}
          {home.running.length > 0 && (
            <Section id="running" title="Running now">
              <ul className="space-y-3">
                {home.running.map((run) => (
                  <RunLine key={run.id} run={run} />
                ))}
              </ul>
            </Section>
          )}
          {home.gaps.length > 0 && (
            <Section id="gaps" title="Missing, weak or in conflict">
              <ul className="space-y-2">
                {home.gaps.map(({ to, name, gaps }) => (
                  <li key={to}>
                    <Link to={to} className="inline-block min-h-6 font-semibold">
                      {name}
                    </Link>
                    : {gaps} {gaps === 1 ? 'line' : 'lines'}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {lacking > 0 && (
            <p className="mb-6">
              <Link to="/vendors?agreement=none" className="inline-block min-h-6 font-semibold">
                {lacking === 1 ? '1 vendor has' : `${lacking} vendors have`} no readable agreement on file
              </Link>
            </p>
          )}
          {(home.next.length > 0 || home.draft !== null) && (
            <Section id="next" title="Do next">
              <ul className="grid gap-4 md:grid-cols-2">
                {home.draft !== null && (
                  <li className="card p-4">
                    <Link to="/vendors/new/check" className="font-semibold">
                      Finish adding {home.draft || 'the vendor'}
                    </Link>
                    <p className="mt-1 text-sm text-soft">The draft is saved.</p>
                  </li>
                )}
                {home.next.map(({ to, label, why }) => (
                  <li key={to} className="card p-4">
                    <Link to={to} className="font-semibold">
                      {label}
                    </Link>
                    <p className="mt-1 text-sm text-soft">{why}</p>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {quiet && (
            <EmptyState title="Nothing is waiting">
              <p>{quietWords(home)}</p>
            </EmptyState>
          )}
        </>
      )}
    </>
  )
}
