import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { assess } from '#checklists/assess.ts'
import { checklistsFor } from '#checklists/index.ts'
import { intakeSchema } from '#db/intake.ts'
import { jobStore } from '#db/jobs.ts'
import * as schema from '#db/schema.ts'
import type { Scope } from '#db/scoped.ts'
import { StaleVersion } from '#db/subjects.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { page } from '../app/test-scanner.ts'
import { caseTime } from '../case-evidence.ts'
import { addOrganisation, at, openStore, scopeFor } from './store.ts'

const fields = (name: string) => ({ name, siteUrl: null, dataStart: null, intake: intakeSchema.parse({}) })

/** One row of everything an organisation can own. */
function fill(db: Parameters<typeof jobStore>[0], scope: Scope, sha256: string) {
  const subject = scope.subjects.add('vendor', fields(`Vendor of ${scope.organisationId}`))
  const input = { blob: sha256, name: 'a.txt' }
  const { run } = scope.runs.add({
    subjectId: subject.id,
    scanner: 'document',
    input,
    targetHost: null,
    authority: null,
  })
  scope.files.add({ sha256, type: 'text/plain', bytes: 1 }, subject.id)
  const agreement = scope.agreements.add({
    subjectId: subject.id,
    sha256,
    fileName: 'a.txt',
    bytes: 1,
    runId: run.id,
  })
  const claim = jobStore(db).claim(at, 60_000, 99)!
  const evidence = scope.evidence.addFound(claim.runId, claim.attempt, page('1'))!
  scope.runs.finish(claim.runId, claim.attempt, { state: 'done', problem: null, detail: null })
  const assessment = scope.assessments.add(subject.id, assess(checklistsFor('prospect'), [], new Date(caseTime)))
  const report = scope.reports.add({
    subjectId: subject.id,
    assessmentId: assessment.id,
    kind: 'vendor-file',
    htmlSha256: sha256,
    pdfSha256: null,
  })
  scope.drafts.save('vendor-intake', { name: 'x' })
  return { subject, run, agreement, evidence, assessment, report }
}

test('nothing of one organisation is found, changed or listed by another', async () => {
  const { db } = await openStore()
  const [a, b] = [addOrganisation(db, 'A'), addOrganisation(db, 'B')]
  const [own, other] = [scopeFor(db, a), scopeFor(db, b)]
  const sha256 = 'a'.repeat(64)
  const rows = fill(db, own, sha256)
  const before = dump(db)

  expect(other.subjects.get(rows.subject.id)).toBeNull()
  expect(other.subjects.change(rows.subject.id, 1, fields('stolen'))).toBeNull()
  expect(other.subjects.list({ kind: 'vendor' })).toEqual({ items: [], total: 0 })
  expect(other.runs.get(rows.run.id)).toBeNull()
  expect(other.runs.list({})).toEqual([])
  expect(other.runs.list({ subjectId: rows.subject.id })).toEqual([])
  expect(other.runs.requestCancel(rows.run.id)).toBeNull()
  expect(other.runs.holds(rows.run.id, 1)).toBe(false)
  expect(other.runs.progress(rows.run.id, 1, { stage: 'x', done: 1, total: 1 })).toBe(false)
  expect(other.agreements.get(rows.agreement.id)).toBeNull()
  expect(other.agreements.ofRun(rows.run.id)).toBeNull()
  expect(other.agreements.list(rows.subject.id)).toEqual([])
  expect(other.agreements.current(rows.subject.id)).toBeNull()
  expect(other.agreements.currentBySubject()).toEqual(new Map())
  expect(other.evidence.get(rows.evidence.id)).toBeNull()
  expect(other.evidence.find(rows.evidence.id)).toBeNull()
  expect(other.evidence.ofRun(rows.run.id)).toEqual([])
  expect(other.evidence.said(rows.subject.id, 'answer')).toEqual([])
  expect(other.evidence.addFound(rows.run.id, 1, page('2'))).toBeNull()
  expect(other.evidence.runsWithEvidence(rows.subject.id, 'document')).toEqual([])
  expect(other.assessments.get(rows.assessment.id)).toBeNull()
  expect(other.assessments.latest(rows.subject.id)).toBeNull()
  expect(other.assessments.version(rows.subject.id, 1)).toBeNull()
  expect(other.assessments.lines(rows.subject.id)).toEqual([])
  expect(other.reports.get(rows.report.id)).toBeNull()
  expect(other.reports.list()).toEqual([])
  expect(other.reports.list(rows.subject.id)).toEqual([])
  expect(other.reports.addPdf(rows.report.id, sha256)).toBe(false)
  expect(other.drafts.get('vendor-intake')).toBeNull()
  expect(other.files.get(sha256)).toBeNull()
  expect(other.files.subjectsOf(sha256)).toEqual([])
  expect(other.audit.list({ limit: 100 })).toEqual([])

  expect(dump(db)).toEqual(before)
  expect(own.subjects.get(rows.subject.id)?.name).toBe(rows.subject.name)
})

