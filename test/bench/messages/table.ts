/** Rows of the printed table, in the order in which they were measured. */
const rows: Array<readonly [measure: string, bar: string, value: string]> = []

export const row = (measure: string, bar: string, value: string): void => {
  rows.push([measure, bar, value])
}

export const percent = (part: number, whole: number): string =>
  `${((100 * part) / whole).toFixed(2)} % (${part} of ${whole})`

/** Microseconds of CPU of this process so far. */
export const cpu = (): number => process.cpuUsage().user + process.cpuUsage().system

export function printTable(): void {
  for (const [measure, bar, value] of rows) console.log(`${measure.padEnd(52)}${bar.padEnd(12)}${value}`)
}
