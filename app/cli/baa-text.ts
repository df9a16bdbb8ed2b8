import { parseArgs } from 'node:util'
import { baaChecklist } from '#checklists/baa/index.ts'
import {
  type CliIo,
  type Command,
  clock,
  envelope,
  exit,
  printJson,
  refusal,
  UsageError,
  worstExit,
} from './command.ts'
import { type Read, readDocument } from './document-file.ts'

function asJson(result: Read): unknown {
  const head = envelope(baaChecklist)
  if ('problem' in result) return { ...head, file: { name: result.name }, refusal: refusal(result.problem) }
  const { file, text, paragraphs, hidden, pending, confidence, unreadPages, warnings } = result.document
  return { ...head, file, text, paragraphs, hidden, pending: pending ?? [], confidence, unreadPages, warnings }
}

function print(result: Read, io: CliIo): void {
  if ('problem' in result) {
    const { message, hint } = refusal(result.problem)
    io.err(`${result.name}: ${message}\n${hint}\n`)
    return
  }
  const { text, warnings } = result.document
  io.out(text)
  for (const { message } of warnings) io.err(`${message}\n`)
}

export const command: Command = {
  name: 'baa text',
  usage: 'baa text FILE… [--json] [--no-ocr]',
  summary:
    'Print the text of an agreement as it is judged: visible words in reading order, quotes count from its start.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'no-ocr': { type: 'boolean', default: false },
        now: { type: 'string' },
      },
    })
    if (positionals.length === 0) throw new UsageError('No file is named.', 'Give one: proviso baa text agreement.pdf')
    const now = clock(values.now)
    const results: Array<Read> = []
    for (const path of positionals) results.push(await readDocument(path, io, now, !values['no-ocr']))
    if (values.json) printJson(io, results.map(asJson))
    else for (const result of results) print(result, io)
    return worstExit(results.map((result) => ('problem' in result ? exit.unread : exit.ok)))
  },
}
