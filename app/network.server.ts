import ipaddr from 'ipaddr.js'

/** What a visitor's request carries into a use case that nobody is signed in for. */
export type Door = {
  address: string | null
  userAgent: string | null
  /** Cookies the browser already has: a session among them ends when another begins. */
  cookie?: string | null
  requestId?: string | null
}

/** The block an address belongs to: /24 or /48. Enough to see a pattern, too little to follow a person. */
export function networkOf(address: string | null | undefined): string | null {
  if (address == null || !ipaddr.isValid(address)) return null
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') {
    return `${ipaddr.IPv4.networkAddressFromCIDR(`${parsed.toString()}/24`).toString()}/24`
  }
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/48`).toString()}/48`
}

export function doorOf(request: Request, address: string | null | undefined): Door {
  const { headers } = request
  return {
    address: address ?? null,
    userAgent: headers.get('user-agent')?.slice(0, 300) ?? null,
    cookie: headers.get('cookie'),
  }
}
