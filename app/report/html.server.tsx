import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { packageRoot } from '#scanners/package-root.ts'
import { bulletinWithoutVacatur, unfairWords } from './fair-words.ts'
import type { ReportModel } from './model.ts'
import { Report } from './report.tsx'

const weights = [400, 600, 700] as const

/** The one shipped font, inlined: system fonts differ by machine and would break equal bytes. */
function fontFaces(): string {
  return weights
    .map((weight) => {
      const file = join(packageRoot, 'public', 'fonts', `atkinson-hyperlegible-next-${weight}.woff2`)
      const data = readFileSync(file).toString('base64')
      return `@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`
    })
    .join('')
}

const sheets = ['report.css', 'print.css'] as const

let css: string | undefined

function stylesheet(): string {
  css ??= fontFaces() + sheets.map((file) => readFileSync(join(packageRoot, 'app', 'report', file), 'utf8')).join('')
  return css
}

function ownSentences(model: ReportModel): Array<string> {
  const cards = [...model.top, ...model.findings]
  return [
    model.answer.sentence,
    ...cards.flatMap(({ title, why, do: fix }) => [title, why, fix]),
    ...model.unknown.flatMap(({ title, next }) => [title, next]),
    ...model.limits,
    model.correct,
  ]
}

function assertFair(model: ReportModel): void {
  const unfair = ownSentences(model).flatMap((sentence) =>
    [...unfairWords(sentence), ...(bulletinWithoutVacatur(sentence) ? ['the bulletin without its vacatur'] : [])].map(
      (word) => `${word}: ${sentence}`,
    ),
  )
  if (unfair.length > 0) throw new Error(`The report is not fairly worded: ${unfair.join(' | ')}`)
}

/** Only a colour that was checked: six digits, and enough contrast. */
function accentOf({ brand }: ReportModel): string {
  const accent = brand?.accent ?? null
  return accent !== null && /^#[0-9a-f]{6}$/.test(accent) ? `:root{--brand:${accent}}` : ''
}

/** One self-contained HTML file: no script, no request. Throws when a sentence of ours is not fairly worded. */
export function reportHtml(model: ReportModel): string {
  assertFair(model)
  const body = renderToStaticMarkup(<Report model={model} />)
  const title = renderToStaticMarkup(<title>{model.head.title}</title>)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">${title}<style>${stylesheet()}${accentOf(model)}</style></head><body>${body}</body></html>`
}
