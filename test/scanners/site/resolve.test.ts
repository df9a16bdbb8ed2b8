import { createSocket, type Socket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEgressPolicy } from '#scanners/site/egress/policy.ts'

type Zone = Record<string, { a?: (asked: number) => Array<string>; cname?: string }>

const asked = new Map<string, number>()
const zone: Zone = {
  'rebind.test': { a: (times) => (times === 0 ? ['93.184.216.34'] : ['127.0.0.1']) },
  'mixed.test': { a: () => ['93.184.216.34', '10.0.0.1'] },
  'metrics.practice.test': { a: () => ['93.184.216.34'], cname: 'practice.collector.example' },
  'practice.collector.example': { a: () => ['93.184.216.34'] },
}

function encodeName(name: string): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]))
  return Buffer.concat([...labels, Buffer.from([0])])
}

function record(name: string, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(10)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(1, 2)
  head.writeUInt16BE(data.length, 8)
  return Buffer.concat([encodeName(name), head, data])
}

/** A name server for the few questions a resolver asks: A and CNAME of one name. */
function answer(query: Buffer): Buffer {
  let at = 12
  const labels: Array<string> = []
  while (query[at] !== 0) {
    labels.push(query.subarray(at + 1, at + 1 + query[at]!).toString())
    at += 1 + query[at]!
  }
  const name = labels.join('.').toLowerCase()
  const type = query.readUInt16BE(at + 1)
  const entry = zone[name]
  const answers: Array<Buffer> = []
  if (entry?.cname !== undefined && type === 5) answers.push(record(name, 5, encodeName(entry.cname)))
  if (entry?.a !== undefined && type === 1) {
    const times = asked.get(name) ?? 0
    asked.set(name, times + 1)
    for (const address of entry.a(times)) answers.push(record(name, 1, Buffer.from(address.split('.').map(Number))))
  }
  const head = Buffer.from(query.subarray(0, 12))
  head.writeUInt16BE(entry === undefined ? 0x8183 : 0x8180, 2)
  head.writeUInt16BE(answers.length, 6)
  head.fill(0, 8, 12)
  return Buffer.concat([head, query.subarray(12, at + 5), ...answers])
}

let server: Socket
let dns: string
beforeAll(async () => {
  server = createSocket('udp4', (message, from) => server.send(answer(message), from.port, from.address))
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
  dns = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

test('a name keeps its first answer for the whole scan, so it cannot move into the private network', async () => {
  const policy = createEgressPolicy({ allow: [], dns })
  expect(await policy('rebind.test', 443)).toMatchObject({ allowed: true, address: '93.184.216.34' })
  expect(await policy('rebind.test', 443)).toMatchObject({ allowed: true, address: '93.184.216.34' })
  expect(asked.get('rebind.test')).toBe(1)
})

test('one private answer among public ones refuses the name', async () => {
  const policy = createEgressPolicy({ allow: [], dns })
  expect(await policy('mixed.test', 443)).toMatchObject({ allowed: false, why: 'blocked-address' })
})

test('the chain of aliases behind a name is kept, an unknown name is said to be unknown', async () => {
  const policy = createEgressPolicy({ allow: [], dns })
  expect(await policy('metrics.practice.test', 443)).toMatchObject({
    allowed: true,
    cnames: ['practice.collector.example'],
  })
  expect(await policy('nowhere.test', 443)).toMatchObject({ allowed: false, why: 'dns' })
})
