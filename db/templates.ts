import { and, asc, desc, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { evidence, messageSettings, templates } from './schema.ts'

export type Approval = { by: string; at: string }

/** The row of one version; its text is the evidence it names. */
export type TemplateRow = {
  id: string
  subjectId: string
  evidenceId: string
  series: string
  version: number
  current: boolean
  approval: Approval | null
  removedAt: string | null
  createdAt: string
  createdBy: string
}

export type TemplateStore = ReturnType<typeof templateStore>

type NameKey = { name: string; channel: string }

export function templateStore({ db, organisationId, seal, actorId, now, record }: Inside) {
  const { orm } = db
  const own = eq(templates.organisationId, organisationId)
  const place = (id: string) => `template:${organisationId}:${id}`
  const hashOf = ({ name, channel }: NameKey) => seal.hash(`template:${channel}:${name.trim().toLowerCase()}`)

  function open(row: typeof templates.$inferSelect): TemplateRow {
    const { nameHash: _hash, organisationId: _own, approval, ...rest } = row
    return { ...rest, approval: approval === null ? null : (seal.open(approval, place(row.id)) as Approval) }
  }

  const ofSubject = (subjectId: string, removed: boolean) =>
    orm
      .select()
      .from(templates)
      .where(
        and(
          own,
          eq(templates.subjectId, subjectId),
          eq(templates.current, true),
          removed ? isNotNull(templates.removedAt) : isNull(templates.removedAt),
        ),
      )
      // Those of one import carry one time; they stay in the order they came in.
      .orderBy(asc(templates.createdAt), asc(sql`rowid`))
      .all()

  function newest(series: string): TemplateRow | null {
    const row = orm
      .select()
      .from(templates)
      .where(and(own, eq(templates.series, series), eq(templates.current, true)))
      .get()
    return row === undefined ? null : open(row)
  }

  return {
    /** The version that counts of each message, oldest first. */
    list: (subjectId: string): Array<TemplateRow> => ofSubject(subjectId, false).map(open),

    removed: (subjectId: string): Array<TemplateRow> => ofSubject(subjectId, true).map(open),

    newest,

    /** All versions of one message, newest first. */
    versions(series: string): Array<TemplateRow> {
      return orm
        .select()
        .from(templates)
        .where(and(own, eq(templates.series, series)))
        .orderBy(desc(templates.version))
        .all()
        .map(open)
    },

    /** Messages of a subject by name and channel, for telling a new version from a new message. */
    byName(subjectId: string): (key: NameKey) => TemplateRow | null {
      const rows = new Map(ofSubject(subjectId, false).map((row) => [row.nameHash, row]))
      return (key) => {
        const row = rows.get(hashOf(key))
        return row === undefined ? null : open(row)
      }
    },

    /** Adds a version: to `earlier`, or as a message of its own. It starts without approval. */
    add(subjectId: string, evidenceId: string, key: NameKey, earlier: TemplateRow | null): string {
      return db.write(() => {
        const id = newId('tem')
        if (earlier !== null) {
          orm
            .update(templates)
            .set({ current: false })
            .where(and(own, eq(templates.id, earlier.id)))
            .run()
        }
        orm
          .insert(templates)
          .values({
            id,
            organisationId,
            subjectId,
            evidenceId,
            series: earlier?.series ?? id,
            version: (earlier?.version ?? 0) + 1,
            nameHash: hashOf(key),
            current: true,
            createdAt: now().toISOString(),
            createdBy: actorId,
          })
          .run()
        record({
          action: 'template.added',
          object: { kind: 'template', id },
          before: earlier?.id ?? null,
          after: evidenceId,
        })
        return id
      })
    },

    approve(id: string, approval: Approval | null): void {
      db.write(() => {
        orm
          .update(templates)
          .set({ approval: approval === null ? null : seal.json(approval, place(id)) })
          .where(and(own, eq(templates.id, id)))
          .run()
        const action = approval === null ? 'template.approval-taken-back' : 'template.approved'
        record({ action, object: { kind: 'template', id } })
      })
    },

    /** Puts a message aside, or back. */
    setRemoved(id: string, removed: boolean): void {
      db.write(() => {
        orm
          .update(templates)
          .set({ removedAt: removed ? now().toISOString() : null })
          .where(and(own, eq(templates.id, id)))
          .run()
        record({ action: removed ? 'template.removed' : 'template.put-back', object: { kind: 'template', id } })
      })
    },

    /** Evidence of texts as they were sent: that which is the text of no version. */
    sentIds(subjectId: string): Array<string> {
      const versions = orm.select({ id: templates.evidenceId }).from(templates).where(own)
      return orm
        .select({ id: evidence.id })
        .from(evidence)
        .where(
          and(
            eq(evidence.organisationId, organisationId),
            eq(evidence.subjectId, subjectId),
            eq(evidence.kind, 'template'),
            isNull(evidence.runId),
            notInArray(evidence.id, versions),
          ),
        )
        .orderBy(asc(sql`rowid`))
        .all()
        .map(({ id }) => id)
    },

    /** Subjects with at least one message. */
    subjectIds: (): Array<string> =>
      orm
        .selectDistinct({ id: templates.subjectId })
        .from(templates)
        .where(own)
        .all()
        .map(({ id }) => id),

    keepsText(): boolean {
      const where = eq(messageSettings.organisationId, organisationId)
      return orm.select().from(messageSettings).where(where).get()?.keepText ?? true
    },

    setKeepsText(keepText: boolean): void {
      db.write(() => {
        orm
          .insert(messageSettings)
          .values({ organisationId, keepText })
          .onConflictDoUpdate({ target: messageSettings.organisationId, set: { keepText } })
          .run()
        const object = { kind: 'setting', id: 'keep-message-texts' }
        record({ action: 'setting.changed', object, after: String(keepText) })
      })
    },
  }
}
