import type { ClauseRow } from './model.ts'
import { Status } from './status-mark.tsx'

export function Clauses({ caption, rows }: { caption: string; rows: ReadonlyArray<ClauseRow> }) {
  return (
    <div className="scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Id</th>
            <th scope="col">What the agreement should say</th>
            <th scope="col">Status</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ref}>
              <td className="id">{row.ref}</td>
              <th scope="row">{row.title}</th>
              <td>
                <Status word={row.status} />
              </td>
              <td>
                {row.because}
                {row.quote !== null && (
                  <blockquote>
                    {row.quote}
                    {row.page === null ? null : <cite>page {row.page}</cite>}
                  </blockquote>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
