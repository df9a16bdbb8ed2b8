import { promises as dns, Resolver } from 'node:dns'
import { promisify } from 'node:util'

export type Answer = { addresses: Array<string>; cnames: Array<string> }
export type Resolve = (host: string) => Promise<Answer>

const maxAliases = 8

function quiet(error: unknown): Array<string> {
  // No record of this kind is an ordinary answer; the caller sees an empty list.
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENODATA' || code === 'ENOTFOUND' || code === 'ESERVFAIL' || code === 'ENOTIMP') return []
  if (code === 'EREFUSED' || code === 'ECONNREFUSED' || code === 'ETIMEOUT' || code === 'EBADRESP') return []
  throw error
}

/**
 * Asks once per name and scan and keeps the answer, so that a name cannot change its address between the check and the
 * connection (DNS rebinding). `server` is "HOST:PORT" of a laboratory name server; without it the system resolves.
 */
export function createResolver(server?: string): Resolve {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  if (server !== undefined) resolver.setServers([server])
  const ask4 = promisify(resolver.resolve4.bind(resolver)) as (host: string) => Promise<Array<string>>
  const ask6 = promisify(resolver.resolve6.bind(resolver)) as (host: string) => Promise<Array<string>>
  const askAlias = promisify(resolver.resolveCname.bind(resolver)) as (host: string) => Promise<Array<string>>

  async function addressesOf(host: string): Promise<Array<string>> {
    if (server === undefined) {
      const found = await dns.lookup(host, { all: true }).catch(quiet)
      return found.map((entry) => (typeof entry === 'string' ? entry : entry.address))
    }
    const [four, six] = await Promise.all([ask4(host).catch(quiet), ask6(host).catch(quiet)])
    return [...four, ...six]
  }

  async function aliasesOf(host: string): Promise<Array<string>> {
    const chain: Array<string> = []
    for (let name = host; chain.length < maxAliases; ) {
      const [next] = await askAlias(name).catch(quiet)
      if (next === undefined || chain.includes(next.toLowerCase())) break
      name = next.toLowerCase().replace(/\.$/, '')
      chain.push(name)
    }
    return chain
  }

  const known = new Map<string, Promise<Answer>>()
  return (host) => {
    let answer = known.get(host)
    if (answer === undefined) {
      answer = Promise.all([addressesOf(host), aliasesOf(host)]).then(([addresses, cnames]) => ({ addresses, cnames }))
      known.set(host, answer)
    }
    return answer
  }
}
