import { findingsOf } from '#checklists/messaging/judge-templates.ts'
import type { TemplateEvidence } from '#scanners/template/evidence.ts'
import type { Status } from '../components/status.tsx'
import { type Channel, ruleWords } from './rule-words.ts'

export const messageVerdicts = ['fail', 'warn', 'pass', 'unknown'] as const

export type MessageVerdict = (typeof messageVerdicts)[number]

export const verdictStatus: Record<MessageVerdict, Status> = {
  fail: 'conflicts',
  warn: 'weak',
  pass: 'meets',
  unknown: 'unknown',
}

export type MessageRow = {
  series: string
  name: string
  channel: Channel
  verdict: MessageVerdict
  /** What was found, the worst first, each once. */
  found: ReadonlyArray<string>
  approved: { by: string; at: string } | null
}

export type MessageFilter = { verdict: MessageVerdict | null; channel: Channel | null; search: string }

export type MessageList = {
  rows: ReadonlyArray<MessageRow>
  /** Of all messages, whatever the filter. */
  counts: Readonly<Record<MessageVerdict, number>>
  total: number
  matching: number
  approved: number
  page: number
  pages: number
}

const perPage = 50

/** Verdict of one message; a text that was not kept cannot be judged. */
export function verdictOf(evidence: TemplateEvidence): MessageVerdict {
  if (evidence.text === null) return 'unknown'
  const severities = new Set(findingsOf(evidence).map(({ severity }) => severity))
  return severities.has('fail') ? 'fail' : severities.has('warn') ? 'warn' : 'pass'
}

export function messageRow(series: string, evidence: TemplateEvidence): MessageRow {
  const { name, channel, approved } = evidence
  const findings = evidence.text === null ? [] : findingsOf(evidence)
  const found = findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => ruleWords[rule])
  return { series, name, channel, verdict: verdictOf(evidence), found: [...new Set(found)], approved }
}

/** The table with its counts: filtered, failing ones first, fifty a page. Pure. */
export function messageList(all: ReadonlyArray<MessageRow>, filter: MessageFilter, wanted: number): MessageList {
  const search = filter.search.toLowerCase()
  const matching = all
    .filter(({ verdict }) => filter.verdict === null || verdict === filter.verdict)
    .filter(({ channel }) => filter.channel === null || channel === filter.channel)
    .filter(({ name }) => name.toLowerCase().includes(search))
    .sort((a, b) => messageVerdicts.indexOf(a.verdict) - messageVerdicts.indexOf(b.verdict))
  const pages = Math.max(1, Math.ceil(matching.length / perPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const count = (verdict: MessageVerdict) => all.filter((row) => row.verdict === verdict).length
  return {
    rows: matching.slice((page - 1) * perPage, page * perPage),
    counts: { fail: count('fail'), warn: count('warn'), pass: count('pass'), unknown: count('unknown') },
    total: all.length,
    matching: matching.length,
    approved: all.filter(({ approved }) => approved !== null).length,
    page,
    pages,
  }
}
