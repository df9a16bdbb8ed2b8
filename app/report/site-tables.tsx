import { ReportTable } from './report-table.tsx'
import type { SiteSection } from './site-section.ts'

function short(url: string): string {
  const { pathname, search } = new URL(url)
  return search === '' ? pathname : `${pathname}?…`
}

function More({ rows }: { rows: number }) {
  return rows > 0 ? <p className="small">And {rows} more in the annex.</p> : null
}

/** Found, not found and could not be assessed are three different things and stand apart. */
export function SiteTables({ site }: { site: SiteSection }) {
  return (
    <section className="fresh">
      <h2>What the pages sent, and to whom</h2>
      <p>{site.summary} Every company that is asked also learns the visitor’s IP address.</p>
      {site.recipients.length > 0 && (
        <ReportTable
          caption="Companies that were asked, and what they received"
          head={['Company', 'Kind', 'Pages', 'Requests', 'Received']}
        >
          {site.recipients.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name}{' '}
                <span className="small">
                  {row.owner === row.name || row.owner === 'not known' ? '' : `${row.owner}, `}
                  {row.hosts.join(', ')}
                </span>
              </th>
              <td className="kind">{row.category}</td>
              <td>
                {row.pages.slice(0, 3).map(short).join(', ')}
                {row.pages.length > 3 && ` and ${row.pages.length - 3} more`}
              </td>
              <td>{row.requests}</td>
              <td>{row.receives}</td>
            </tr>
          ))}
        </ReportTable>
      )}
      <More rows={site.leftOut.recipients} />
      {site.leaks.length > 0 && (
        <ReportTable caption="Typed test values that left a page" head={['Page', 'Sent to', 'Fields', 'How']}>
          {site.leaks.map((leak) => (
            <tr key={`${leak.page} ${leak.recipient}`}>
              <th scope="row">{short(leak.page)}</th>
              <td>{leak.recipient}</td>
              <td>{leak.fields.join(', ')}</td>
              <td>{leak.how.join(', ')}</td>
            </tr>
          ))}
        </ReportTable>
      )}
      <More rows={site.leftOut.leaks} />
      <ReportTable
        caption={
          site.leftOut.pages > 0 ? 'Pages, those of the highest risk first' : 'Pages, in the order they were opened'
        }
        head={['Page', 'Kind and risk', 'Cookie choice', 'Outcome', 'Companies', 'Requests']}
      >
        {site.pages.map((page) => (
          <tr key={`${page.url} ${page.consent}`}>
            <th scope="row">{short(page.url)}</th>
            <td>
              {page.class}, {page.risk}
            </td>
            <td>{page.consent}</td>
            <td>{page.outcome}</td>
            <td>{page.companies}</td>
            <td>{page.requests}</td>
          </tr>
        ))}
      </ReportTable>
      <More rows={site.leftOut.pages} />
      {site.couldNotAssess.length > 0 && (
        <ReportTable caption="Could not be assessed in full; never read this as clean" head={['Page', 'Why']}>
          {site.couldNotAssess.map((row) => (
            <tr key={`${row.url} ${row.reason}`}>
              <th scope="row">{short(row.url)}</th>
              <td>{row.reason}</td>
            </tr>
          ))}
        </ReportTable>
      )}
      <More rows={site.leftOut.couldNotAssess} />
    </section>
  )
}
