import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#db/schema.ts'
import { roles as everyRole } from '#db/schema.ts'
import { type AccessRow, accessMatrix, type Roles } from '../app/access-matrix.ts'
import { totp } from '../totp.ts'
import { endWatch, planted, rowsOf, type TwoOrganisations, twoOrganisations, type World } from './access-world.ts'
import { buildOnce } from './build-once.ts'
import { type Portal, startPortal } from './portal.ts'

type Route = { id: string; parentId?: string; path?: string; index?: boolean; hasAction: boolean }
type Place = 'vendors' | 'practices' | 'prospects'
const places: ReadonlyArray<Place> = ['vendors', 'practices', 'prospects']

let two: TwoOrganisations
let portal: Portal
let routes: ReadonlyArray<{ id: string; pattern: string; hasAction: boolean; row: AccessRow }>
const cookies = {} as Record<Role, string>

function builtRoutes(): Record<string, Route> {
  const file = readdirSync('build/client/assets').find((name) => name.startsWith('manifest-'))
  const text = readFileSync(`build/client/assets/${file}`, 'utf8')
  return (JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as { routes: Record<string, Route> })
    .routes
}

function patternOf(all: Record<string, Route>, { path, parentId }: Route): string {
  const above = parentId === undefined || all[parentId] === undefined ? '' : patternOf(all, all[parentId])
  return path === undefined || path === '' ? above : `${above}/${path}`
}

const cookieOf = ({ headers }: Response) =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

/** Our organisation holds logs, so everybody sets up an app before anything else opens. */
async function setUpSecondFactor(role: Role): Promise<void> {
  const send = (form: Record<string, string>) =>
    fetch(`${portal.url}/second-factor`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { cookie: cookies[role], 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    })
  await send({ intent: 'start', password: two.password })
  const page = await fetch(`${portal.url}/second-factor`, { headers: { cookie: cookies[role] } })
  const key = /<code[^>]*>([^<]+)<\/code>/.exec(await page.text())?.[1] ?? ''
  const answer = await send({ intent: 'confirm', code: totp(key, new Date()) })
  cookies[role] = cookieOf(answer)
  expect([role, cookies[role]]).toEqual([role, expect.stringContaining('session_token=')])
  await send({ intent: 'kept' })
}

beforeAll(async () => {
  // The world's runs are read in child processes, and a build of another test file may be emptying their folder.
  await buildOnce()
  two = await twoOrganisations()
  portal = await startPortal({ PROVISO_HOME: two.home })
  for (const role of everyRole) {
    const body = new URLSearchParams({ email: two.people[role], password: two.password })
    const answer = await fetch(`${portal.url}/sign-in`, { method: 'POST', body, redirect: 'manual' })
    cookies[role] = cookieOf(answer)
    expect([role, cookies[role]]).toEqual([role, expect.stringContaining('session_token=')])
    await setUpSecondFactor(role)
  }
  const all = builtRoutes()
  routes = Object.values(all)
    .filter(({ id, path, index }) => id !== 'root' && (path !== undefined || index))
    // A layout of a subject is asked through the pages under it.
    .filter(({ id }) => !Object.values(all).some(({ parentId, index }) => parentId === id && index))
    .map((route) => {
      const { id, hasAction } = route
      return { id, pattern: patternOf(all, route) || '/', hasAction, row: accessMatrix[id] ?? { reads: [] } }
    })
}, 180_000)
afterAll(async () => {
  await portal.stop()
  endWatch(two.home)
  rmSync(two.home, { recursive: true, force: true })
})

/** Every address of a route with its ids from `world`: once per place, and per kind of id where `kinds` says so. */
function addresses(pattern: string, row: AccessRow, world: World, everyKind: boolean) {
  const found: Array<{ path: string; place: Place | null }> = []
  const byPlace = pattern.includes(':place') ? places : [null]
  for (const place of byPlace) {
    for (const kind of everyKind ? Object.keys(world.ids) : [null]) {
      const path = pattern.replaceAll(/:(\w+)/g, (_all, name: string) => {
        if (name === 'place') return place ?? ''
        if (row.words?.[name] !== undefined) return row.words[name]
        if (name === 'requirement') return world.requirements[place ?? 'practices']
        const own = name === 'subject' ? (place ?? 'vendors') : name
        return world.ids[kind ?? own] ?? `no-${name}`
      })
      found.push({ path, place })
    }
  }
  return [...new Map(found.map((one) => [one.path, one])).values()]
}

const allowed = (roles: Roles | 'door' | undefined, role: Role, place: Place | null): boolean => {
  if (roles === undefined || roles === 'door') return false
  if (Array.isArray(roles)) return roles.includes(role)
  return place !== null && ((roles as Partial<Record<Place, ReadonlyArray<Role>>>)[place]?.includes(role) ?? false)
}

type Asked = { status: number; text: string; location: string | null; policy: string }

