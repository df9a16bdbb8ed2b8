import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findingsCsv } from '#app/report/csv.ts'
import { scanHar } from '#app/report/har.ts'
import { findingsSarif } from '#app/report/sarif.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { ScanContext } from '#scanners/scanner.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { type CliIo, type Command, printJson, UsageError, worstExit } from './command.ts'
import { writable } from './output-file.ts'
import { exitOf, judgePages, type SiteScanResult, siteScanDocument } from './site-scan-document.ts'
import {
  type ExportName,
  inputComplaint,
  parseSiteScan,
  refusedAddress,
  type SiteScanOptions,
} from './site-scan-options.ts'
import { siteScanText } from './site-scan-text.ts'

const screenshotFolder = 'screenshots'

function reporter(io: CliIo, target: string): ScanContext['progress'] {
  return ({ stage, done, total }) => {
    const line = `${target}: ${done}${total === null ? '' : ` of ${total}`} ${stage}`
    io.err(io.progressBar ? `\r\x1b[2K${line}` : `${line}\n`)
  }
}

function inputOf(target: string, options: SiteScanOptions) {
  const parsed = siteScanInputSchema.safeParse({ ...options.input, url: target })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  if (issue.path[0] === 'url') throw new ScanProblem('bad-url')
  if (issue.code === 'unrecognized_keys')
    throw new UsageError(`--${issue.keys[0]} is not part of this version.`, 'Leave it out and scan again.')
  throw inputComplaint(issue.path, issue.message)
}

async function scanOne(
  target: string,
  folder: string | null,
  options: SiteScanOptions,
  io: CliIo,
): Promise<SiteScanResult> {
  const startedAt = options.now()
  const from = performance.now()
  let pages: Array<PageEvidence> = []
  let problem: ScanProblem | null = null
  const refused = refusedAddress(target)
  try {
    if (refused !== null) throw new ScanProblem(refused)
    pages = await scanSite(inputOf(target, options), {
      now: options.now,
      signal: io.signal,
      progress: reporter(io, target),
      attach: async ({ sha256, bytes }) => {
        if (folder !== null) await writeFile(join(folder, screenshotFolder, `${sha256}.png`), bytes)
      },
    })
  } catch (error) {
    if (!(error instanceof ScanProblem)) throw error
    problem = error
  } finally {
    if (io.progressBar) io.err('\r\x1b[2K')
  }
  return {
    target,
    pages,
    ...judgePages(pages, startedAt),
    problem,
    cancelled: io.signal.aborted,
    startedAt: startedAt.toISOString(),
    ms: Math.round(performance.now() - from),
    screenshots: folder === null ? null : screenshotFolder,
  }
}

const exportFiles: Record<ExportName, string> = { har: 'scan.har', sarif: 'findings.sarif', csv: 'findings.csv' }

/** One file for all targets: HAR entries and SARIF runs side by side, CSV rows under one heading. */
function exported(name: ExportName, results: ReadonlyArray<SiteScanResult>): string {
  if (name === 'har') return `${JSON.stringify(scanHar(results.flatMap(({ pages }) => pages)), null, 2)}\n`
  if (name === 'csv') {
    const [first = '', ...more] = results.map(({ assessment }) => findingsCsv(assessment))
    return first + more.map((text) => text.slice(text.indexOf('\r\n') + 2)).join('')
  }
  const logs = results.map(({ assessment, target }) => findingsSarif(assessment, target))
  return `${JSON.stringify({ ...logs[0], runs: logs.flatMap(({ runs }) => runs) }, null, 2)}\n`
}

/** "-" among the addresses stands for the lines of standard input; blank lines and "#" notes are skipped. */
async function targetsOf(options: SiteScanOptions, io: CliIo): Promise<Array<string>> {
  if (!options.targets.includes('-')) return [...options.targets]
  const lines = (await io.readStdin()).toString('utf8').split(/\r?\n/)
  const listed = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  const targets = options.targets.flatMap((target) => (target === '-' ? listed : [target]))
  if (targets.length === 0) throw new ScanProblem('empty-input')
  return targets
}

async function folderFor(out: string | null, targets: ReadonlyArray<string>, at: number): Promise<string | null> {
  if (out === null) return null
  const host = URL.canParse(targets[at]!) ? new URL(targets[at]!).hostname : 'unreadable'
  const folder = targets.length === 1 ? out : join(out, `${String(at + 1).padStart(2, '0')}-${host}`)
  await writable(folder, () => mkdir(join(folder, screenshotFolder), { recursive: true }))
  return folder
}

async function writeFolder(folder: string | null, result: SiteScanResult): Promise<void> {
  if (folder === null) return
  // `proviso assess DIR` reads every .json here, so evidence is the only one.
  await writeFile(join(folder, 'evidence.json'), `${JSON.stringify({ evidence: result.pages }, null, 2)}\n`)
  for (const name of Object.keys(exportFiles) as Array<ExportName>) {
    await writeFile(join(folder, exportFiles[name]), exported(name, [result]))
  }
}

export const command: Command = {
  name: 'site scan',
  usage:
    'site scan URL…|- [--authority public|permission] [--pages N] [--mode browser|static] [--consent none,reject,accept,gpc]\n' +
    '      [--viewport desktop,phone] [--journey FILE] [--out DIR] [--har] [--sarif] [--csv] [--fail-on fail|partial|unknown]\n' +
    "      [--lab [--allow HOST:PORT[-PORT]] [--dns HOST:PORT] [--map 'PATTERN=HOST:PORT']]",
  summary:
    'Finds which companies receive what from the pages of a site. Types nothing without permission, submits nothing ever.',
  async run(args, io) {
    const options = parseSiteScan(args)
    // A wrong option is told before the first site is opened.
    inputOf('https://www.example.com/', options)
    const results: Array<SiteScanResult> = []
    const targets = await targetsOf(options, io)
    for (const [at, target] of targets.entries()) {
      const folder = await folderFor(options.out, targets, at)
      const result = await scanOne(target, folder, options, io)
      await writeFolder(folder, result)
      results.push(result)
      if (io.signal.aborted) break
    }
    let toStdout: ExportName | null = null
    for (const [name, file] of options.exports) {
      if (file !== null) await writable(file, () => writeFile(file, exported(name, results)))
      else if (options.out === null) toStdout = name
    }
    if (toStdout !== null) io.out(exported(toStdout, results))
    else if (options.json) printJson(io, results.map(siteScanDocument))
    else io.out(results.map(siteScanText).join('\n'))
    return worstExit(results.map((result) => exitOf(result, options.failOn)))
  },
}
