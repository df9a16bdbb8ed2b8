import { expect, test } from 'vitest'
import { classifyPage, type PageClass } from '#checklists/tracking/page-class.ts'
import { outlinePage } from './outline-page.ts'
import { outlines } from './page-outlines.ts'

test('names the class of 200 own page outlines with macro F1 of at least 0.95, and never takes A or B for D', () => {
  const classes = [...new Set(outlines.map(([label]) => label))]
  const read = outlines.map((outline) => ({ outline, said: classifyPage(outlinePage(outline)) }))
  const wrong = read.filter(({ outline, said }) => said.class !== outline[0])
  const f1 = classes.map((name: PageClass) => {
    const right = read.filter(({ outline, said }) => outline[0] === name && said.class === name).length
    const called = read.filter(({ said }) => said.class === name).length
    const labelled = read.filter(({ outline }) => outline[0] === name).length
    return right === 0 ? 0 : (2 * right) / (called + labelled)
  })
  const macro = f1.reduce((sum, value) => sum + value, 0) / f1.length
  const missedRisk = read.filter(({ outline, said }) => outline[1] === 'B' && said.risk === 'D')
  const shown = wrong.map(
    ({ outline, said }) => `${outline[2]}: ${outline[0]} read as ${said.class} (${said.classReasons.join('; ')})`,
  )
  expect(outlines).toHaveLength(200)
  expect(macro, shown.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(missedRisk.map(({ outline }) => outline[2])).toEqual([])
})
