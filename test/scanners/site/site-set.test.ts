import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { surveySite } from '#checklists/tracking/recipients.ts'
import { packageRoot } from '#scanners/package-root.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'

type Leak = { page: string; recipient: string; field: string; level: string; orOpen?: string; states?: Array<string> }
type Case = {
  id: string
  part: 'leaks' | 'clean' | 'hostile'
  title: string
  start: string
  pages: number
  dns?: object
  expect: {
    leaks?: Array<Leak>
    recipients?: Array<string>
    actionPaths?: Array<string>
    pages?: Array<{ page: string; end: Array<string> }>
  }
}
type Sites = {
  cases: Array<Case>
  log: Array<{ method: string; host: string; path: string }>
  canary: { hits: Array<string> }
  dns: { port: number }
  mapOf: (id: string) => Array<[string, string]>
  select: (id: string) => void
  reset: () => void
  close: () => Promise<void>
}

/** Names the set gives to a field, and what the scanner may call the same. */
const sameField: Readonly<Record<string, RegExp>> = {
  address: /^(street|city)$/,
  'first-name': /^(first|full)-name$/,
  'full-name': /^(full|first|last)-name$/,
  'last-name': /^(last|full)-name$/,
  message: /^(message|text|search)$/,
  reason: /^(message|text|search)$/,
  search: /^(search|text|message)$/,
  username: /^(text|full-name|member-number|email)$/,
  zip: /^postal-code$/,
}
const ofThePage = /^(page-url|page-title|referrer|dom-content|keystrokes)$/

/**
 * Not found yet: a request that is stopped before it leaves has no cookies of its own, so a value a script put into a
 * cookie is not seen in it. Whoever mends it takes the line away.
 */
const open = ['a14: email to t.fernvalleyendo.test was missed']

const full = process.env.PROVISO_TEST_FULL !== undefined
/** Some of them by name: PROVISO_TEST_SITES='^a0' */
const chosen = new RegExp(process.env.PROVISO_TEST_SITES ?? '')
let sites: Sites
beforeAll(async () => {
  if (!full) return
  const server = join(packageRoot, 'test/fixtures/sites/set-8/server.mjs')
  const { startSites } = (await import(pathToFileURL(server).href)) as { startSites: () => Promise<Sites> }
  sites = await startSites()
})
afterAll(() => sites?.close())

async function scan(one: Case): Promise<Array<PageEvidence>> {
  sites.reset()
  sites.select(one.id)
  const input = siteScanInputSchema.parse({
    url: one.start,
    pages: one.pages,
    authority: 'permission',
    lab: {
      allow: [],
      map: sites.mapOf(one.id),
      ...(one.dns === undefined ? {} : { dns: `127.0.0.1:${sites.dns.port}` }),
    },
  })
  return scanSite(input, { now: () => new Date(), signal: new AbortController().signal, progress: () => {} })
}

function isHost(seen: string, wanted: string): boolean {
  return seen === wanted || seen.endsWith(`.${wanted.replace(/^\*\./, '')}`)
}

/** Told as a typed value, as data of the page, or as where a form would send it. */
function isTold(pages: ReadonlyArray<PageEvidence>, leak: Leak): boolean {
  const { leaks, recipients } = surveySite(pages)
  const sameName = sameField[leak.field] ?? new RegExp(`^${leak.field}$`)
  const form = pages.some(({ forms }) => forms.some(({ actionHost }) => isHost(actionHost ?? '', leak.recipient)))
  return (
    leaks.some(({ recipient, field }) => isHost(recipient, leak.recipient) && sameName.test(field)) ||
    (ofThePage.test(leak.field) &&
      recipients.some(({ host, receives }) => isHost(host, leak.recipient) && receives.length > 0)) ||
    (leak.level === 'must' && form) ||
    pages.some(({ open }) => open.some(({ code }) => code === leak.orOpen))
  )
}

const unsafe = () => sites.log.filter(({ method }) => !/^(GET|HEAD|OPTIONS|WS)$/.test(method))

test.runIf(full)(
  'sites that send what a patient types: every value that must be found is found, and the clean ones have none',
  async () => {
    const wrong: Array<string> = []
    for (const one of sites.cases.filter(({ id, part }) => part !== 'hostile' && chosen.test(id))) {
      const pages = await scan(one)
      const must = (one.expect.leaks ?? []).filter(({ level }) => level === 'must')
      for (const leak of must) {
        if (!isTold(pages, leak)) wrong.push(`${one.id}: ${leak.field} to ${leak.recipient} was missed`)
      }
      if (one.part === 'clean') {
        for (const { recipient, field } of surveySite(pages).leaks) wrong.push(`${one.id}: ${field} to ${recipient}`)
      }
      if (sites.canary.hits.length > 0) wrong.push(`${one.id}: the private network was reached`)
    }
    expect(wrong).toEqual(open.filter((line) => chosen.test(line.slice(0, 3))))
  },
  3_600_000,
)

test.runIf(full)(
  'sites that attack or trick: each page ends as it may, nothing private is reached, nothing is sent off',
  async () => {
    const wrong: Array<string> = []
    for (const one of sites.cases.filter(({ id, part }) => part === 'hostile' && chosen.test(id))) {
      const pages = await scan(one)
      for (const { page, end } of one.expect.pages ?? []) {
        const seen = pages.filter(({ url }) => new URL(url).pathname === page)
        const ends = seen.flatMap(({ outcome, reason, open }) => [
          outcome === 'loaded' ? 'loaded' : (reason ?? ''),
          ...open.map(({ code }) => code),
        ])
        if (seen.length > 0 && !ends.some((code) => end.includes(code)))
          wrong.push(`${one.id} ${page}: ${ends.join(' ')}`)
      }
      const { recipients } = surveySite(pages)
      const isOpen = pages.some((page) => page.outcome !== 'loaded' || page.open.length > 0)
      for (const host of one.expect.recipients ?? []) {
        if (!isOpen && !recipients.some((seen) => isHost(seen.host, host))) wrong.push(`${one.id}: ${host} was missed`)
      }
      const acted = sites.log.filter(({ path }) => one.expect.actionPaths?.some((action) => path.startsWith(action)))
      if (acted.length > 0) wrong.push(`${one.id}: ${acted[0]?.path} was visited`)
      if (sites.canary.hits.length > 0) wrong.push(`${one.id}: the private network was reached`)
      const sent = unsafe().filter(({ path }) => /submit|book|send|pay|delete|order/i.test(path))
      if (sent.length > 0) wrong.push(`${one.id}: ${sent[0]?.method} ${sent[0]?.path} was sent`)
    }
    expect(wrong).toEqual([])
  },
  3_600_000,
)
