import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { canTakeExport, exportOrganisation, importOrganisation } from '#app/use-cases/move-organisation.ts'
import { addClient } from '#app/use-cases/organisations.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { saveTemplate } from '#app/use-cases/save-template.ts'
import { search } from '#app/use-cases/search.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { firstBrokenLink } from '#db/audit-log.ts'
import { scanners } from '#scanners/index.ts'
import { openPortal, setUpOwner, temporaryFolder } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'
import { page } from './test-scanner.ts'

type Sums = Record<string, { rows: number; sha256: string }>

async function filled() {
  const seen = page('home', { title: 'Harbor Ortho' })
  const proviso = await openPortal({ scanners: { ...scanners, site: { title: 'Site', scan: async () => [seen] } } })
  const { actor } = await setUpOwner(proviso)
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const practice = addPractice(proviso, actor, { name: 'Harbor Ortho', siteUrl: 'https://harbor.example/' })
  const source = { text: agreement('Brightline Reviews LLC', bothSigned) }
  const { agreement: stored } = await uploadAgreement(proviso, actor, { subjectId: vendor.id, source })
  requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'public', confirmed: true })
  saveTemplate(proviso, actor, {
    subjectId: vendor.id,
    earlier: null,
    name: 'Invitation',
    channel: 'sms',
    text: 'How was your visit? Reply STOP to opt out.',
  })
  await proviso.queue.idle()
  await proviso.rejudge.idle()
  return { proviso, actor, vendor, practice, stored }
}

async function exported(lines: AsyncGenerator<string>): Promise<{ path: string; lines: Array<string>; sums: Sums }> {
  const all: Array<string> = []
  for await (const line of lines) all.push(line)
  const path = join(temporaryFolder(), 'organisation.jsonl')
  writeFileSync(path, all.join(''))
  const { end } = JSON.parse(all.at(-1)!) as { end: { tables: Sums } }
  return { path, lines: all, sums: end.tables }
}

test('an export goes into an empty organisation elsewhere with equal counts, hashes, verdicts, files and log', async () => {
  const here = await filled()
  const { path, sums, lines } = await exported(exportOrganisation(here.proviso, here.actor))
  expect(Object.values(sums).every(({ rows }) => rows > 0)).toBe(true)
  expect(Object.keys(sums)).toEqual(
    expect.arrayContaining(['subjects', 'evidence', 'assessments', 'agreements', 'templates', 'audit_events']),
  )
  // Nothing that lets somebody in is taken along.
  const { sqlite } = here.proviso.db
  const secrets = ['SELECT password FROM accounts', 'SELECT token FROM sessions'].flatMap(
    (sql) => sqlite.prepare(sql).pluck().all() as Array<string>,
  )
  expect(secrets.length).toBeGreaterThan(1)
  expect([...secrets, '$argon2'].filter((secret) => lines.some((line) => line.includes(secret)))).toEqual([])
  const there = await openPortal()
  const { actor } = await setUpOwner(there)
  const taken = await importOrganisation(there, actor, path)
  expect(taken.rows).toBe(Object.values(sums).reduce((sum, { rows }) => sum + rows, 0))
  const again = await exported(exportOrganisation(there, actor))
  const { audit_events: log, ...rows } = again.sums
  const { audit_events: before, ...same } = sums
  expect(rows).toEqual(same)
  // The log that came along stands whole beside the one of the new place.
  expect(firstBrokenLink(there.db, here.actor.organisationId)).toBeNull()
  expect(log!.rows).toBeGreaterThan(before!.rows)
  expect(listAuditEvents(there, actor, { action: 'organisation.imported' }).events[0]?.after).toBe(
    here.actor.organisationId,
  )
  const subjectId = here.vendor.id
  expect(getSubject(there, actor, { subjectId })).toEqual(getSubject(here.proviso, here.actor, { subjectId }))
  expect(getAssessment(there, actor, { subjectId })).toEqual(getAssessment(here.proviso, here.actor, { subjectId }))
  expect(await there.blobs.read(actor.organisationId, here.stored.sha256)).toEqual(
    await here.proviso.blobs.read(here.actor.organisationId, here.stored.sha256),
  )
  // Keyed hashes are the new key's: the same message handed in again is a version, and the search finds what came.
  const hits = search(there, actor, { query: 'Brightline' })
  expect(JSON.stringify(hits)).toContain(subjectId)
  expect(canTakeExport(there, actor)).toBe(false)
  await expect(importOrganisation(there, actor, path)).rejects.toMatchObject({
    fields: { file: expect.stringContaining('not empty') },
  })
})

test('a changed, shortened, foreign or crafted export is refused with a sentence and writes nothing', async () => {
  const here = await filled()
  const { path, lines } = await exported(exportOrganisation(here.proviso, here.actor))
  const there = await openPortal()
  const { actor } = await setUpOwner(there)
  const rows = () =>
    there.db.sqlite
      .prepare(
        'SELECT (SELECT COUNT(*) FROM subjects), (SELECT COUNT(*) FROM evidence), (SELECT COUNT(*) FROM audit_events)',
      )
      .raw()
      .all()
  const before = rows()
  const text = readFileSync(path, 'utf8')
  const broken: Record<string, string> = {
    empty: '',
    foreign: '{"format":"something else"}\n',
    'not JSON': 'hello',
    'cut short': text.slice(0, -30),
    'without its end': lines.slice(0, -1).join(''),
    'one word changed': text.replace('Brightline Reviews', 'Brightline Reviewz'),
    'a row left out': [...lines.slice(0, 4), ...lines.slice(5)].join(''),
    'a row after the end': [...lines, lines[3]!].join(''),
  }
  for (const [what, content] of Object.entries(broken)) {
    writeFileSync(path, content)
    const refused = await importOrganisation(there, actor, path).catch((error: unknown) => error)
    expect([what, (refused as { fields?: unknown }).fields]).toEqual([what, { file: expect.stringMatching(/\w\. \w/) }])
  }
  expect(rows()).toEqual(before)
  writeFileSync(path, text)
  // Its own sums right, yet its events claim a chain that is kept here.
  const own = text.replaceAll(here.actor.organisationId, actor.organisationId)
  writeFileSync(path, own)
  await expect(importOrganisation(there, actor, path)).rejects.toThrow('The input cannot be used.')
  expect(rows()).toEqual(before)
  // Into the installation it comes from it does not go twice.
  writeFileSync(path, text)
  const client = addClient(here.proviso, here.actor, { name: 'Cedar Clinic' })
  await expect(importOrganisation(here.proviso, { ...here.actor, organisationId: client }, path)).rejects.toMatchObject(
    { fields: { file: expect.stringContaining('already') } },
  )
  for (const role of ['manager', 'assessor', 'auditor', 'viewer', 'signer', 'sales'] as const) {
    expect(() => exportOrganisation(there, { ...actor, role })).toThrow('Your role does not allow this.')
    await expect(importOrganisation(there, { ...actor, role }, path)).rejects.toThrow('Your role does not allow this.')
  }
  expect(rows()).toEqual(before)
})
