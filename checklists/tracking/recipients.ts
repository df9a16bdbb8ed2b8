import type { PageEvidence } from '#scanners/site/evidence.ts'
import type { BaaFact, TrackerCategory } from '../knowledge/tracker.ts'
import { isLinkCanary } from './decode.ts'
import { findEntity } from './entities.ts'
import { carriesRecording, type PageReading, readPage, siteOf } from './reading.ts'
import {
  idList,
  type PublicId,
  type ServerSideHint,
  type SilentLibrary,
  serverSideHints,
  silentList,
} from './site-signs.ts'
import { type Named, type Vendor, vendorOfHost } from './vendors.ts'

type Consent = PageEvidence['consent']

/** A company that gets something from the pages. `tracker: null` = nobody we know; the registrable domain names it. */
export type Recipient = {
  host: string
  registrableDomain: string
  tracker: {
    id: string
    name: string
    owner: string
    category: TrackerCategory
    signsBaa: BaaFact['signs']
    source: string
  } | null
  /** `declared`: named in the page (icon, preconnect, noscript) but not asked during the scan. */
  kind: Named['kind'] | 'form-host' | 'declared'
  /** How the name is known; null without one. */
  namedBy: Named['by'] | null
  pages: Array<string>
  consent: Array<Consent>
  requests: number
  receives: Array<string>
  ids: Array<string>
}

export type SentRequest = {
  page: string
  consent: Consent
  method: string
  host: string
  path: string
  type: string
  at: string
  initiator: Array<string>
  params: Array<{ name: string; class: string; canary: { field: string; encoding: string } | null }>
  blocked: PageEvidence['requests'][number]['blocked']
  /** Vendor id, event names as far as they may be shown. */
  vendor: string | null
  events: Array<string>
}

export type Leak = {
  page: string
  consent: Consent
  field: string
  value: 'canary'
  encoding: string
  recipient: string
  vendor: string | null
  channel: 'url' | 'body' | 'header' | 'cookie' | 'websocket'
  parameter: string | null
  offset: number
  length: number
  request: string
}

export type SiteSurvey = {
  recipients: Array<Recipient>
  requests: Array<SentRequest>
  leaks: Array<Leak>
  cookies: Array<PageEvidence['cookies'][number] & { page: string; consent: Consent }>
  storage: Array<PageEvidence['storage'][number] & { page: string; consent: Consent }>
  replay: Array<{ page: string; consent: Consent; vendor: string | null; name: string; sign: string; proof: boolean }>
  forms: Array<{
    page: string
    actionHost: string | null
    method: string
    thirdParty: boolean
    encrypted: boolean
    fields: PageEvidence['forms'][number]['fields']
  }>
  serverSideHints: Array<ServerSideHint>
  ids: Array<PublicId>
  silent: Array<SilentLibrary>
  dormant: Array<PageEvidence['dormant'][number] & { page: string }>
}

function push(list: Array<string>, item: string): void {
  if (!list.includes(item)) list.push(item)
}

export function describeTracker(vendor: Vendor): NonNullable<Recipient['tracker']> {
  const { id, name, owner, category, baa } = vendor
  return {
    id,
    name,
    owner,
    category,
    signsBaa: baa.signs,
    source: baa.confirmed ? baa.source : `${baa.source} (not confirmed)`,
  }
}

/** One line per host and vendor. */
function recipientList(readings: ReadonlyArray<PageReading>): Array<Recipient> {
  const found = new Map<string, Recipient>()
  const hosts = new Set<string>()
  const line = (
    host: string,
    vendor: Vendor | null,
    kind: Recipient['kind'],
    by: Named['by'] | null,
    site = siteOf(host),
  ): Recipient => {
    // Two laboratory hosts may share a name and differ by port; their site keeps them apart.
    const key = `${host} ${site} ${vendor?.id ?? ''}`
    const known = found.get(key)
    if (known !== undefined) {
      if (known.kind === 'declared') known.kind = kind
      return known
    }
    const made: Recipient = {
      host,
      registrableDomain: site,
      tracker: vendor === null ? null : describeTracker(vendor),
      kind,
      namedBy: by,
      pages: [],
      consent: [],
      requests: 0,
      receives: [],
      ids: [],
    }
    found.set(key, made)
    hosts.add(host)
    return made
  }
  const seenOn = (recipient: Recipient, page: PageEvidence): void => {
    push(recipient.pages, page.url)
    if (!recipient.consent.includes(page.consent)) recipient.consent.push(page.consent)
  }
  for (const reading of readings) {
    const { page, sent, registrableDomain } = reading
    for (const one of sent) {
      const { request, named, receives, ids } = one
      const recipient = line(
        request.host,
        named?.vendor ?? null,
        named?.kind ?? (request.thirdParty ? 'third-party' : 'cname-cloaked'),
        named?.by ?? (request.thirdParty ? null : 'cname'),
        request.registrableDomain,
      )
      seenOn(recipient, page)
      recipient.requests += 1
      for (const item of receives) push(recipient.receives, item)
      if (carriesRecording(reading, one)) push(recipient.receives, 'dom-content')
      for (const id of ids) push(recipient.ids, id)
    }
    for (const { actionHost } of page.forms) {
      if (actionHost === null || actionHost === '' || siteOf(actionHost) === registrableDomain) continue
      seenOn(line(actionHost, vendorOfHost(actionHost) ?? findEntity(actionHost), 'form-host', 'host'), page)
    }
    for (const { host } of page.declared) {
      if (host === '' || siteOf(host) === registrableDomain) continue
      if (hosts.has(host)) continue
      seenOn(line(host, vendorOfHost(host) ?? findEntity(host), 'declared', 'host'), page)
    }
  }
  for (const recipient of found.values()) recipient.receives.sort()
  return [...found.values()]
}

