import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { attachment } from '../http/attachment.server.ts'
import { messagesOf } from '../http/messages.server.ts'
import { messagesCsv } from '../report/messages-export.ts'
import { listTemplates } from '../use-cases/list-templates.ts'
import { recordAccess } from '../use-cases/record-access.ts'

/** All messages of a subject with their verdicts, as a file to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const messages = await found(() => {
    const { subject } = messagesOf(proviso, actor, args.params)
    recordAccess(proviso, actor, { action: 'messages.exported', kind: 'subject', id: subject.id, how: 'csv' })
    return listTemplates(proviso, actor, { subjectId: subject.id }).templates.map(({ evidence }) => evidence)
  })
  return attachment(`\uFEFF${messagesCsv(messages)}`, 'text/csv; charset=utf-8', 'messages.csv')
}
