import { eq } from 'drizzle-orm'
import { type AgreementStore, agreementStore } from './agreements.ts'
import { type AssessmentStore, assessmentStore } from './assessments.ts'
import {
  type AuditActor,
  type AuditChoices,
  type AuditEntry,
  type AuditEvent,
  type AuditPage,
  appendAudit,
  auditChoices,
  readAudit,
} from './audit-log.ts'
import { type BlobIndex, blobIndex } from './blobs.ts'
import { type BrandStore, brandStore } from './brand.ts'
import type { Database } from './client.ts'
import { type DraftStore, draftStore } from './drafts.ts'
import { type EvidenceStore, evidenceStore } from './evidence.ts'
import { type FieldMappingStore, fieldMappingStore } from './field-mappings.ts'
import type { Inside } from './inside.ts'
import { type LetterStore, letterStore } from './letters.ts'
import { type LogMappingStore, logMappingStore } from './log-mappings.ts'
import { type MemberStore, memberStore } from './members.ts'
import { type NoticeStore, noticeStore } from './notices.ts'
import { type ExchangeStore, exchangeStore } from './organisation-import.ts'
import { type OrganisationStore, organisationStore } from './organisations.ts'
import { type ReportStore, reportStore } from './reports.ts'
import { type RetentionStore, retentionStore } from './retention.ts'
import { type SavedFilterStore, savedFilterStore } from './saved-filters.ts'
import { type ScanRunStore, scanRunStore } from './scan-runs.ts'
import { organisations } from './schema.ts'
import { type SearchStore, searchStore } from './search.ts'
import { type SelfAuditStore, selfAuditStore } from './self-audits.ts'
import { type SubjectStore, subjectStore } from './subjects.ts'
import { type TemplateStore, templateStore } from './templates.ts'

/**
 * Everything one organisation owns, and nothing else: each query carries its id, so a foreign id is not found.
 * The only way from the other folders to these tables.
 */
export type Scope = {
  organisationId: string
  organisation: { id: string; name: string; timeZone: string | null }
  subjects: SubjectStore
  agreements: AgreementStore
  runs: ScanRunStore
  evidence: EvidenceStore
  templates: TemplateStore
  fieldMappings: FieldMappingStore
  logMappings: LogMappingStore
  assessments: AssessmentStore
  reports: ReportStore
  drafts: DraftStore
  search: SearchStore
  members: MemberStore
  organisations: OrganisationStore
  letters: LetterStore
  retention: RetentionStore
  exchange: ExchangeStore
  notices: NoticeStore
  savedFilters: SavedFilterStore
  brand: BrandStore
  selfAudits: SelfAuditStore
  files: BlobIndex
  /** One transaction over several stores. */
  write: <Result>(work: () => Result) => Result
  audit: {
    /** An event without a change of data: a view, a download. */
    add: (entry: AuditEntry) => void
    list: (page: AuditPage) => Array<AuditEvent>
    choices: () => AuditChoices
  }
}

/** Opens one organisation for one actor. Throws when there is no such organisation: ids come from memberships only. */
export function scoped(db: Database, organisationId: string, actor: AuditActor, now: () => Date): Scope {
  const organisation = db.orm
    .select({ id: organisations.id, name: organisations.name, timeZone: organisations.timeZone })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .get()
  if (organisation === undefined) throw new Error('There is no such organisation.')
  const record = (entry: AuditEntry) => appendAudit(db, organisationId, now(), actor, entry)
  const seal = db.keyring.of(organisationId)
  const inside: Inside = { db, organisationId, seal, actorId: actor.id ?? 'system', now, record }
  return {
    organisationId,
    organisation,
    subjects: subjectStore(inside),
    agreements: agreementStore(inside),
    runs: scanRunStore(inside),
    evidence: evidenceStore(inside),
    templates: templateStore(inside),
    fieldMappings: fieldMappingStore(inside),
    logMappings: logMappingStore(inside),
    assessments: assessmentStore(inside),
    reports: reportStore(inside),
    drafts: draftStore(inside),
    search: searchStore(inside),
    members: memberStore(inside),
    organisations: organisationStore(inside),
    letters: letterStore(inside),
    retention: retentionStore(inside),
    exchange: exchangeStore(inside),
    notices: noticeStore(inside),
    savedFilters: savedFilterStore(inside),
    brand: brandStore(inside),
    selfAudits: selfAuditStore(inside),
    files: blobIndex(inside),
    write: db.write,
    audit: {
      add: (entry) => db.write(() => record(entry)),
      list: (page) => readAudit(db, organisationId, page),
      choices: () => auditChoices(db, organisationId),
    },
  }
}
