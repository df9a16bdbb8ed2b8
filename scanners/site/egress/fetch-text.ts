import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { ScanProblem } from '#scanners/problem.ts'
import { portOf } from '../party.ts'
import type { EgressPolicy } from './policy.ts'

export type Fetched = {
  url: string
  status: number
  headers: Record<string, string>
  body: Buffer
  redirectedTo: string | null
}

type FetchOptions = {
  userAgent: string
  maxBytes: number
  timeoutMs: number
  accept?: string
  /** POST only for a vendor's reading operation that is one. */
  method?: 'GET' | 'POST'
  headers?: Readonly<Record<string, string>>
  body?: string | undefined
  signal?: AbortSignal
}

/**
 * One request (GET unless said otherwise) without the browser, under the same egress rules: the address is decided, pinned and never asked again.
 * Redirects are answered, not followed. Throws ScanProblem (dns, connect, tls, timed-out, too-large, blocked-…).
 */
export async function fetchOnce(address: string, policy: EgressPolicy, options: FetchOptions): Promise<Fetched> {
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new ScanProblem('blocked-scheme')
  const decision = await policy(url.hostname, portOf(url))
  if (!decision.allowed) throw new ScanProblem(decision.why)
  const pinned: LookupFunction = (_name, wanted, done) => {
    const family = decision.address.includes(':') ? 6 : 4
    if (wanted.all) done(null, [{ address: decision.address, family }])
    else done(null, decision.address, family)
  }
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const call = send(
      url,
      {
        lookup: pinned,
        port: decision.port,
        host: decision.host,
        servername: isIP(decision.host) === 0 ? decision.host : '',
        rejectUnauthorized: !decision.mapped,
        method: options.method ?? 'GET',
        headers: {
          host: url.host,
          'user-agent': options.userAgent,
          accept: options.accept ?? '*/*',
          ...options.headers,
          ...(options.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(options.body)) }),
        },
        signal: AbortSignal.any([
          AbortSignal.timeout(options.timeoutMs),
          ...(options.signal === undefined ? [] : [options.signal]),
        ]),
      },
      (answer) => {
        const parts: Array<Buffer> = []
        let size = 0
        answer.on('data', (part: Buffer) => {
          size += part.length
          parts.push(part)
          if (size > options.maxBytes) call.destroy(new ScanProblem('too-large'))
        })
        answer.on('error', (error) => reject(asProblem(error)))
        answer.on('end', () => {
          const location = answer.headers.location
          const status = answer.statusCode ?? 0
          const redirects = status >= 300 && status < 400 && location !== undefined && URL.canParse(location, address)
          resolve({
            url: address,
            status,
            headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
            body: Buffer.concat(parts),
            redirectedTo: redirects ? new URL(location, address).href : null,
          })
        })
      },
    )
    call.on('error', (error) => reject(asProblem(error)))
    call.end(options.body)
  })
}

function asProblem(error: Error): ScanProblem {
  if (error instanceof ScanProblem) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || code === 'ETIMEDOUT')
    return new ScanProblem('timed-out')
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return new ScanProblem('tls', code)
  return new ScanProblem('connect')
}

/** Follows up to `hops` redirects, each checked anew. Throws like `fetchOnce`, and `redirect-loop`. */
export async function fetchFollowing(
  address: string,
  policy: EgressPolicy,
  options: FetchOptions & { hops: number },
): Promise<Fetched> {
  let next = address
  for (let hop = 0; hop <= options.hops; hop++) {
    const answer = await fetchOnce(next, policy, options)
    if (answer.redirectedTo === null) return answer
    next = answer.redirectedTo
  }
  throw new ScanProblem('redirect-loop')
}
