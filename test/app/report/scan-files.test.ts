import { expect, test } from 'vitest'
import { z } from 'zod'
import { scanHar } from '#app/report/har.ts'
import { findingsSarif } from '#app/report/sarif.ts'
import { assess } from '#checklists/assess.ts'
import { trackingChecklist } from '#checklists/tracking/index.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { caseTime, fillEvidence } from '#test/case-evidence.ts'

/**
 * No installed package ships the two schemas, so the structures of SARIF 2.1.0 (OASIS, sections 3.13 to 3.52) and of
 * HAR 1.2 are written down here as far as our files use them; unknown properties are refused.
 */
const text = z.string().min(1)
const message = z.strictObject({ text })
const bag = z.record(z.string(), z.unknown())
const uri = z.string().regex(/^[A-Za-z][\w+.-]*:[^\s<>"{}|\\^`]*$/)
const level = z.enum(['none', 'note', 'warning', 'error'])

const sarif = z.strictObject({
  $schema: uri,
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: text,
            version: text,
            rules: z.array(
              z.strictObject({
                id: text,
                name: text,
                shortDescription: message,
                fullDescription: message,
                help: message,
                defaultConfiguration: z.strictObject({ level }),
                properties: bag,
              }),
            ),
          }),
        }),
        invocations: z.array(z.strictObject({ executionSuccessful: z.boolean(), endTimeUtc: z.iso.datetime() })),
        results: z.array(
          z.strictObject({
            ruleId: text,
            ruleIndex: z.int().min(0),
            kind: z.enum(['notApplicable', 'pass', 'fail', 'review', 'open', 'informational']),
            level,
            message,
            locations: z.array(
              z.strictObject({
                physicalLocation: z.strictObject({ artifactLocation: z.strictObject({ uri }) }),
                message: message.optional(),
              }),
            ),
            partialFingerprints: z.record(z.string(), z.string()),
            properties: bag,
          }),
        ),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        properties: bag,
      }),
    )
    .min(1),
})

const pair = z.strictObject({ name: z.string(), value: z.string() })
const cookies = z.array(z.object({ name: z.string(), value: z.string() }))
const ownField = z.templateLiteral(['_', z.string()])
const har = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: text, version: text }),
    browser: z.strictObject({ name: text, version: z.string() }),
    pages: z.array(
      z.strictObject({
        startedDateTime: z.iso.datetime(),
        id: text,
        title: z.string(),
        pageTimings: z.strictObject({ onContentLoad: z.number(), onLoad: z.number() }),
      }),
    ),
    entries: z.array(
      z
        .object({
          pageref: text,
          startedDateTime: z.iso.datetime(),
          time: z.number().min(0),
          request: z.strictObject({
            method: text,
            url: uri,
            httpVersion: text,
            cookies,
            headers: z.array(pair),
            queryString: z.array(pair),
            postData: z
              .strictObject({ mimeType: text, params: z.array(pair), text: z.string(), comment: z.string() })
              .optional(),
            headersSize: z.int(),
            bodySize: z.int(),
          }),
          response: z.strictObject({
            status: z.int(),
            statusText: z.string(),
            httpVersion: text,
            cookies,
            headers: z.array(pair),
            content: z.strictObject({ size: z.int(), mimeType: text }),
            redirectURL: z.string(),
            headersSize: z.int(),
            bodySize: z.int(),
          }),
          cache: z.strictObject({}),
          timings: z.strictObject({ send: z.number(), wait: z.number(), receive: z.number() }),
        })
        .catchall(z.unknown()),
    ),
    comment: z.string(),
  }),
})

const hostile = fillEvidence(
  {
    kind: 'page',
    url: 'https://clinic.example/book/{token:31}?é=[1] "x"',
    title: 'Book <a> "visit"',
    headings: ['Book a visit'],
    typed: { fields: 1, seedId: 's' },
    requests: [
      {
        host: 'tags.lantern.example',
        port: 8443,
        path: '/c/{hex:64}/ü b',
        params: [{ name: 'e m[]', class: 'typed-value', canary: { field: 'email', encoding: 'base64' } }],
        canaries: [{ field: 'email', encoding: 'base64', channel: 'url', parameter: 'e m[]', offset: 9, length: 8 }],
      },
      {
        host: 'live.lantern.example',
        scheme: 'wss',
        method: 'GET',
        type: 'websocket',
        status: null,
        blocked: 'stopped-by-scanner',
        body: { kind: 'text', bytes: 3, sha256: 'b'.repeat(64), read: true },
        params: [{ name: 'frame', in: 'frame', class: 'opaque' }],
      },
    ],
  },
  0,
) as PageEvidence

test('the SARIF file has the structure of 2.1.0, whatever stands in addresses and names', () => {
  for (const pages of [[hostile], []]) {
    const log = findingsSarif(assess([trackingChecklist], pages, new Date(caseTime)), 'https://clinic.example/')
    expect(() => sarif.parse(JSON.parse(JSON.stringify(log)))).not.toThrow()
  }
})

test('the HAR file has the structure of 1.2; what is ours starts with an underscore', () => {
  const parsed = har.parse(JSON.parse(JSON.stringify(scanHar([hostile]))))
  const standard = new Set(['pageref', 'startedDateTime', 'time', 'request', 'response', 'cache', 'timings'])
  for (const entry of parsed.log.entries) {
    for (const name of Object.keys(entry)) expect(standard.has(name) || ownField.safeParse(name).success).toBe(true)
  }
})
