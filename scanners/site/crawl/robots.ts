/** The rules of one robots.txt that apply to us: longest match wins, Allow wins a tie (RFC 9309). */
export type Robots = { allows: (url: string) => boolean; sitemaps: Array<string>; crawlDelaySeconds: number | null }

type Rule = { allow: boolean; path: string }

function toPattern(path: string): RegExp {
  const anchored = path.endsWith('$')
  const body = (anchored ? path.slice(0, -1) : path).replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${body}${anchored ? '$' : ''}`)
}

/** `agent` is our product name; a group that names it replaces the group of "*". */
export function parseRobots(text: string, agent: string): Robots {
  const groups: Array<{ agents: Array<string>; rules: Array<Rule>; delay: number | null }> = []
  const sitemaps: Array<string> = []
  let open = false
  for (const line of text.split(/\r\n|\r|\n/).slice(0, 5_000)) {
    const [, rawName, rawValue] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? []
    const name = rawName?.toLowerCase()
    const value = rawValue?.trim() ?? ''
    if (name === 'sitemap') sitemaps.push(value)
    if (name === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [], delay: null })
      groups.at(-1)?.agents.push(value.toLowerCase())
      open = true
    } else if (name === 'allow' || name === 'disallow') {
      open = false
      if (value !== '') groups.at(-1)?.rules.push({ allow: name === 'allow', path: value })
    } else if (name === 'crawl-delay') {
      open = false
      const group = groups.at(-1)
      if (group !== undefined && Number(value) > 0) group.delay = Number(value)
    }
  }
  const named = groups.filter((group) =>
    group.agents.some((name) => name !== '*' && agent.toLowerCase().includes(name)),
  )
  const applying = named.length > 0 ? named : groups.filter((group) => group.agents.includes('*'))
  const rules = applying
    .flatMap((group) => group.rules)
    .map((rule) => ({ ...rule, pattern: toPattern(rule.path) }))
    .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow))
  return {
    allows: (url) => {
      const { pathname, search } = new URL(url)
      return rules.find((rule) => rule.pattern.test(pathname + search))?.allow ?? true
    },
    sitemaps,
    crawlDelaySeconds: applying.find((group) => group.delay !== null)?.delay ?? null,
  }
}
