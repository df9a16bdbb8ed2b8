import { pathTemplate } from '#scanners/redact.ts'
import type { PageEvidence } from '../evidence.ts'
import { readContainer } from './container.ts'
import { readSnippet } from './inline.ts'
import { readPixelConfig } from './pixel-config.ts'

export type Script = { url: string; code: string }
type Dormant = PageEvidence['dormant'][number]

/** The first public id an address carries: `?id=GTM-…`, or a long number that is a path segment of its own. */
function idIn(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { pathname, searchParams } = new URL(url)
  const named = searchParams.get('id')
  if (named !== null && /^[A-Z]{1,3}-[A-Z0-9-]{4,14}$/.test(named)) return named
  return /\/(\d{15,16})(?=\/|$)/.exec(pathname)?.[1] ?? null
}

function sourceOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { host, pathname } = new URL(url)
  return host + pathTemplate(pathname)
}

/** What loaded scripts are set up to do, whether or not they did it in this visit. */
export function readScripts(scripts: ReadonlyArray<Script>): Array<Dormant> {
  return scripts.flatMap(({ url, code }) => {
    const container = readContainer(code)
    const pixel = readPixelConfig(code)
    const base = { source: sourceOf(url), id: idIn(url) }
    return [
      ...(container === undefined ? [] : [{ format: 'gtm', ...base, facts: container }]),
      ...(pixel === undefined ? [] : [{ format: 'meta-config', ...base, facts: pixel }]),
    ]
  })
}

/** The same of the page's own inline snippets, all together as one entry. */
export function readSnippets(pageUrl: string, snippets: ReadonlyArray<string>): Array<Dormant> {
  const facts = [...new Set(snippets.flatMap((code) => readSnippet(code) ?? []))]
  const containers = snippets.flatMap((code) => readContainer(code) ?? [])
  const source = sourceOf(pageUrl)
  return [
    ...(facts.length === 0 ? [] : [{ format: 'inline', source, id: null, facts }]),
    ...(containers.length === 0 ? [] : [{ format: 'gtm', source, id: null, facts: containers }]),
  ]
}
