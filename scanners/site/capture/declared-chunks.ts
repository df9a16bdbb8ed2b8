import { partyOf } from '../party.ts'
import type { DomFacts } from './dom-facts.ts'
import type { Recorder } from './recorder.ts'

const maxChunks = 16
const maxScripts = 25
const maxCharacters = 2_000_000

/** Forms of code in which a script names another one; the address is always a literal, never put together. */
const naming: ReadonlyArray<{ form: RegExp; from: 'script' | 'page' }> = [
  { form: /\bimport\(\s*["'`]([^"'`$\s]{1,300})["'`]\s*[,)]/g, from: 'script' },
  { form: /\bnew URL\(\s*["'`]([^"'`$\s]{1,300}\.m?js)["'`],\s*import\.meta/g, from: 'script' },
  { form: /\bnew (?:Shared)?Worker\(\s*["'`]([^"'`$\s]{1,300})["'`]\s*[,)]/g, from: 'page' },
  { form: /\bimportScripts\(\s*["'`]([^"'`$\s]{1,300})["'`]\s*[,)]/g, from: 'script' },
  { form: /\.src\s*=\s*["'`]([^"'`$\s]{1,300}\.m?js(?:\?[^"'`$\s]*)?)["'`](?!\s*[+.])/g, from: 'page' },
]

/** Addresses of chunks that a piece of code names; `script` is where it came from, `page` where it runs. */
export function chunksIn(code: string, script: string, page: string): Array<string> {
  return naming.flatMap(({ form, from }) =>
    [...code.matchAll(form)].flatMap(([, address = '']) => {
      const base = from === 'script' ? script : page
      // A bare word is a module of an import map, not an address.
      const isAddress = /^(?:https?:)?\/|^\.{1,2}\/|\.m?js(?:\?|$)/.test(address)
      return isAddress && URL.canParse(address, base) ? [new URL(address, base).href] : []
    }),
  )
}

/** What the page and its own scripts name and may load later. */
export async function declaredChunks(
  recorder: Recorder,
  pageUrl: string,
  dom: Pick<DomFacts, 'inlineScripts' | 'declared'>,
): Promise<Array<string>> {
  const scripts = recorder.requests
    .filter(({ type, status, url }) => type === 'script' && status === 200 && partyOf(url) === partyOf(pageUrl))
    .slice(0, maxScripts)
  const bodies = await Promise.all(
    scripts.map(async (request) => {
      const body = await recorder.responseBody(request)
      return body === undefined || body.length > maxCharacters
        ? []
        : chunksIn(Buffer.from(body).toString(), request.url, pageUrl)
    }),
  )
  const linked = dom.declared.filter(({ via, url }) => via === 'prefetch' && /\.(?:m?js|css)(?:\?|$)/.test(url))
  const named = [
    ...dom.inlineScripts.flatMap((code) => chunksIn(code, pageUrl, pageUrl)),
    ...linked.map(({ url }) => url),
    ...bodies.flat(),
  ]
  return [...new Set(named)].filter((url) => /^https?:/.test(url)).slice(0, maxChunks)
}
