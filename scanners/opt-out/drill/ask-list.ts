import { ScanProblem } from '#scanners/problem.ts'
import { fetchOnce } from '#scanners/site/egress/fetch-text.ts'
import type { EgressPolicy } from '#scanners/site/egress/policy.ts'
import type { ListAnswer, ListRequest } from './lists.ts'

const limits = { userAgent: 'Proviso opt-out drill (read-only)', maxBytes: 2 * 1024 ** 2, timeoutMs: 30_000 }

/**
 * Asks a list under the egress rules: public addresses only, checked and pinned, no redirects, a bounded answer. Keys
 * travel over https; plain http is only for a stand-in that the laboratory switches name. Throws ScanProblem.
 */
export function listAsker(policy: EgressPolicy) {
  return async ({ method, url, headers, body }: ListRequest, signal: AbortSignal): Promise<ListAnswer> => {
    const { protocol, hostname, port } = new URL(url)
    if (protocol !== 'https:') {
      const decision = await policy(hostname, port === '' ? 80 : Number(port))
      if (!decision.allowed) throw new ScanProblem(decision.why)
      if (!decision.laboratory) throw new ScanProblem('blocked-scheme')
    }
    return await fetchOnce(url, policy, { ...limits, method, headers, body, signal })
  }
}
