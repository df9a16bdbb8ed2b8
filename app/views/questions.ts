import type { Assessment } from '#checklists/assess.ts'
import type { Checklist } from '#checklists/requirement.ts'
import type { AnswerEvidence } from '#scanners/answers/evidence.ts'
import type { Status } from '../components/status.tsx'
import { findingView } from './finding.ts'

export type QuestionView = {
  requirement: string
  text: string
  help: string | null
  kind: 'choice' | 'date' | 'text'
  choices: ReadonlyArray<{ value: string; label: string }>
  value: string
  note: string
  status: Status
  because: string
  cites: ReadonlyArray<string>
}

/** The questions of the subject's checklists with the newest answer and what the assessment says of it. Pure. */
export function questionGroups(
  checklists: ReadonlyArray<Checklist>,
  assessment: Assessment,
  answers: ReadonlyArray<AnswerEvidence>,
): Array<{ id: string; title: string; questions: Array<QuestionView> }> {
  const newest = new Map<string, AnswerEvidence>()
  for (const answer of answers) {
    const other = newest.get(answer.requirement)
    if (other === undefined || answer.source.at >= other.source.at) newest.set(answer.requirement, answer)
  }
  const findings = new Map(assessment.findings.map((finding) => [finding.requirement, finding]))
  return checklists.flatMap(({ id, title, requirements }) => {
    const questions = requirements.flatMap((entry) => {
      const finding = findings.get(entry.id)
      if (entry.ask === undefined || finding === undefined) return []
      const { text, help = null, kind, choices = [] } = entry.ask
      const answer = newest.get(entry.id)
      const { status, because, cites } = findingView(finding)
      return {
        requirement: entry.id,
        text,
        help,
        kind,
        choices,
        value: answer?.value ?? '',
        note: answer?.note ?? '',
        status,
        because,
        cites: cites.map((cite) => cite.text),
      }
    })
    return questions.length === 0 ? [] : [{ id, title, questions }]
  })
}

/** Questions nobody answered whose line could not be judged otherwise. */
export function openQuestions(groups: ReturnType<typeof questionGroups>): number {
  return groups
    .flatMap(({ questions }) => questions)
    .filter(({ value, status }) => value === '' && status === 'unknown').length
}
