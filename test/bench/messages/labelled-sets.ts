import { readFileSync } from 'node:fs'
import { auditTemplate } from '#checklists/messaging/audit-template.ts'
import type { Channel } from '#checklists/messaging/template-result.ts'
import { markedTemplates } from '#test/checklists/messaging/marked-templates.ts'

/** One labelled text: `clinical` spans are offsets in `text`. */
export type Labelled = {
  text: string
  channel: Channel
  verdict: 'pass' | 'warn' | 'fail'
  clinical: ReadonlyArray<{ start: number; end: number }>
}

const clinicalRules = /^(?:literal-clinical|specialty-on-visit|sensitive)$/

/** The marked sets of `test/fixtures/templates`. */
export function markedSet(name: string): Array<Labelled> {
  return markedTemplates(name)
}

/** A file in the form of the development corpus: a JSON array or one object a line. */
export function corpusSet(file: string): Array<Labelled> {
  type Row = { text: string; channel: Channel; label: { clinical: Array<string>; verdict: Labelled['verdict'] } }
  const source = readFileSync(file, 'utf8').trim()
  const rows = source.startsWith('[')
    ? (JSON.parse(source) as Array<Row>)
    : source.split('\n').map((line) => JSON.parse(line) as Row)
  return rows.map(({ text, channel, label }) => {
    let from = 0
    return {
      text,
      channel,
      verdict: label.verdict,
      clinical: label.clinical.map((span) => {
        const start = text.indexOf(span, from) < 0 ? text.indexOf(span) : text.indexOf(span, from)
        from = start + span.length
        return { start, end: start + span.length }
      }),
    }
  })
}

export type SetScore = {
  size: number
  right: number
  clinical: { failed: number; warned: number; passed: number }
  clean: { failed: number; warned: number; passed: number }
  spanF1: number
  wrong: Array<string>
}

/** A wanted span is found when findings cover at least half of its characters; a finding that touches none is extra. */
export function scoreSet(cases: ReadonlyArray<Labelled>): SetScore {
  const clinical = { failed: 0, warned: 0, passed: 0 }
  const clean = { failed: 0, warned: 0, passed: 0 }
  const wrong: Array<string> = []
  let [right, found, missed, extra] = [0, 0, 0, 0]
  const name = { fail: 'failed', warn: 'warned', pass: 'passed' } as const
  for (const item of cases) {
    const { verdict, findings } = auditTemplate(item.text, item.channel, { rewrite: false })
    const marked = findings.filter((finding) => clinicalRules.test(finding.rule) && finding.severity === 'fail')
    const overlap = (one: { start: number; end: number }, other: { start: number; end: number }) =>
      Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
    const lost: Array<string> = []
    for (const span of item.clinical) {
      if (marked.reduce((sum, finding) => sum + overlap(finding, span), 0) * 2 >= span.end - span.start) found += 1
      else {
        missed += 1
        lost.push(`-${item.text.slice(span.start, span.end)}`)
      }
    }
    for (const finding of marked) {
      if (item.clinical.some((span) => overlap(finding, span) > 0)) continue
      extra += 1
      lost.push(`+${finding.text}`)
    }
    if (verdict === item.verdict) right += 1
    if (item.clinical.length > 0) clinical[name[verdict]] += 1
    if (item.verdict === 'pass') clean[name[verdict]] += 1
    if (verdict !== item.verdict || lost.length > 0)
      wrong.push(
        `${item.verdict}>${verdict} ${lost.join(' ')} | ${item.text} | ${findings.map((one) => `${one.rule}:${one.text}`).join('; ')}`,
      )
  }
  return { size: cases.length, right, clinical, clean, spanF1: (2 * found) / (2 * found + missed + extra), wrong }
}
