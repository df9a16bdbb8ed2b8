import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditLogs } from '#app/use-cases/audit-logs.ts'
import { auditConfigSchema } from '#checklists/opt-out/audit-config.ts'
import { coverageOf } from '#checklists/opt-out/coverage.ts'
import { longestDenseSilenceDays, longestSilenceDays } from '#checklists/opt-out/silence.ts'
import { activityBook } from '#scanners/opt-out/activity.ts'
import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { random } from '#test/checklists/opt-out/histories.ts'

const seed = Number(process.env.PROVISO_SEED ?? Math.floor(Date.now() / 86_400_000))
const rounds = process.env.PROVISO_TEST_FULL === '1' ? 3_000 : 150
const dayMs = 86_400_000
const zone = 'America/Chicago'
const out = join(packageRoot, 'test/.out/opt-out')
const head = 'Sid,AccountSid,From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,Direction,Price,PriceUnit'

let sid = 0
const sent = (day: string, phone = '+15125550190', clock = '15:00:00') =>
  `SM${sid++},AC1,+15125550199,${phone},"How was your visit?",delivered,${day}T${clock}Z,2010,1,,outbound-api,,USD`
const stop = (day: string) =>
  `SM${sid++},AC1,+15125550101,+15125550199,STOP,received,${day}T16:00:00Z,2010,1,,inbound,,USD`

/** Every n-th day from one date to another, both included. */
function days(from: string, to: string, step = 1): Array<string> {
  const found: Array<string> = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += step * dayMs)
    found.push(new Date(at).toISOString().slice(0, 10))
  return found
}

const isWorkingDay = (day: string) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())

