import { parseArgs } from 'node:util'
import { type Assessment, assess } from '#checklists/assess.ts'
import { checklistsFor, type SubjectKind } from '#checklists/index.ts'
import { explainScore, gradeWord } from '#checklists/score.ts'
import type { Evidence } from '#scanners/evidence.ts'
import {
  type CliIo,
  type Command,
  clock,
  countsAsFinding,
  envelope,
  exit,
  type FailOn,
  parseFailOn,
  printJson,
  UsageError,
} from './command.ts'
import { readSavedEvidence } from './saved-evidence.ts'

/** An agreement makes a vendor, answers about the practice make a practice, pages alone a prospect. */
function guessSubject(evidence: ReadonlyArray<Evidence>): SubjectKind {
  if (evidence.some((item) => item.kind === 'document')) return 'vendor'
  if (evidence.some((item) => item.kind === 'answer' && item.requirement.startsWith('practice.'))) return 'practice'
  return evidence.every((item) => item.kind === 'page') ? 'prospect' : 'vendor'
}

export function parseSubject(value: string | undefined, evidence: ReadonlyArray<Evidence>): SubjectKind {
  if (value === undefined) return guessSubject(evidence)
  if (value === 'vendor' || value === 'practice' || value === 'prospect') return value
  throw new UsageError(`--subject ${value} is not known.`, 'Use vendor, practice or prospect.')
}

export function assessSaved(evidence: ReadonlyArray<Evidence>, subject: SubjectKind, at: Date): Assessment {
  return assess(checklistsFor(subject), evidence, at)
}

export function assessmentEnvelope(assessment: Assessment): ReturnType<typeof envelope> {
  return envelope({
    id: assessment.checklists.map(({ id }) => id).join('+'),
    version: assessment.checklists.map(({ version }) => version).join('+'),
  })
}

function exitFor(assessment: Assessment, failOn: FailOn): number {
  return assessment.findings.some((finding) => finding.scored && countsAsFinding(finding.verdict, failOn))
    ? exit.findings
    : exit.ok
}

function printTable(io: CliIo, assessment: Assessment): void {
  const { score } = assessment
  io.out(`${score.grade ?? '–'} (${gradeWord(score.grade)})  ${explainScore(score)}\n\n`)
  for (const finding of assessment.findings) {
    io.out(`${finding.verdict.padEnd(15)}${(finding.ref ?? '').padEnd(6)}${finding.title}\n`)
    if (finding.verdict === 'fail' || finding.verdict === 'partial') io.out(`${' '.repeat(21)}${finding.because}\n`)
  }
  io.out(`\n${assessment.disclaimer}\n`)
}

export const command: Command = {
  name: 'assess',
  usage: 'assess DIR|FILE… [--subject vendor|practice|prospect] [--fail-on fail|partial|unknown] [--json] [--now ISO]',
  summary: 'Judges saved evidence anew, without a new scan.',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        now: { type: 'string' },
        subject: { type: 'string' },
        'fail-on': { type: 'string' },
      },
    })
    if (positionals.length === 0)
      throw new UsageError('No evidence was given.', 'Name the files or folders that hold it.')
    const failOn = parseFailOn(values['fail-on'])
    const now = clock(values.now)
    const evidence = await readSavedEvidence(positionals, io.readStdin)
    const assessment = assessSaved(evidence, parseSubject(values.subject, evidence), now())
    if (values.json) printJson(io, [{ ...assessmentEnvelope(assessment), ...assessment }])
    else printTable(io, assessment)
    return exitFor(assessment, failOn)
  },
}
