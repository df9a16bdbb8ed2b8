import type { MessageProps } from '../components/screens/message.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { getTemplate } from '../use-cases/list-templates.ts'
import { mapField } from '../use-cases/map-field.ts'
import { approveTemplate, removeTemplate, saveTemplate } from '../use-cases/save-template.ts'
import { templateView } from '../views/template.ts'
import { textOf } from './form.server.ts'
import { messagesOf } from './messages.server.ts'

type Path = { place?: string | undefined; subject?: string | undefined; message?: string | undefined }

/** The message an address names, or 404. */
export function messageOf(proviso: Proviso, actor: PersonActor, path: Path) {
  const about = messagesOf(proviso, actor, path)
  return { ...about, ...getTemplate(proviso, actor, { subjectId: about.subject.id, series: path.message ?? '' }) }
}

export function messagePage(proviso: Proviso, actor: PersonActor, path: Path): MessageProps & { title: string } {
  const { base, crumbs, mayChange, template, versions, mappings } = messageOf(proviso, actor, path)
  const { row, evidence } = template
  const { name, channel, text } = evidence
  return {
    title: name,
    base,
    crumbs,
    name,
    channel,
    series: row.series,
    versions: versions.map(({ row: { id, version, createdAt, approval } }) => ({
      id,
      version,
      at: createdAt,
      approved: approval,
    })),
    removedAt: row.removedAt,
    view: text === null ? null : templateView(text, channel, mappings),
    mappings,
    mayChange,
  }
}

const holdings = ['ok', 'clinical', 'identifier', 'financial_or_ref'] as const

/** Carries out one of the page's forms; answers where to go. Each asks for exactly the version that was shown. */
export function changeMessage(proviso: Proviso, actor: PersonActor, path: Path, form: FormData): string {
  const { base, subject, template, mappings } = messageOf(proviso, actor, path)
  const { row, evidence } = template
  const subjectId = subject.id
  const version = { subjectId, version: textOf(form, 'version') || row.id }
  const here = `${base}/messages/${row.series}`
  switch (textOf(form, 'intent')) {
    case 'approve':
      approveTemplate(proviso, actor, { ...version, approve: true })
      return here
    case 'unapprove':
      approveTemplate(proviso, actor, { ...version, approve: false })
      return here
    case 'remove':
      removeTemplate(proviso, actor, version)
      return `${base}/messages?removed=${row.id}`
    case 'take': {
      const { name, channel, text } = evidence
      const safe = text === null ? null : templateView(text, channel, mappings).rewrite
      if (safe !== null) {
        saveTemplate(proviso, actor, { subjectId, earlier: version.version, name, channel, text: safe })
      }
      return here
    }
    default: {
      const holds = holdings.find((value) => value === textOf(form, 'holds')) ?? null
      mapField(proviso, actor, { subjectId, name: textOf(form, 'field'), holds })
      return here
    }
  }
}
