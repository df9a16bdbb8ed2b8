import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { packageRoot } from '#scanners/package-root.ts'
import { pdfFromText } from '#test/document-files.ts'
import { type Bar, cost } from './bars.ts'
import { ownCpuMs, startedCpuSeconds } from './cpu.ts'
import { readText } from './score.ts'

const pages = 10

/** The longest labelled agreement with the papers such agreements are bound with, cut where its tenth page ends. */
async function tenPages(): Promise<{ text: string; pdf: Uint8Array }> {
  const folder = join(packageRoot, 'test/fixtures/baa')
  const read = (name: string) => readFileSync(join(folder, `${name}.txt`), 'utf8').trim()
  const exhibits = ['neg-03-master-services', 'neg-04-breach-policy', 'neg-02-privacy-practices', 'neg-01-mutual-nda']
  const agreement = read('dev-22-meridian-regional')
  const parts = [agreement, ...exhibits.map((name, at) => `EXHIBIT ${'DEFG'[at]}\n\n${read(name)}`)]
  const blocks = parts.join('\n\n').split(/\n\n+/)
  const count = async (text: string) => (await PDFDocument.load(await pdfFromText(text))).getPageCount()
  let text = blocks.join('\n\n')
  // Forms and schedules repeat: further copies of the last exhibits fill the ten pages.
  while ((await count(text)) < pages) text = `${text}\n\n${exhibits.map(read).join('\n\n')}`
  let kept = text.split(/\n\n+/)
  while ((await count(kept.join('\n\n'))) > pages) kept = kept.slice(0, -2)
  text = kept.join('\n\n')
  return { text, pdf: await pdfFromText(text) }
}

const hasPdftotext = () => spawnSync('pdftotext', ['-v']).error === undefined

/** Engine alone, the whole command line, and `pdftotext` with the engine on the same file in the same run. */
export async function measureSpeed(): Promise<Array<Bar>> {
  const { text, pdf } = await tenPages()
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  try {
    const [file, plain] = [join(folder, 'ten-pages.pdf'), join(folder, 'ten-pages.txt')]
    writeFileSync(file, pdf)
    const printed: Array<string> = []
    const check = (path: string) => {
      const args = [join(packageRoot, 'build/cli.js'), 'baa', 'check', path, '--json', '--now', '2026-01-01T00:00:00Z']
      const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 50_000_000 })
      if (run.status !== 0 && run.status !== 1)
        throw new Error(`proviso baa check ended with ${run.status}: ${run.stderr}`)
      return run.stdout
    }
    const whole = startedCpuSeconds(() => printed.push(check(file)))
    const beside = hasPdftotext()
      ? startedCpuSeconds(() => {
          spawnSync('pdftotext', ['-layout', file, plain])
          check(plain)
        })
      : undefined
    const baseline =
      beside === undefined
        ? ' (pdftotext is not installed here: no baseline)'
        : `; pdftotext and the same command on its text ${beside === null ? '-' : beside.toFixed(2)} CPU-s`
    readText(text, 'warm')
    const engine = ownCpuMs(() => readText(text, 'ten-pages'))
    return [
      cost(`engine on ${pages} pages (${text.split(/\s+/).length} words), median of 5`, 50, 'ms CPU', engine),
      cost('PDF to JSON, start of the command line included, median of 5', 1.5, 'CPU-s', whole, baseline),
      {
        measure: 'command line, five runs over one PDF',
        bar: 'same bytes',
        measured: `${new Set(printed).size} different output${new Set(printed).size === 1 ? '' : 's'} of ${printed.length}`,
        holds: new Set(printed).size === 1,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
