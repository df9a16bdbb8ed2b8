import type { Captured } from './recorder.ts'

type Stack = NonNullable<NonNullable<Captured['initiator']>['stack']>
const maxLinks = 24

/** Host and path, no query: what a chain shows. Blob scripts carry only the origin that made them. */
function place(url: string): string {
  if (url.startsWith('blob:')) return `blob:${place(url.slice(5)).split('/')[0]}`
  try {
    const { host, pathname, protocol } = new URL(url)
    return protocol === 'http:' || protocol === 'https:' ? `${host}${pathname}` : protocol
  } catch {
    return url.slice(0, 80)
  }
}

function scriptsOf(stack: Stack | undefined): Array<string> {
  const urls: Array<string> = []
  for (let part: Stack | undefined = stack, depth = 0; part !== undefined && depth < 32; part = part.parent, depth++) {
    for (const frame of part.callFrames) if (frame.url !== '') urls.push(frame.url)
  }
  return [...new Set(urls)]
}

/**
 * From the nearest script up to the document: the scripts on the stack and its async parents, then the request that
 * loaded the nearest script and its own initiator, and so on. `byUrl` finds the request that loaded a script or document,
 * `beside` the one a preflight was made for.
 */
export function initiatorChain(
  request: Captured,
  byUrl: (url: string) => Captured | undefined,
  beside: (request: Captured, requestId: string) => Captured | undefined,
): Array<string> {
  const chain: Array<string> = []
  const documents: Array<string> = []
  const seen = new Set<Captured>()

  function add(url: string): void {
    const shown = place(url)
    if (shown !== '' && !chain.includes(shown) && chain.length < maxLinks) chain.push(shown)
  }

  function climb(from: Captured): void {
    if (seen.has(from) || chain.length >= maxLinks) return
    seen.add(from)
    const { initiator } = from
    const scripts = scriptsOf(initiator?.stack).filter((url) => url !== from.documentUrl)
    if (initiator?.requestId !== undefined && initiator.type === 'preflight') {
      const cause = beside(from, initiator.requestId)
      if (cause !== undefined) climb(cause)
    }
    for (const url of scripts) add(url)
    if (initiator?.url !== undefined && initiator.url !== from.documentUrl) add(initiator.url)
    for (const url of [...scripts, initiator?.url ?? '']) {
      const loader = url === '' ? undefined : byUrl(url)
      if (loader !== undefined) climb(loader)
    }
    if (from.documentUrl !== from.url) {
      documents.push(from.documentUrl)
      const document = byUrl(from.documentUrl)
      if (document !== undefined) climb(document)
    }
  }

  climb(request)
  // Scripts first, nearest at the front; the documents they ran in close the chain, the page itself last.
  for (const url of documents) add(url)
  return chain
}
