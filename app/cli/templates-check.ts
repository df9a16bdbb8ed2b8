import { parseArgs } from 'node:util'
import { auditTemplate, type TemplateResult } from '#checklists/messaging/audit-template.ts'
import { messagingChecklist } from '#checklists/messaging/index.ts'
import { channels } from '#scanners/template/evidence.ts'
import { readTemplates, type TemplateChannel } from '#scanners/template/read-templates.ts'
import {
  type CliIo,
  type Command,
  countsAsFinding,
  envelope,
  exit,
  parseFailOn,
  printJson,
  UsageError,
} from './command.ts'
import { inputBytes } from './input-bytes.ts'

type Listed = { id: string } & TemplateResult

function parseChannel(value: string | undefined): TemplateChannel | undefined {
  if (value === undefined) return undefined
  const found = channels.find((channel) => channel === value)
  if (found !== undefined) return found
  throw new UsageError(`--channel ${value} is not known.`, `Use one of: ${channels.join(', ')}.`)
}

function parsePolicy(value: string | undefined): 'default' | 'strict' {
  if (value === undefined || value === 'default') return 'default'
  if (value === 'strict') return 'strict'
  throw new UsageError(`--policy ${value} is not known.`, 'Use default or strict.')
}

function totalsOf(results: ReadonlyArray<Listed>): Record<'templates' | 'pass' | 'warn' | 'fail', number> {
  const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length
  return { templates: results.length, pass: count('pass'), warn: count('warn'), fail: count('fail') }
}

function print(io: CliIo, results: ReadonlyArray<Listed>): void {
  for (const result of results) {
    io.out(`${result.verdict.padEnd(6)}${result.id} (${result.channel})\n`)
    for (const finding of result.findings) {
      if (finding.severity === 'info') continue
      const quote = finding.text === '' ? '' : ` "${finding.text}"`
      io.out(`      ${finding.severity} ${finding.rule}${quote} in ${finding.where}: ${finding.message}\n`)
    }
    if (result.rewrite !== null) io.out(`      safe: ${result.rewrite.replace(/\n/g, '\n            ')}\n`)
  }
  const { templates, pass, warn, fail } = totalsOf(results)
  io.out(`\n${templates} templates: ${pass} pass, ${warn} warn, ${fail} fail\n`)
}

export const command: Command = {
  name: 'templates check',
  usage: 'templates check FILE|- [--channel CHANNEL] [--policy default|strict] [--fail-on fail|partial] [--json]',
  summary:
    'Audits message templates: JSONL, JSON, CSV, XLSX, TXT, HTML, EML, or a ZIP of up to 500 of them; up to 25 MB and 20,000 templates.',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        now: { type: 'string' },
        channel: { type: 'string' },
        policy: { type: 'string' },
        'fail-on': { type: 'string' },
        'text-column': { type: 'string' },
        'id-column': { type: 'string' },
        'channel-column': { type: 'string' },
      },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) {
      throw new UsageError('One file is needed.', 'Name a file, or - for standard input.')
    }
    const channel = parseChannel(values.channel)
    const policy = parsePolicy(values.policy)
    const failOn = parseFailOn(values['fail-on'])
    const { name, bytes } = await inputBytes(file, io)
    const columns = { text: values['text-column'], id: values['id-column'], channel: values['channel-column'] }
    const templates = await readTemplates(bytes, name, columns)
    const results = templates.map((template): Listed => {
      const result = auditTemplate(template.text, template.channel ?? channel ?? 'sms', { policy })
      return { id: template.id, ...result }
    })
    if (values.json) printJson(io, [{ ...envelope(messagingChecklist), results, totals: totalsOf(results) }])
    else print(io, results)
    return results.some((result) => countsAsFinding(result.verdict, failOn)) ? exit.findings : exit.ok
  },
}
