import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FindingView } from '../../views/finding.ts'
import type { PageRow, SiteResults } from '../../views/site.ts'
import { DataTable } from '../data-table.tsx'
import { Icon } from '../icon.tsx'
import { Facts, Section } from '../page.tsx'
import { StatusBadge } from '../status.tsx'

function FindingLinks({ findings, run, none }: { findings: ReadonlyArray<FindingView>; run: string; none: string }) {
  if (findings.length === 0) return <p className="text-soft">{none}</p>
  return (
    <ul className="space-y-3">
      {findings.map((finding) => (
        <li key={finding.requirement} className={`finding is-${finding.status} p-4`}>
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <Link to={`/scans/${run}/findings/${finding.requirement}`} className="font-semibold">
              {finding.title}
            </Link>
            <StatusBadge status={finding.status} />
          </div>
          <p className="mt-1 text-sm">{finding.because}</p>
          {finding.observations.length > 0 && (
            <p className="mt-1 text-sm text-soft">
              {finding.observations.length} {finding.observations.length === 1 ? 'place' : 'places'}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function ShortLinks({ findings, run, none }: { findings: ReadonlyArray<FindingView>; run: string; none: string }) {
  if (findings.length === 0) return <p className="text-soft">{none}</p>
  return (
    <ul className="card divide-y divide-line text-sm">
      {findings.map(({ requirement, title, status }) => (
        <li key={requirement} className={`is-${status} flex items-start gap-3 px-4 py-2.5`}>
          <span className="mt-1 text-(--status)">
            <Icon name={status} size={14} />
          </span>
          <Link to={`/scans/${run}/findings/${requirement}`} className="inline-block min-h-6">
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function short(url: string): string {
  try {
    const { pathname, search } = new URL(url)
    return `${pathname}${search}`
  } catch {
    return url
  }
}

function outcomeWords({ outcome, problem, status }: PageRow): string {
  if (outcome === 'loaded') return `Read (${status ?? '–'})`
  return `${outcome === 'partial' ? 'Read in part' : 'Could not assess'}${problem === null ? '' : `: ${problem.says}`}`
}

/** Found, not found, could not assess; then the facts: recipients by page, pages, requests, cookies, pictures. */
export function SiteResultsView({
  results,
  run,
  children,
}: {
  results: SiteResults
  run: string
  /** Between the three lists and the facts. */
  children?: ReactNode
}) {
  const { seen, pages, recipients, requests, cookies, found, notFound, open, method } = results
  const pictures = pages.filter(({ screenshot }) => screenshot !== null)
  return (
    <>
      <Section id="found" title={`Found (${found.length})`}>
        <FindingLinks findings={found} run={run} none={`Nothing was found in the ${seen} pages read.`} />
      </Section>
      <div className="grid gap-x-10 lg:grid-cols-2">
        <Section id="open" title={`Could not assess (${open.length})`}>
          <p className="mb-3 text-sm text-soft">Never counted as clean. Each says what is missing.</p>
          <ShortLinks findings={open} run={run} none="Every line could be judged." />
        </Section>
        <Section id="not-found" title={`Not found (${notFound.length})`}>
          <p className="mb-3 text-sm text-soft">
            Not found in the {seen} pages read. It says nothing about other pages.
          </p>
          <ShortLinks findings={notFound} run={run} none="No line could be cleared." />
        </Section>
      </div>
      {children}
      <Section id="recipients" title="Who received something">
        {recipients.length === 0 ? (
          <p className="text-soft">No other company was asked by the {seen} pages read.</p>
        ) : (
          <DataTable
            caption={`${recipients.length} ${recipients.length === 1 ? 'recipient' : 'recipients'}`}
            rows={recipients}
            rowKey={({ key }) => key}
            columns={[
              {
                label: 'Recipient',
                cell: ({ name: words, host, owner }) => (
                  <>
                    {words}
                    <span className="block break-all font-normal text-soft">{host}</span>
                    {owner !== null && <span className="block font-normal text-soft">{owner}</span>}
                  </>
                ),
              },
              { label: 'Kind', cell: ({ category }) => category },
              { label: 'Signs a BAA', cell: ({ signsBaa }) => signsBaa },
              { label: 'Requests', number: true, cell: ({ requests: n }) => n },
              {
                label: 'On pages',
                cell: ({ pages: ids }) => (
                  <ul>
                    {ids.map((url) => (
                      <li key={url} className="break-all">
                        {short(url)}
                      </li>
                    ))}
                  </ul>
                ),
              },
              { label: 'Receives', cell: ({ receives }) => receives.join(', ') || 'Nothing readable' },
            ]}
          />
        )}
      </Section>
      <Section id="pages" title="Pages">
        <DataTable
          caption={`${pages.length} page views, ${seen} read`}
          rows={pages}
          rowKey={({ id }) => id}
          columns={[
            { label: 'Page', cell: ({ url }) => <span className="break-all">{url}</span> },
            { label: 'Class', cell: (row) => row.class },
            { label: 'Risk', cell: ({ risk, why }) => <span title={why}>{risk}</span> },
            { label: 'Cookie choice', cell: ({ consent }) => consent },
            { label: 'Screen', cell: ({ viewport }) => viewport },
            { label: 'Outcome', cell: outcomeWords },
          ]}
        />
      </Section>
      <Section id="requests" title="Requests to other companies">
        {requests.length === 0 ? (
          <p className="text-soft">None in the pages read.</p>
        ) : (
          <details className="disclosure">
            <summary>Show all {requests.length}</summary>
            <div className="mt-3">
              <DataTable
                caption="Requests with the script that started them"
                rows={requests}
                rowKey={({ key }) => key}
                columns={[
                  {
                    label: 'Request',
                    cell: ({ method: verb, host, path }) => (
                      <span className="break-all font-normal">
                        {verb} {host}
                        {path}
                      </span>
                    ),
                  },
                  { label: 'On page', cell: ({ page }) => <span className="break-all">{short(page)}</span> },
                  {
                    label: 'Started by',
                    cell: ({ initiator }) => <span className="break-all">{initiator.join(' ← ') || 'the page'}</span>,
                  },
                  { label: 'Sends', cell: ({ sends }) => sends.join(', ') || 'Nothing readable' },
                  { label: 'Cookie choice', cell: ({ consent }) => consent },
                  { label: 'What became of it', cell: ({ outcome }) => outcome },
                ]}
              />
            </div>
          </details>
        )}
      </Section>
      <Section id="cookies" title="Cookies">
        {cookies.length === 0 ? (
          <p className="text-soft">None in the pages read.</p>
        ) : (
          <details className="disclosure">
            <summary>Show all {cookies.length}</summary>
            <div className="mt-3">
              <DataTable
                caption="Cookies after the pages were read"
                rows={cookies}
                rowKey={({ key }) => key}
                columns={[
                  { label: 'Name', cell: ({ name: words }) => <span className="break-all">{words}</span> },
                  { label: 'Belongs to', cell: ({ domain }) => domain },
                  { label: 'Other company', cell: ({ thirdParty }) => (thirdParty ? 'Yes' : 'No') },
                  { label: 'Days kept', number: true, cell: ({ days }) => days ?? 'Until closed' },
                  { label: 'Set by', cell: ({ setter }) => <span className="break-all">{setter ?? 'Not seen'}</span> },
                ]}
              />
            </div>
          </details>
        )}
      </Section>
      {pictures.length > 0 && (
        <Section id="pictures" title="Pictures">
          <p className="mb-3 text-sm text-soft">
            All words are blanked before a picture is taken, because a page may show a person’s data.
          </p>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {pictures.map(({ id, url, screenshot, consent, viewport }) => (
              <li key={id} className="card overflow-hidden">
                <a href={`/files/${screenshot}`} className="block">
                  <img
                    src={`/files/${screenshot}`}
                    alt={`Screen of ${short(url)}, ${consent}, ${viewport}`}
                    loading="lazy"
                    className="aspect-video w-full object-cover object-top"
                  />
                </a>
                <p className="break-all p-3 text-xs text-soft">
                  {short(url)}, {consent}, {viewport}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="method" title="How it was looked at">
        <Facts facts={method} />
      </Section>
    </>
  )
}
