import type { ProblemCode } from '#scanners/problem.ts'
import { type AllowedPair, isLocalName, isPublicAddress, literalAddress, normaliseHost, parsePair } from './address.ts'
import { createResolver } from './resolve.ts'

/** Switches of a laboratory run (cli.md). `map` sends names that match a pattern ("*", "*.test") to a stand-in. */
export type Laboratory = {
  allow: Array<string>
  dns?: string | undefined
  map?: Array<readonly [pattern: string, target: string]> | undefined
}

export type Refusal = Extract<ProblemCode, 'blocked-address' | 'blocked-port' | 'dns'>

export type Decision =
  | {
      allowed: true
      host: string
      address: string
      port: number
      laboratory: boolean
      /** A stand-in of the laboratory answers: the only case in which a certificate's faults are accepted. */
      mapped: boolean
      cnames: Array<string>
    }
  | { allowed: false; host: string; why: Refusal; cnames: Array<string> }

/** Says for a host and port where a connection may go. Resolves a name at most once per scan. */
export type EgressPolicy = (host: string, port: number) => Promise<Decision>

const publicPorts: ReadonlySet<number> = new Set([80, 443])
const mappedPorts: ReadonlySet<number> = new Set([80, 443, 8080, 8443])

function matches(pattern: string, host: string): boolean {
  if (pattern === '*') return true
  if (pattern.startsWith('*.')) return host.endsWith(pattern.slice(1))
  return host === pattern
}

function mappedTarget(laboratory: Laboratory | undefined, host: string, isLiteral: boolean): AllowedPair | undefined {
  const entry = laboratory?.map?.find(([pattern]) => {
    const wanted = pattern.toLowerCase()
    // A wildcard speaks of names; a private address written out stays private in the laboratory too.
    return isLiteral || isLocalName(host) ? wanted === host : matches(wanted, host)
  })
  return entry === undefined ? undefined : parsePair(entry[1])
}

/** The rules of security.md 3.1: unicast addresses only, all answers checked, one pinned, ports 80 and 443. */
export function createEgressPolicy(laboratory?: Laboratory): EgressPolicy {
  const resolve = createResolver(laboratory?.dns)
  const pairs = (laboratory?.allow ?? []).flatMap((text) => parsePair(text) ?? [])
  const isAllowedPair = (address: string, port: number) =>
    pairs.some((pair) => pair.host === address && port >= pair.from && port <= pair.to)

  return async (rawHost, port) => {
    const host = normaliseHost(rawHost)
    const literal = literalAddress(host)
    const target = mappedTarget(laboratory, host, literal !== undefined)
    if (target !== undefined) {
      if (!mappedPorts.has(port) && port !== target.from) {
        return { allowed: false, host, why: 'blocked-port', cnames: [] }
      }
      return {
        allowed: true,
        host,
        address: target.host,
        port: target.from,
        laboratory: true,
        mapped: true,
        // With a name server of the laboratory a stand-in shows its aliases as the real host would.
        cnames: laboratory?.dns === undefined || literal !== undefined ? [] : (await resolve(host)).cnames,
      }
    }
    const local = isLocalName(host) ? { addresses: ['127.0.0.1'], cnames: [] } : undefined
    const answer = literal !== undefined ? { addresses: [literal], cnames: [] } : (local ?? (await resolve(host)))
    const { cnames } = answer
    const [first] = answer.addresses
    if (first === undefined) return { allowed: false, host, why: 'dns', cnames }
    const inLaboratory = answer.addresses.every((address) => isAllowedPair(address, port))
    if (inLaboratory) return { allowed: true, host, address: first, port, laboratory: true, mapped: false, cnames }
    if (!answer.addresses.every(isPublicAddress)) return { allowed: false, host, why: 'blocked-address', cnames }
    if (!publicPorts.has(port)) return { allowed: false, host, why: 'blocked-port', cnames }
    return { allowed: true, host, address: first, port, laboratory: false, mapped: false, cnames }
  }
}
