import { Link } from '@remix-run/react'
import type { RunItem } from '../../views/run.ts'
import { Icon } from '../icon.tsx'
import { EmptyState, PageHeader } from '../page.tsx'
import { RunLine } from './run-line.tsx'

export function Scans({ runs, mayScan }: { runs: ReadonlyArray<RunItem>; mayScan: boolean }) {
  return (
    <>
      <PageHeader
        title="Scans"
        actions={
          mayScan && (
            <Link to="/scans/new" className="button">
              <Icon name="globe" />
              Scan a site
            </Link>
          )
        }
      >
        <p>Site scans and readings of agreements, the newest first.</p>
      </PageHeader>
      {runs.length === 0 ? (
        <EmptyState title="No scan yet">
          <p>A scan opens public pages like a visitor and lists what they send to other companies. Nothing is typed.</p>
        </EmptyState>
      ) : (
        <ul className="space-y-3">
          {runs.map((run) => (
            <RunLine key={run.id} run={run} />
          ))}
        </ul>
      )}
    </>
  )
}
