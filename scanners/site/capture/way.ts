import { readsLikeAction } from '../crawl/candidates.ts'
import { partyOf } from '../party.ts'

/**
 * Why a journey may not lead the page `from` to `address` while the site still answers, in words without a value; null
 * when it may. `allows`: what robots.txt lets a scan go to. One rule for an address that is named and for one that a
 * press, a script or a redirect leads to.
 */
export function wayRefusal(address: string, from: string, allows: (url: string) => boolean): string | null {
  if (!URL.canParse(address, from)) return 'the address cannot be read'
  const url = new URL(address, from)
  if (partyOf(url.href) !== partyOf(from)) return 'the address is on another site'
  if (readsLikeAction(url)) return 'the address reads like an action, which is never done'
  return allows(url.href) ? null : 'the robots.txt of the site asks scans not to go there'
}
