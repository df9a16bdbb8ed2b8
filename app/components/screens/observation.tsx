import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { CheckView, ObservationPageView } from '../../views/observation.ts'
import { ErrorSummary, type FieldErrors } from '../form.tsx'
import { dayWords, Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { type Crumb, PageHeader, Section } from '../page.tsx'
import { StatusBadge } from '../status.tsx'
import { ProofBlock } from './observation-proof.tsx'
import { RunProgress } from './run.tsx'
import { TriageForm, type TriageValues } from './triage-form.tsx'

const triageWords = {
  fixed: 'Said to be fixed',
  accepted: 'Accepted as a risk',
  covered: 'Covered by a BAA',
  'false-positive': 'False positive',
} as const

function TriageNote({ triage }: { triage: NonNullable<ObservationPageView['triage']> }) {
  const { as, reason, by, at, until, ended } = triage
  const words = as === null ? 'Changed by a person' : triageWords[as]
  return (
    <Notice look={ended ? 'warning' : 'note'} title={ended ? `${words}: no longer. It is open again.` : words}>
      <p>
        {by}, <Moment at={at} />: “{reason}”
        {until !== null && (
          <>
            {' '}
            {ended ? 'Held until' : 'Holds until'} <Moment at={until} />.
          </>
        )}
      </p>
    </Notice>
  )
}

function CheckNote({ state }: { state: NonNullable<ObservationPageView['state']> }) {
  const at = <Moment at={state.at} />
  if (state.word === 'fixed') {
    return (
      <Notice look="done" title={`Fixed, verified ${dayWords(state.at.slice(0, 10))}`}>
        <p>A later look at the same page with the same cookie choice no longer saw it. Verified {at}.</p>
      </Notice>
    )
  }
  if (state.word === 'present') {
    return (
      <Notice look="problem" title="Still present">
        <p>Seen again {at}. Both proofs stand below.</p>
      </Notice>
    )
  }
  return (
    <Notice
      look="warning"
      title={state.word === 'in-part' ? 'Not all pages were checked again' : 'Could not be assessed, stays open'}
    >
      <p>
        {state.word === 'in-part'
          ? 'On the pages checked it was not seen any more. The others are still to be checked.'
          : 'The page could not be read well enough to say that it is gone.'}{' '}
        Last look {at}.
      </p>
    </Notice>
  )
}

const outcomeWords: Record<CheckView['outcome'], string> = {
  present: 'Still present',
  gone: 'Not seen any more',
  'not-assessed': 'Could not be assessed',
}

function CheckItem({ check }: { check: CheckView }) {
  return (
    <li className="card space-y-4 p-5">
      <div>
        <h3 className="text-base">
          {outcomeWords[check.outcome]}, <Moment at={check.at} />
        </h3>
        {check.problem !== null && (
          <p className="text-sm text-soft">
            {check.problem.says} {check.problem.hint}
          </p>
        )}
        <Link to={`/scans/${check.runId}`} className="inline-block min-h-6 text-sm">
          The run that looked again
        </Link>
      </div>
      {check.proof !== null && <ProofBlock proof={check.proof} />}
    </li>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 border-t border-line px-5 py-4 sm:grid-cols-[8.5rem_1fr]">
      <h2 id={id} className="text-sm font-semibold tracking-normal text-soft">
        {title}
      </h2>
      <div className="min-w-0 space-y-3">{children}</div>
    </div>
  )
}

function Company({ company }: { company: NonNullable<ObservationPageView['company']> }) {
  return (
    <p className="text-sm">
      Recipient: <strong>{company.name}</strong> ({company.host}
      {company.owner === null ? '' : `, ${company.owner}`}). {company.words}{' '}
      {company.onFile === null ? (
        'No vendor record of yours names this recipient.'
      ) : (
        <Link to={`/vendors/${company.onFile.id}/agreement`} className="inline-block min-h-6">
          Agreement of {company.onFile.name}
        </Link>
      )}
    </p>
  )
}

function Pages({ view, statement }: { view: ObservationPageView; statement: string | null }) {
  return (
    <div className="space-y-3">
      <ul className="space-y-2">
        {view.pages.map((url) => (
          <li key={url} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="break-all">{url}</span>
            {statement !== null && (
              <Form method="post">
                <input type="hidden" name="intent" value="check" />
                <button type="submit" name="url" value={url} className="button button-quiet button-small">
                  Check again<span className="sr-only"> {url}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {statement !== null && (
        <p className="text-sm text-soft">
          Only that page is opened, with the same cookie choice. By checking you state again: “{statement}”
        </p>
      )}
    </div>
  )
}

/** One observation with its proof, what to do, what became of it, and a check of that page alone. */
export function ObservationScreen({
  view,
  crumbs,
  statement,
  mayRule,
  values,
  errors,
}: {
  view: ObservationPageView
  crumbs: ReadonlyArray<Crumb>
  /** The statement a check rests on; null: this person may not ask for one. */
  statement: string | null
  mayRule: boolean
  values: TriageValues
  errors: FieldErrors
}) {
  const { finding, proofs, checks, checking } = view
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title={view.title} kicker={finding.title} crumbs={crumbs}>
        <p className="flex flex-wrap items-center gap-3">
          <StatusBadge status={view.status} />
          <span>{finding.severity}</span>
        </p>
      </PageHeader>
      {checking !== null && <RunProgress run={checking} mayCancel={false} />}
      {view.triage !== null && <TriageNote triage={view.triage} />}
      {view.state !== null && <CheckNote state={view.state} />}
      <article className={`finding is-${view.status} mb-10`} aria-label="Finding in five parts">
        <Part id="saw" title="Saw">
          <p>{view.saw}</p>
          {view.company !== null && <Company company={view.company} />}
        </Part>
        <Part id="where" title="Where and when">
          <Pages view={view} statement={checking === null ? statement : null} />
          {proofs.slice(0, 1).map((proof) => (
            <ProofBlock key={proof.url} proof={proof} />
          ))}
          {proofs.length > 1 && (
            <details className="disclosure">
              <summary>Show {proofs.length - 1} more</summary>
              <div className="mt-4 space-y-8">
                {proofs.slice(1).map((proof, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two proofs may be of one page
                  <ProofBlock key={at} proof={proof} />
                ))}
              </div>
            </details>
          )}
        </Part>
        <Part id="why" title="Why it may matter">
          <p>{finding.why}</p>
          <ul className="text-sm text-soft">
            {finding.cites.map(({ text, note }) => (
              <li key={text}>
                {text}
                {note}
              </li>
            ))}
          </ul>
        </Part>
        <Part id="do" title="Do this">
          <p>{finding.fix}</p>
        </Part>
        <Part id="owner" title="Owner">
          <p>{finding.owner}</p>
        </Part>
        <p className="break-all border-t border-line px-5 py-3 text-xs text-soft">Finding id {view.key}</p>
      </article>
      {checks.length > 0 && (
        <Section id="checks" title="Looked at again">
          <ul className="space-y-4">
            {checks.map((check) => (
              <CheckItem key={check.url} check={check} />
            ))}
          </ul>
        </Section>
      )}
      {mayRule && (
        <Section id="triage" title="Sort this finding">
          <TriageForm key={view.triage?.at ?? 'open'} vendors={view.vendors} values={values} errors={errors} />
        </Section>
      )}
    </>
  )
}
