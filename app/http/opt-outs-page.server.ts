import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { Correction } from '../components/screens/opt-out-files.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { listMappings } from '../use-cases/explain-columns.ts'
import { citedFiles, type LogImportRow, listLogImports, logEvidenceOf } from '../use-cases/list-log-imports.ts'
import { may } from '../use-cases/permission.ts'
import { NotFound } from '../use-cases/problem.ts'
import { readSubjectEvidence } from '../use-cases/read-evidence.ts'
import { recordAccess } from '../use-cases/record-access.ts'
import { capabilityViews } from '../views/capabilities.ts'
import { personView } from '../views/opt-out-person.ts'
import { replyQueue } from '../views/opt-out-queue.ts'
import { formatChoices, optOutResults } from '../views/opt-outs.ts'
import { runView } from '../views/run.ts'
import { freshValues, valuesOf } from './log-form.server.ts'
import { subjectOfPath } from './place.server.ts'

type Params = { place?: string | undefined; subject?: string | undefined }

function correctionOf(chosen: LogImportRow, evidence: OptOutEvidence | null): Correction | null {
  if (!chosen.kept) return null
  const { declared, config } = chosen.given
  const read = new Map((evidence?.inputs ?? []).map(({ file, format }) => [file, format]))
  return {
    files: citedFiles(chosen, evidence).map((name) => ({
      name,
      format: declared[name]?.format ?? read.get(name) ?? '',
      zone: declared[name]?.zone ?? '',
    })),
    zone: config.zone,
    dateOrder: config.dayFirst === undefined ? '' : config.dayFirst ? 'day' : 'month',
  }
}

function importOfPath(proviso: Proviso, actor: PersonActor, params: Params, runId: string | null) {
  const { subject } = subjectOfPath(proviso, actor, params)
  if (subject.kind === 'prospect') throw new NotFound()
  const imports = listLogImports(proviso, actor, { subjectId: subject.id })
  const chosen = runId === null ? imports[0] : imports.find(({ run }) => run.id === runId)
  if (runId !== null && chosen === undefined) throw new NotFound()
  return { subject, imports, chosen }
}

/** The newest import of a subject's logs, or the one the address names; its results, and the form for the next. */
export function optOutsPage(proviso: Proviso, actor: PersonActor, params: Params, query: URLSearchParams) {
  const { subject, imports, chosen } = importOfPath(proviso, actor, params, query.get('import'))
  const evidence = chosen === undefined ? null : logEvidenceOf(proviso, actor, chosen)
  return {
    base: `/${params.place}/${subject.id}/opt-outs`,
    run: chosen === undefined ? null : runView(chosen.run),
    results: evidence === null ? null : optOutResults(evidence),
    queue: evidence === null ? null : replyQueue(evidence, proviso.now()),
    correction: chosen === undefined ? null : correctionOf(chosen, evidence),
    imports: imports.slice(0, 20).map(({ run, given }) => ({
      run: runView(run),
      files: given.files.map(({ name }) => name).join(', '),
      current: run.id === chosen?.run.id,
    })),
    values: imports[0] === undefined ? freshValues : valuesOf(imports[0].given),
    formats: formatChoices,
    capabilities: capabilityViews(readSubjectEvidence(proviso, actor, { subjectId: subject.id })),
    drills: `/${params.place}/${subject.id}/opt-outs/drills`,
    questions: `/${params.place}/${subject.id}/questions`,
    mappings: listMappings(proviso, actor, subject.id).map(({ id, file, header, by, at }) => ({
      id,
      file,
      columns: header.length,
      by,
      at,
    })),
    may: {
      read: may(actor.role, 'import-logs', subject.kind),
      rule: may(actor.role, 'rule', subject.kind),
      stop: may(actor.role, 'scan', subject.kind),
    },
  }
}

/** One person of an import, by the number the lists give them. */
export function optOutPersonPage(
  proviso: Proviso,
  actor: PersonActor,
  params: Params & { import?: string; person?: string },
) {
  const { subject, imports, chosen } = importOfPath(proviso, actor, params, params.import ?? '')
  const evidence = chosen === undefined ? null : logEvidenceOf(proviso, actor, chosen)
  const person = evidence === null ? null : personView(evidence, Number(params.person))
  if (person === null) throw new NotFound()
  recordAccess(proviso, actor, { action: 'opt-out-person.viewed', kind: 'run', id: params.import ?? '' })
  const back = `/${params.place}/${subject.id}/opt-outs`
  return { person, back: imports[0]?.run.id === params.import ? back : `${back}?import=${params.import}` }
}
