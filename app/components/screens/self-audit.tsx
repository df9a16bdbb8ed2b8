import { Link } from '@remix-run/react'
import { DataTable } from '../data-table.tsx'
import { ErrorSummary, type FieldErrors } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice, Problem } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Section } from '../page.tsx'

type Scan = {
  at: string
  by: string
  version: string
  state: 'clear' | 'found' | 'not-assessed'
  pages: ReadonlyArray<{ path: string; title: string; outcome: string; reason: string | null }>
  others: ReadonlyArray<{ host: string; path: string }>
  cookies: ReadonlyArray<{ name: string; thirdParty: boolean }>
  against: ReadonlyArray<{ title: string; because: string }>
  unknown: number
  passed: number
}

export type SelfAuditProps = {
  newest: Scan | null
  running: { stage: string } | null
  /** Code of what ended the last scan early. */
  problem: string | null
  rows: ReadonlyArray<{ cite: string; asks: string; state: 'ok' | 'design' | 'attention' | 'fail'; says: string }>
  errors: FieldErrors
}

const states = { ok: 'In place', design: 'By design', attention: 'Look at this', fail: 'Not in place' } as const

function Result({ scan }: { scan: Scan }) {
  const { state, pages, others, against, cookies, passed, unknown } = scan
  const loaded = pages.filter(({ outcome }) => outcome === 'loaded').length
  const reach = `${loaded} of ${pages.length} pages loaded as a whole`
  const looks = {
    clear: ['done', 'No page asked anybody but this portal'],
    found: ['problem', 'Something on our own pages needs a look'],
    'not-assessed': ['warning', 'Nothing was found, but not every page could be assessed'],
  } as const
  const [look, title] = looks[state]
  return (
    <>
      <Notice look={look} title={title}>
        <p>
          {reach}. Tracking lines: {passed} met, {against.length} weak, missing or in conflict, {unknown} could not be
          judged. Scanned on <Moment at={scan.at} /> by {scan.by}, version {scan.version}.
        </p>
      </Notice>
      {others.length > 0 && (
        <DataTable
          caption="Other hosts that were asked"
          rows={others}
          rowKey={({ host }) => host}
          columns={[
            { label: 'Host', cell: ({ host }) => host },
            { label: 'First on', cell: ({ path }) => path },
          ]}
        />
      )}
      {against.length > 0 && (
        <ul className="my-4 list-disc space-y-1 ps-5">
          {against.map((line) => (
            <li key={line.title}>
              <strong>{line.title}.</strong> {line.because}
            </li>
          ))}
        </ul>
      )}
      <p className="my-3 text-sm text-soft">
        {cookies.length === 0
          ? 'The pages set no cookie in the scanner’s browser; the session’s own stayed outside it.'
          : `Cookies seen: ${cookies.map(({ name, thirdParty }) => (thirdParty ? `${name} (of others)` : name)).join(', ')}.`}
      </p>
      <DataTable
        caption={`${pages.length} pages`}
        rows={pages}
        rowKey={({ path }) => path}
        columns={[
          { label: 'Page', cell: ({ path }) => <span className="break-all">{path}</span> },
          { label: 'Title', cell: ({ title: words }) => words },
          {
            label: 'Outcome',
            cell: ({ outcome, reason }) =>
              outcome === 'loaded' ? 'Loaded' : `Could not be assessed${reason === null ? '' : `: ${reason}`}`,
          },
        ]}
      />
    </>
  )
}

/** Our own scanner on our own pages, and the safeguards of 45 CFR 164.312 as they stand here. */
export function SelfAudit({ newest, running, problem, rows, errors }: SelfAuditProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title="Self-audit" kicker="Settings">
        <p>What we ask of others, asked of this portal.</p>
      </PageHeader>
      <Section id="pages" title="Our own pages, read by our own scanner">
        {running !== null && (
          <Notice look="note" title="The scan is running">
            <p>
              {running.stage}. It takes a few minutes.{' '}
              <Link to="/settings/self-audit" reloadDocument className="inline-block min-h-6">
                Look again
              </Link>
            </p>
          </Notice>
        )}
        {problem !== null && (
          <Problem says="The last scan did not end." hint="Look at Doctor, then start it again." detail={problem} />
        )}
        {newest === null ? (
          running === null && (
            <EmptyState title="Not scanned yet">
              <p>Twelve pages are opened in your name, read only. Your log shows that they were opened.</p>
            </EmptyState>
          )
        ) : (
          <Result scan={newest} />
        )}
        {running === null && (
          <Form method="post" className="mt-5">
            <button type="submit" className="button">
              Scan our own pages
            </button>
          </Form>
        )}
      </Section>
      <Section id="safeguards" title="Safeguards of the Security Rule, as they stand here">
        <p className="mb-4 max-w-text text-sm text-soft">
          “In place” was seen on this installation, just now or when Doctor last looked; “By design” is how the product
          is built and was not looked at here. It shows what the software can see, not what people do around it.
        </p>
        <DataTable
          caption="45 CFR 164.312 and its neighbours"
          rows={rows}
          rowKey={({ cite }) => cite}
          columns={[
            { label: 'Rule', cell: ({ cite }) => cite },
            { label: 'Asks for', cell: ({ asks }) => asks },
            { label: 'State', cell: ({ state }) => <strong>{states[state]}</strong> },
            { label: 'Seen', cell: ({ says }) => says },
          ]}
        />
      </Section>
    </>
  )
}
