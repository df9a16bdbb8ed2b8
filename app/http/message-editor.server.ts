import { data, redirect } from '@remix-run/node'
import type { FieldErrors } from '../components/form.tsx'
import type { EditorValues } from '../components/screens/message-editor.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { listTemplates } from '../use-cases/list-templates.ts'
import { saveTemplate } from '../use-cases/save-template.ts'
import { type TemplateView, templateView } from '../views/template.ts'
import { tried } from './answer.server.ts'
import { textOf } from './form.server.ts'
import { isChannel, messagesOf } from './messages.server.ts'

type Path = { place?: string | undefined; subject?: string | undefined }

export type EditorAnswer = { errors: FieldErrors; values: EditorValues; checked: TemplateView | null }

function valuesOf(form: FormData): EditorValues {
  const channel = textOf(form, 'channel')
  const text = form.get('text')
  return {
    name: textOf(form, 'name'),
    channel: isChannel(channel) ? channel : 'sms',
    text: typeof text === 'string' ? text.replace(/\r\n/g, '\n') : '',
    earlier: textOf(form, 'earlier'),
  }
}

/** Checks, takes the safe text, or saves; the first two answer with the form again. */
export async function editorAction(proviso: Proviso, actor: PersonActor, path: Path, form: FormData) {
  const { subject, base } = messagesOf(proviso, actor, path)
  const values = valuesOf(form)
  const intent = textOf(form, 'intent')
  const { mappings } = listTemplates(proviso, actor, { subjectId: subject.id })
  const check = (text: string) => (text.trim() === '' ? null : templateView(text, values.channel, mappings))
  if (intent === 'check' || intent === 'take') {
    const text = intent === 'take' ? (check(values.text)?.rewrite ?? values.text) : values.text
    const answer: EditorAnswer = { errors: {}, values: { ...values, text }, checked: check(text) }
    return data(answer)
  }
  const { earlier, ...typed } = values
  const { value, errors } = await tried(() =>
    saveTemplate(proviso, actor, { subjectId: subject.id, earlier: earlier === '' ? null : earlier, ...typed }),
  )
  if (errors === null) return redirect(`${base}/messages/${value.series}`)
  const answer: EditorAnswer = { errors, values, checked: check(values.text) }
  return data(answer, { status: 400 })
}
