import type { PageEvidence } from '#scanners/site/evidence.ts'
import { trackerLoaders } from '../knowledge/tracker-shapes.ts'
import type { PageReading } from './reading.ts'
import { vendors } from './vendors.ts'

export type ServerSideHint = { page: string; hint: string; detail: string }
export type PublicId = { id: string; vendor: string; pages: Array<string>; seenIn: Array<string> }
export type SilentLibrary = { page: string; vendor: string; name: string; loadedFrom: string }

function push(list: Array<string>, item: string): void {
  if (!list.includes(item)) list.push(item)
}

/** What a server forwards behind the practice's own host is invisible; these are the signs that one does. */
export function serverSideHints(readings: ReadonlyArray<PageReading>): Array<ServerSideHint> {
  const hints = new Map<string, ServerSideHint>()
  const add = (page: string, hint: string, detail: string) =>
    hints.set(`${page} ${hint} ${detail}`, { page, hint, detail })
  for (const { page, sent } of readings) {
    for (const cookie of page.cookies) {
      const fromServer = cookie.httpOnly || cookie.setter !== null
      if (cookie.thirdParty) continue
      if (/^(FPID|FPLC|FPAU|FPGCLAW)$/.test(cookie.name)) add(page.url, 'server-cookie', cookie.name)
      else if (fromServer && /^(_fbp|_fbc|_ga(_.*)?|_ttp|_gcl_au|_uetvid|_scid|_epik)$/.test(cookie.name))
        add(page.url, 'server-cookie', cookie.name)
    }
    for (const { named, request } of sent) {
      if (named === null) continue
      if (named.kind === 'first-party-proxy')
        add(
          page.url,
          named.vendor.category === 'tag-manager' ? 'first-party-container' : 'first-party-proxy',
          `${named.vendor.name} at ${request.host}`,
        )
      if (named.kind === 'cname-cloaked') add(page.url, 'cname', `${request.host} leads to ${request.cnames.at(-1)}`)
      if (named.vendor.id === 'meta-capi-gateway') add(page.url, 'gateway', request.host)
    }
    for (const { format, facts, source } of page.dormant)
      if (format === 'meta-config' && facts.some((fact) => /openbridge/i.test(fact)))
        add(page.url, 'gateway-configured', source)
  }
  return [...hints.values()]
}

export function idList(readings: ReadonlyArray<PageReading>): Array<PublicId> {
  const found = new Map<string, PublicId>()
  const add = (id: string, vendor: string, page: string, where: string): void => {
    const entry = found.get(`${vendor} ${id}`) ?? { id, vendor, pages: [], seenIn: [] }
    push(entry.pages, page)
    push(entry.seenIn, where)
    found.set(`${vendor} ${id}`, entry)
  }
  for (const { page, sent } of readings) {
    for (const { ids, named } of sent) for (const id of ids) add(id, named!.vendor.id, page.url, 'request')
    for (const { id, format } of page.dormant) {
      if (id === null) continue
      const vendor = format.startsWith('meta') ? 'meta-pixel' : format.startsWith('gtm') ? 'gtm' : vendorOfId(id)
      add(id, vendor, page.url, format)
    }
  }
  return [...found.values()]
}

/** The prefixes Google and Meta give their public ids name the vendor on their own. */
function vendorOfId(id: string): string {
  if (/^(G|GT)-/.test(id)) return 'ga4'
  if (/^(AW|DC)-/.test(id)) return 'google-ads'
  if (/^UA-/.test(id)) return 'ua'
  if (/^GTM-/.test(id)) return 'gtm'
  return /^\d{14,17}$/.test(id) ? 'meta-pixel' : 'unknown'
}

/** Scripts whose request was let through: one that the network refused cannot have run. */
function ranScripts(page: PageEvidence): Array<string> {
  const refused = new Set(
    page.requests.filter(({ blocked }) => blocked !== null).map(({ host, path }) => `${host}${path}`),
  )
  return page.scripts.filter((url) => !refused.has(url))
}

/**
 * A vendor's library ran on a page and in no visit or consent state did a data request of that vendor follow. Nothing
 * is proven by that: some libraries fall silent when they suspect a robot.
 */
export function silentList(readings: ReadonlyArray<PageReading>): Array<SilentLibrary> {
  const byPage = new Map<string, Array<PageReading>>()
  for (const reading of readings) byPage.set(reading.page.url, [...(byPage.get(reading.page.url) ?? []), reading])
  const silent: Array<SilentLibrary> = []
  for (const [page, states] of byPage) {
    const seen = states.filter(({ page: { mode } }) => mode === 'browser')
    for (const { id, script, globals } of trackerLoaders) {
      const loadedFrom = seen.flatMap(({ page: state }) => ranScripts(state)).find((url) => script.test(url))
      const named = seen.flatMap(({ page: state }) => state.globals).find((name) => globals.includes(name))
      if (loadedFrom === undefined && named === undefined) continue
      const sends = seen.some(({ sent }) =>
        sent.some(
          ({ named: who, request }) =>
            who?.vendor.owner === vendors.get(id)!.owner &&
            who.vendor.category !== 'tag-manager' &&
            !script.test(`${request.host}${request.path}`) &&
            !/^(script|stylesheet|font)$/i.test(request.type),
        ),
      )
      if (!sends)
        silent.push({ page, vendor: id, name: vendors.get(id)!.name, loadedFrom: loadedFrom ?? `global ${named}` })
    }
  }
  return silent
}
