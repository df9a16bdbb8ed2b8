import { createHash, createHmac } from 'node:crypto'
import { murmur32, murmur128 } from '#scanners/site/leak/small-digests.ts'
import { base64, blake3, digest, digits, type Flow, get, hex, lower, post, xxh64 } from './senders.ts'

/** Fields sent as a digest. */
export const hashedFlows: ReadonlyArray<Flow> = [
  // hashed
  { name: 'SHA-256 of lower case', field: 'email', send: (p) => [get(`em=${digest('sha256', lower(p.email))}`)] },
  { name: 'SHA-256 of digits', field: 'phone', send: (p) => [get(`ph=${digest('sha256', digits(p.phone))}`)] },
  {
    name: 'SHA-256 of E.164 in base64',
    field: 'phone',
    send: (p) => [
      post(JSON.stringify({ ph: Buffer.from(digest('sha256', `+1${digits(p.phone)}`), 'hex').toString('base64') })),
    ],
  },
  {
    name: 'SHA-256 of a birth date, under no telling name',
    field: 'birth-date',
    send: (p) => [get(`k1=${digest('sha256', p['birth-date'].replaceAll('-', ''))}`)],
  },
  {
    name: 'SHA-256 of a postal code',
    field: 'postal-code',
    send: (p) => [get(`k2=${digest('sha256', p['postal-code'])}`)],
  },
  { name: 'MD5 of upper case', field: 'email', send: (p) => [get(`h=${digest('md5', p.email.toUpperCase())}`)] },
  { name: 'SHA-1 of MD5', field: 'email', send: (p) => [get(`h=${digest('sha1', digest('md5', lower(p.email)))}`)] },
  {
    name: 'SHA-256 of the bytes of a SHA-256',
    field: 'email',
    send: (p) => [get(`h=${digest('sha256', createHash('sha256').update(lower(p.email)).digest())}`)],
  },
  {
    name: 'SHA-256 cut to 16 digits',
    field: 'email',
    send: (p) => [get(`h=${digest('sha256', lower(p.email)).slice(0, 16)}`)],
  },
  { name: 'SHA-256 of base64', field: 'email', send: (p) => [get(`h=${digest('sha256', base64(lower(p.email)))}`)] },
  { name: 'SHA-1 of hex', field: 'text', send: (p) => [get(`h=${digest('sha1', hex(p.text))}`)] },
  { name: 'SHA-512/256', field: 'email', send: (p) => [get(`h=${digest('sha512-256', lower(p.email))}`)] },
  { name: 'BLAKE2b', field: 'email', send: (p) => [get(`h=${digest('blake2b512', lower(p.email))}`)] },
  { name: 'BLAKE3', field: 'email', send: (p) => [get(`h=${blake3.init().update(lower(p.email)).digest('hex')}`)] },
  { name: 'xxHash64', field: 'email', send: (p) => [get(`h=${xxh64.init().update(lower(p.email)).digest('hex')}`)] },
  {
    name: 'Murmur3 128',
    field: 'email',
    send: (p) => [get(`h=${murmur128(Buffer.from(lower(p.email))).toString('hex')}`)],
  },
  {
    name: 'Murmur3 32 as a number under a telling name',
    field: 'email',
    send: (p) => [get(`email_hash=${murmur32(Buffer.from(lower(p.email))).readUInt32BE(0)}`)],
  },
  {
    name: 'SHA-3 in hex in base64',
    field: 'last-name',
    send: (p) => [get(`h=${encodeURIComponent(base64(digest('sha3-256', lower(p['last-name']))))}`)],
  },
  {
    name: 'a digest as a list of bytes',
    field: 'email',
    send: (p) => [post(JSON.stringify({ h: [...createHash('sha256').update(lower(p.email)).digest()] }))],
  },
  {
    name: 'two digests run together',
    field: 'phone',
    send: (p) => [get(`h=${digest('sha256', 'nobody')}${digest('sha256', digits(p.phone))}`)],
  },
  {
    name: 'salt before, salt in the request',
    field: 'email',
    send: (p) => [get(`salt=s3cr3t-2026&h=${digest('sha256', `s3cr3t-2026${lower(p.email)}`)}`)],
  },
  {
    name: 'salt after a colon',
    field: 'phone',
    send: (p) => [get(`site=clinic-77&h=${digest('sha1', `${digits(p.phone)}:clinic-77`)}`)],
  },
  {
    name: 'HMAC with a key in the request',
    field: 'email',
    send: (p) => [
      post(
        JSON.stringify({ k: 'pub_8842a', h: createHmac('sha256', 'pub_8842a').update(lower(p.email)).digest('hex') }),
      ),
    ],
  },
  {
    name: 'MD5 salted with the host',
    field: 'email',
    send: (p) => [get(`h=${digest('md5', `in.nobody-knows.example|${lower(p.email)}`)}`)],
  },
  {
    name: 'salt from the page',
    field: 'email',
    send: (p) => [get(`h=${digest('sha256', `${lower(p.email)}pepper-of-the-page`)}`)],
  },
]
