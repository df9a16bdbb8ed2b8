import ipaddr from 'ipaddr.js'

/** One exact address and a port range a laboratory run may reach although it is not public. */
export type AllowedPair = { host: string; from: number; to: number }

/** `host:port` or `host:from-to`; undefined when the text is neither. IPv6 hosts stand in brackets. */
export function parsePair(text: string): AllowedPair | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]]+):(\d{1,5})(?:-(\d{1,5}))?$/i.exec(text.trim())
  if (match === null) return undefined
  const from = Number(match[2])
  const to = match[3] === undefined ? from : Number(match[3])
  if (from < 1 || to > 65_535 || to < from) return undefined
  const host = normaliseHost(match[1]!)
  return { host: isLocalName(host) ? '127.0.0.1' : host, from, to }
}

/** Lower case, without brackets and trailing dot: the one spelling every check sees. */
export function normaliseHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}

/** The address in its shortest spelling when `host` is an IP literal in any spelling (octal, hex, integer), else undefined. */
export function literalAddress(host: string): string | undefined {
  if (!ipaddr.isValid(host)) return undefined
  return ipaddr.process(host).toString()
}

/**
 * Whether an address lies on the public internet. `process` unwraps ::ffff:10.0.0.1 first, and only the range "unicast"
 * passes: loopback, private, link-local (with the metadata service), carrier NAT, benchmarking, documentation,
 * multicast, 6to4, Teredo and NAT64 are all named otherwise by ipaddr.js.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  return ipaddr.process(address).range() === 'unicast'
}

export function isLocalName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost')
}