async function ask(role: Role, path: string, form?: Record<string, string>): Promise<Asked> {
  // Thousands of answers: packing and unpacking them is not what is looked at here.
  const plain = { 'accept-encoding': 'identity' }
  const headers: Record<string, string> = { cookie: cookies[role], 'sec-fetch-site': 'same-origin', ...plain }
  const post = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
  const signal = AbortSignal.timeout(20_000)
  const answer = await fetch(portal.url + path, { headers, redirect: 'manual', signal, ...post })
  // On a slow machine the sign-in is older than a sensitive step allows: the password is given again, as people do.
  if (answer.headers.get('location')?.startsWith('/confirm')) {
    await answer.body?.cancel()
    const body = new URLSearchParams({ password: two.password, to: path })
    const confirmed = await fetch(`${portal.url}/confirm`, { method: 'POST', headers, body, redirect: 'manual' })
    expect([role, confirmed.status]).toEqual([role, 302])
    return ask(role, path, form)
  }
  // A stream of events does not end by itself; that it began is the answer.
  const streams = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  const text = streams ? '' : await answer.text()
  if (streams) await answer.body?.cancel()
  const { status, headers: answered } = answer
  return { status, text, location: answered.get('location'), policy: answered.get('content-security-policy') ?? '' }
}

const isRefusal = (status: number) => status === 403 || status === 404
const leaks = (text: string) => text.toLowerCase().includes(planted.toLowerCase())

test('every route of the build has a row of the matrix, and every row a route', () => {
  expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(accessMatrix).sort())
  const unsaid = routes.filter(({ hasAction, row }) => row.reads !== 'door' && hasAction !== (row.writes !== undefined))
  expect(unsaid.map(({ id }) => id)).toEqual([])
})

test('each role opens what it may, and everything else is absent or refused', async () => {
  const wrong: Array<string> = []
  for (const { id, pattern, row } of routes) {
    if (row.reads === 'door') continue
    for (const { path, place } of addresses(pattern, row, two.ours, false)) {
      for (const role of everyRole) {
        const { status, text } = await ask(role, path)
        const unbound = [...text.matchAll(/<form[^>]*method="post"[^>]*>/g)].map(([form]) => form)
        wrong.push(...unbound.filter((form) => !form.includes(`in=${two.ours.organisationId}`)))
        const may = allowed(row.reads, role, place)
        if (may ? status >= 400 : !isRefusal(status)) wrong.push(`${role} ${path} (${id}): ${status}`)
      }
    }
  }
  expect(wrong).toEqual([])
}, 240_000)

test('a form a role may not send is refused and changes nothing', async () => {
  const wrong: Array<string> = []
  for (const { pattern, row } of routes) {
    if (row.writes === undefined) continue
    for (const { path, place } of addresses(pattern, row, two.ours, false)) {
      const target = pattern === '/' ? '/?index' : path
      for (const role of everyRole.filter((one) => !allowed(row.writes, one, place))) {
        const before = rowsOf(two.home, two.ours.organisationId)
        const form = Object.fromEntries((row.idFields ?? []).map((name) => [name, two.ours.ids.practices ?? '']))
        const { status } = await ask(role, `${target}?index`.replace(/\?index$/, indexOf(path)), form)
        if (!isRefusal(status)) wrong.push(`${role} POST ${path}: ${status}`)
        if (rowsOf(two.home, two.ours.organisationId) !== before) wrong.push(`${role} POST ${path} changed rows`)
      }
    }
  }
  expect(wrong).toEqual([])
}, 240_000)

/** Posts to an index route need ?index, else they reach its layout. */
function indexOf(path: string): string {
  return routes.some(({ id, pattern }) => id.endsWith('._index') && matches(pattern, path)) ? '?index' : ''
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)
}

