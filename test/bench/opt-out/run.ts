// npm run bench:opt-out [-- ROWS …]: generates logs, reads them in fresh processes and prints the table.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { auditLogs } from '#app/use-cases/audit-logs.ts'
import { labelReply } from '#scanners/opt-out/reply-label.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { vendorForm, writeLog } from './generate.ts'

type Measured = { cpuSeconds: number; megabytes: number; found: number }

/** The joins of the timing pass as DuckDB would do them: for each opt-out the contacts after it and the first entry. */
async function withDuckDb(path: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run('SET threads = 2')
  const result = await connection.runAndReadAll(`
    WITH log AS (SELECT kind, CAST("at" AS TIMESTAMPTZ) AS time, phone FROM read_csv('${path}', header = true, all_varchar = true)),
      outs AS (SELECT phone, min(time) AS t0 FROM log WHERE kind = 'opt_out' GROUP BY phone)
    SELECT count(*) FROM log JOIN outs USING (phone) WHERE log.kind = 'attempt' AND log.time > outs.t0`)
  return Number(result.getRows()[0]![0])
}

async function withProviso(path: string): Promise<number> {
  const { timeline, evidence } = await auditLogs(
    { inputs: [{ name: 'log.csv', path }], config: { policies: ['practice'] }, secret: Buffer.from('bench') },
    { now: () => new Date(0), signal: new AbortController().signal, progress: () => {} },
  )
  return timeline.events.length + evidence.people
}

function measure(engine: string, path: string): Measured {
  const tsx = join(packageRoot, 'node_modules/tsx/dist/cli.mjs')
  const run = spawnSync(process.execPath, [tsx, fileURLToPath(import.meta.url), '--measure', engine, path], {
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout.trim().split('\n').at(-1)!) as Measured
}

function replies(): Array<string> {
  const folder = join(packageRoot, 'test/fixtures/opt-out')
  const sets = readdirSync(folder).filter((file) => /^replies-.*\.jsonl$/.test(file))
  return sets.sort().map((file) => {
    const all = readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; label: string; lang: string })
    const got = all.map((reply) => ({ ...reply, got: labelReply(reply.text).label }))
    const share = (wanted: string, hit: string, lang?: string) => {
      const of = got.filter(({ label, lang: spoken }) => label === wanted && (lang === undefined || lang === spoken))
      return `${of.filter((reply) => reply.got === hit).length}/${of.length}`
    }
    return `${file}: opt-outs heard ${share('optout', 'optout')}, Spanish ${share('optout', 'optout', 'es')}, false alarms ${share('not', 'optout')}, unclear dropped ${share('ambiguous', 'not')}`
  })
}

if (process.argv[2] === '--measure') {
  const [engine, path] = process.argv.slice(3) as [string, string]
  const before = process.cpuUsage()
  const found = engine === 'duckdb' ? await withDuckDb(path) : await withProviso(path)
  const { user, system } = process.cpuUsage(before)
  console.log(
    JSON.stringify({ cpuSeconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024, found }),
  )
} else {
  // `vendor` runs the forms of vendors alone.
  const onlyVendor = process.argv[2] === 'vendor'
  const sizes = process.argv.slice(onlyVendor ? 3 : 2).map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  try {
    console.log('rows        MB     engine    CPU s   peak MB   ratio')
    const seen: Array<{ rows: number; cpu: number }> = []
    for (const rows of onlyVendor ? [] : sizes.length > 0 ? sizes : [1_000_000, 10_000_000, 30_000_000]) {
      const path = join(folder, 'log.csv')
      await writeLog(path, rows)
      const size = Math.round(statSync(path).size / 1e6)
      const own = measure('proviso', path)
      const duck = measure('duckdb', path)
      seen.push({ rows, cpu: own.cpuSeconds })
      const line = (engine: string, { cpuSeconds, megabytes }: Measured, ratio: string) =>
        console.log(
          `${String(rows).padEnd(11)} ${String(size).padEnd(6)} ${engine.padEnd(9)} ${cpuSeconds.toFixed(2).padStart(5)}   ${megabytes.toFixed(0).padStart(7)}   ${ratio}`,
        )
      line('proviso', own, '')
      line('duckdb', duck, `duckdb / proviso = ${(duck.cpuSeconds / own.cpuSeconds).toFixed(2)}`)
      rmSync(path)
    }
    for (const rows of onlyVendor && sizes.length > 0 ? sizes : [1_000_000, 3_000_000]) {
      const path = join(folder, 'twilio.csv')
      await writeLog(path, rows, vendorForm)
      const { cpuSeconds, megabytes } = measure('proviso', path)
      console.log(
        `${String(rows).padEnd(11)} ${String(Math.round(statSync(path).size / 1e6)).padEnd(6)} vendor    ${cpuSeconds.toFixed(2).padStart(5)}   ${megabytes.toFixed(0).padStart(7)}`,
      )
      rmSync(path)
    }
    const [first, last] = [seen[0]!, seen.at(-1)!]
    if (seen.length > 1)
      console.log(`growth ${last.rows / first.rows} × rows: ${(last.cpu / first.cpu).toFixed(2)} × CPU`)
    for (const line of replies()) console.log(line)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
