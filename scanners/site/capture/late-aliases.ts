import type { EgressPolicy } from '../egress/policy.ts'
import type { ProxyEntry } from '../egress/proxy.ts'

/** No site hides more collectors behind its own names. */
const maxHosts = 10

/**
 * Hosts first asked after the first key were refused unresolved, so what they are an alias of is not known. Those that
 * the page's code named before anything was typed cannot be made of what was typed: they are looked up after all.
 */
export async function resolveLateAliases(
  log: ReadonlyArray<ProxyEntry>,
  code: ReadonlyArray<string>,
  policy: EgressPolicy,
): Promise<void> {
  const known = new Set(log.filter(({ verdict }) => verdict !== 'stopped').map(({ host }) => host))
  const late = new Map<string, Array<ProxyEntry>>()
  for (const entry of log) {
    if (entry.verdict !== 'stopped' || known.has(entry.host)) continue
    late.set(entry.host, [...(late.get(entry.host) ?? []), entry])
  }
  const named = [...late].filter(([host]) => code.some((text) => text.toLowerCase().includes(host)))
  await Promise.all(
    named.slice(0, maxHosts).map(async ([host, entries]) => {
      const { cnames } = await policy(host, entries[0]?.port ?? 443)
      for (const entry of entries) entry.cnames = cnames
    }),
  )
}
