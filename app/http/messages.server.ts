import { places } from '../components/subject-kind.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { listTemplates } from '../use-cases/list-templates.ts'
import { may } from '../use-cases/permission.ts'
import { type MessageFilter, messageList, messageRow, messageVerdicts } from '../views/message-list.ts'
import { type Channel, channelWords } from '../views/rule-words.ts'
import { placeOfPath, subjectOfPath } from './place.server.ts'

type Path = { place?: string | undefined; subject?: string | undefined }

export function isChannel(value: string): value is Channel {
  return Object.hasOwn(channelWords, value)
}

/** The subject of a message screen, its addresses and what this person may do. Prospects send us no messages. */
export function messagesOf(proviso: Proviso, actor: PersonActor, path: Path) {
  const place = placeOfPath(path)
  if (place === 'prospects') throw new Response('Not found', { status: 404 })
  const { subject } = subjectOfPath(proviso, actor, path)
  const base = `/${place}/${subject.id}`
  return {
    subject,
    base,
    crumbs: [
      { to: `/${place}`, label: places[place].many },
      { to: base, label: subject.name },
      { to: `${base}/messages`, label: 'Messages' },
    ],
    mayChange: may(actor.role, 'change-messages', subject.kind),
  }
}

export function filterOf(query: URLSearchParams): MessageFilter {
  const channel = query.get('channel') ?? ''
  return {
    verdict: messageVerdicts.find((verdict) => verdict === query.get('verdict')) ?? null,
    channel: isChannel(channel) ? channel : null,
    search: (query.get('search') ?? '').trim(),
  }
}

/** The table of a subject's messages, and what was put aside. */
export function messagesPage(proviso: Proviso, actor: PersonActor, path: Path, query: URLSearchParams) {
  const { subject, base, mayChange } = messagesOf(proviso, actor, path)
  const { templates, removed, keepsText } = listTemplates(proviso, actor, { subjectId: subject.id })
  const rows = templates.map(({ row, evidence }) => messageRow(row.series, evidence))
  const filter = filterOf(query)
  return {
    base,
    mayChange,
    keepsText,
    filter,
    list: messageList(rows, filter, Number(query.get('page')) || 1),
    removed: removed.map(({ row, evidence }) => ({ version: row.id, name: evidence.name, at: row.removedAt ?? '' })),
    justRemoved: query.get('removed'),
    imported: query.get('imported'),
  }
}