/** The verdicts of the one person on SMS, by policy, and what stays unproven. */
async function judge(
  files: Readonly<Record<string, ReadonlyArray<string>>>,
  config: Record<string, unknown> = {},
): Promise<{ verdicts: Record<string, string>; unproven: Array<string> }> {
  await mkdir(out, { recursive: true })
  const folder = await mkdtemp(join(out, 'silence-'))
  try {
    const inputs = await Promise.all(
      Object.entries(files).map(async ([name, rows]) => {
        const path = join(folder, name)
        await writeFile(path, `${name.startsWith('list') ? '' : `${head}\n`}${rows.join('\n')}\n`)
        return { name, path }
      }),
    )
    const { audit, evidence } = await auditLogs(
      { inputs, config: { zone, ...config } },
      { now: () => new Date(), signal: new AbortController().signal, progress: () => {} },
    )
    const own = audit.results.filter(({ channel }) => channel === 'sms')
    return {
      verdicts: Object.fromEntries(own.map(({ policy, verdict }) => [policy, verdict])),
      unproven: evidence.cannotProve.map(({ what }) => what),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const list = (day: string) => ['kind,channel,at,phone', `suppression_set,sms,${day}T16:05:00Z,+15125550101`]
const january = days('2026-01-01', '2026-01-31', 3)
const february = days('2026-02-01', '2026-02-28', 3)
const march = days('2026-03-01', '2026-03-31', 3)
const rowsOf = (dates: ReadonlyArray<string>) => dates.map((day) => sent(day))

test('a month that is missing between two files of one vendor is not taken as held', async () => {
  const jan = [...rowsOf(january), sent('2026-01-31'), stop('2026-01-29')]
  const mar = rowsOf(march)
  const { verdicts, unproven } = await judge({ 'jan.csv': jan, 'mar.csv': mar, 'list.csv': list('2026-01-29') })
  // The day after lies in January; ten business days reach into February.
  expect(verdicts).toMatchObject({ practice: 'pass', tcpa: 'unknown' })
  expect(unproven).toContain('sms: 2026-02-01 to 2026-02-28')

  const whole = await judge({
    'jan.csv': jan,
    'feb.csv': rowsOf(february),
    'mar.csv': mar,
    'list.csv': list('2026-01-29'),
  })
  expect(whole.verdicts).toMatchObject({ practice: 'pass', tcpa: 'pass' })
  expect(whole.unproven.filter((what) => what.startsWith('sms: 2026'))).toEqual([])
})

test('a missing month is told by exports cut in another zone than the practice’s', async () => {
  const { verdicts } = await judge({
    // Cut at midnight UTC, which is the evening before in Chicago.
    'jan.csv': [...rowsOf(january), sent('2026-01-31', undefined, '23:55:00'), stop('2026-01-29')],
    'mar.csv': [sent('2026-03-01', undefined, '00:05:00'), ...rowsOf(march)],
    'list.csv': list('2026-01-29'),
  })
  expect(verdicts).toMatchObject({ practice: 'pass', tcpa: 'unknown' })
})

test('what somebody declares goes before the silence of the rows', async () => {
  const files = {
    'jan.csv': [...rowsOf(january), sent('2026-01-31'), stop('2026-01-29')],
    'mar.csv': rowsOf(march),
    'list.csv': list('2026-01-29'),
  }
  const declared = await judge(files, { coverage: [{ channel: 'sms', from: '2026-01-01', to: '2026-03-31' }] })
  expect(declared.verdicts).toMatchObject({ practice: 'pass', tcpa: 'pass' })
})

test('rows of other kinds do not stand in for contacts that are missing', async () => {
  const others = days('2026-02-01', '2026-02-28', 2).map((day) => `opt_out,sms,${day}T10:00:00Z,+15125550177,`)
  const log = (dates: ReadonlyArray<string>) =>
    dates.map((day) => `attempt,sms,${day}T15:00:00Z,+15125550190,delivered`)
  const rows = [
    'kind,channel,at,phone,result',
    ...log(january),
    'opt_out,sms,2026-02-09T16:00:00Z,+15125550101,',
    'suppression_set,sms,2026-02-09T16:05:00Z,+15125550101,',
    ...others,
  ]
  const verdictOf = async (more: ReadonlyArray<string>) => {
    const { audit } = await auditOne([...rows, ...more])
    return audit.results
      .filter(({ policy, channel }) => policy === 'practice' && channel === 'sms')
      .map(({ verdict, windows }) => [verdict, windows.some(({ lag }) => lag.hi !== null)])
  }
  expect(await verdictOf(log(march))).toContainEqual(['unknown', true])
  // Nor after the last contact: the list goes on for months, the log of contacts has ended.
  const later = days('2026-03-01', '2026-05-01', 2).map((day) => `opt_out,sms,${day}T10:00:00Z,+15125550178,`)
  expect(await verdictOf([...later, 'suppression_set,sms,2026-05-02T10:00:00Z,+15125550179,'])).toContainEqual([
    'pass',
    true,
  ])
  const past = [
    ...log(february),
    'opt_out,sms,2026-04-20T16:00:00Z,+15125550102,',
    'suppression_set,sms,2026-04-20T16:05:00Z,+15125550102,',
    ...later,
  ]
  const { audit } = await auditOne([rows[0]!, ...past])
  const late = audit.results.find(
    ({ policy, windows }) =>
      policy === 'practice' && windows.some(({ t0 }) => t0 === Date.parse('2026-04-20T16:00:00Z')),
  )
  expect(late!.windows.map(({ verdict, flags }) => [verdict, [...flags]])).toEqual([['unknown', ['no_log']]])
})

async function auditOne(lines: ReadonlyArray<string>) {
  await mkdir(out, { recursive: true })
  const folder = await mkdtemp(join(out, 'silence-'))
  try {
    const path = join(folder, 'events.csv')
    await writeFile(path, `${lines.join('\n')}\n`)
    return await auditLogs(
      { inputs: [{ name: 'events.csv', path }], config: { zone } },
      { now: () => new Date(), signal: new AbortController().signal, progress: () => {} },
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('where contacts go out every working day a missing week is told, and a long weekend is none', async () => {
  const dates = days('2026-01-05', '2026-03-27').filter(isWorkingDay)
  const stopped = [stop('2026-02-13')]
  const week = dates.filter((day) => day < '2026-02-16' || day > '2026-02-20')
  const missing = await judge({ 'log.csv': [...rowsOf(week), ...stopped], 'list.csv': list('2026-02-13') })
  expect(missing.verdicts).toMatchObject({ practice: 'unknown', tcpa: 'unknown' })
  expect(missing.unproven).toContain('sms: 2026-02-14 to 2026-02-22')

  const holidays = dates.filter((day) => day !== '2026-02-16' && day !== '2026-02-17')
  const closed = await judge({ 'log.csv': [...rowsOf(holidays), ...stopped], 'list.csv': list('2026-02-13') })
  expect(closed.verdicts).toMatchObject({ practice: 'pass', tcpa: 'pass' })
})

test('a log with few contacts may be silent for a week or three', async () => {
  const dates = days('2026-01-05', '2026-04-30', 21)
  const { verdicts, unproven } = await judge({
    'log.csv': [...rowsOf(dates), stop('2026-02-13')],
    'list.csv': list('2026-02-13'),
  })
  expect(verdicts).toMatchObject({ practice: 'pass', tcpa: 'pass' })
  expect(unproven.filter((what) => what.startsWith('sms: 2026'))).toEqual([])
})

type Logged = Pick<OptOutEvent, 'kind' | 'at' | 'channel' | 'result'>

/** A log of half a year: sparse or dense, with holes, and rows of other kinds between. */
function randomLog(next: () => number): Array<Logged> {
  const start = Date.UTC(2026, 0, 1)
  const rate = [0.04, 0.15, 0.9][Math.floor(next() * 3)]!
  const holes = Array.from({ length: 2 }, () => ({ at: Math.floor(next() * 180), days: Math.floor(next() * 40) }))
  const rows: Array<Logged> = []
  for (let day = 0; day < 180; day++) {
    const hidden = holes.some((hole) => day >= hole.at && day < hole.at + hole.days)
    const at = start + day * dayMs + Math.floor(next() * dayMs)
    const point = { min: at, max: at }
    if (!hidden && next() < rate)
      rows.push({ kind: 'attempt', channel: 'sms', at: point, result: next() < 0.2 ? 'blocked' : 'sent' })
    if (next() < 0.03)
      rows.push({
        kind: next() < 0.5 ? 'opt_out' : 'suppression_set',
        channel: next() < 0.8 ? 'sms' : 'whatsapp',
        at: point,
      })
  }
  return rows
}

const config = auditConfigSchema.parse({ zone })

function covers(files: ReadonlyArray<ReadonlyArray<Logged>>) {
  const read = files.map((rows) => {
    const book = activityBook(zone)
    for (const row of rows) book.note({ id: '', keys: [], practice: 'p1', ...row })
    return { format: 'canonical', channels: book.result() }
  })
  return coverageOf({ files: read }, config)
}

function windows(next: () => number): Array<[from: number, to: number]> {
  return Array.from({ length: 30 }, () => {
    const from = Date.UTC(2026, 0, 1) + Math.floor(next() * 180 * 24) * 3_600_000
    return [from, from + Math.floor(next() * 20 * 24) * 3_600_000]
  })
}

test(`cut into files in any way, a log covers the same time (PROVISO_SEED=${seed})`, () => {
  const next = random(seed)
  for (let round = 0; round < rounds; round++) {
    const rows = randomLog(next)
    const parts: Array<Array<Logged>> = [[], [], [], []]
    for (const row of rows) parts[Math.floor(next() * parts.length)]!.push(row)
    const [whole, cut, twice] = [covers([rows]), covers(parts), covers([rows, ...parts])]
    for (const [from, to] of windows(next)) {
      expect(cut('sms', from, to)).toBe(whole('sms', from, to))
      expect(twice('sms', from, to)).toBe(whole('sms', from, to))
    }
  }
})

test(`taking a row away that is no contact let through never makes a log cover more (PROVISO_SEED=${seed})`, () => {
  const next = random(seed + 1)
  let lost = 0
  for (let round = 0; round < rounds; round++) {
    const rows = randomLog(next)
    const before = covers([rows])
    const asked = windows(next)
    for (const [at, { kind, result }] of rows.entries()) {
      if (kind === 'attempt' && result !== 'blocked') continue
      const after = covers([rows.filter((_, index) => index !== at)])
      for (const [from, to] of asked) {
        if (before('sms', from, to)) lost += after('sms', from, to) ? 0 : 1
        else expect(after('sms', from, to), `round ${round}, row ${at}`).toBe(false)
      }
    }
  }
  // Edges of a log move inwards when their row goes, so some time must have been lost on the way.
  expect(lost).toBeGreaterThan(0)
})

test(`taking a contact away from a log without daily ones, its first and last apart, never makes it cover more (PROVISO_SEED=${seed})`, () => {
  const next = random(seed + 2)
  let checked = 0
  for (let round = 0; round < rounds; round++) {
    const rows = randomLog(next)
    const contacts = rows.flatMap(({ kind, result }, at) => (kind === 'attempt' && result !== 'blocked' ? [at] : []))
    if (contacts.length > 60) continue
    const before = covers([rows])
    const asked = windows(next)
    for (const at of contacts.slice(1, -1)) {
      const after = covers([rows.filter((_, index) => index !== at)])
      for (const [from, to] of asked) {
        checked += 1
        if (!before('sms', from, to)) expect(after('sms', from, to), `round ${round}, row ${at}`).toBe(false)
      }
    }
  }
  expect(checked).toBeGreaterThan(1_000)
})

test('a log silent for just under the limits is held, at the limits it is not', () => {
  const start = Date.UTC(2026, 0, 5, 18)
  const row = (day: number): Logged => ({
    kind: 'attempt',
    channel: 'sms',
    at: { min: start + day * dayMs, max: start + day * dayMs },
    result: 'sent',
  })
  const held = (rows: ReadonlyArray<number>, at: number) =>
    covers([rows.map(row)])('sms', start + at * dayMs, start + (at + 1) * dayMs)
  expect(held([0, longestSilenceDays - 1], 5)).toBe(true)
  expect(held([0, longestSilenceDays], 5)).toBe(false)
  const daily = Array.from({ length: 40 }, (_, day) => day)
  const after = (gap: number) => [...daily, ...daily.map((day) => day + 39 + gap)]
  expect(held(after(longestDenseSilenceDays - 1), 41)).toBe(true)
  expect(held(after(longestDenseSilenceDays), 41)).toBe(false)
})

type CoverageCase = {
  id: string
  title: string
  policy: { tz: string }
  files: Record<string, string>
  declared_coverage: Array<{ channel: string; from: string; to: string }>
  expected: Record<string, string>
  explanation: string
  arguable: boolean
}

const { cases } = JSON.parse(readFileSync(join(packageRoot, 'test/fixtures/opt-out/coverage-cases.json'), 'utf8')) as {
  cases: Array<CoverageCase>
}

for (const { id, title, policy, files, declared_coverage, expected, explanation, arguable } of cases) {
  test(`coverage ${id}: ${title}`, async () => {
    const coverage = declared_coverage.map(({ channel, from, to }) => ({ channel, from, to }))
    const folder = await mkdtemp(join(await mkdir(out, { recursive: true }).then(() => out), 'silence-'))
    try {
      const inputs = await Promise.all(
        Object.entries(files).map(async ([name, text]) => {
          await writeFile(join(folder, name), text)
          return { name, path: join(folder, name) }
        }),
      )
      const { audit } = await auditLogs(
        { inputs, config: { zone: policy.tz, ...(coverage.length > 0 && { coverage }) } },
        { now: () => new Date(), signal: new AbortController().signal, progress: () => {} },
      )
      const own = audit.results.filter((result) => result.policy === 'practice')
      const verdicts = Object.fromEntries(own.map(({ channel, verdict }) => [channel, verdict]))
      // The one case whose label is said to be arguable has a silent month in one file: not proven here, on purpose.
      expect(verdicts, explanation).toEqual(arguable ? { ...expected, sms: 'unknown' } : expected)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}
