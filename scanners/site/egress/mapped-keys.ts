import { createHash, X509Certificate } from 'node:crypto'
import { connect } from 'node:tls'
import { parsePair } from './address.ts'
import type { Laboratory } from './policy.ts'

const handshakeMs = 1_000

function peerKey(host: string, port: number, name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: name, rejectUnauthorized: false, timeout: handshakeMs }, () => {
      const { raw } = socket.getPeerCertificate()
      socket.destroy()
      if (raw === undefined) return resolve(undefined)
      const key = new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' })
      resolve(createHash('sha256').update(key).digest('base64'))
    })
    const none = () => {
      socket.destroy()
      resolve(undefined)
    }
    // A stand-in that speaks plain http has no key to accept.
    socket.once('error', none)
    socket.once('timeout', none)
  })
}

/** SHA-256 (base64) of the public keys that mapped stand-ins show: Chromium accepts faulty certificates for these only. */
export async function mappedKeys(laboratory: Laboratory | undefined): Promise<Array<string>> {
  const keys = await Promise.all(
    (laboratory?.map ?? []).map(([pattern, target]) => {
      const pair = parsePair(target)
      const name = pattern === '*' ? 'stand-in.test' : pattern.replace(/^\*\./, 'stand-in.')
      return pair === undefined ? undefined : peerKey(pair.host, pair.from, name)
    }),
  )
  return [...new Set(keys.filter((key) => key !== undefined))]
}
