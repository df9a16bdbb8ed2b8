import { expect, test } from 'vitest'
import { assess } from '#checklists/assess.ts'
import { checklistsFor } from '#checklists/index.ts'
import { appendAudit, firstBrokenLink } from '#db/audit-log.ts'
import { intakeSchema } from '#db/intake.ts'
import { caseTime } from '../case-evidence.ts'
import { addOrganisation, at, openStore, scopeFor } from './store.ts'

const vendor = { name: 'Brightline Reviews', siteUrl: null, dataStart: null, intake: intakeSchema.parse({}) }

test('assessments and audit events refuse UPDATE and DELETE', async () => {
  const { db } = await openStore()
  const scope = scopeFor(db, addOrganisation(db))
  const { id } = scope.subjects.add('vendor', vendor)
  scope.assessments.add(id, assess(checklistsFor('vendor'), [], new Date(caseTime)))
  for (const sql of [
    "UPDATE assessments SET grade = 'A'",
    'DELETE FROM assessments',
    "UPDATE audit_events SET action = 'nothing'",
    'DELETE FROM audit_events',
    'INSERT OR REPLACE INTO audit_events SELECT * FROM audit_events WHERE seq = 1',
  ]) {
    expect(() => db.sqlite.exec(sql), sql).toThrow(/immutable|append-only|no gaps/)
  }
})

test('stored evidence refuses to be rewritten', async () => {
  const { db } = await openStore()
  const scope = scopeFor(db, addOrganisation(db))
  const { id } = scope.subjects.add('vendor', vendor)
  const source = { scanner: 'answers', ref: 'x', at: caseTime, sha256: '0'.repeat(64) }
  scope.evidence.addSaid(id, { kind: 'answer', id: 'x', source, requirement: 'r', value: 'yes', note: '', by: 'Ada' })
  expect(() => db.sqlite.exec("UPDATE evidence SET body = x'00'")).toThrow(/not rewritten/)
})

test('an assessment that says the same is not stored again; one that says more is the next version', async () => {
  const { db } = await openStore()
  const scope = scopeFor(db, addOrganisation(db))
  const { id } = scope.subjects.add('practice', { ...vendor, name: 'Harbor' })
  const lists = checklistsFor('practice')
  const [question] = lists.flatMap(({ requirements }) => requirements).filter(({ ask }) => ask !== undefined)
  const first = scope.assessments.add(id, assess(lists, [], new Date(caseTime)))
  const later = scope.assessments.add(id, assess(lists, [], new Date('2026-11-21T12:00:00.000Z')))
  expect(later).toMatchObject({ id: first.id, version: 1, isNew: false })
  const source = { scanner: 'answers', ref: 'x', at: caseTime, sha256: '0'.repeat(64) }
  const answer = { kind: 'answer' as const, id: 'evi_1', source, requirement: question!.id, value: 'yes', note: '' }
  const more = scope.assessments.add(id, assess(lists, [{ ...answer, by: 'Ada' }], new Date(caseTime)))
  expect(more).toMatchObject({ version: 2, isNew: true })
  expect(scope.assessments.lines(id).map(({ version }) => version)).toEqual([2, 1])
})

test('the chain shows a changed, a removed and an inserted event, even when the triggers are gone', async () => {
  const { db } = await openStore()
  const chain = addOrganisation(db)
  const add = (action: string) =>
    db.write(() =>
      appendAudit(db, chain, at, { kind: 'system', id: null }, { action, object: { kind: 'test', id: null } }),
    )
  for (const action of ['one', 'two', 'three', 'four']) add(action)
  expect(firstBrokenLink(db, chain)).toBeNull()
  const triggers = db.sqlite
    .prepare("SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all() as Array<string>
  db.sqlite.exec(triggers.join(';'))
  const tampering: Array<[string, number]> = [
    ["UPDATE audit_events SET actor_id = 'per_other' WHERE seq = 2", 2],
    ['DELETE FROM audit_events WHERE seq = 2', 3],
    ['DELETE FROM audit_events WHERE seq = 1', 2],
    ["UPDATE audit_events SET before = 'x', after = NULL WHERE seq = 4", 4],
  ]
  for (const [sql, seq] of tampering) {
    db.sqlite.exec('SAVEPOINT tamper')
    db.sqlite.exec(sql)
    expect(firstBrokenLink(db, chain), sql).toBe(seq)
    db.sqlite.exec('ROLLBACK TO tamper; RELEASE tamper')
  }
})

test('no change without its event, no event without its change', async () => {
  const { db } = await openStore()
  const organisationId = addOrganisation(db)
  const scope = scopeFor(db, organisationId)
  db.sqlite.exec("CREATE TRIGGER no_audit BEFORE INSERT ON audit_events BEGIN SELECT RAISE(ABORT, 'log is full'); END")
  expect(() => scope.subjects.add('vendor', vendor)).toThrow(/log is full/)
  expect(scope.subjects.list({ kind: 'vendor' }).total).toBe(0)
  db.sqlite.exec('DROP TRIGGER no_audit')
  expect(() =>
    scope.write(() => {
      scope.subjects.add('vendor', vendor)
      throw new Error('later step failed')
    }),
  ).toThrow(/later step/)
  expect(scope.audit.list({ limit: 10 })).toEqual([])
  const event = { action: 'x', object: { kind: 'test', id: null } }
  expect(() => appendAudit(db, organisationId, at, { kind: 'system', id: null }, event)).toThrow(/transaction/)
})

test('audit events hold no values: neither names nor sites', async () => {
  const { db } = await openStore()
  const scope = scopeFor(db, addOrganisation(db))
  const { id } = scope.subjects.add('vendor', { ...vendor, siteUrl: 'https://brightline.example/' })
  scope.subjects.change(id, 1, { ...vendor, name: 'Brightline Reviews Inc' })
  expect(JSON.stringify(scope.audit.list({ limit: 10 }))).not.toMatch(/brightline/i)
})
