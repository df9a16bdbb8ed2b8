import { redirect } from '@remix-run/node'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { cancelRun } from '../use-cases/cancel-run.ts'
import { forgetMapping } from '../use-cases/explain-columns.ts'
import { correctImport, deleteKeptLogs, demandLogImport, importLogs } from '../use-cases/import-logs.ts'
import { citedFiles, type LogImportRow, listLogImports, logEvidenceOf } from '../use-cases/list-log-imports.ts'
import { NotFound } from '../use-cases/problem.ts'
import { ruleOnReply } from '../use-cases/rule-on-reply.ts'
import { back, found, tried } from './answer.server.ts'
import { textOf } from './form.server.ts'
import { importOf, typedValues, valuesOf } from './log-form.server.ts'
import { readLogUpload } from './log-upload.server.ts'

type Asked = { proviso: Proviso; actor: PersonActor; subjectId: string; base: string; runId: string | null }

function chosenImport({ proviso, actor, subjectId, runId }: Asked): LogImportRow {
  const imports = listLogImports(proviso, actor, { subjectId })
  const chosen = runId === null ? imports[0] : imports.find(({ run }) => run.id === runId)
  if (chosen === undefined) throw new NotFound()
  return chosen
}

function correct(asked: Asked, form: FormData) {
  const { proviso, actor } = asked
  const chosen = chosenImport(asked)
  const evidence = logEvidenceOf(proviso, actor, chosen)
  const said = citedFiles(chosen, evidence).map((name, at) => {
    const [format, zone] = [textOf(form, `format-${at}`), textOf(form, `zone-${at}`)]
    return [name, { ...(format === '' ? {} : { format }), ...(zone === '' ? {} : { zone }) }] as const
  })
  const order = textOf(form, 'correct-order')
  return correctImport(proviso, actor, {
    runId: chosen.run.id,
    zone: textOf(form, 'correct-zone'),
    dayFirst: order === '' ? null : order === 'day',
    declared: Object.fromEntries(said),
  })
}

/** Back to where the reply stood, so that the next one is at hand. */
async function rule(asked: Asked, form: FormData) {
  const { proviso, actor, base, runId } = asked
  const said = { runId: textOf(form, 'run'), key: textOf(form, 'key'), reply: textOf(form, 'reply') }
  const { errors } = await tried(() => ruleOnReply(proviso, actor, { ...said, note: textOf(form, 'note') }))
  if (errors !== null)
    return back({ reply: errors.reply ?? 'This could not be saved. Try again.' }, valuesOf(chosenImport(asked).given))
  return redirect(`${runId === null ? base : `${base}?import=${runId}`}#held`)
}

/** What the tab's forms ask for: read new logs, read kept ones again, delete them, or stop what runs. */
export async function optOutsAction(request: Request, asked: Asked) {
  const { proviso, actor, subjectId, base } = asked
  await found(() => demandLogImport(proviso, actor, subjectId))
  const plain = !(request.headers.get('content-type') ?? '').startsWith('multipart/')
  if (plain) {
    const form = await request.formData()
    const intent = textOf(form, 'intent')
    if (intent === 'rule') return rule(asked, form)
    if (intent === 'forget') {
      await found(() => forgetMapping(proviso, actor, { subjectId, id: textOf(form, 'mapping') }))
      return redirect(base)
    }
    if (intent !== 'cancel') return redirect(base)
    await found(() => cancelRun(proviso, actor, { runId: chosenImport(asked).run.id }))
    return redirect(base)
  }
  const { form, incoming, refused } = await readLogUpload(request, proviso)
  try {
    const intent = textOf(form, 'intent')
    if (intent === 'delete') {
      await found(() => deleteKeptLogs(proviso, actor, { runId: chosenImport(asked).run.id }))
      return redirect(base)
    }
    if (intent === 'correct') {
      await found(() => correct(asked, form))
      return redirect(base)
    }
    const values = typedValues(form)
    if (refused !== null) return back({ files: refused }, values)
    if (incoming.files.length === 0) return back({ files: 'Choose at least one log file.' }, values)
    const { errors } = await tried(() => importLogs(proviso, actor, importOf(subjectId, values), incoming))
    return errors === null ? redirect(base) : back(errors, values)
  } finally {
    await incoming.drop()
  }
}
