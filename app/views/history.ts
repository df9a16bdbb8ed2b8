import { type Grade, gradeWord } from '#checklists/score.ts'
import { placeOf } from '../components/subject-kind.ts'
import type { SubjectDetail } from '../use-cases/get-subject.ts'
import { runItem } from './run.ts'

export type HistoryRow = { id: string; at: string; what: string; more: string; to: string | null }

/** What happened to a subject, newest first: added, agreements, runs, new assessments. Pure. */
export function historyRows({ subject, agreements, runs, history }: SubjectDetail): Array<HistoryRow> {
  const base = `/${placeOf(subject.kind)}/${subject.id}`
  const rows: Array<HistoryRow> = [
    { id: 'added', at: subject.createdAt, what: `${subject.name} was added`, more: '', to: base },
    ...agreements.map(({ id, version, fileName, uploadedAt, sha256 }) => ({
      id,
      at: uploadedAt,
      what: `Agreement, version ${version}: ${fileName}`,
      more: `Fingerprint ${sha256.slice(0, 8)}`,
      to: `${base}/agreement?version=${version}`,
    })),
    ...runs
      .filter(({ scanner }) => scanner !== 'document')
      .map((run) => {
        const { id, at, what, to, problem, state } = runItem({ run, subject })
        return { id, at, what, more: problem?.says ?? state, to }
      }),
    ...history.map(({ id, at, version, grade, worst, coverage }) => ({
      id,
      at,
      what: `Judged anew, version ${version}`,
      more: `${grade === null ? '' : `${grade}, `}${gradeWord(grade as Grade | null)}; at worst ${Math.floor(worst)}, ${Math.floor(coverage)} % judged`,
      to: null,
    })),
  ]
  return rows.sort((a, b) => b.at.localeCompare(a.at))
}
