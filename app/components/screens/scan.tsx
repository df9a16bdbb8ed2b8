import { Link } from '@remix-run/react'
import { isLive, type RunView } from '../../views/run.ts'
import type { Matrix, ScanWork } from '../../views/scan-work.ts'
import type { SiteResults } from '../../views/site.ts'
import { Moment } from '../moment.tsx'
import { PageHeader } from '../page.tsx'
import { RunBadge } from '../status.tsx'
import type { Place } from '../subject-kind.ts'
import { RunEnding, RunProgress } from './run.tsx'
import { RecipientMatrix, ScanExports, ScanWorkList } from './scan-work.tsx'
import { SiteResultsView } from './site-results.tsx'

/** One scan under its own address: how far it is, or how it ended, and what it saw so far. */
export function ScanScreen({
  subject,
  run,
  statement,
  results,
  work,
  matrix,
  checkOf,
  mayCancel,
}: {
  subject: { id: string; name: string; place: Place }
  run: RunView
  statement: string | null
  results: SiteResults | null
  work: ScanWork | null
  matrix: Matrix | null
  /** The finding this run looked at again; null for a scan of the whole site. */
  checkOf: string | null
  mayCancel: boolean
}) {
  const live = isLive(run)
  return (
    <>
      <PageHeader
        title={`Scan of ${subject.name}`}
        kicker="Site scan"
        crumbs={[{ to: '/scans', label: 'Scans' }]}
        actions={
          !live && (
            <>
              <Link to={`/scans/new?subject=${subject.id}`} className="button button-quiet">
                Scan again
              </Link>
              <Link to={`/${subject.place}/${subject.id}`} className="button">
                Go to {subject.name}
              </Link>
            </>
          )
        }
      >
        <p className="flex flex-wrap items-center gap-3">
          {!live && <RunBadge state={run.state} />}
          <Moment at={run.createdAt} />
        </p>
        {statement !== null && <p className="mt-1 text-sm">Stated: “{statement}”</p>}
      </PageHeader>
      {checkOf !== null && (
        <p className="mb-6">
          This run looked again at one page for{' '}
          <Link to={checkOf} className="inline-block min-h-6">
            one finding
          </Link>
          .
        </p>
      )}
      {live ? <RunProgress run={run} mayCancel={mayCancel} /> : <RunEnding run={run} />}
      {results !== null && !live && (
        <SiteResultsView results={results} run={run.id}>
          {work !== null && <ScanWorkList work={work} />}
          {matrix !== null && <RecipientMatrix matrix={matrix} />}
        </SiteResultsView>
      )}
      {results !== null && !live && <ScanExports run={run.id} />}
      {results !== null && live && (
        <p className="text-soft">
          Seen so far: {results.pages.length} page views, {results.recipients.length} other companies.
        </p>
      )}
      {results === null && !live && <p className="text-soft">No page was read.</p>}
    </>
  )
}
