import { type Candidate, candidateFrom, templateOf } from './candidates.ts'

const maxPerTemplate = 2
const maxLinkTexts = 8

export type Crawl = {
  /** Takes the links of a page (or a sitemap) into account. */
  learn: (links: ReadonlyArray<{ url: string; text: string }>) => void
  /** The next page to visit, best first; undefined when nothing is left. */
  next: () => Candidate | undefined
}

/** Sorts deterministically: a way not walked yet first, then the patient's path, the shorter path, the alphabet. */
function before(a: Candidate, b: Candidate, walked: ReadonlySet<string>): number {
  const news = Number(walked.has(a.way)) - Number(walked.has(b.way))
  const depth = (candidate: Candidate) => new URL(candidate.url).pathname.length
  return news || a.rank - b.rank || depth(a) - depth(b) || (a.url < b.url ? -1 : a.url > b.url ? 1 : 0)
}

/** Chooses which pages of one site are visited and in which order; same links, same order (site-scan.md 9). */
export function createCrawl(start: string, siteParty: string): Crawl {
  const candidates = new Map<string, Candidate>()
  const taken = new Set<string>([start])
  const templates = new Map<string, number>()
  const walked = new Set<string>()
  return {
    learn: (links) => {
      for (const link of links) {
        const candidate = candidateFrom(link, siteParty)
        if (candidate === undefined) continue
        const known = candidates.get(candidate.url)
        if (known === undefined) candidates.set(candidate.url, candidate)
        else {
          known.texts = [...new Set([...known.texts, ...candidate.texts])].slice(0, maxLinkTexts)
          if (candidate.rank < known.rank) Object.assign(known, { rank: candidate.rank, way: candidate.way })
        }
      }
    },
    next: () => {
      const open = [...candidates.values()].filter(
        ({ url }) => !taken.has(url) && (templates.get(templateOf(url)) ?? 0) < maxPerTemplate,
      )
      const best = open.sort((a, b) => before(a, b, walked))[0]
      if (best === undefined) return undefined
      taken.add(best.url)
      walked.add(best.way)
      const template = templateOf(best.url)
      templates.set(template, (templates.get(template) ?? 0) + 1)
      return best
    },
  }
}
