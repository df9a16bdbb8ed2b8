import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Portal, startPortal } from './portal.ts'

type Route = { id: string; parentId?: string; path?: string; index?: boolean; hasLoader: boolean; hasAction: boolean }

/** What anybody may open; every other route of the build sends a stranger to the sign-in page. */
const open = new Map([
  ['/sign-in', 200],
  ['/forgotten', 200],
  ['/set-up/:token', 200],
  ['/join/:token', 200],
  ['/new-password/:token', 200],
  ['/sign-out', 302],
])

let portal: Portal

beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

function routes(): Record<string, Route> {
  const file = readdirSync('build/client/assets').find((name) => name.startsWith('manifest-'))
  const text = readFileSync(`build/client/assets/${file}`, 'utf8')
  const parsed = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as {
    routes: Record<string, Route>
  }
  return parsed.routes
}

function pathOf(all: Record<string, Route>, { path, parentId }: Route): string {
  const above = parentId === undefined || all[parentId] === undefined ? '' : pathOf(all, all[parentId])
  return path === undefined || path === '' ? above : `${above}/${path}`
}

const filled = (path: string) =>
  path.replace(':place', 'vendors').replace(':step', 'name').replaceAll(/:\w+/g, 'sub_00000000000000000000000000') ||
  '/'

test('a stranger gets nothing from any route of the build, by page, by data request and by post', async () => {
  const all = routes()
  const pages = Object.values(all).filter(({ id, path, index }) => id !== 'root' && (path !== undefined || index))
  expect(pages.length).toBeGreaterThan(20)
  const answers: Array<[string, string, number | string]> = []
  for (const route of pages) {
    const path = pathOf(all, route)
    const address = portal.url + filled(path)
    const page = await fetch(address, { redirect: 'manual' })
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    const expected = open.get(path)
    if (expected !== undefined) {
      expect([path, page.status]).toEqual([path, expected])
      continue
    }
    if (page.status !== 302 || !page.headers.get('location')?.startsWith('/sign-in')) {
      answers.push([path, 'page', page.status])
    }
    const body = await (await fetch(`${portal.url}${filled(path).replace(/\/$/, '/_root')}.data`)).text()
    if (!body.includes('SingleFetchRedirect')) answers.push([path, 'data', body.slice(0, 80)])
    if (!route.hasAction) continue
    // A form of an index route is sent to its own address, not to the frame around it.
    const target = route.index && path !== '/' ? `${address}?index` : address
    const posted = await fetch(target, { method: 'POST', body: new URLSearchParams({ a: 'b' }), redirect: 'manual' })
    if (posted.status !== 302 || !posted.headers.get('location')?.startsWith('/sign-in')) {
      answers.push([path, 'post', posted.status])
    }
  }
  expect(answers).toEqual([])
})
