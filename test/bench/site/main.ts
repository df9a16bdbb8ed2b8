import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { surveySite } from '#checklists/tracking/recipients.ts'
import { findBrowser } from '#scanners/browser.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { makeCanary, twinOf } from '#scanners/site/canary.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { createLeakMatcher } from '#scanners/site/leak-matcher.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { fieldKinds, patientOf, readMessages } from '#test/scanners/site/flow-reading.ts'
import { flows } from '#test/scanners/site/flows.ts'
import { flowCount, flowUrl, missedFlows, startFlowSite } from '#test/sites/flow-page.ts'
import { hiddenWays, startLargePracticeSite } from '#test/sites/large-practice.ts'
import { practicePaths, practiceUrl } from '#test/sites/practice.ts'
import { cases, type RivalResult } from './cases.ts'
import { watchMemory } from './memory.ts'

const rivalName = '@themarkup/blacklight-collector 3.11.0'

type Measured<Result> = { result: Result; seconds: number; megabytes: number | null }

/** Pairs of runs, the rival first in each: a busy moment of the machine then meets both. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 1)
const allPages = practicePaths.length + hiddenWays.length

/** Runs a command to its end with its memory watched; what it printed last is its result. */
function measured(command: ReadonlyArray<string>, cwd: string): Promise<{ text: string; megabytes: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const memory = watchMemory(child.pid ?? 0)
    let out = ''
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString()
    })
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      const megabytes = memory.stop()
      if (code !== 0) reject(new Error(said.trim().split('\n').slice(-3).join(' ') || `it ended with code ${code}`))
      else resolve({ text: out.trim().split('\n').at(-1) ?? '', megabytes })
    })
  })
}

/** Our own side, in a process of its own like the rival's: `main.ts ours PORT AT-ONCE`. */
async function scanOurs(port: string, pagesAtOnce: number): Promise<void> {
  const from = performance.now()
  const evidence = await scanSite(
    siteScanInputSchema.parse({
      url: practiceUrl,
      authority: 'permission',
      pages: allPages,
      lab: { map: [['*', `127.0.0.1:${port}`]], pagesAtOnce },
    }),
    { now: () => new Date(), signal: new AbortController().signal, progress: () => undefined },
  )
  process.stdout.write(`${JSON.stringify({ ms: performance.now() - from, evidence })}\n`)
}

async function measureOurs(port: number, pagesAtOnce: number): Promise<Measured<Array<PageEvidence>>> {
  const { text, megabytes } = await measured(
    [process.argv[1] ?? '', 'ours', String(port), String(pagesAtOnce)],
    packageRoot,
  )
  const { ms, evidence } = JSON.parse(text) as { ms: number; evidence: Array<PageEvidence> }
  return { result: evidence, seconds: ms / 1000, megabytes }
}

async function measureRival(folder: string, port: number): Promise<Measured<RivalResult>> {
  const { executablePath, sandbox } = await findBrowser()
  const script = join(packageRoot, 'test/bench/site/rival.mjs')
  const given = [practiceUrl, join(folder, 'out'), String(allPages), String(port), executablePath, String(sandbox)]
  const { text, megabytes } = await measured([script, ...given], folder)
  const written = join(folder, 'result.json')
  if (!existsSync(written)) throw new Error(`it gave no result; its last words: ${text}`)
  const result = JSON.parse(readFileSync(written, 'utf8')) as RivalResult
  return { result, seconds: result.ms / 1000, megabytes }
}

const row = (cells: ReadonlyArray<string>) => `| ${cells.join(' | ')} |`
const memoryWords = (megabytes: number | null) => (megabytes === null ? 'not measured' : `${megabytes} MB`)
const middle = (numbers: ReadonlyArray<number>) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0
const load = () => loadavg()[0]?.toFixed(1) ?? ''

/** One column of the table: a tool in one mode, over all rounds. */
type Column = {
  name: string
  pages: number
  seconds: Array<number>
  megabytes: number | null
  found: ReadonlySet<string>
}

function overRounds(columns: ReadonlyArray<Column>): Column {
  const [first] = columns
  if (first === undefined) throw new Error('Nothing was measured.')
  const megabytes = Math.max(...columns.map((one) => one.megabytes ?? 0))
  // Found means found in every round; the memory is the worst of them.
  return {
    name: first.name,
    pages: Math.min(...columns.map(({ pages }) => pages)),
    seconds: columns.flatMap(({ seconds }) => seconds),
    megabytes: megabytes === 0 ? null : megabytes,
    found: new Set([...first.found].filter((name) => columns.every(({ found }) => found.has(name)))),
  }
}

async function oursOnce(port: number, pagesAtOnce: number): Promise<Column> {
  const { result, seconds, megabytes } = await measureOurs(port, pagesAtOnce)
  const survey = surveySite(result)
  const read = result.filter(({ outcome }) => outcome === 'loaded')
  return {
    name: `Proviso, ${pagesAtOnce === 1 ? 'one page' : `${pagesAtOnce} pages`} at a time`,
    pages: read.length,
    seconds: [seconds],
    megabytes,
    found: new Set(cases.filter((one) => one.ours(survey)).map(({ name }) => name)),
  }
}

