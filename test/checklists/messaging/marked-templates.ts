import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Channel } from '#checklists/messaging/template-result.ts'
import { packageRoot } from '#scanners/package-root.ts'

type Span = { start: number; end: number }
type FieldClass = 'clinical' | 'identifier' | 'financial_or_ref' | 'opaque'

/** A template with its label: spans and fields by offsets in `text`; a field not listed is `ok`. */
export type MarkedTemplate = {
  text: string
  channel: Channel
  clinical: Array<Span>
  soft: Array<Span>
  fields: Array<Span & { class: FieldClass }>
  missingOptOut: boolean
  missingSender: boolean
  missingPostal: boolean
  marketing: boolean
  gating: boolean
  tracking: 'third-party' | 'own' | null
  verdict: 'pass' | 'warn' | 'fail'
}

const classes: Record<string, FieldClass> = { c: 'clinical', i: 'identifier', r: 'financial_or_ref', q: 'opaque' }

function parse(line: string): MarkedTemplate {
  const [channel = '', flags = '', ...rest] = line.split('|')
  const marked = rest.join('|').replaceAll('\\n', '\n')
  const clinical: Array<Span> = []
  const soft: Array<Span> = []
  const fields: MarkedTemplate['fields'] = []
  const open: Array<number> = []
  let text = ''
  for (let at = 0; at < marked.length; at += 1) {
    const sign = marked[at]!
    if ('⟦⟨⟪'.includes(sign)) open.push(text.length)
    else if ('⟧⟩⟫'.includes(sign)) {
      const span = { start: open.pop() ?? 0, end: text.length }
      if (sign === '⟧') clinical.push(span)
      else if (sign === '⟩') soft.push(span)
      else {
        at += 1
        fields.push({ ...span, class: classes[marked[at] ?? ''] ?? 'opaque' })
      }
    } else text += sign
  }
  const has = (flag: string) => flags.includes(flag)
  const fails =
    clinical.length > 0 ||
    fields.some((field) => field.class === 'clinical' || field.class === 'identifier') ||
    has('m') ||
    has('t')
  const warns = soft.length > 0 || fields.length > 0 || flags !== ''
  return {
    text,
    channel: channel as Channel,
    clinical,
    soft,
    fields,
    missingOptOut: has('o'),
    missingSender: has('s'),
    missingPostal: has('p'),
    marketing: has('m'),
    gating: has('g'),
    tracking: has('t') ? 'third-party' : has('f') ? 'own' : null,
    verdict: fails ? 'fail' : warns ? 'warn' : 'pass',
  }
}

/**
 * Reads `channel|flags|text`, one template a line. ⟦…⟧ fails, ⟨…⟩ warns, ⟪…⟫ is a field with c, i, r or q behind it.
 * Flags: o no opt-out or unsubscribe, s no sender, p no postal address, m marketing, g gating, t and f third and own pixel.
 */
export function markedTemplates(name: string): Array<MarkedTemplate> {
  return readFileSync(join(packageRoot, 'test/fixtures/templates', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parse)
}
