import { expect, test } from 'vitest'
import { classifyPage, type PageClass } from '#checklists/tracking/page-class.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { fillEvidence } from '#test/case-evidence.ts'
import { type Outline, outlines } from './page-outlines.ts'

function formsOf(fields: string): PageEvidence['forms'] {
  if (fields === '') return []
  return fields.split('||').map((form) => ({
    actionHost: null,
    method: 'post',
    fields: form.split(';').map((field) => {
      const [type, ...label] = field.split(':')
      return { name: '', type: type!, label: label.join(':'), autocomplete: '' }
    }),
  }))
}

function outlinePage([, , url, title, h1, fields = '', extra = {}]: Outline): PageEvidence {
  const requests = extra.embed === undefined ? [] : [{ host: extra.embed, type: 'document', target: 'iframe' }]
  const page = fillEvidence(
    {
      kind: 'page',
      url,
      title,
      headings: [h1],
      forms: formsOf(fields),
      jsonLdTypes: extra.jsonLd === undefined ? [] : [extra.jsonLd],
      linkTexts: extra.link === undefined ? [] : [extra.link],
      requests,
    },
    0,
  )
  return page as PageEvidence
}

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
  if (process.env.SHOW) {
    console.log(macro, f1.map((v, i) => `${classes[i]} ${v.toFixed(3)}`).join(' '), shown.join('\n'))
    for (const { outline, said } of read)
      if (outline[1] !== said.risk) console.log('risk', outline[2], outline[1], said.risk, said.class)
  }
  expect(outlines).toHaveLength(200)
  expect(macro, shown.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(missedRisk.map(({ outline }) => outline[2])).toEqual([])
})
