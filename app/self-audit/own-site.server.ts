import { randomBytes } from 'node:crypto'
import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The end of the name under which the scanner sees the portal. `.example` belongs to nobody: no real site is meant. */
const ownDomain = 'portal.example'

/** What a page may be asked with; everything else could change something. */
const harmless = new Set(['GET', 'HEAD'])
/** Headers that belong to one connection, or that would hand the session to the scanner. */
const dropped = new Set(['connection', 'keep-alive', 'transfer-encoding', 'set-cookie'])

/**
 * Opens the portal's own signed-in pages to one scan, on a loopback port of its own. The cookie stays on this side: the
 * scanner's browser never holds it. Only reading requests pass, and only under `host`: it is drawn for this scan and
 * known to it alone, so no other process of the machine and no page that points a name of its own here gets anything.
 */
function relay(origin: URL, cookie: string, host: string): Server {
  return createServer((incoming, outgoing) => {
    incoming.resume()
    const { method = 'GET', url = '/', headers } = incoming
    if (headers.host !== host) {
      outgoing.writeHead(421).end()
      return
    }
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

/** `local` is where this process listens, as http://host:port; `host` is the name the scanner asks for. */
export async function openOwnSite(
  local: string,
  cookie: string,
): Promise<{ host: string; address: string; close: () => Promise<void> }> {
  const host = `${randomBytes(16).toString('hex')}.${ownDomain}`
  const server = relay(new URL(local), cookie, host)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    host,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
