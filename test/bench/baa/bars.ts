/** One line of the issue's table. `holds: null` where this run did not measure it. */
export type Bar = { measure: string; bar: string; measured: string; holds: boolean | null }

export type Share = { right: number; all: number }

export const percentOf = ({ right, all }: Share) => (all === 0 ? '-' : `${((100 * right) / all).toFixed(2)} %`)

/** A share that must reach a part of its whole. Of nothing, no bar holds. */
export function atLeast(measure: string, least: number, share: Share, unit = ''): Bar {
  const { right, all } = share
  return {
    measure,
    bar: least === 1 ? 'all' : `≥ ${100 * least} %`,
    measured: `${right}/${all} = ${percentOf(share)}${unit}`,
    holds: all > 0 && right / all >= least,
  }
}

/** A share that must stay under a part of its whole. */
export function atMost(measure: string, most: number, { right, all }: Share): Bar {
  return {
    measure,
    bar: most === 0 ? 'none' : `≤ ${100 * most} %`,
    measured: `${right} of ${all} = ${percentOf({ right, all })}`,
    holds: all > 0 && right / all <= most,
  }
}

/** A cost in `unit`; null where this machine cannot measure it. */
export function cost(measure: string, most: number, unit: string, value: number | null, beside = ''): Bar {
  return {
    measure,
    bar: `≤ ${most} ${unit}`,
    measured: value === null ? 'cannot be measured here (no /proc)' : `${value.toFixed(2)} ${unit}${beside}`,
    holds: value === null ? null : value <= most,
  }
}

export function unmeasured(measure: string, bar: string, flag: string): Bar {
  return { measure, bar, measured: `not in this run: add ${flag}`, holds: null }
}

const words = { true: 'holds', false: 'MISSED', null: '-' } as const

export function printBars(title: string, bars: ReadonlyArray<Bar>): void {
  const wide = Math.max(...bars.map(({ measure }) => measure.length))
  process.stdout.write(`\n== Bars: ${title}\n`)
  for (const { measure, bar, measured, holds } of bars)
    process.stdout.write(`  ${measure.padEnd(wide)}  ${bar.padEnd(10)}  ${words[`${holds}`].padEnd(6)}  ${measured}\n`)
}
