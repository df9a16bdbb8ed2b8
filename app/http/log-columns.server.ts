import type { DescribedLog } from '#scanners/opt-out/describe-log.ts'
import { channels } from '#scanners/opt-out/event.ts'
import {
  type LogMapping,
  logMappingSchema,
  mappedRoles,
  meanings,
  type WordRole,
  wordRoles,
} from '#scanners/opt-out/mapping.ts'
import type { LogColumnsPage } from '../components/screens/log-columns.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { describeLogs } from '../use-cases/explain-columns.ts'
import { demandLogImport } from '../use-cases/import-logs.ts'
import { listLogImports } from '../use-cases/list-log-imports.ts'
import { NotFound } from '../use-cases/problem.ts'
import { textOf } from './form.server.ts'
import { subjectOfPath } from './place.server.ts'

type Params = { place?: string | undefined; subject?: string | undefined; import?: string | undefined }

const oneOf = <Word extends string>(known: ReadonlyArray<Word>, word: string) => known.find((one) => one === word)

/** Words and what a person says they mean, as the form sends them: a hidden word beside each choice. */
function wordsOf<Meant extends string>(form: FormData, role: WordRole, known: ReadonlyArray<Meant>) {
  const pairs = form.getAll(`word-${role}`).flatMap((word, at) => {
    const meant = oneOf(known, textOf(form, `means-${role}-${at}`))
    return typeof word !== 'string' || meant === undefined ? [] : [[word, meant] as const]
  })
  return Object.fromEntries(pairs) as Record<string, Meant>
}

/** The mapping a form describes. What is not chosen is left out, so that it stays unknown. */
export function mappingOf(form: FormData): LogMapping {
  const columns = mappedRoles.flatMap((role) => {
    const name = textOf(form, `column-${role}`)
    return name === '' ? [] : [[role, name] as const]
  })
  const order = textOf(form, 'order')
  const zone = textOf(form, 'zone')
  return logMappingSchema.parse({
    columns: Object.fromEntries(columns),
    channel: oneOf(channels, textOf(form, 'channel')),
    what: oneOf(meanings, textOf(form, 'what')),
    words: {
      what: wordsOf(form, 'what', meanings),
      channel: wordsOf(form, 'channel', channels),
      direction: wordsOf(form, 'direction', ['in', 'out'] as const),
    },
    ...(order === '' ? {} : { dayFirst: order === 'day' }),
    ...(zone === '' ? {} : { zone }),
  })
}

/** Words go to the browser only for the columns that are asked about. */
function pageOf(waiting: ReadonlyArray<DescribedLog>, log: DescribedLog): LogColumnsPage {
  const { file, rows, columns, mapping, preview } = log
  // Readers name a column by its folded name; people know it by its heading.
  const named = (why: string) =>
    columns.reduce((text, { name, label }) => text.replace(`the column ${name} `, `the column “${label}” `), why)
  return {
    file,
    waiting: waiting.length,
    rows,
    columns: columns.map(({ name, label, shapes, filled }) => ({ name, label, shapes, filled })),
    mapping,
    words: wordRoles.flatMap((role) => {
      const name = mapping.columns[role]
      const column = columns.find((one) => one.name === name)
      return column === undefined ? [] : [{ role, label: column.label, words: column.words }]
    }),
    preview: { ...preview, reasons: preview.reasons.map((reason) => ({ ...reason, why: named(reason.why) })) },
  }
}

/**
 * The first log of an import that nobody can read yet, under what a person says of it. null when none is left or the
 * files are gone. Throws NotFound for an import of another subject.
 */
export async function logColumnsPage(
  proviso: Proviso,
  actor: PersonActor,
  params: Params,
  said: { file: string; mapping: LogMapping } | null,
): Promise<LogColumnsPage | null> {
  const { subject } = subjectOfPath(proviso, actor, params)
  demandLogImport(proviso, actor, subject.id)
  const own = listLogImports(proviso, actor, { subjectId: subject.id }).find(({ run }) => run.id === params.import)
  if (own === undefined) throw new NotFound()
  if (!own.kept) return null
  const waiting = await describeLogs(proviso, actor, { runId: params.import ?? '', said })
  const log = said === null ? waiting[0] : waiting.find(({ file }) => file === said.file)
  if (said !== null && log === undefined) throw new NotFound()
  return log === undefined ? null : pageOf(waiting, log)
}
