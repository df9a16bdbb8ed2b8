import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { createSecureContext, TLSSocket } from 'node:tls'
import { packageRoot } from '#scanners/package-root.ts'

/** Every byte a stand-in received: the ground truth of a test, never the scanner's own view. */
export type Received = { method: string; host: string; path: string; headers: Record<string, string>; body: Buffer }

export type Answer = (request: Received, response: ServerResponse) => void | Promise<void>

export type StandIn = {
  port: number
  /** For `lab.map`: sends every name to this server. */
  map: Array<[string, string]>
  log: Array<Received>
  /** Text or bytes that came over sockets, unmasked, by host. */
  frames: Array<{ host: string; bytes: Buffer }>
  /** Everything received as one text, for "was this value ever sent" questions. */
  allBytes: () => string
  /** Names asked for that no site answers. */
  unknown: Array<string>
  /** Names for which a TLS connection was begun, whether or not a request followed. */
  greeted: Array<string>
  close: () => Promise<void>
}

const fixture = (name: string) => readFileSync(join(packageRoot, 'test/fixtures/sites', name))

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Array<Buffer> = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => resolve(Buffer.concat(parts)))
    request.on('close', () => resolve(Buffer.concat(parts)))
  })
}

/** Client frames are masked; only what is needed to read them is decoded. */
function unmask(bytes: Buffer): Array<Buffer> {
  const frames: Array<Buffer> = []
  let at = 0
  while (at + 6 <= bytes.length) {
    let length = bytes[at + 1]! & 0x7f
    let head = 2
    if (length === 126) {
      length = bytes.readUInt16BE(at + 2)
      head = 4
    }
    const mask = bytes.subarray(at + head, at + head + 4)
    const payload = Buffer.from(bytes.subarray(at + head + 4, at + head + 4 + length))
    for (let index = 0; index < payload.length; index++) payload[index]! ^= mask[index % 4]!
    frames.push(payload)
    at += head + 4 + length
  }
  return frames
}

/** One loopback server that plays every host: plain http and TLS on the same port, told apart by the first byte. */
export async function startStandIn(hosts: Record<string, Answer>): Promise<StandIn> {
  const log: Array<Received> = []
  const frames: StandIn['frames'] = []
  const unknown: Array<string> = []
  const greeted: Array<string> = []
  const sockets = new Set<Duplex>()
  const context = createSecureContext({ key: fixture('stand-in.key'), cert: fixture('stand-in.crt') })

  const http = createHttp(async (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const received: Received = {
      method: request.method ?? 'GET',
      host,
      path: request.url ?? '/',
      headers: request.headers as Record<string, string>,
      body: await readBody(request),
    }
    log.push(received)
    const answer = hosts[host]
    if (answer === undefined) {
      unknown.push(host)
      response.writeHead(404).end()
      return
    }
    await answer(received, response)
  })
  http.on('upgrade', (request, socket) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    log.push({
      method: 'WS',
      host,
      path: request.url ?? '/',
      headers: request.headers as Record<string, string>,
      body: Buffer.alloc(0),
    })
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    socket.on('data', (bytes: Buffer) => frames.push(...unmask(bytes).map((frame) => ({ host, bytes: frame }))))
    socket.on('error', () => {})
  })

  const tcp = createTcp((socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.unshift(first)
      if (first[0] === 0x16) {
        const secure = new TLSSocket(socket, {
          isServer: true,
          secureContext: context,
          SNICallback: (name, done) => {
            greeted.push(name)
            done(null, context)
          },
        })
        secure.on('error', () => {})
        http.emit('connection', secure)
      } else {
        http.emit('connection', socket)
        socket.resume()
      }
    })
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const { port } = tcp.address() as AddressInfo
  return {
    port,
    map: [['*', `127.0.0.1:${port}`]],
    log,
    frames,
    unknown,
    greeted,
    allBytes: () =>
      [
        ...log.map(
          (entry) =>
            `${entry.method} ${entry.host}${entry.path} ${JSON.stringify(entry.headers)} ${entry.body.toString('latin1')}`,
        ),
        ...frames.map((frame) => frame.bytes.toString('latin1')),
      ].join('\n'),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      http.closeAllConnections()
      await new Promise<void>((resolve) => tcp.close(() => resolve()))
    },
  }
}
