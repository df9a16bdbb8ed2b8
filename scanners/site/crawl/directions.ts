import { ScanProblem } from '#scanners/problem.ts'
import { fetchFollowing } from '../egress/fetch-text.ts'
import type { EgressPolicy } from '../egress/policy.ts'
import { partyOf } from '../party.ts'
import { parseRobots, type Robots } from './robots.ts'
import { parseSitemap } from './sitemap.ts'

const fileMs = 5_000
const maxBytes = 2 * 1024 * 1024
const maxMaps = 3

const open: Robots = { allows: () => true, sitemaps: [], crawlDelaySeconds: null }
/** A robots.txt that answers 5xx forbids everything (RFC 9309, 2.3.1.4); one that is missing allows everything. */
const shut: Robots = { allows: () => false, sitemaps: [], crawlDelaySeconds: null }

export type Directions = {
  robots: Robots
  /** Whether a rule names this address; a file that could not be read names nothing. */
  denies: (url: string) => boolean
  sitemapLinks: Array<{ url: string; text: string }>
}

async function read(url: string, policy: EgressPolicy, userAgent: string): Promise<{ status: number; text: string }> {
  try {
    const { status, body } = await fetchFollowing(url, policy, { userAgent, maxBytes, timeoutMs: fileMs, hops: 5 })
    return { status, text: body.toString('utf8') }
  } catch (error) {
    if (error instanceof ScanProblem) return { status: 0, text: '' }
    throw error
  }
}

/** What the site says about being visited: robots.txt and its sitemaps. Never fails; silence means "allowed". */
export async function readDirections(site: string, policy: EgressPolicy, userAgent: string): Promise<Directions> {
  const { origin } = new URL(site)
  const answer = await read(`${origin}/robots.txt`, policy, userAgent)
  if (answer.status >= 500) return { robots: shut, denies: () => false, sitemapLinks: [] }
  const robots = answer.status >= 200 && answer.status < 300 ? parseRobots(answer.text, 'proviso') : open
  const maps = (robots.sitemaps.length > 0 ? robots.sitemaps : [`${origin}/sitemap.xml`]).filter(
    (url) => partyOf(url) === partyOf(site),
  )
  const pages: Array<string> = []
  for (let index = 0; index < Math.min(maps.length, maxMaps); index++) {
    const { status, text } = await read(maps[index]!, policy, userAgent)
    if (status < 200 || status > 299) continue
    const parsed = parseSitemap(text)
    pages.push(...parsed.pages)
    maps.push(...parsed.maps)
  }
  const denies = (url: string) => !robots.allows(url)
  return { robots, denies, sitemapLinks: pages.map((url) => ({ url, text: '' })) }
}
