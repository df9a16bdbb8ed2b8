import { parseArgs } from 'node:util'
import { auditFields, type SyncResult } from '#checklists/data-sync/audit-fields.ts'
import { dataSyncChecklist } from '#checklists/data-sync/index.ts'
import { readFields } from '#scanners/field/read-fields.ts'
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

/** On screen a verdict is called by what to do with the field. */
const words = { pass: 'allowed', partial: 'questionable', fail: 'forbidden' } as const

function print(io: CliIo, result: SyncResult): void {
  for (const field of result.fields) {
    io.out(`${words[field.verdict].padEnd(14)}${field.name}${field.verdict === 'pass' ? '' : `  ${field.because}`}\n`)
  }
  io.out(`\n${result.verdict}. Outreach needs name, phone, e-mail, visit date and provider.\n`)
  if (result.verdict === 'fail' && result.smaller !== '') io.out(`Ask for less: ${result.smaller}\n`)
}

export const command: Command = {
  name: 'sync check',
  usage: 'sync check FILE|- [--fail-on fail|partial] [--json]',
  summary: 'Judges the fields a feed hands over: CSV or XLSX header, JSON sample, FHIR, HL7 v2. Values are never read.',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, now: { type: 'string' }, 'fail-on': { type: 'string' } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) {
      throw new UsageError('One file is needed.', 'Name a file, or - for standard input.')
    }
    const failOn = parseFailOn(values['fail-on'])
    const { name, bytes } = await inputBytes(file, io)
    const { format, fields } = await readFields(bytes, name)
    const result = auditFields(fields)
    if (values.json) printJson(io, [{ ...envelope(dataSyncChecklist), format, ...result }])
    else print(io, result)
    return countsAsFinding(result.verdict, failOn) ? exit.findings : exit.ok
  },
}
