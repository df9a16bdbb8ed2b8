import { expect, test } from 'vitest'
import type { Policy } from '#checklists/opt-out/policy.ts'
import { judgePropagation } from '#checklists/opt-out/propagation.ts'
import { type History, random, randomHistory } from './histories.ts'
import { askOracle, type OracleRow } from './oracle.ts'

const full = process.env.PROVISO_TEST_FULL === '1'
const total = full ? 1_000_000 : 20_000
const batch = 20_000
// Another number every day, printed, so that every run looks at histories nobody has seen and any can be repeated.
const seed = Number(process.env.PROVISO_SEED ?? Math.floor(Date.now() / 86_400_000))

function judge({ events, policy, limitHours, skewMs, covered }: History, history: number): Array<OracleRow> {
  const rule: Policy = { name: policy, limitHours, zone: 'UTC', holidays: new Set(), skewMs }
  return judgePropagation(events, rule, (channel) => covered[channel]).flatMap(
    ({ channel, windows, verdict }): Array<OracleRow> => {
      const last = windows.at(-1)
      if (last === undefined) return []
      const ids = (list: Array<{ id: string }>) => [...new Set(list.map(({ id }) => id))].sort().join(' ')
      return [
        {
          history,
          channel,
          verdict,
          lo: last.lag.lo,
          hi: last.lag.hi ?? -1,
          late: ids(windows.flatMap((window) => window.late)),
          inGrace: ids(windows.flatMap((window) => window.inGrace)),
          flags: [...new Set(windows.flatMap((window) => [...window.flags]))].sort().join(' '),
        },
      ]
    },
  )
}

test(
  `the engine agrees with an SQL oracle on ${total} random histories (PROVISO_SEED=${seed})`,
  async () => {
    for (let done = 0; done < total; done += batch) {
      const next = random(seed * 1_000_003 + done)
      const histories = Array.from({ length: batch }, () => randomHistory(next))
      const wanted = await askOracle(histories)
      const got = histories.flatMap(judge).sort((a, b) => a.history - b.history || (a.channel < b.channel ? -1 : 1))
      const key = (row: OracleRow) =>
        JSON.stringify([row.history, row.channel, row.verdict, row.lo, row.hi, row.late, row.inGrace, row.flags])
      const missing = wanted.map(key)
      const different = got.map(key).filter((row, at) => row !== missing[at])
      if (different.length > 0 || got.length !== wanted.length) {
        const at = got.findIndex((row, index) => key(row) !== missing[index])
        expect({ history: histories[got[at]!.history], row: got[at] }).toEqual({
          history: histories[got[at]!.history],
          row: wanted[at],
        })
      }
      expect(different.length).toBe(0)
    }
  },
  full ? 3_600_000 : 300_000,
)
