import { z } from 'zod'
import type { Agreement } from '#db/agreements.ts'
import type { ScoreLine, StoredAssessment } from '#db/assessments.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { latestInScope } from './assess-subject.ts'
import { practiceShown } from './confirm-practice.ts'
import { type AgreementWord, agreementWord, type DataGate, dataGate } from './data-gate.ts'
import { dayIn } from './organisation-day.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

export const getSubjectInput = z.strictObject({ subjectId: idSchema })

export type SubjectDetail = {
  subject: Subject
  assessment: StoredAssessment | null
  /** Score lines of all versions, newest first. */
  history: Array<ScoreLine>
  /** All versions, newest first; `agreement` is the one that counts. */
  agreements: Array<Agreement>
  agreement: Agreement | null
  agreementWord: AgreementWord
  /** Vendors only. */
  dataGate: DataGate | null
  /** The practice the agreement that counts names, and whether it is shown to be ours; `by` is who ruled so. */
  practiceNamed: { name: string; shown: { by: string | null } | null } | null
  /** The newest 20 runs. */
  runs: Array<ScanRun>
}

export function getSubject(proviso: Proviso, actor: Actor, input: z.input<typeof getSubjectInput>): SubjectDetail {
  const { subjectId } = parseInput(getSubjectInput, input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'read', subject.kind)
  const today = dayIn(proviso.now(), scope.organisation.timeZone)
  const agreements = scope.agreements.list(subjectId)
  const agreement = scope.agreements.current(subjectId)
  const shown = practiceShown(scope)
  const practice = agreement?.reading?.parties.find(({ role }) => role === 'covered entity')?.name
  return {
    subject,
    assessment: latestInScope(proviso, scope, subjectId),
    history: scope.assessments.lines(subjectId),
    agreements,
    agreement,
    agreementWord: agreementWord(agreements[0] ?? null, agreement, today),
    dataGate: subject.kind === 'vendor' ? dataGate(agreement, today, shown) : null,
    practiceNamed:
      agreement === null || practice === undefined ? null : { name: practice, shown: shown(practice, agreement) },
    runs: scope.runs.list({ subjectId, limit: 20 }),
  }
}
