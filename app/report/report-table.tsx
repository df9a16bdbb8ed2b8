import type { ReactNode } from 'react'

type TableProps = { caption: string; head: ReadonlyArray<string>; children: ReactNode }

/** A real table with caption and column heads; scrolls by itself where the screen is narrow. */
export function ReportTable({ caption, head, children }: TableProps) {
  return (
    <div className="scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
