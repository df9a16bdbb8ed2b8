import type { EgressPolicy } from '../egress/policy.ts'
import type { ProxyEntry } from '../egress/proxy.ts'
import { partyOf, portOf } from '../party.ts'
import type { Captured, Visit } from './recorder.ts'

/** No site hides more collectors behind its own names. */
const maxHosts = 10

/**
 * Hosts of the site's own that were first asked after the first key were never resolved, so what they are an alias of is
 * not known. Those that the page's code named before anything was typed cannot be made of what was typed: they are
 * looked up after all, once nothing of the page runs any more.
 */
export async function lateAliases(
  requests: ReadonlyArray<Captured>,
  log: ReadonlyArray<ProxyEntry>,
  page: { url: string; code: ReadonlyArray<string>; policy: EgressPolicy },
): Promise<Array<ProxyEntry & { visit: Visit }>> {
  const pageHost = new URL(page.url).hostname
  const known = new Set(log.filter(({ verdict }) => verdict !== 'stopped').map(({ host }) => host))
  const late = new Map<string, Captured>()
  for (const request of requests) {
    if (!request.stopped || !URL.canParse(request.url) || partyOf(request.url) !== partyOf(page.url)) continue
    const { hostname } = new URL(request.url)
    if (hostname !== pageHost && !known.has(hostname) && !late.has(hostname)) late.set(hostname, request)
  }
  const named = [...late].filter(([host]) => page.code.some((text) => text.toLowerCase().includes(host)))
  const looked = named.slice(0, maxHosts).map(async ([host, { url, at, visit }]) => {
    const port = portOf(new URL(url))
    const { cnames } = await page.policy(host, port)
    return { at, host, port, tunnel: true, verdict: 'stopped' as const, address: null, cnames, visit }
  })
  return (await Promise.all(looked)).filter(({ cnames }) => cnames.length > 0)
}
