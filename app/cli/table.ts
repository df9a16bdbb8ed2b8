/** A plain table: columns as wide as their widest cell. */
export function table(header: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const widths = header.map((name, at) => Math.max(name.length, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (cells: ReadonlyArray<string>) =>
    `${cells
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd()}\n`
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('')
}
