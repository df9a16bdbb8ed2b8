import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import type { ReportLength, ReportRequest } from '#app/report/model.ts'
import { reportPdf } from '#app/report/pdf.server.ts'
import { renderings } from '#app/report/render.server.ts'
import { assess } from '#checklists/assess.ts'
import { checklistsFor } from '#checklists/index.ts'
import type { Evidence } from '#scanners/evidence.ts'
import { packageRoot, tool } from '#scanners/package-root.ts'
import { caseTime, fillEvidence } from '#test/case-evidence.ts'

/** Every failing page of the tracking cases: far more than six pages can show. */
function muchEvidence(): Array<Evidence> {
  const folder = join(packageRoot, 'test', 'cases')
  const pages = readdirSync(folder)
    .filter((name) => name.startsWith('tracking.'))
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)))
    .filter((file) => file.endsWith('.fail.json'))
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).evidence as Array<Parameters<typeof fillEvidence>[0]>)
    .filter(({ kind }) => kind === 'page')
  return [...pages, ...pages].map((one, index) => fillEvidence({ ...one, url: `${one.url}/${index}` }, index))
}

const evidence = muchEvidence()
const assessment = assess(checklistsFor('practice'), evidence, new Date(caseTime))

const request = (length: ReportLength): ReportRequest => ({
  id: 'r1',
  version: 1,
  subject: { kind: 'practice', name: 'Northfield Family Practice' },
  organisation: { name: 'Lakeside Consulting', address: '1 Shore Road, Lakeside' },
  preparedBy: 'Maya',
  audience: 'own',
  length,
  timeZone: 'America/Chicago',
  tool,
  evidenceSha256: '0'.repeat(64),
  machine: [],
})

async function printed(length: ReportLength, size: 'Letter' | 'A4') {
  const onPaper = Array.from(renderings(assessment, evidence, request(length)), (one) => ({
    ...one,
    html: one.html.replace('size: Letter', `size: ${size}`),
  }))
  const { model, html, pdf } = await reportPdf(onPaper, '{}')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return { model, html, pages: document.getPageCount(), width: Math.round(document.getPage(0).getWidth()) }
}

test('a one-pager is one page on Letter and on A4 paper, with three findings, the next step, limits and proof', async () => {
  const [letter, a4] = [await printed('one-pager', 'Letter'), await printed('one-pager', 'A4')]
  expect([letter.pages, letter.width]).toEqual([1, 612])
  expect([a4.pages, a4.width]).toEqual([1, 595])
  expect(letter.model.top).toHaveLength(3)
  for (const part of ['One next step', 'Limits', 'Corrections', letter.model.verify.evidenceSha256]) {
    expect(letter.html).toContain(part)
  }
})

test('a report is at most six pages; what it has no room for is counted, and the annex holds it', async () => {
  const report = await printed('report', 'Letter')
  const [annex] = renderings(assessment, evidence, request('annex'))
  if (annex === undefined) throw new Error('no annex')
  expect(report.pages).toBeLessThanOrEqual(6)
  expect(report.pages).toBeGreaterThan(3)
  expect(report.model.dropped).toBeGreaterThan(0)
  expect(report.html).toContain(`${report.model.dropped} more findings are in the annex`)
  expect(report.model.findings.length + report.model.dropped).toBe(annex.model.findings.length)
  const site = report.model.site
  expect((site?.pages.length ?? 0) + (site?.leftOut.pages ?? 0)).toBe(annex.model.site?.pages.length)
  expect(annex.model.site?.leftOut).toEqual({ recipients: 0, leaks: 0, pages: 0, couldNotAssess: 0 })
})
