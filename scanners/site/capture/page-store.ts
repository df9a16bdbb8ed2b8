import { fetchOnce } from '../egress/fetch-text.ts'
import type { EgressPolicy } from '../egress/policy.ts'
import type { Captured, Recorder, Visit } from './recorder.ts'

export type Stored = { status: number; headers: Record<string, string>; body: Uint8Array }

/**
 * What a page may be given once it is typed into: answers it got before the first key, and the chunks its own code names.
 * Nothing is ever added after that, so no later address can carry a piece of what was typed.
 */
export type PageStore = {
  /** Asks for chunks that the page names but has not loaded. Call before the first key; never throws. */
  fill: (addresses: ReadonlyArray<string>) => Promise<void>
  /** The stored answer to exactly this address, as it stood at `before` (host time in ms). */
  find: (url: string, before: number) => Promise<Stored | undefined>
}

/** Chunks already asked for in this scan, by address: 27 pages of one site share their code. */
export type ChunkCache = Map<string, Promise<Stored | undefined>>

const replayed: ReadonlySet<string> = new Set(['script', 'stylesheet', 'font', 'document', 'other'])
const fetchLimits = { maxBytes: 4 * 1024 * 1024, timeoutMs: 2_500 }
const hopByHop = /^(connection|keep-alive|transfer-encoding|content-encoding|content-length|set-cookie)$/

const bare = (url: string) => url.split('#')[0] ?? url

function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  return Object.fromEntries(lower.filter(([name]) => !hopByHop.test(name)))
}

export function createPageStore(
  recorder: Recorder,
  visit: Visit,
  tools: { policy: EgressPolicy; userAgent: string; chunks: ChunkCache },
): PageStore {
  const own = new Map<string, Promise<Stored | undefined>>()

  async function ask(url: string): Promise<Stored | undefined> {
    const { policy, userAgent } = tools
    const read = await fetchOnce(url, policy, { userAgent, ...fetchLimits }).catch(() => undefined)
    if (read === undefined || read.status !== 200) return undefined
    return { status: 200, headers: keptHeaders(read.headers), body: read.body }
  }

  function loaded(url: string, before: number): Captured | undefined {
    return recorder.requests.findLast(
      (request) =>
        request.visit === visit &&
        bare(request.url) === url &&
        request.method === 'GET' &&
        request.status === 200 &&
        request.done &&
        request.at < before &&
        replayed.has(request.type),
    )
  }

  return {
    fill: async (addresses) => {
      for (const url of addresses.map(bare)) {
        if (own.has(url) || recorder.requests.some((request) => request.visit === visit && bare(request.url) === url))
          continue
        const asked = tools.chunks.get(url) ?? ask(url)
        tools.chunks.set(url, asked)
        own.set(url, asked)
      }
      await Promise.all(own.values())
    },
    find: async (url, before) => {
      const address = bare(url)
      const request = loaded(address, before)
      const body = request === undefined ? undefined : await recorder.responseBody(request)
      if (request !== undefined && body !== undefined) {
        return { status: 200, headers: keptHeaders(request.responseHeaders), body }
      }
      return own.get(address)
    },
  }
}
