import { ScanProblem } from '#scanners/problem.ts'
import { tableHeader } from '#scanners/template/read-templates.ts'
import type { FieldErrors } from '../components/form.tsx'
import type { ImportValues } from '../components/screens/message-import.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { importPreview, maxImportBytes, pasteShapes, type readImport } from '../use-cases/import-templates.ts'
import { listTemplates } from '../use-cases/list-templates.ts'
import { problemView } from '../views/finding.ts'
import { messageRow } from '../views/message-list.ts'
import { tried } from './answer.server.ts'
import { readUpload, textOf, type Upload } from './form.server.ts'
import { isChannel, messagesOf } from './messages.server.ts'

function valuesOf(form: FormData): ImportValues {
  // The pasted text keeps its line ends: they part messages.
  const text = form.get('text')
  return {
    text: typeof text === 'string' ? text : '',
    shape: textOf(form, 'shape'),
    channel: textOf(form, 'channel'),
    textColumn: textOf(form, 'textColumn'),
    idColumn: textOf(form, 'idColumn'),
    channelColumn: textOf(form, 'channelColumn'),
  }
}

/** Names of the columns that stand there, so that a person can choose one. Never the values of a row. */
function columnsThere(file: Upload | null, text: string): string {
  if (file !== null && !/\.(?:csv|tsv)$/i.test(file.name)) return ''
  try {
    const header = tableHeader(file === null ? text : new TextDecoder().decode(file.bytes.slice(0, 65_536)))
    const names = header.map((name) => name.trim().slice(0, 40)).filter((name) => name !== '' && !/@|\d{4}/.test(name))
    return names.length === 0 ? '' : ` The first row reads: ${names.slice(0, 30).join(', ')}.`
  } catch {
    return ''
  }
}

/** What is done with the texts of the form: laid by for the preview, or compared. */
type Take = (proviso: Proviso, actor: PersonActor, input: Parameters<typeof readImport>[2]) => Promise<unknown>

/** Reads the form of a file or paste. null: done; else the errors with what was typed. */
export async function takeImport(
  proviso: Proviso,
  actor: PersonActor,
  subjectId: string,
  request: Request,
  take: Take,
): Promise<{ errors: FieldErrors; values: ImportValues } | null> {
  const { form, file, tooLarge } = await readUpload(request, maxImportBytes)
  const values = valuesOf(form)
  const { text, textColumn, idColumn, channelColumn } = values
  const shape = pasteShapes.find((name) => name === values.shape) ?? 'one'
  const channel = isChannel(values.channel) ? values.channel : 'sms'
  const columns = { text: textColumn, id: idColumn, channel: channelColumn }
  try {
    if (tooLarge) throw new ScanProblem('too-large', 'files up to 25 MB are read')
    const source = file ?? { text, shape }
    const { errors } = await tried(() => take(proviso, actor, { subjectId, source, channel, columns }))
    return errors === null ? null : { errors, values }
  } catch (error) {
    if (!(error instanceof ScanProblem)) throw error
    const { says, hint } = problemView(error.code, null)
    const detail = error.detail === undefined ? '' : ` (${error.detail})`
    const field = error.code === 'unknown-format' ? 'textColumn' : file === null && text !== '' ? 'text' : 'file'
    const there = error.code === 'unknown-format' ? columnsThere(file, text) : ''
    return { errors: { [field]: `${says.replace(/\.$/, '')}${detail}. ${hint}${there}` }, values }
  }
}

const shownAtOnce = 200

/** null: nothing waits to be taken in. */
export function previewPage(proviso: Proviso, actor: PersonActor, path: { place?: string; subject?: string }) {
  const { subject, base, crumbs } = messagesOf(proviso, actor, path)
  const rows = importPreview(proviso, actor, { subjectId: subject.id })
  if (rows === null) return null
  const { keepsText, mappings } = listTemplates(proviso, actor, { subjectId: subject.id })
  const mapping = Object.fromEntries(mappings.map(({ name, holds }) => [name, holds]))
  return {
    base,
    subject: subject.name,
    crumbs,
    total: rows.length,
    keepsText,
    lines: rows.slice(0, shownAtOnce).map(({ item, state }, at) => ({
      ...messageRow(String(at), { ...item, mapping }),
      state,
      start: (item.text ?? '').replace(/\s+/g, ' ').slice(0, 140),
    })),
  }
}
