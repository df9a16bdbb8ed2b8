import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPublicAddress, literalAddress, parsePair } from '#scanners/site/egress/address.ts'
import { createEgressPolicy } from '#scanners/site/egress/policy.ts'

let server: Server
let port: number
beforeAll(async () => {
  server = createServer((_request, response) => response.end('ok'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

test('only unicast addresses are public, in every spelling', () => {
  const refused = [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '::1',
    'fe80::1',
  ]
  const odd = [
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    'fd00::1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '2002:7f00:1::',
  ]
  expect([...refused, ...odd].filter(isPublicAddress)).toEqual([])
  expect(['93.184.216.34', '2606:2800:220:1::1'].every(isPublicAddress)).toBe(true)
})

test('literals are recognised however they are written', () => {
  expect(['0177.0.0.1', '0x7f000001', '2130706433', '127.1'].map(literalAddress)).toEqual(Array(4).fill('127.0.0.1'))
  expect(literalAddress('example.com')).toBeUndefined()
})

test('a private address is refused and named, whatever the port', async () => {
  const policy = createEgressPolicy()
  for (const host of ['127.0.0.1', '[::ffff:10.0.0.1]', '0x7f.1', 'localhost', 'a.localhost.', '169.254.169.254']) {
    expect(await policy(host, 80), host).toMatchObject({ allowed: false, why: 'blocked-address' })
  }
  expect(await policy('93.184.216.34', 22)).toMatchObject({ allowed: false, why: 'blocked-port' })
})

test('the laboratory opens exactly the pairs it names', async () => {
  const policy = createEgressPolicy({ allow: [`127.0.0.1:${port}`], map: [['*.test', `127.0.0.1:${port}`]] })
  expect(await policy('127.0.0.1', port)).toMatchObject({ allowed: true, laboratory: true, mapped: false })
  expect(await policy('127.0.0.1', port + 1)).toMatchObject({ allowed: false })
  expect(await policy('a.test', 443)).toMatchObject({ allowed: true, address: '127.0.0.1', port, mapped: true })
})

test('a wildcard maps names, never an address written out', async () => {
  const policy = createEgressPolicy({ allow: [], map: [['*', `127.0.0.1:${port}`]] })
  expect(await policy('10.0.0.1', 80)).toMatchObject({ allowed: false, why: 'blocked-address' })
  expect(await policy('localhost', 80)).toMatchObject({ allowed: false, why: 'blocked-address' })
  expect(await policy('anything.example', 80)).toMatchObject({ allowed: true, mapped: true })
})

test('pairs and ranges are read, nonsense is not', () => {
  expect(parsePair('127.0.0.1:8000-8010')).toEqual({ host: '127.0.0.1', from: 8000, to: 8010 })
  expect(parsePair('[::1]:80')).toEqual({ host: '::1', from: 80, to: 80 })
  expect(['127.0.0.1', 'x:0', 'x:90000', 'x:20-10'].map(parsePair)).toEqual(Array(4).fill(undefined))
})
