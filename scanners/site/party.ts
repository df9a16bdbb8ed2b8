import { getDomain } from 'tldts'
import { isLocalName, literalAddress, normaliseHost } from './egress/address.ts'

/**
 * The registrable domain of a host, by the public suffix list with its private section: an app on a cloud host is its
 * own party. An address or local name has no owner but its port, so a laboratory stand-in on another port is another party.
 */
export function registrableDomain(host: string, port: number): string {
  const name = normaliseHost(host)
  if (literalAddress(name) !== undefined || isLocalName(name)) return `${name}:${port}`
  return getDomain(name, { allowPrivateDomains: true }) ?? name
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' || url.protocol === 'wss:' ? 443 : 80
}

/** The party behind an address; undefined for addresses without a host (data:, about:). */
export function partyOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  return parsed.hostname === '' ? undefined : registrableDomain(parsed.hostname, portOf(parsed))
}
