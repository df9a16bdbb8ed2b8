import { parseArgs } from 'node:util'
import { baaChecklist } from '#checklists/baa/index.ts'
import { type AgreementReading, type Expected, readAgreement } from '#checklists/baa/read-agreement.ts'
import { clauseIds, elementIds, type LineId, optionIds } from '#checklists/baa/reading.ts'
import { scoreAgreement } from '#checklists/baa/score-agreement.ts'
import { agreementTable } from './baa-check-text.ts'
import {
  type Command,
  clock,
  countsAsFinding,
  envelope,
  exit,
  type FailOn,
  parseFailOn,
  printJson,
  refusal,
  UsageError,
  worstExit,
} from './command.ts'
import { type Read, readDocument } from './document-file.ts'

function group(reading: AgreementReading, ids: ReadonlyArray<LineId>): Record<string, unknown> {
  return Object.fromEntries(ids.flatMap((id) => (reading.lines[id] === undefined ? [] : [[id, reading.lines[id]]])))
}

/** The JSON of cli.md: a refused "other" carries no lines, an "almost" carries them with every verdict unknown. */
function asJson(read: Read, expected: Expected): unknown {
  const head = envelope(baaChecklist)
  if ('problem' in read) {
    return {
      ...head,
      file: { name: read.name },
      isBaa: false,
      kind: 'other',
      refusal: refusal(read.problem),
      warnings: [],
    }
  }
  const { file } = read.document
  const reading = readAgreement(read.document, expected)
  const { isBaa, kind, warnings } = reading
  return {
    ...head,
    file,
    isBaa,
    ...(kind === undefined ? {} : { kind }),
    ...(reading.refusal === undefined ? {} : { refusal: reading.refusal }),
    ...(Object.keys(reading.lines).length === 0
      ? {}
      : {
          clauses: group(reading, clauseIds),
          elements: group(reading, elementIds),
          options: group(reading, optionIds),
        }),
    ...(reading.facts === null ? {} : { facts: reading.facts }),
    warnings,
    ...(isBaa && reading.refusal === undefined ? { score: scoreAgreement(reading) } : {}),
  }
}

function exitFor(read: Read, expected: Expected, failOn: FailOn): number {
  if ('problem' in read) return exit.unread
  const reading = readAgreement(read.document, expected)
  if (reading.refusal !== undefined) return exit.unread
  const required: ReadonlyArray<LineId> = [...clauseIds, ...elementIds]
  const options = optionIds.filter((id) => reading.lines[id]?.reading === 'contrary')
  const found = [...required, ...options].some((id) => countsAsFinding(reading.lines[id]?.verdict ?? 'unknown', failOn))
  return found ? exit.findings : exit.ok
}

export const command: Command = {
  name: 'baa check',
  usage:
    'baa check FILE… [--vendor NAME] [--practice NAME] [--json] [--fail-on fail|partial|unknown] [--pdf OUT] [--no-ocr]',
  summary: 'Read business associate agreements clause by clause: the practice bar and the legal floor, with quotes.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'no-ocr': { type: 'boolean', default: false },
        vendor: { type: 'string' },
        practice: { type: 'string' },
        'fail-on': { type: 'string' },
        now: { type: 'string' },
        pdf: { type: 'string' },
      },
    })
    if (positionals.length === 0) throw new UsageError('No file is named.', 'Give one: proviso baa check agreement.pdf')
    if (values.pdf !== undefined && positionals.length > 1) {
      throw new UsageError('--pdf writes one report, and several files are named.', 'Name one file.')
    }
    const now = clock(values.now)
    const failOn = parseFailOn(values['fail-on'])
    const expected: Expected = {
      ...(values.vendor === undefined ? {} : { vendor: values.vendor }),
      ...(values.practice === undefined ? {} : { practice: values.practice }),
    }
    const results: Array<Read> = []
    for (const path of positionals) results.push(await readDocument(path, io, now, !values['no-ocr']))
    if (values.json)
      printJson(
        io,
        results.map((read) => asJson(read, expected)),
      )
    else {
      for (const read of results) {
        if ('problem' in read) io.err(`${read.name}: ${refusal(read.problem).message}\n${refusal(read.problem).hint}\n`)
        else io.out(agreementTable(read.name, readAgreement(read.document, expected), io.colour))
      }
    }
    const [first] = results
    if (values.pdf !== undefined && first !== undefined && 'document' in first) {
      const [{ assess }, { writeReport }] = await Promise.all([
        import('#checklists/assess.ts'),
        import('./report-files.ts'),
      ])
      await writeReport(assess([baaChecklist], [first.document], now()), [first.document], {
        subject: 'vendor',
        name: values.vendor ?? first.document.file.name,
        by: undefined,
        length: 'report',
        timeZone: 'UTC',
        out: { pdf: values.pdf },
      })
    }
    return worstExit(results.map((read) => exitFor(read, expected, failOn)))
  },
}
