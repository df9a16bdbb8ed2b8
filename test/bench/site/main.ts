import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { surveySite } from '#checklists/tracking/recipients.ts'
import { findBrowser } from '#scanners/browser.ts'
import { packageRoot } from '#scanners/package-root.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { practicePaths, practiceUrl, startPracticeSite } from '#test/sites/practice.ts'
import { cases, type RivalResult } from './cases.ts'
import { watchMemory } from './memory.ts'

const rivalName = '@themarkup/blacklight-collector 3.11.0'

type Measured<Result> = { result: Result; seconds: number; megabytes: number | null }

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

/** Our own side, in a process of its own like the rival's: `main.ts ours PORT PAGES`. */
async function scanOurs(port: string, pages: number): Promise<void> {
  const from = performance.now()
  const evidence = await scanSite(
    siteScanInputSchema.parse({
      url: practiceUrl,
      authority: 'permission',
      pages,
      lab: { map: [['*', `127.0.0.1:${port}`]] },
    }),
    { now: () => new Date(), signal: new AbortController().signal, progress: () => undefined },
  )
  process.stdout.write(`${JSON.stringify({ ms: performance.now() - from, evidence })}\n`)
}

async function measureOurs(port: number, pages: number): Promise<Measured<Array<PageEvidence>>> {
  const { text, megabytes } = await measured([process.argv[1] ?? '', 'ours', String(port), String(pages)], packageRoot)
  const { ms, evidence } = JSON.parse(text) as { ms: number; evidence: Array<PageEvidence> }
  return { result: evidence, seconds: ms / 1000, megabytes }
}

async function measureRival(folder: string, port: number, pages: number): Promise<Measured<RivalResult>> {
  const { executablePath, sandbox } = await findBrowser()
  const script = join(packageRoot, 'test/bench/site/rival.mjs')
  const given = [practiceUrl, join(folder, 'out'), String(pages), String(port), executablePath, String(sandbox)]
  const { text, megabytes } = await measured([script, ...given], folder)
  const written = join(folder, 'result.json')
  if (!existsSync(written)) throw new Error(`it gave no result; its last words: ${text}`)
  const result = JSON.parse(readFileSync(written, 'utf8')) as RivalResult
  return { result, seconds: result.ms / 1000, megabytes }
}

const row = (cells: ReadonlyArray<string>) => `| ${cells.join(' | ')} |`
const memoryWords = (megabytes: number | null) => (megabytes === null ? 'not measured' : `${megabytes} MB`)

/** Both on the same pages of one site, one after the other; without the rival our own numbers and why it is missing. */
async function main(folder: string | undefined, missing: string | undefined): Promise<void> {
  const site = await startPracticeSite()
  const pages = practicePaths.length
  try {
    let rival: Measured<RivalResult> | null = null
    let why = missing ?? ''
    if (folder !== undefined && existsSync(folder)) {
      rival = await measureRival(folder, site.port, pages).catch((error: unknown) => {
        why = error instanceof Error ? error.message : 'it stopped'
        return null
      })
    }
    const ours = await measureOurs(site.port, pages)
    const survey = surveySite(ours.result)
    const read = ours.result.filter(({ outcome }) => outcome !== 'failed').length
    const oursFound = cases.filter((one) => one.ours(survey))
    const rivalFound = rival === null ? [] : cases.filter((one) => one.rival(rival.result))
    const other = (text: (measured: Measured<RivalResult>) => string) => (rival === null ? 'not run' : text(rival))
    const lines = [
      `Measured ${new Date().toISOString().slice(0, 10)} on the fixture practice site (${pages} pages), one after the other.`,
      ...(rival === null ? [`${rivalName} could not be run: ${why}`] : []),
      '',
      row(['', 'Proviso', rivalName]),
      row(['---', '---', '---']),
      row(['pages read', `${read}`, other(({ result }) => `${result.pages}`)]),
      row(['seconds in all', ours.seconds.toFixed(1), other(({ seconds }) => seconds.toFixed(1))]),
      row([
        'seconds per page',
        (ours.seconds / Math.max(read, 1)).toFixed(2),
        other(({ seconds, result }) => (seconds / Math.max(result.pages, 1)).toFixed(2)),
      ]),
      row(['peak memory', memoryWords(ours.megabytes), other(({ megabytes }) => memoryWords(megabytes))]),
      row([
        'cases found',
        `${oursFound.length} of ${cases.length}`,
        other(() => `${rivalFound.length} of ${cases.length}`),
      ]),
      ...cases.map((one) =>
        row([
          one.name,
          oursFound.includes(one) ? 'found' : 'missed',
          other(() => (rivalFound.includes(one) ? 'found' : 'missed')),
        ]),
      ),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await site.close()
  }
}

const [mode, first, second] = process.argv.slice(2)
if (mode === 'ours') await scanOurs(first ?? '', Number(second))
else await main(mode === 'with' ? first : undefined, mode === 'without' ? first : undefined)
