import { expect, test } from 'vitest'
import { classifyPage, type PageClass } from '#checklists/tracking/page-class.ts'
import { outlinePage } from './outline-page.ts'
import { type Outline, outlines } from './page-outlines.ts'
import { roughOutlines } from './page-outlines-rough.ts'

function measure(list: ReadonlyArray<Outline>) {
  const read = list.map((outline) => ({ outline, said: classifyPage(outlinePage(outline)) }))
  const classes = [...new Set(list.map(([label]) => label))]
  const f1 = classes.map((name: PageClass) => {
    const right = read.filter(({ outline, said }) => outline[0] === name && said.class === name).length
    const called = read.filter(({ said }) => said.class === name).length
    const labelled = read.filter(({ outline }) => outline[0] === name).length
    return right === 0 ? 0 : (2 * right) / (called + labelled)
  })
  return {
    macroF1: f1.reduce((sum, value) => sum + value, 0) / f1.length,
    wrong: read
      .filter(({ outline, said }) => said.class !== outline[0])
      .map(
        ({ outline, said }) => `${outline[2]}: ${outline[0]} read as ${said.class} (${said.classReasons.join('; ')})`,
      ),
    missedRisk: read
      .filter(({ outline, said }) => outline[1] === 'B' && said.risk !== 'B')
      .map(({ outline }) => outline[2]),
    /** Pages that ask nothing of a patient, called a patient transaction in legal words. */
    overcalled: read
      .filter(({ outline, said }) => outline[1] !== 'B' && said.legalRisk === 'B')
      .map(({ outline }) => outline[2]),
  }
}

test('names the class of 200 own page outlines with macro F1 of at least 0.95, and never takes A or B for less', () => {
  const { macroF1, wrong, missedRisk, overcalled } = measure(outlines)
  expect(outlines).toHaveLength(200)
  expect(macroF1, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(missedRisk).toEqual([])
  expect(overcalled).toEqual([])
})

test('reads forms as site builders make them, bare file names, mixed forms and vendor pages', () => {
  const { macroF1, wrong, missedRisk, overcalled } = measure(roughOutlines)
  expect(macroF1, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(missedRisk).toEqual([])
  expect(overcalled).toEqual([])
})

test('a page behind a login is A whatever it shows, and words alone never make legal risk B of a thin page', () => {
  const [home] = outlines.filter(([label]) => label === 'home').map(outlinePage)
  expect(classifyPage({ ...home!, authenticated: true })).toMatchObject({ risk: 'A', legalRisk: 'A' })
  const thin = outlinePage(['booking', 'B', 'https://clinic.example/visit-us', 'Visit us', 'Schedule'])
  expect(classifyPage(thin).legalRisk).not.toBe('B')
})

test('words of a hostile page cannot reach behind the tables', () => {
  const page = outlinePage([
    'other',
    'D',
    'https://clinic.example/%E0%A4%A',
    'constructor',
    '__proto__',
    'text:toString',
  ])
  const said = classifyPage({
    ...page,
    jsonLdTypes: ['constructor', '__proto__', 'toString'],
    finalUrl: 'not an address',
  })
  expect(said.class).toBe('other')
  expect(said.classReasons.length).toBeGreaterThan(0)
})