function leakList(readings: ReadonlyArray<PageReading>): Array<Leak> {
  return readings.flatMap(({ page, sent }) =>
    sent.flatMap(({ request, named }) =>
      request.canaries
        .filter((hit) => !isLinkCanary(hit.field))
        .map(
          ({ field, encoding, channel, parameter, offset, length }): Leak => ({
            page: page.url,
            consent: page.consent,
            field,
            value: 'canary',
            encoding,
            recipient: request.host,
            vendor: named?.vendor.id ?? null,
            channel,
            parameter,
            offset,
            length,
            request: request.id,
          }),
        ),
    ),
  )
}

function replayList(readings: ReadonlyArray<PageReading>): SiteSurvey['replay'] {
  const found = new Map<string, SiteSurvey['replay'][number]>()
  for (const reading of readings) {
    const { page, sent, registrableDomain } = reading
    const add = (vendor: Vendor | null, sign: string, proof: boolean): void => {
      const entry = {
        page: page.url,
        consent: page.consent,
        vendor: vendor?.id ?? null,
        name: vendor?.name ?? 'unnamed script',
        sign,
        proof,
      }
      found.set([page.url, page.consent, entry.name, sign].join(' '), entry)
    }
    for (const { named, receives, request } of sent) {
      const recorder = named?.vendor.category === 'session-replay'
      const content = receives.includes('dom-content') || receives.includes('keystrokes')
      if (content)
        add(
          named?.vendor ?? null,
          `${receives.includes('keystrokes') ? 'keystrokes' : 'page content'} sent to ${request.host}`,
          true,
        )
      else if (recorder && request.body !== null) add(named.vendor, `recording data sent to ${request.host}`, true)
      else if (recorder) add(named.vendor, `loaded from ${request.host}`, false)
    }
    for (const { script, events } of page.listeners) {
      const address = script.replace(/^https?:\/\//, '')
      const host = address.split('/')[0] ?? ''
      const typing = events.filter((name) => /^(input|change|key(down|up|press)|paste)$/.test(name))
      if (host === '' || siteOf(host) === registrableDomain || typing.length === 0) continue
      add(vendorOfHost(host, address.slice(host.length)), `${host} listens to ${typing.join(', ')}`, false)
    }
    for (const recorded of sent.filter((one) => carriesRecording(reading, one)))
      add(recorded.named?.vendor ?? null, `recording data sent to ${recorded.request.host}`, true)
  }
  return [...found.values()]
}

/** Who gets what from these pages: the whole meaning of a site scan, without a verdict. Pure and in page order. */
export function surveySite(pages: ReadonlyArray<PageEvidence>): SiteSurvey {
  const readings = pages.map(readPage)
  return {
    recipients: recipientList(readings),
    requests: readings.flatMap(({ page, sent }) =>
      sent.map(({ request, named, events }) => ({
        page: page.url,
        consent: page.consent,
        method: request.method,
        host: request.host,
        path: request.path,
        type: request.type,
        at: request.at,
        initiator: request.initiator,
        params: request.params.map(({ name, class: kind, canary }) => ({ name, class: kind, canary })),
        blocked: request.blocked,
        vendor: named?.vendor.id ?? null,
        events: [...events],
      })),
    ),
    leaks: leakList(readings),
    cookies: pages.flatMap(({ cookies, url, consent }) => cookies.map((cookie) => ({ ...cookie, page: url, consent }))),
    storage: pages.flatMap(({ storage, url, consent }) => storage.map((item) => ({ ...item, page: url, consent }))),
    replay: replayList(readings),
    forms: readings.flatMap(({ page, registrableDomain }) =>
      page.forms.map(({ actionHost, method, fields }) => ({
        page: page.url,
        actionHost,
        method,
        thirdParty: actionHost !== null && actionHost !== '' && siteOf(actionHost) !== registrableDomain,
        encrypted: (page.finalUrl ?? page.url).startsWith('https:'),
        fields,
      })),
    ),
    serverSideHints: serverSideHints(readings),
    ids: idList(readings),
    silent: silentList(readings),
    dormant: pages.flatMap(({ dormant, url }) => dormant.map((entry) => ({ ...entry, page: url }))),
  }
}
