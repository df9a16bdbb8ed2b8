import type { OptOutSection } from './opt-out-section.ts'
import { ReportTable } from './report-table.tsx'

/** Late contacts first, then what the logs cannot prove, then the numbers under each rule and what was read. */
export function OptOutTables({ optOut }: { optOut: OptOutSection }) {
  const { summary, late, lateLeftOut, cannotProve, rules, files, pairs, facts } = optOut
  return (
    <section className="fresh">
      <h2>How late opt-outs were heard</h2>
      <p>{summary}</p>
      {late.length > 0 && (
        <ReportTable
          caption="Contacts after the limit of the practice bar"
          head={['Channel', 'Opt-out', 'Contact after it', 'Over the limit by']}
        >
          {late.map((row) => (
            <tr key={`${row.optOut} ${row.contact}`}>
              <th scope="row">{row.channel}</th>
              <td>{row.optOut}</td>
              <td>{row.contact}</td>
              <td>{row.over}</td>
            </tr>
          ))}
        </ReportTable>
      )}
      {lateLeftOut > 0 && <p>More contacts after the limit, in the annex and the export: {lateLeftOut}.</p>}
      {cannotProve.length > 0 && (
        <ReportTable caption="What the logs cannot prove; never read this as in time" head={['What', 'Why']}>
          {cannotProve.map((row) => (
            <tr key={`${row.what} ${row.why}`}>
              <th scope="row">{row.what}</th>
              <td>{row.why}</td>
            </tr>
          ))}
        </ReportTable>
      )}
      <ReportTable
        caption="The same opt-outs under each rule, people counted per channel"
        head={['Rule', 'Channel', 'In time', 'Late', 'Open', 'Worst']}
      >
        {rules.map((row) => (
          <tr key={`${row.rule} ${row.channel}`}>
            <th scope="row">{row.rule}</th>
            <td>{row.channel}</td>
            <td>{row.inTime}</td>
            <td>{row.late}</td>
            <td>{row.open}</td>
            <td>{row.worst}</td>
          </tr>
        ))}
      </ReportTable>
      {pairs.length > 0 && (
        <ReportTable
          caption="How long each channel took after an opt-out on another, practice bar"
          head={['From and to', 'Opt-outs', 'Half within', '95 of 100 within', 'Worst']}
        >
          {pairs.map((row) => (
            <tr key={row.pair}>
              <th scope="row">{row.pair}</th>
              <td>{row.optOuts}</td>
              <td>{row.half}</td>
              <td>{row.most}</td>
              <td>{row.worst}</td>
            </tr>
          ))}
        </ReportTable>
      )}
      <ReportTable caption="More from the same logs" head={['What', 'What the logs show']}>
        {facts.map(([term, value]) => (
          <tr key={term}>
            <th scope="row">{term}</th>
            <td>{value}</td>
          </tr>
        ))}
      </ReportTable>
      <ReportTable caption="Logs that were read" head={['File', 'Format', 'Rows', 'Understood', 'Rejected']}>
        {files.map((row) => (
          <tr key={row.file}>
            <th scope="row">{row.file}</th>
            <td>{row.format}</td>
            <td>{row.rows}</td>
            <td>{row.classified}</td>
            <td>{row.rejected}</td>
          </tr>
        ))}
      </ReportTable>
    </section>
  )
}
