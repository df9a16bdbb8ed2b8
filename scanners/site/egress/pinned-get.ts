import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { ScanProblem } from '../../problem.ts'
import { literalAddress } from './address.ts'
import { createEgressPolicy } from './policy.ts'

const bodyBytesAtMost = 1024 ** 2

/**
 * GET and nothing else, to public addresses: the name is resolved once, every address checked, the connection pinned to
 * it. A redirect is an answer and is not followed. `allow` names laboratory addresses (`host:port`). Throws ScanProblem.
 */
export function pinnedGet(allow: ReadonlyArray<string>) {
  const policy = createEgressPolicy(allow.length === 0 ? undefined : { allow: [...allow] })
  return async (
    address: string,
    given: { headers: Record<string, string>; signal: AbortSignal },
  ): Promise<Response> => {
    const url = new URL(address)
    const secure = url.protocol === 'https:'
    const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port)
    const decision = await policy(url.hostname, port)
    if (!decision.allowed) throw new ScanProblem(decision.why)
    // A credential never goes over the open network in the clear.
    if (!secure && !decision.laboratory) throw new ScanProblem('blocked-scheme')
    return await new Promise((resolve, reject) => {
      const options = {
        method: 'GET',
        host: decision.address,
        port: decision.port,
        path: `${url.pathname}${url.search}`,
        headers: { ...given.headers, host: url.host },
        signal: given.signal,
        ...(secure && literalAddress(decision.host) === undefined ? { servername: decision.host } : {}),
      }
      const sent = (secure ? secureRequest : plainRequest)(options, (answer) => {
        const parts: Array<Buffer> = []
        let size = 0
        answer.on('data', (part: Buffer) => {
          size += part.length
          if (size > bodyBytesAtMost) answer.destroy(new ScanProblem('too-large'))
          else parts.push(part)
        })
        answer.on('error', reject)
        answer.on('end', () => {
          const headers = new Headers()
          for (const name of ['retry-after', 'date', 'content-type']) {
            const value = answer.headers[name]
            if (typeof value === 'string') headers.set(name, value)
          }
          const status = answer.statusCode ?? 500
          const empty = [101, 204, 205, 304].includes(status)
          resolve(new Response(empty ? null : Buffer.concat(parts), { status: status < 200 ? 500 : status, headers }))
        })
      })
      sent.on('error', reject)
      sent.end()
    })
  }
}
