import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { keyLogs, oddFields, oddFieldsUrl, startOddFieldsSite } from '#test/sites/odd-fields.ts'
import type { StandIn } from '#test/sites/stand-in.ts'

let site: StandIn
let page: PageEvidence

beforeAll(async () => {
  site = await startOddFieldsSite()
  const input = siteScanInputSchema.parse({
    url: oddFieldsUrl,
    pages: 1,
    authority: 'permission',
    lab: { allow: [], map: site.map },
  })
  const context = { now: () => new Date(), signal: new AbortController().signal, progress: () => {} }
  page = (await scanSite(input, context))[0]!
}, 120_000)
afterAll(() => site.close())

/** What was proven under one path of the collector, over both visits. */
const proven = (name: string) =>
  page.requests.filter(({ path }) => path.split('/')[1] === name).flatMap(({ canaries }) => canaries)

test('fields that are no plain inputs are filled, and what they hold is proven', () => {
  const missing = Object.entries(oddFields).filter(([path, field]) => !proven(path).some((hit) => hit.field === field))
  expect(missing).toEqual([])
})

test('loggers of keys, key codes and character codes are proof of the value', () => {
  const wrong = Object.entries(keyLogs).filter(
    ([path, how]) => !proven(path).some((hit) => hit.field === 'last-name' && hit.encoding.includes(how)),
  )
  expect(wrong).toEqual([])
})

test('nothing of it arrived', () => {
  expect(site.log.filter(({ host }) => host === 'sink.fields.test')).toEqual([])
})
