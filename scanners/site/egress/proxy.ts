import { Agent, type AgentOptions } from 'node:http'
import { connect, isIPv6, type NetConnectOpts, type Socket } from 'node:net'
import { type PrepareRequestFunctionOpts, RequestError, Server } from 'proxy-chain'
import type { ProblemCode } from '#scanners/problem.ts'
import type { Decision, EgressPolicy } from './policy.ts'

export type ProxyVerdict =
  | 'allow'
  | 'stopped'
  | Extract<ProblemCode, 'blocked-address' | 'blocked-port' | 'dns' | 'connect' | 'timed-out' | 'too-large'>

/** One connection (or plain request) the browser asked for: the second witness beside the browser's own events. */
export type ProxyEntry = {
  at: number
  host: string
  port: number
  tunnel: boolean
  verdict: ProxyVerdict
  /** The pinned `address:port` the connection went to; null when none was made. */
  address: string | null
  cnames: Array<string>
}

export type ProxyLimits = { bytes: number; connections: number; headerMs: number }

/** Caps of security.md 3.1 for one page state; Chromium itself has none. */
export const pageLimits: ProxyLimits = { bytes: 64 * 1024 * 1024, connections: 400, headerMs: 10_000 }

export type EgressProxy = {
  port: number
  log: ReadonlyArray<ProxyEntry>
  /** Bytes handed to the browser so far. */
  received: () => number
  /**
   * The closed world: from now on nothing the browser sends reaches anyone. New requests are refused and logged as
   * `stopped`; tunnels already open stay up, but their upstream bytes are thrown away.
   */
  closeWorld: () => void
  close: () => Promise<void>
}

/** Answers the proxy made itself carry this header, so that they are never taken for the site's. */
const proxyMark = 'x-proviso-egress'

/** An address only the proxy itself answers, with an empty page, so that a tab can take its process before the visit. */
export const warmUpUrl = 'http://warm-up.invalid/'
const warmUpPage = { statusCode: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' }

const bracketed = (address: string) => (isIPv6(address) ? `[${address}]` : address)

function refuse(why: ProxyVerdict): never {
  throw new RequestError(`Refused by the scanner: ${why}`, 403, { [proxyMark]: why })
}

/** Rewrites the target to the pinned address, so that neither Node nor proxy-chain resolves the name a second time. */
function pin(options: PrepareRequestFunctionOpts, decision: Extract<Decision, { allowed: true }>): void {
  const authority = `${bracketed(decision.address)}:${decision.port}`
  if (!options.isHttp) {
    options.request.url = authority
    return
  }
  const url = new URL(options.request.url ?? '')
  options.request.url = `http://${authority}${url.pathname}${url.search}`
}

/** A forward proxy on 127.0.0.1 for one page state. The browser has no other way out and no DNS of its own. */
export async function startEgressProxy(
  policy: EgressPolicy,
  limits: ProxyLimits = pageLimits,
  onEntry: (entry: ProxyEntry) => void = () => {},
): Promise<EgressProxy> {
  const log: Array<ProxyEntry> = []
  const tunnels = new Map<number, Socket>()
  let closed: ProxyVerdict | undefined
  let past = 0

  const agent = new Agent({ keepAlive: true, maxSockets: 32 } satisfies AgentOptions)
  // The agent's sockets are made here, so that a silent or refusing server is told apart from a site's own answer.
  agent.createConnection = (options) => {
    const socket = connect(options as NetConnectOpts)
    const target = options as { host: string; port: number }
    const note = (verdict: ProxyVerdict) => {
      const address = `${bracketed(target.host)}:${target.port}`
      const entry = log.findLast((line) => line.address === address && line.verdict === 'allow')
      if (entry !== undefined) entry.verdict = verdict
    }
    const silent = setTimeout(() => {
      note('timed-out')
      socket.destroy(Object.assign(new Error('No answer'), { code: 'ETIMEDOUT' }))
    }, limits.headerMs)
    socket.once('data', () => clearTimeout(silent))
    socket.once('close', () => clearTimeout(silent))
    socket.once('error', () => {
      if (socket.bytesRead === 0) note('connect')
    })
    return socket
  }

  /** A tunnel granted just before the world closed is joined to its target only after it: then it must stay cut. */
  function guardPipe(socket: Socket): Socket {
    const join = socket.pipe.bind(socket)
    socket.pipe = (target, options) => {
      if (closed === undefined) return join(target, options)
      socket.resume()
      return target
    }
    return socket
  }

  const server = new Server({
    host: '127.0.0.1',
    port: 0,
    prepareRequestFunction: async (options) => {
      const { hostname, port, isHttp, connectionId } = options
      const line = { at: Date.now(), host: hostname, port, tunnel: !isHttp, address: null, cnames: [] }
      const write = (entry: Omit<ProxyEntry, 'at' | 'tunnel'>) => {
        const full = { ...line, ...entry }
        log.push(full)
        onEntry(full)
      }
      if (isHttp && options.request.url === warmUpUrl) return { customResponseFunction: () => warmUpPage }
      if (closed === undefined && log.length >= limits.connections * 4) closed = 'too-large'
      if (closed !== undefined) {
        write({ ...line, verdict: closed })
        refuse(closed)
      }
      const decision = await policy(hostname, port)
      if (!decision.allowed) {
        write({ ...line, host: decision.host, verdict: decision.why, cnames: decision.cnames })
        refuse(decision.why)
      }
      // The world may have been closed while the name was looked up.
      if (closed !== undefined) {
        write({ ...line, host: decision.host, verdict: closed, cnames: decision.cnames })
        refuse(closed)
      }
      const { host, cnames } = decision
      write({ host, port, verdict: 'allow', address: `${bracketed(decision.address)}:${decision.port}`, cnames })
      if (!isHttp) tunnels.set(connectionId, guardPipe(options.request.socket))
      pin(options, decision)
      return { httpAgent: agent }
    },
  })
  server.on('connectionClosed', ({ connectionId, stats }: { connectionId: number; stats?: { srcTxBytes: number } }) => {
    tunnels.delete(connectionId)
    past += stats?.srcTxBytes ?? 0
  })
  await server.listen()

  const received = () =>
    server.getConnectionIds().reduce((sum, id) => sum + (server.getConnectionStats(id)?.srcTxBytes ?? 0), past)
  const watch = setInterval(() => {
    if (closed !== undefined) return
    if (server.connections.size <= limits.connections && received() <= limits.bytes) return
    closed = 'too-large'
    log.push({ at: Date.now(), host: '', port: 0, tunnel: false, verdict: 'too-large', address: null, cnames: [] })
    server.closeConnections()
  }, 100)
  watch.unref()

  return {
    port: server.port,
    log,
    received,
    closeWorld: () => {
      closed ??= 'stopped'
      for (const socket of tunnels.values()) {
        socket.unpipe()
        socket.resume()
      }
    },
    close: async () => {
      clearInterval(watch)
      agent.destroy()
      await server.close(true)
    },
  }
}
