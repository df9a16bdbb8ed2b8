import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, findingsCsv } from '#app/report/csv.ts'
import { scanHar } from '#app/report/har.ts'
import { findingsSarif } from '#app/report/sarif.ts'
import { assess } from '#checklists/assess.ts'
import { checklistsFor } from '#checklists/index.ts'
import { trackingChecklist } from '#checklists/tracking/index.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { caseTime, fillEvidence } from '#test/case-evidence.ts'
import { sarifStructure } from './sarif-structure.ts'

const meta = {
  host: 'www.facebook.com',
  path: '/tr/',
  type: 'image',
  params: [
    { name: 'id', class: 'public-id', value: '123456789012345' },
    { name: 'ev', class: 'event-name', value: 'PageView' },
    { name: 'dl', class: 'page-url' },
    { name: 'udff[em]', class: 'hashed-email', canary: { field: 'email', encoding: 'sha256' } },
  ],
  canaries: [{ field: 'email', encoding: 'sha256', channel: 'url', parameter: 'udff[em]', offset: 40, length: 64 }],
}
const page = fillEvidence(
  {
    kind: 'page',
    url: 'https://clinic.example/book/{token:31}?t',
    title: 'Book a visit',
    headings: ['Book a visit'],
    typed: { fields: 2, seedId: 's' },
    forms: [
      {
        actionHost: null,
        method: 'post',
        fields: [{ name: 'dob', type: 'date', label: 'Preferred date', autocomplete: '' }],
      },
    ],
    requests: [
      meta,
      {
        host: 'api.clinic.example',
        thirdParty: false,
        method: 'POST',
        path: '/v',
        body: { kind: 'json', bytes: 12, sha256: 'a'.repeat(64), read: true },
        params: [{ name: 'note', in: 'body', class: 'custom-data' }],
      },
    ],
  },
  0,
) as PageEvidence
const assessment = assess([trackingChecklist], [page], new Date(caseTime))

test('SARIF 2.1.0: every result has its rule, a message, a place and a fingerprint; a level only where the kind is fail', () => {
  const log = findingsSarif(assessment, 'https://clinic.example/')
  expect(log.version).toBe('2.1.0')
  const [run] = log.runs
  const rules = run!.tool.driver.rules
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const result of run!.results as Array<{
    ruleId: string
    ruleIndex: number
    kind: string
    level: string
    message: { text: string }
    locations: Array<{ physicalLocation: { artifactLocation: { uri: string } } }>
    partialFingerprints: Record<string, string>
  }>) {
    expect(rules[result.ruleIndex]!.id).toBe(result.ruleId)
    expect(['fail', 'pass', 'open', 'review', 'notApplicable']).toContain(result.kind)
    expect(result.kind === 'fail' ? ['error', 'warning', 'note'] : ['none']).toContain(result.level)
    expect(result.message.text).not.toBe('')
    for (const { physicalLocation } of result.locations)
      expect(physicalLocation.artifactLocation.uri).toMatch(/^https:\/\/[^\s{}<>"|\\^`]*$/)
    expect(Object.keys(result.partialFingerprints)).toEqual(['provisoObservation/v1'])
  }
  const pixel = run!.results.find(({ ruleId }) => ruleId === 'tracking.no-ad-pixels')
  expect(pixel).toMatchObject({ kind: 'fail', level: 'error' })
  expect((pixel!.partialFingerprints as Record<string, string>)['provisoObservation/v1']).toMatch(/^[0-9a-f]{64}$/)
})

test('SARIF 2.1.0: nothing but what the standard names, for every checklist, also when nothing was read', () => {
  const at = new Date(caseTime)
  const kinds = ['prospect', 'practice', 'vendor'] as const
  const logs = kinds.flatMap((kind) =>
    [[page], []].map((evidence) => findingsSarif(assess(checklistsFor(kind), evidence, at), 'https://clinic.example/')),
  )
  for (const log of logs) {
    const saved = JSON.parse(JSON.stringify(log))
    expect(sarifStructure.safeParse(saved).error?.issues ?? []).toEqual([])
    expect(sarifStructure.safeParse({ ...saved, extra: 1 }).success).toBe(false)
  }
})

test('HAR 1.2: fields the format demands are there, values are classes, canaries and public ids only', () => {
  const { log } = scanHar([page])
  expect(log.version).toBe('1.2')
  expect(log.pages.map(({ id }) => id)).toEqual([page.id])
  for (const entry of log.entries as Array<{
    pageref: string
    startedDateTime: string
    request: Record<string, unknown>
    response: Record<string, unknown>
    cache: unknown
    timings: unknown
  }>) {
    expect(entry.pageref).toBe(page.id)
    expect(Number.isNaN(Date.parse(entry.startedDateTime))).toBe(false)
    for (const name of ['method', 'url', 'httpVersion', 'cookies', 'headers', 'queryString', 'headersSize', 'bodySize'])
      expect(entry.request).toHaveProperty(name)
    for (const name of [
      'status',
      'statusText',
      'httpVersion',
      'cookies',
      'headers',
      'content',
      'redirectURL',
      'headersSize',
      'bodySize',
    ])
      expect(entry.response).toHaveProperty(name)
    expect(URL.canParse(String(entry.request.url))).toBe(true)
  }
  const query = (log.entries[0]!.request as { queryString: Array<{ name: string; value: string }> }).queryString
  expect(query).toContainEqual({ name: 'dl', value: '{page-url}' })
  expect(query).toContainEqual({ name: 'udff[em]', value: '{canary email sha256}' })
  expect(query).toContainEqual({ name: 'ev', value: 'PageView' })
})

test('CSV: parses back to the same cells, one row an observation, and no cell starts a formula', () => {
  const rows = parse(findingsCsv(assessment), { columns: true }) as Array<Record<string, string>>
  const wanted = assessment.findings.reduce((sum, { observations }) => sum + Math.max(1, observations.length), 0)
  expect(rows).toHaveLength(wanted)
  const firsts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', ' =', '"=', '\u0000=']
  fc.assert(
    fc.property(fc.constantFrom(...firsts), fc.string(), (first, rest) => {
      const [[cell]] = parse(`${csvCell(first + rest)}\r\n`, { relax_quotes: false }) as [[string]]
      expect(cell.startsWith("'")).toBe(true)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const records = parse(`x,${csvCell(text)}\r\n`, { relax_column_count: true }) as Array<Array<string>>
      expect([text, `'${text}`]).toContain(records[0]![1])
    }),
  )
})
