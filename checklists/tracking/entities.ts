import thirdPartyWeb from 'third-party-web/nostats-subset.js'
import { parse } from 'tldts'
import type { TrackerCategory } from '../knowledge/tracker.ts'
import { baaUnknown } from '../knowledge/tracker-baa.ts'
import type { Vendor } from './vendors.ts'

/** The general table of companies (MIT); the date is that of its release. Its data is plain and needs no network. */
export const entityList = { name: 'third-party-web 0.30.0', date: '2026-09-14' }

const categories: Readonly<Record<string, TrackerCategory>> = {
  ad: 'ad-pixel',
  analytics: 'analytics',
  social: 'social-embed',
  'tag-manager': 'tag-manager',
  video: 'video',
  'customer-success': 'chat',
  marketing: 'marketing',
  'consent-provider': 'consent',
  cdn: 'font-cdn',
}

const seen = new Map<string, Vendor | null>()

function look(host: string): Vendor | null {
  const entity = thirdPartyWeb.getEntity(`https://${host}/`)
  // The package also answers by bare root domain; on a shared cloud host that would name a stranger.
  const meant = entity?.domains.some((domain) =>
    domain.startsWith('*.') ? host === domain.slice(2) || host.endsWith(domain.slice(1)) : host === domain,
  )
  if (entity === undefined || !meant) return null
  // Under a cloud's shared suffix the customer is the party, and the table knows only the cloud.
  if (entity.category === 'hosting' || parse(host, { allowPrivateDomains: true }).isPrivate) return null
  const id = entity.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const category = categories[entity.category] ?? 'unknown'
  return { id, name: entity.name, owner: entity.company ?? entity.name, category, baa: baaUnknown }
}

/** The company of a host by the general table, or null; utility and content hosts come as `unknown`. */
export function findEntity(host: string): Vendor | null {
  const known = seen.get(host)
  if (known !== undefined) return known
  const found = look(host)
  seen.set(host, found)
  return found
}
