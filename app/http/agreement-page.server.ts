import { dayWords } from '../components/moment.tsx'
import type { LineList } from '../components/screens/agreement.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { getRun } from '../use-cases/get-run.ts'
import { getSubject } from '../use-cases/get-subject.ts'
import { may } from '../use-cases/permission.ts'
import { NotFound } from '../use-cases/problem.ts'
import { readEvidence } from '../use-cases/read-evidence.ts'
import { recordAccess } from '../use-cases/record-access.ts'
import { agreementView } from '../views/agreement.ts'
import { runView } from '../views/run.ts'

const lists: ReadonlyArray<LineList> = ['clauses', 'elements', 'options']

/** The newest version of a vendor's agreement, or the one the address names; its run, its text, its lines. */
export function agreementPage(proviso: Proviso, actor: PersonActor, subjectId: string, query: URLSearchParams) {
  const detail = getSubject(proviso, actor, { subjectId })
  const { subject, agreements, assessment, agreement: current, practiceNamed } = detail
  const wanted = query.get('version')
  const chosen = wanted === null ? agreements[0] : agreements.find(({ version }) => String(version) === wanted)
  if (wanted !== null && chosen === undefined) throw new NotFound()
  const run = chosen === undefined ? null : getRun(proviso, actor, { runId: chosen.runId }).run
  const evidence = chosen?.evidenceId == null ? null : readEvidence(proviso, actor, { evidenceId: chosen.evidenceId })
  const document = evidence?.kind === 'document' ? evidence : null
  // Only the version that counts was judged; an older one is shown as text.
  const judged = chosen !== undefined && chosen.id === current?.id ? (assessment?.assessment ?? null) : null
  if (chosen !== undefined && document !== null) {
    recordAccess(proviso, actor, { action: 'agreement.viewed', kind: 'agreement', id: chosen.id })
  }
  return {
    base: `/vendors/${subjectId}`,
    vendor: subject.name,
    list: lists.find((name) => name === query.get('list')) ?? 'clauses',
    run: run === null ? null : runView(run),
    agreement:
      chosen === undefined
        ? null
        : agreementView(
            chosen,
            agreements.filter(({ id }) => id !== chosen.id),
            document,
            judged,
            subject.name,
            dayWords,
          ),
    practice:
      practiceNamed === null || current === null || current.id !== chosen?.id
        ? null
        : { agreementId: current.id, ...practiceNamed },
    mayUpload: may(actor.role, 'upload-agreement', subject.kind),
    mayRule: may(actor.role, 'rule', subject.kind),
  }
}
