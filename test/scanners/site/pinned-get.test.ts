import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { pinnedGet } from '#scanners/site/egress/pinned-get.ts'

async function listening(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const given = () => ({ headers: { authorization: 'Bearer k' }, signal: AbortSignal.timeout(5_000) })

test('only what is public or named as laboratory is reached, whatever way the address is written', async () => {
  let asked = 0
  const host = await listening((_request, response) => {
    asked += 1
    response.end('{}')
  })
  const port = host.split(':')[1]
  const closed = pinnedGet([])
  for (const name of [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '2130706433',
    '0x7f.1',
    '[::ffff:127.0.0.1]',
    '169.254.169.254',
  ])
    await expect(closed(`http://${name}:${port}/`, given())).rejects.toThrow(/blocked-address|dns/)
  await expect(closed('https://10.0.0.1/', given())).rejects.toThrow('blocked-address')
  expect(asked).toBe(0)
  expect(await (await pinnedGet([host])(`http://${host}/`, given())).text()).toBe('{}')
  expect(asked).toBe(1)
})

test('a credential never goes in the clear to a public address', async () => {
  await expect(pinnedGet([])('http://93.184.215.14/', given())).rejects.toThrow('blocked-scheme')
})

test('a redirect is an answer and is not followed, and an endless body is cut off', async () => {
  let followed = 0
  const host = await listening((request, response) => {
    if (request.url === '/next') followed += 1
    if (request.url === '/long') response.end(Buffer.alloc(2 * 1024 ** 2))
    else response.writeHead(302, { location: '/next', 'retry-after': '7' }).end()
  })
  const get = pinnedGet([host])
  const answer = await get(`http://${host}/`, given())
  expect([answer.status, answer.ok, answer.headers.get('retry-after'), followed]).toEqual([302, false, '7', 0])
  await expect(get(`http://${host}/long`, given())).rejects.toThrow()
})
