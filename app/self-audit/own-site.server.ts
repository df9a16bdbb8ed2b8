import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The name under which the scanner sees the portal. `.example` belongs to nobody, so no real site can be meant. */
export const ownHost = 'portal.example'

/** What a page may be asked with; everything else could change something. */
const harmless = new Set(['GET', 'HEAD'])
/** Headers that belong to one connection, or that would hand the session to the scanner. */
const dropped = new Set(['connection', 'keep-alive', 'transfer-encoding', 'set-cookie'])

/**
 * Opens the portal's own signed-in pages to one scan, on a loopback port of its own. The cookie stays on this side: the
 * scanner's browser never holds it. Only reading requests pass.
 */
function relay(origin: URL, cookie: string): Server {
  return createServer((incoming, outgoing) => {
    incoming.resume()
    const { method = 'GET', url = '/', headers } = incoming
    if (!harmless.has(method)) {
      outgoing.writeHead(405).end()
      return
    }
    const passed = { host: origin.host, cookie, accept: headers.accept ?? '*/*', 'accept-language': 'en' }
    const upstream = ask({ host: origin.hostname, port: origin.port, path: url, method, headers: passed }, (answer) => {
      const kept = Object.entries(answer.headers).filter(([name]) => !dropped.has(name))
      outgoing.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept))
      answer.pipe(outgoing)
    })
    upstream.once('error', () => {
      if (!outgoing.headersSent) outgoing.writeHead(502)
      outgoing.end()
    })
    outgoing.once('close', () => upstream.destroy())
    upstream.end()
  })
}

/** `local` is where this process listens, as http://host:port. */
export async function openOwnSite(
  local: string,
  cookie: string,
): Promise<{ address: string; close: () => Promise<void> }> {
  const server = relay(new URL(local), cookie)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