function dump(db: Parameters<typeof jobStore>[0]): unknown {
  const tables = db.sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  return Object.fromEntries(tables.map((name) => [name, db.sqlite.prepare(`SELECT * FROM "${name}"`).all()]))
}

test('sealed columns of one organisation do not open in another, nor in another row', async () => {
  const { db } = await openStore()
  const [a, b] = [addOrganisation(db, 'A'), addOrganisation(db, 'B')]
  const first = scopeFor(db, a).subjects.add('vendor', fields('First'))
  const second = scopeFor(db, a).subjects.add('vendor', fields('Second'))
  const foreign = scopeFor(db, b).subjects.add('vendor', fields('Foreign'))
  const move = db.sqlite.prepare('UPDATE subjects SET fields = (SELECT fields FROM subjects WHERE id = ?) WHERE id = ?')
  move.run(first.id, second.id)
  move.run(first.id, foreign.id)
  expect(() => scopeFor(db, a).subjects.get(second.id)).toThrow()
  expect(() => scopeFor(db, b).subjects.get(foreign.id)).toThrow()
})

test('a person sees only the drafts of their own', async () => {
  const { db } = await openStore()
  const organisationId = addOrganisation(db)
  scopeFor(db, organisationId, { kind: 'person', id: 'per_one' }).drafts.save('vendor-intake', { name: 'mine' })
  const other = scopeFor(db, organisationId, { kind: 'person', id: 'per_two' })
  expect(other.drafts.get('vendor-intake')).toBeNull()
  other.drafts.discard('vendor-intake')
  const own = scopeFor(db, organisationId, { kind: 'person', id: 'per_one' })
  expect(own.drafts.get('vendor-intake')?.values).toEqual({ name: 'mine' })
})

test('a stale form is refused with what stands there now', async () => {
  const { db } = await openStore()
  const { subjects } = scopeFor(db, addOrganisation(db))
  const { id } = subjects.add('vendor', fields('One'))
  subjects.change(id, 1, fields('Two'))
  const stale = (() => {
    try {
      return subjects.change(id, 1, fields('Three'))
    } catch (error) {
      return error
    }
  })()
  expect(stale).toBeInstanceOf(StaleVersion)
  expect((stale as StaleVersion).current).toMatchObject({ name: 'Two', version: 2 })
  expect(subjects.get(id)?.name).toBe('Two')
})

test('every table that belongs to an organisation says so, and only db/ knows the tables', () => {
  const exempt = new Set(['people', 'sessions', 'accounts', 'verifications', 'organisations', 'rateLimits'])
  const others = new Set([
    'setUpLinks',
    'signInLimits',
    'auditEvents',
    'auditCheckpoints',
    'twoFactors',
    'usedCodes',
    'passkeys',
  ])
  for (const [name, table] of Object.entries(schema)) {
    if (typeof table !== 'object' || Array.isArray(table) || exempt.has(name) || others.has(name)) continue
    expect(Object.keys(table), name).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(organisationId|organizationId)$/)]),
    )
  }
  const breaches: Array<string> = []
  for (const folder of ['app', 'scanners', 'checklists']) {
    for (const entry of readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue
      const path = join(entry.parentPath, entry.name)
      const text = readFileSync(path, 'utf8')
      const name = path.slice(packageRoot.length + 1)
      if (name !== 'app/auth.server.ts' && /\bdb\.(orm|sqlite)\b|\.sqlite\.|from 'drizzle-orm/.test(text)) {
        breaches.push(`${name} reaches into the database`)
      }
      const imported = /import \{([^}]*)\} from '#db\/schema\.ts'/.exec(text)?.[1] ?? ''
      const tables = imported.split(',').filter((word) => Object.hasOwn(schema, word.trim()))
      const harmless = ['subjectKinds', 'runStates', 'roles']
      const raw = tables.map((word) => word.trim()).filter((word) => !harmless.includes(word))
      if (name !== 'app/auth.server.ts' && raw.length > 0) breaches.push(`${name} imports ${raw.join(', ')}`)
    }
  }
  expect(breaches).toEqual([])
})

test('a list is ordered, paged and counted from its index, without a look at the rows that are not shown', async () => {
  const { db } = await openStore()
  const { subjects } = scopeFor(db, addOrganisation(db))
  const prepare = vi.spyOn(db.sqlite, 'prepare')
  subjects.list({ kind: 'vendor', limit: 50, offset: 7450 })
  const asked = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()
  const plans = asked.map((sql) => {
    const rows = db.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...[...sql.matchAll(/\?/g)].map(() => null))
    return rows.map((row) => (row as { detail: string }).detail)
  })
  expect(plans).toEqual([
    [expect.stringMatching(/USING INDEX subjects_by_name/)],
    [expect.stringMatching(/USING COVERING INDEX subjects_by_name/)],
  ])
})
