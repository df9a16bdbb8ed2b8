import { parseArgs } from 'node:util'
import type { ReportLength } from '#app/report/model.ts'
import { assessSaved, parseSubject } from './assess.ts'
import { type Command, clock, exit, UsageError } from './command.ts'
import { writeReport } from './report-files.ts'
import { readSavedEvidence } from './saved-evidence.ts'

const lengths: ReadonlyArray<ReportLength> = ['one-pager', 'report', 'annex']

function parseLength(value: string | undefined): ReportLength {
  const found = lengths.find((one) => one === (value ?? 'report'))
  if (found === undefined) throw new UsageError(`--length ${value} is not known.`, `Use ${lengths.join(', ')}.`)
  return found
}

export const command: Command = {
  name: 'report',
  usage:
    'report DIR|FILE… --pdf|--html|--json OUT [--length one-pager|report|annex] [--name NAME] [--by NAME] [--zone ZONE]',
  summary: 'Writes a report from saved evidence.',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        pdf: { type: 'string' },
        html: { type: 'string' },
        json: { type: 'string' },
        length: { type: 'string' },
        subject: { type: 'string' },
        name: { type: 'string' },
        by: { type: 'string' },
        zone: { type: 'string' },
        now: { type: 'string' },
      },
    })
    if (positionals.length === 0)
      throw new UsageError('No evidence was given.', 'Name the files or folders that hold it.')
    if ((values.pdf ?? values.html ?? values.json) === undefined) {
      throw new UsageError('No output was named.', 'Add --pdf OUT, --html OUT or --json OUT.')
    }
    const length = parseLength(values.length)
    const now = clock(values.now)
    const evidence = await readSavedEvidence(positionals, io.readStdin)
    const subject = parseSubject(values.subject, evidence)
    const assessment = assessSaved(evidence, subject, now())
    await writeReport(assessment, evidence, {
      subject,
      name: values.name ?? evidence[0]?.source.ref ?? 'Unnamed',
      by: values.by,
      length,
      timeZone: values.zone ?? 'UTC',
      out: { pdf: values.pdf, html: values.html, json: values.json },
    })
    return exit.ok
  },
}