async function rivalOnce(folder: string, port: number): Promise<Column> {
  const { result, seconds, megabytes } = await measureRival(folder, port)
  const found = new Set(cases.filter((one) => one.rival(result)).map(({ name }) => name))
  return { name: rivalName, pages: result.pages, seconds: [seconds], megabytes, found }
}

function table(columns: ReadonlyArray<Column>, rival: Column | undefined): Array<string> {
  const perPage = ({ seconds, pages }: Column) => middle(seconds) / Math.max(pages, 1)
  const line = (name: string, cell: (column: Column) => string) => row([name, ...columns.map(cell)])
  return [
    row(['', ...columns.map(({ name }) => name)]),
    row(['---', ...columns.map(() => '---')]),
    line('pages read', ({ pages }) => `${pages}`),
    line('seconds in all', ({ seconds }) => seconds.map((one) => one.toFixed(1)).join(' / ')),
    line('seconds per page (median)', (column) => perPage(column).toFixed(2)),
    line('times as fast as the rival', (column) =>
      rival === undefined ? 'not known' : (perPage(rival) / perPage(column)).toFixed(2),
    ),
    line('peak memory', ({ megabytes }) => memoryWords(megabytes)),
    line('cases found', ({ found }) => `${found.size} of ${cases.length}`),
    ...cases.map(({ name }) => line(name, ({ found }) => (found.has(name) ? 'found' : 'missed'))),
  ]
}

/** Typed-data flows: those only the matcher is needed for, and those only a browser shows; each with its clean twin. */
async function flowLines(): Promise<Array<string>> {
  const typed = fieldKinds.map((kind) => makeCanary(kind, 'bench'))
  const matcher = await createLeakMatcher(
    typed,
    typed.map((canary) => twinOf(canary, 'bench')),
    ['pepper-of-the-page'],
  )
  const told = (seed: string) =>
    flows.map(({ field, send }) => ({ field, hits: readMessages(matcher, send(patientOf(seed))).hits }))
  const found = told('bench').filter(({ field, hits }) => hits.some((hit) => hit.field === field)).length
  const own = new Set(typed.map(({ value }) => value))
  const other = patientOf('another')
  const wrong = told('another').filter(({ field, hits }) => !own.has(other[field]) && hits.length > 0).length
  const site = await startFlowSite()
  const scan = (clean: boolean) =>
    scanSite(
      siteScanInputSchema.parse({ url: flowUrl(clean), authority: 'permission', pages: 1, lab: { map: site.map } }),
      { now: () => new Date(), signal: new AbortController().signal, progress: () => undefined },
    )
  const [dirty, clean] = [surveySite(await scan(false)), surveySite(await scan(true))]
  await site.close()
  const missed = missedFlows(dirty.leaks)
  return [
    `Typed-data flows by bytes: ${found} of ${flows.length} found, ${wrong} false.`,
    `Typed-data flows in the browser: ${flowCount - missed.length} of ${flowCount} found${missed.length === 0 ? '' : ` (missed: ${missed.join(', ')})`}, ${clean.leaks.length} false on the clean twin.`,
  ]
}

/** Both on the same pages of one site, in turn; without the rival our own numbers and why it is missing. */
async function main(folder: string | undefined, missing: string | undefined): Promise<void> {
  const site = await startLargePracticeSite()
  const [rivals, single, double]: Array<Array<Column>> = [[], [], []]
  const loads: Array<string> = []
  let why = missing ?? ''
  try {
    for (let round = 0; round < rounds; round++) {
      loads.push(load())
      if (folder !== undefined && existsSync(folder)) {
        await rivalOnce(folder, site.port).then(
          (column) => rivals?.push(column),
          (error: unknown) => {
            why = error instanceof Error ? error.message : 'it stopped'
          },
        )
        loads.push(load())
      }
      single?.push(await oursOnce(site.port, 1))
      loads.push(load())
      double?.push(await oursOnce(site.port, 2))
      loads.push(load())
    }
  } finally {
    await site.close()
  }
  const rival = rivals?.length ? overRounds(rivals) : undefined
  const columns = [overRounds(single ?? []), overRounds(double ?? []), ...(rival === undefined ? [] : [rival])]
  const lines = [
    `Measured ${new Date().toISOString().slice(0, 10)} on the large fixture practice (${allPages} pages), in turn, ${rounds} round(s), ${cpus().length} cores; load before, between and after the runs: ${loads.join(', ')}.`,
    ...(rival === undefined ? [`${rivalName} could not be run: ${why}`] : []),
    '',
    ...table(columns, rival),
    '',
    ...(await flowLines()),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

const [mode, first, second] = process.argv.slice(2)
if (mode === 'flows') process.stdout.write(`${(await flowLines()).join('\n')}\n`)
else if (mode === 'ours') await scanOurs(first ?? '', Number(second))
else await main(mode === 'with' ? first : undefined, mode === 'without' ? first : undefined)
