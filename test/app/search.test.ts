import { expect, test } from 'vitest'
import type { Proviso } from '#app/proviso.server.ts'
import { addProspect } from '#app/use-cases/add-prospect.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { answerQuestions } from '#app/use-cases/answer-questions.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { search } from '#app/use-cases/search.ts'
import { updateSubject } from '#app/use-cases/update-subject.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { searchResults } from '#app/views/search.ts'
import { openPortal, setUpOwner } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'

type Person = Actor & { kind: 'person' }

async function portalWithVendor(): Promise<{ proviso: Proviso; actor: Person; vendorId: string }> {
  const proviso = await openPortal()
  const { actor } = await setUpOwner(proviso)
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews', siteUrl: 'brightline.example' })
  const text = agreement('Brightline Reviews LLC', bothSigned)
  await uploadAgreement(proviso, actor, { subjectId: vendor.id, source: { text } })
  await proviso.queue.idle()
  return { proviso, actor, vendorId: vendor.id }
}

const hitsOf = (proviso: Proviso, actor: Actor, query: string) =>
  search(proviso, actor, { query }).groups.flatMap(({ kind, hits }) => hits.map((hit) => ({ ...hit, group: kind })))

test('a vendor is found by the beginning of its name and by its host, a line by its words, an agreement by its own', async () => {
  const { proviso, actor, vendorId } = await portalWithVendor()
  expect(hitsOf(proviso, actor, 'bright')[0]).toMatchObject({ group: 'subject', subjectId: vendorId })
  expect(hitsOf(proviso, actor, 'brightline.example')[0]).toMatchObject({ group: 'subject' })
  expect(hitsOf(proviso, actor, 'penetration test').map(({ requirement }) => requirement)).toContain(
    'vendor.penetration-test',
  )
  const quotes = hitsOf(proviso, actor, 'subcontractor').filter(({ group }) => group === 'quote')
  expect(quotes.length).toBeGreaterThan(0)
  const [group] = searchResults(
    search(proviso, actor, { query: 'subcontractors agree' }).groups.filter(({ kind }) => kind === 'quote'),
  )
  expect(group?.rows[0]?.href).toMatch(new RegExp(`^/vendors/${vendorId}/findings/baa\\.`))
  expect(group?.rows[0]?.excerpt.filter(({ found }) => found).map(({ text }) => text.toLowerCase())).toContain('agrees')
  expect(hitsOf(proviso, actor, 'zeppelin')).toEqual([])
})

test('a new name replaces the old one', async () => {
  const { proviso, actor, vendorId } = await portalWithVendor()
  updateSubject(proviso, actor, { subjectId: vendorId, version: 1, fields: { name: 'Lanternpost', siteUrl: null } })
  expect(hitsOf(proviso, actor, 'lanternpost')[0]).toMatchObject({ group: 'subject', subjectId: vendorId })
  expect(hitsOf(proviso, actor, 'brightline').filter(({ group }) => group === 'subject')).toEqual([])
})

test('signs of the search language are plain text, and nothing is found by none', async () => {
  const { proviso, actor } = await portalWithVendor()
  for (const query of ['"', 'a AND (', 'NEAR(x y)', 'title:*', "'; DROP TABLE subjects; --", '*', '', '🩺', '\u0001']) {
    expect(() => search(proviso, actor, { query })).not.toThrow()
  }
  expect(search(proviso, actor, { query: '***' }).groups).toEqual([])
  expect(() => search(proviso, actor, { query: 'x'.repeat(201) })).toThrow()
})

test('sales finds prospects only, and one organisation nothing of another', async () => {
  const { proviso, actor } = await portalWithVendor()
  const prospect = addProspect(proviso, actor, { name: 'Brightwater Dental', siteUrl: 'brightwater.example' })
  const asSales = hitsOf(proviso, { ...actor, role: 'sales' }, 'bright')
  expect(new Set(asSales.map(({ subjectId }) => subjectId))).toEqual(new Set([prospect.id]))
  proviso.db.sqlite
    .prepare('INSERT INTO organisations (id, name, slug, created_at) VALUES (?, ?, ?, ?)')
    .run('org_other', 'Other', 'other', proviso.now().toISOString())
  proviso.db.write(() => proviso.db.keyring.create('org_other', proviso.now()))
  expect(hitsOf(proviso, { ...actor, organisationId: 'org_other' }, 'bright')).toEqual([])
})

test('what a person writes in a note, and shapes of phones and addresses, are not in the index', async () => {
  const { proviso, actor, vendorId } = await portalWithVendor()
  answerQuestions(proviso, actor, {
    subjectId: vendorId,
    answers: [{ requirement: 'vendor.touchpoint-log', value: 'yes', note: 'Ask Wilhelmina Quartz, 555-010-7788' }],
  })
  const texts = proviso.db.sqlite.prepare('SELECT title, body FROM search_texts').all()
  expect(texts.length).toBeGreaterThan(50)
  expect(JSON.stringify(texts)).not.toMatch(/Quartz|7788|\d{3}-\d{4}|@/)
  expect(hitsOf(proviso, actor, 'Wilhelmina')).toEqual([])
})
