import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { canonicalJson, sha256Hex } from '#app/report/canonical.ts'
import { bulletinWithoutVacatur, unfairWords } from '#app/report/fair-words.ts'
import { reportHtml } from '#app/report/html.server.tsx'
import { type ReportLength, type ReportModel, reportModel } from '#app/report/model.ts'
import { roomsFor } from '#app/report/room.ts'
import { assess } from '#checklists/assess.ts'
import { checklists, checklistsFor } from '#checklists/index.ts'
import type { Evidence } from '#scanners/evidence.ts'
import { packageRoot, tool } from '#scanners/package-root.ts'
import { fillEvidence } from '#test/case-evidence.ts'

const at = new Date('2026-11-20T12:00:00Z')

const evidence: Array<Evidence> = [
  { kind: 'answer', requirement: 'vendor.penetration-test', value: 'never' } as const,
  { kind: 'answer', requirement: 'vendor.touchpoint-log', value: 'yes' } as const,
  { kind: 'answer', requirement: 'vendor.no-sale-of-lists', value: 'yes', note: '<script>alert(1)</script>' } as const,
  {
    kind: 'registry',
    vendor: 'Letterbird',
    dataStart: '2026-02-01',
    agreement: { verdicts: {}, inForceFrom: '2026-01-01', inForceTo: null, signed: 'both' },
  } as const,
].map((one, index) => fillEvidence(one as Parameters<typeof fillEvidence>[0], index))

function model(length: ReportLength = 'report', audience: ReportModel['audience'] = 'own'): ReportModel {
  const assessment = assess(checklistsFor('vendor'), evidence, at)
  return reportModel(
    assessment,
    evidence,
    {
      id: 'r1',
      version: 1,
      subject: { kind: 'vendor', name: 'Letterbird' },
      organisation: { name: 'Lakeside Ortho', address: '1 Shore Road, Lakeside' },
      preparedBy: 'Maya',
      audience,
      length,
      timeZone: 'America/Chicago',
      tool,
      evidenceSha256: sha256Hex(canonicalJson(evidence)),
      machine: [],
    },
    roomsFor(length)[0],
  )
}

test('the first page answers: how it stands, what first, what is done well', () => {
  const m = model()
  expect(m.head.title).toBe('Vendor file: Letterbird')
  expect(m.head.asOfWords).toBe('November 20, 2026 at 6:00 AM CST')
  expect(m.answer.sentence).toMatch(
    /^Of \d+ points, \d+ meet their rule\. Weak: \d+\. Missing or in conflict: \d+\. Cannot be told: \d+\.$/,
  )
  expect(m.top[0]).toMatchObject({
    id: 'vendor.no-sale-of-lists',
    status: 'Conflicts',
    severity: 'critical',
    owner: 'Vendor',
  })
  expect(m.good.map(({ text }) => text)).toContain('A signed agreement was in force before patient data flowed')
  expect(m.waiting[0]).toMatchObject({ what: 'an answer' })
  expect(model('annex').unknown.length).toBeGreaterThan(20)
})

test('every number of the model is a number of the assessment', () => {
  const m = model()
  const assessment = assess(checklistsFor('vendor'), evidence, at)
  expect(m.answer.overall.worst).toBe(Math.floor(assessment.score.worst))
  expect(m.answer.overall.coverage).toBe(Math.floor(assessment.score.coverage))
  expect(m.answer.overall.grade).toBeNull()
})

test('an outsider never gets a law line whose reading is not confirmed', () => {
  const shown = [...model('annex', 'prospect').findings, ...model('annex', 'prospect').top]
  expect(shown.filter(({ axis, unconfirmed }) => axis === 'law' && unconfirmed)).toEqual([])
})

test('the HTML holds no script, no outside address, one h1 and escaped text', () => {
  const html = reportHtml(model('annex'))
  expect(html).not.toMatch(/<script/i)
  expect(html).toContain('&lt;script&gt;')
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((m) => m[1])).toEqual([])
  expect(html.length).toBeLessThan(400_000)
})

test('heading levels are never skipped, so that the bookmarks are a tree', () => {
  const levels = [...reportHtml(model('annex')).matchAll(/<h([1-6])/g)].map((m) => Number(m[1]))
  expect(levels.every((level, index) => index === 0 || level <= levels[index - 1]! + 1)).toBe(true)
})

test('unfair words and the bulletin without its vacatur are caught; contract language is not', () => {
  expect(unfairWords('This is a HIPAA violation.')).toEqual(['violation'])
  expect(unfairWords('You are HIPAA compliant and certified.')).toEqual(['compliant', 'certified'])
  expect(unfairWords('Fines reach $50,000.')).toEqual(['a fine amount'])
  expect(unfairWords('The practice may end the agreement after a material violation.')).toEqual([])
  expect(bulletinWithoutVacatur('See the OCR bulletin.')).toBe(true)
  expect(bulletinWithoutVacatur('See the OCR bulletin, partly vacated on June 20, 2024.')).toBe(false)
})

test('all wording of all checklists is fair', () => {
  const unfair = checklists.flatMap((checklist) =>
    checklist.requirements.flatMap(({ id, title, why, fix }) =>
      [title, why, fix].flatMap((text) => unfairWords(text).map((word) => `${id}: ${word}: ${text}`)),
    ),
  )
  expect(unfair).toEqual([])
})

function printed(folder: string, zone: string): Buffer {
  const out = join(folder, `${zone.replace('/', '-')}.pdf`)
  const input = join(folder, 'evidence.json')
  const run = spawnSync(
    process.execPath,
    ['build/cli.js', 'report', input, '--pdf', out, '--name', 'Letterbird', '--now', at.toISOString(), '--debug'],
    { cwd: packageRoot, env: { ...process.env, TZ: zone, TMPDIR: mkdtempSync(join(folder, 'tmp-')) } },
  )
  expect(run.stderr.toString()).toBe('')
  expect(run.status).toBe(0)
  return readFileSync(out)
}

test('two processes seconds apart, in other zones and temp folders, print the same tagged PDF', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-report-'))
  try {
    writeFileSync(join(folder, 'evidence.json'), JSON.stringify(evidence))
    const first = printed(folder, 'America/Chicago')
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    const second = printed(folder, 'Asia/Tokyo')
    expect(sha256Hex(first)).toBe(sha256Hex(second))
    const { catalog, context } = await PDFDocument.load(first, { updateMetadata: false })
    for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Names']) {
      expect(catalog.has(PDFName.of(key)), key).toBe(true)
    }
    expect(catalog.lookup(PDFName.of('Lang'), PDFString).asString()).toBe('en')
    const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
    expect(String(preferences.get(PDFName.of('DisplayDocTitle')))).toBe('true')
    expect(context.trailerInfo.Info).toBeDefined()
    expect(first.length).toBeLessThan(1_500_000)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
