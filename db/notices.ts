import { and, count, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { noticeChoices, type noticeKinds, notices, subjects } from './schema.ts'
import type { SubjectKind } from './subjects.ts'

export type NoticeKind = (typeof noticeKinds)[number]

const bodySchema = z.strictObject({ says: z.string(), to: z.string() })

/** `says` is one sentence, `to` the page of ours it is about. */
export type Notice = z.infer<typeof bodySchema> & { id: string; kind: NoticeKind; at: string }

export type NoticeChoice = Record<NoticeKind, boolean> & { digest: boolean }
type KeptChoice = NoticeChoice & { readTo: string; mailedTo: string }

/** Everything on the page, nothing by mail, until somebody says otherwise. */
const untold: NoticeChoice = { work: true, findings: true, agreements: true, safety: true, digest: false }

/** Which notices somebody may and wants to see. */
export type NoticeView = { kinds: ReadonlyArray<NoticeKind>; subjects: ReadonlyArray<SubjectKind> }

export type NoticeStore = ReturnType<typeof noticeStore>

/** The news of one organisation. A notice is a copy of what other records say, so it leaves no audit event. */
export function noticeStore({ db, organisationId, seal, now }: Inside) {
  const { orm } = db
  const place = (id: string) => `notice:${organisationId}:${id}`

  function seenBy({ kinds, subjects: of }: NoticeView, after: string | null, upTo?: string) {
    return and(
      eq(notices.organisationId, organisationId),
      inArray(notices.kind, [...kinds]),
      after === null ? undefined : gt(notices.createdAt, after),
      upTo === undefined ? undefined : lte(notices.createdAt, upTo),
      or(isNull(notices.subjectId), and(inArray(subjects.kind, [...of]), isNull(subjects.removedAt))),
    )
  }

  function choiceOf(personId: string): KeptChoice {
    const mine = and(eq(noticeChoices.organisationId, organisationId), eq(noticeChoices.personId, personId))
    const row = orm.select().from(noticeChoices).where(mine).get()
    if (row === undefined) return { ...untold, readTo: '', mailedTo: '' }
    const { organisationId: _, personId: __, ...choice } = row
    return choice
  }

  function keep(personId: string, choice: KeptChoice): void {
    orm
      .insert(noticeChoices)
      .values({ organisationId, personId, ...choice })
      .onConflictDoUpdate({ target: [noticeChoices.organisationId, noticeChoices.personId], set: choice })
      .run()
  }

  return {
    /** false: this was told before. */
    add(notice: { kind: NoticeKind; subjectId: string | null; about: string; says: string; to: string }): boolean {
      const id = newId('not')
      const { kind, subjectId, about, says, to } = notice
      const body = seal.json({ says, to }, place(id))
      const createdAt = now().toISOString()
      const row = { id, organisationId, kind, subjectId, about, body, createdAt }
      return orm.insert(notices).values(row).onConflictDoNothing().run().changes === 1
    },

    /** Newest first. `after` and `upTo` are UTC ISO text. */
    list(
      view: NoticeView,
      page: { after: string | null; upTo?: string; limit: number; offset?: number },
    ): Array<Notice> {
      return orm
        .select({ notice: notices })
        .from(notices)
        .leftJoin(subjects, eq(subjects.id, notices.subjectId))
        .where(seenBy(view, page.after, page.upTo))
        .orderBy(desc(notices.createdAt), desc(notices.id))
        .limit(page.limit)
        .offset(page.offset ?? 0)
        .all()
        .map(({ notice: { id, kind, body, createdAt } }) => ({
          id,
          kind,
          at: createdAt,
          ...bodySchema.parse(seal.open(body, place(id))),
        }))
    },

    /** How many there are, counted no further than `most`. */
    count(view: NoticeView, after: string | null, most: number): number {
      const some = orm
        .select({ id: notices.id })
        .from(notices)
        .leftJoin(subjects, eq(subjects.id, notices.subjectId))
        .where(seenBy(view, after))
        .limit(most)
        .as('some')
      return orm.select({ n: count() }).from(some).get()?.n ?? 0
    },

    choiceOf,

    choose(personId: string, choice: NoticeChoice): void {
      // A digest tells of what comes from now on, not of everything there ever was.
      const before = choiceOf(personId)
      const mailedTo = choice.digest && !before.digest ? now().toISOString() : before.mailedTo
      keep(personId, { ...before, ...choice, mailedTo })
    },

    markRead: (personId: string, upTo: string): void => keep(personId, { ...choiceOf(personId), readTo: upTo }),
    markMailed: (personId: string, upTo: string): void => keep(personId, { ...choiceOf(personId), mailedTo: upTo }),

    /** Who asked for a letter a day. */
    digestReaders(): Array<string> {
      const wanted = and(eq(noticeChoices.organisationId, organisationId), eq(noticeChoices.digest, true))
      const rows = orm.select({ id: noticeChoices.personId }).from(noticeChoices).where(wanted).all()
      return rows.map(({ id }) => id)
    },
  }
}