test('no id of another organisation opens anything, in any role, on any route, and none of its rows changes', async () => {
  const before = rowsOf(two.home, two.theirs.organisationId)
  const wrong: Array<string> = []
  let asked = 0
  const judge = (
    what: string,
    { status, text }: { status: number; text: string },
    expected: (n: number) => boolean,
  ) => {
    asked += 1
    if (!expected(status)) wrong.push(`${what}: ${status}`)
    if (leaks(text)) wrong.push(`${what}: holds a byte of the other organisation`)
  }
  // Every role on every route is the full run; else the owner, who may most, and one other role in turn.
  const others = everyRole.filter((role) => role !== 'owner')
  const rolesAt = (index: number): ReadonlyArray<Role> =>
    process.env.PROVISO_TEST_FULL === undefined ? ['owner', others[index % others.length]!] : everyRole
  // Likewise every kind of id: in the full run on every route, else on each third.
  const thorough = (index: number) => process.env.PROVISO_TEST_FULL !== undefined || index % 3 === 0
  for (const [index, { pattern, row }] of routes.entries()) {
    if (row.reads === 'door') continue
    const takesId = /:(?!place|step)\w+/.test(pattern)
    for (const role of rolesAt(index)) {
      // The owner tries every kind of id in every place of a path; the others the kind that belongs there.
      for (const { path, place } of addresses(
        pattern,
        row,
        two.theirs,
        takesId && role === 'owner' && thorough(index),
      )) {
        const notHere = (status: number) =>
          takesId ? status === 404 || (status === 403 && !allowed(row.reads, role, place)) : status < 500
        judge(`${role} ${path}`, await ask(role, path), notHere)
        judge(`${role} ${path}.data`, await ask(role, path === '/' ? '/_root.data' : `${path}.data`), notHere)
        if (row.writes === undefined || !takesId) continue
        judge(`${role} POST ${path}`, await ask(role, path + indexOf(path), {}), isRefusal)
      }
      for (const [kind, id] of Object.entries(two.theirs.ids)) {
        const [own] = addresses(pattern, row, two.ours, false)
        const every = role === 'owner' && thorough(index)
        if (own === undefined || (!every && !['vendors', 'run'].includes(kind))) continue
        const query = ['subject', 'made', 'from', 'to', 'run', 'import', 'id', 'person', 'search', 'object'].map(
          (q) => `${q}=${id}`,
        )
        judge(`${role} ${own.path}?…${kind}`, await ask(role, `${own.path}?${query.join('&')}`), (n) => n < 500)
        for (const name of row.idFields ?? []) {
          const sent = await ask(role, own.path + indexOf(own.path), {
            [name]: id,
            ...row.fields,
            length: 'report',
            authority: 'public',
            confirmed: 'yes',
            pages: '1',
            consent: 'none',
            viewport: 'desktop',
          })
          judge(`${role} POST ${own.path} ${name}=${kind}`, sent, (n) => n >= 400 && n < 500)
        }
      }
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(1_000)
  expect(rowsOf(two.home, two.theirs.organisationId)).toBe(before)
}, 480_000)

test('every answer, also a refusal, carries the policy, and no fault shows its inside', async () => {
  const paths = [
    '/',
    '/sign-in',
    '/nowhere',
    '/vendors/nothing',
    '/assets/nothing.js',
    '/mark.svg',
    '/%E0%A4%A',
    '/a%00b',
    '/agreements.csv',
    `/files/${two.ours.ids.sha256}`,
    `/reports/${two.ours.ids.report}/view`,
    '/vendors?page=-1&search=%',
    '/vendors.data',
    '/vendors.data?_routes=nothing',
  ]
  for (const path of paths) {
    for (const headers of [{}, { cookie: cookies.owner }]) {
      for (const method of ['GET', 'PUT', 'DELETE', 'POST']) {
        const answer = await fetch(portal.url + path, {
          method,
          headers: { ...headers, origin: portal.url },
          redirect: 'manual',
        })
        const text = await answer.text()
        const said = (name: string) => answer.headers.get(name) ?? ''
        const policy = said('content-security-policy')
        const what = `${method} ${path}`
        expect([
          what,
          /unsafe-/.test(policy),
          said('x-content-type-options'),
          said('referrer-policy'),
          said('x-powered-by'),
        ]).toEqual([what, false, 'nosniff', 'same-origin', ''])
        expect([what, said('x-frame-options'), policy]).toEqual([
          what,
          'DENY',
          expect.stringMatching(/frame-ancestors 'none'|sandbox/),
        ])
        expect([what, /\bat [\w.<>]+ \(|node_modules|\/app\//.test(text)]).toEqual([what, false])
        expect([what, answer.status]).not.toEqual([what, 500])
      }
    }
  }
})

test('a form from another place is refused on every route that takes one', async () => {
  const forms = routes.filter(({ hasAction }) => hasAction)
  expect(forms.length).toBeGreaterThan(8)
  const before = rowsOf(two.home, two.ours.organisationId)
  for (const { pattern, row } of forms) {
    const [own] = addresses(pattern, row, two.ours, false)
    const sent: ReadonlyArray<Record<string, string>> = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      {},
    ]
    for (const headers of sent) {
      const answer = await fetch(portal.url + own?.path, {
        method: 'POST',
        body: new URLSearchParams({}),
        headers: { cookie: cookies.owner, ...headers },
        redirect: 'manual',
      })
      expect([own?.path, headers, answer.status]).toEqual([own?.path, headers, 403])
    }
  }
  expect(rowsOf(two.home, two.ours.organisationId)).toBe(before)
})

test('signing in leads nowhere but here', async () => {
  for (const to of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:a=b',
    '\\\\evil.example',
  ]) {
    for (const cookie of ['', cookies.viewer]) {
      const { headers } = await fetch(`${portal.url}/sign-in?to=${encodeURIComponent(to)}`, {
        headers: { cookie },
        redirect: 'manual',
      })
      const location = headers.get('location') ?? '/'
      expect([to, new URL(location, portal.url).origin, headers.get('set-cookie')]).toEqual([to, portal.url, null])
    }
  }
})
