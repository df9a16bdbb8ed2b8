import { expect, test } from 'vitest'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import { NotFound } from '#app/use-cases/problem.ts'
import { listSavedFilters, removeFilter, saveFilter } from '#app/use-cases/saved-filters.ts'
import { openPortal, setUpOwner } from './portal.ts'

test('a filter is kept under a name of one’s own, refused twice or empty, and is nobody else’s', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  saveFilter(proviso, actor, { place: 'vendors', name: 'Gaps', query: '?score=gaps' })
  const [kept] = listSavedFilters(proviso, actor, 'vendors')
  expect(kept).toMatchObject({ name: 'Gaps', query: '?score=gaps' })
  expect(listSavedFilters(proviso, actor, 'practices')).toEqual([])
  const refused = (name: string, query: string) => {
    try {
      saveFilter(proviso, actor, { place: 'vendors', name, query })
      return null
    } catch (error) {
      return (error as { fields?: Record<string, string> }).fields
    }
  }
  expect(refused('gaps', '?search=a')).toEqual({ name: expect.stringContaining('of this name') })
  expect(refused('', '?search=a')).toEqual({ name: 'Name the filter.' })
  expect(refused('Other', '')).toEqual({ query: expect.stringContaining('Filter the list first') })
  expect(refused('Other', '?search=a\n')).toEqual({ query: expect.any(String) })
  const colleague = { ...actor, id: 'per_other' }
  expect(listSavedFilters(proviso, colleague, 'vendors')).toEqual([])
  expect(() => removeFilter(proviso, colleague, kept!.id)).toThrow(NotFound)
  removeFilter(proviso, actor, kept!.id)
  expect(listSavedFilters(proviso, actor, 'vendors')).toEqual([])
  for (let at = 0; at < 20; at++) expect(refused(`Filter ${at}`, '?search=a')).toBeNull()
  expect(refused('One more', '?search=a')).toEqual({ name: expect.stringContaining('Remove one first') })
})

test('vendors are filtered by what is on file and by what was judged', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  const judged = addVendor(proviso, actor, { name: 'Judged' })
  addVendor(proviso, actor, { name: 'Fresh' })
  const names = (filter: { score?: 'gaps' | 'none'; agreement?: 'none' | 'ending' | 'ended' }) =>
    listSubjects(proviso, actor, { kind: 'vendor', ...filter }).items.map(({ subject }) => subject.name)
  proviso.db.sqlite.exec('DROP TRIGGER assessments_no_delete')
  proviso.db.sqlite.prepare('DELETE FROM assessments WHERE subject_id <> ?').run(judged.id)
  expect(getAssessment(proviso, actor, { subjectId: judged.id }).assessment.findings.length).toBeGreaterThan(0)
  expect(names({ score: 'none' })).toEqual(['Fresh'])
  expect(names({ agreement: 'none' })).toEqual(['Fresh', 'Judged'])
  expect(names({ agreement: 'ended' })).toEqual([])
  const gaps = listSubjects(proviso, actor, { kind: 'vendor' }).items.find(({ subject }) => subject.id === judged.id)
  expect(names({ score: 'gaps' })).toEqual((gaps?.score?.gaps ?? 0) > 0 ? ['Judged'] : [])
})
