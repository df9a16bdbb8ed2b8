import { webcrypto } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509'
import { demoHost, demoPages, demoScripts, renderDemoPage } from './demo-pages.ts'

const dayMs = 86_400_000

/** A key and a certificate for one server on this machine, gone with it. The scan trusts it because it maps to it. */
async function certificate(now: Date): Promise<{ key: string; cert: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const made = await X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=${demoHost}`,
      notBefore: new Date(now.getTime() - dayMs),
      notAfter: new Date(now.getTime() + dayMs),
      signingAlgorithm: algorithm,
      keys,
    },
    webcrypto as Crypto,
  )
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  return { key, cert: made.toString('pem') }
}

function serve(options: { key: string; cert: string }): Server {
  return createServer(options, (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const { pathname } = new URL(request.url ?? '/', `https://${host || demoHost}`)
    request.resume()
    const script = demoScripts[host]
    if (host === demoHost) {
      const page = demoPages[pathname]
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(page === undefined ? '<h1>Not here</h1>' : renderDemoPage(page))
    } else if (script?.path === pathname) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script.code)
    } else response.writeHead(204, { 'access-control-allow-origin': '*' }).end()
  })
}

/** Serves the made-up site and every company its tags talk to on one loopback port, for as long as one scan looks. */
export async function openDemoSite(now: Date): Promise<{ address: string; close: () => Promise<void> }> {
  const server = serve(await certificate(now))
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
