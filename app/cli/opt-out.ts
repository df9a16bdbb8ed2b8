import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { optOutChecklist } from '#checklists/opt-out/index.ts'
import { evaluateCase, UnreadableTime, workedCasesSchema } from '#checklists/opt-out/worked-case.ts'
import { labelReply } from '#scanners/opt-out/reply-label.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { type CliIo, type Command, envelope, exit, printJson, UsageError } from './command.ts'

const common = { json: { type: 'boolean' }, now: { type: 'string' } } as const

export async function readText(file: string, io: CliIo): Promise<string> {
  if (file === '-') return (await io.readStdin()).toString('utf8')
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new UsageError(`${file} could not be opened.`, 'Check the path and that the file may be read.')
  }
}

export function onlyFile(positionals: ReadonlyArray<string>, usage: string): string {
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('One file is needed.', `Use: proviso ${usage}`)
  return file
}

export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ScanProblem('bad-rows', `${where} is not JSON`)
  }
}

export const firstIssue = (error: z.ZodError) => {
  const issue = error.issues[0]!
  return `${issue.path.join('.')}: ${issue.message}`
}

export const cases: Command = {
  name: 'opt-out cases',
  usage: 'opt-out cases FILE|-',
  summary: 'Evaluates worked cases of opt-out timing, consent, quiet hours, frequency and retention.',
  async run(args, io) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: common })
    const file = onlyFile(positionals, cases.usage)
    const parsed = workedCasesSchema.safeParse(parseJson(await readText(file, io), file))
    if (!parsed.success) throw new ScanProblem('bad-rows', firstIssue(parsed.error))
    const results = parsed.data.cases.map((given) => {
      try {
        return { id: given.id, actual: evaluateCase(given) }
      } catch (error) {
        if (error instanceof UnreadableTime) return { id: given.id, error: error.message }
        if (error instanceof z.ZodError) return { id: given.id, error: firstIssue(error) }
        throw error
      }
    })
    printJson(io, [{ ...envelope(optOutChecklist), cases: results }])
    return results.some((result) => 'error' in result) ? exit.unread : exit.ok
  },
}

const replyLine = z.looseObject({ text: z.string() })

export const classify: Command = {
  name: 'opt-out classify',
  usage: 'opt-out classify FILE|-',
  summary: 'Labels replies and call notes (JSON Lines with "text"): opt-out, not, or ambiguous.',
  async run(args, io) {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: common })
    const file = onlyFile(positionals, classify.usage)
    const lines = (await readText(file, io)).replace(/^\ufeff/, '').split(/\r?\n/)
    const results = lines.flatMap((line, at) => {
      if (line.trim() === '') return []
      const parsed = replyLine.safeParse(parseJson(line, `line ${at + 1}`))
      if (!parsed.success) throw new ScanProblem('bad-rows', `line ${at + 1} has no "text"`)
      const { label, scope, rule, start, end, channels, wrongNumber, stripped } = labelReply(parsed.data.text)
      return [{ label, scope, rule, start, end, channels, wrongNumber, stripped, line: at + 1 }]
    })
    if (results.length === 0) throw new ScanProblem('empty-input', file)
    if (values.json) printJson(io, [{ ...envelope(optOutChecklist), results }])
    else for (const { line, label, scope, rule } of results) io.out(`${line}\t${label}\t${scope}\t${rule}\n`)
    return exit.ok
  },
}
