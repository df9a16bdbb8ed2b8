import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { doorOf, networkOf } from '#app/network.server.ts'
import { currentPerson, requirePerson, safePath } from '#app/session.server.ts'
import { createOwner, issueSetUpLink, setUpLinkIsOpen } from '#app/use-cases/create-owner.ts'
import { InvalidInput } from '#app/use-cases/problem.ts'
import { SignInRefused, signIn } from '#app/use-cases/sign-in.ts'
import { signOut } from '#app/use-cases/sign-out.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { door, fakeClock, openPortal, owner, requestWith, setUpOwner } from './portal.ts'

test('the set-up link makes one owner, once, and signs in', async () => {
  const proviso = await openPortal()
  const first = issueSetUpLink(proviso)!
  const second = issueSetUpLink(proviso)!
  expect(setUpLinkIsOpen(proviso, first.token)).toBe(false)
  await expect(createOwner(proviso, door, { token: first.token, ...owner })).rejects.toBeInstanceOf(InvalidInput)
  const made = await createOwner(proviso, door, { token: second.token, ...owner })
  expect(await currentPerson(requestWith(made.headers), proviso)).toMatchObject({
    person: { email: owner.email },
    organisation: { name: owner.organisation },
    actor: { role: 'owner' },
  })
  expect(issueSetUpLink(proviso)).toBeNull()
  await expect(createOwner(proviso, door, { token: second.token, ...owner })).rejects.toBeInstanceOf(InvalidInput)
})

test('a set-up link runs out after an hour', async () => {
  const clock = fakeClock()
  const proviso = await openPortal({ now: clock.now })
  const { token } = issueSetUpLink(proviso)!
  clock.forward(3_600_000)
  expect(setUpLinkIsOpen(proviso, token)).toBe(false)
})

test('the cookie is HttpOnly, SameSite=Lax, for the whole site and for no other host', async () => {
  const { headers } = await setUpOwner(await openPortal())
  const cookie = headers.getSetCookie().find((line) => line.includes('session_token'))!
  expect(cookie).toMatch(/^proviso\.session_token=/)
  expect(cookie).toMatch(/; HttpOnly/i)
  expect(cookie).toMatch(/; SameSite=Lax/i)
  expect(cookie).toMatch(/; Path=\//i)
  expect(cookie).not.toMatch(/domain=|max-age=|expires=|; secure/i)
})

test('under https the cookie is Secure', async () => {
  const variables = { NODE_ENV: 'test', PROVISO_ORIGIN: 'https://proviso.example' }
  const { headers } = await setUpOwner(await openPortal({ variables }))
  expect(headers.getSetCookie()[0]).toMatch(/^__Secure-proviso\.session_token=.*; Secure/i)
})

test('five wrong passwords lock the account, also for the right one, until 15 minutes have gone', async () => {
  const clock = fakeClock()
  const proviso = await openPortal({ now: clock.now })
  await setUpOwner(proviso)
  const attempt = (password: string) => signIn(proviso, door, { email: owner.email, password })
  for (let n = 0; n < 5; n += 1) await expect(attempt('wrong password')).rejects.toMatchObject({ reason: 'wrong' })
  await expect(attempt(owner.password)).rejects.toMatchObject({ reason: 'locked' })
  clock.forward(15 * 60_000 + 1)
  await expect(attempt(owner.password)).resolves.toHaveProperty('personId')
})

test('tries at one time cannot slip past the lock', async () => {
  const proviso = await openPortal()
  await setUpOwner(proviso)
  const tries = Array.from({ length: 30 }, () => signIn(proviso, door, { email: owner.email, password: 'x' }))
  const reasons = (await Promise.allSettled(tries)).map((one) => one.status === 'rejected' && one.reason.reason)
  expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(5)
  expect(reasons.filter((reason) => reason === 'locked')).toHaveLength(25)
})

test('an unknown address and a wrong password are answered alike', async () => {
  const proviso = await openPortal()
  await setUpOwner(proviso)
  const refused = async (email: string) =>
    signIn(proviso, door, { email, password: 'not the password' }).catch((error: unknown) => error as SignInRefused)
  const [known, unknown] = [await refused(owner.email), await refused('nobody@harbor.example')]
  expect(known).toBeInstanceOf(SignInRefused)
  expect({ ...known, message: (known as Error).message }).toEqual({
    ...unknown,
    message: (unknown as Error).message,
  })
})

test('signing out ends the session at once, for every copy of the cookie', async () => {
  const proviso = await openPortal()
  const { headers } = await setUpOwner(proviso)
  const request = requestWith(headers)
  const out = await signOut(proviso, request)
  expect(out.headers.getSetCookie().join()).toMatch(/session_token=;.*max-age=0/i)
  expect(await currentPerson(request, proviso)).toBeNull()
})

test('a session ends twelve hours after its start, however busy', async () => {
  const clock = fakeClock(new Date().toISOString())
  const proviso = await openPortal({ now: clock.now })
  const { headers } = await setUpOwner(proviso)
  clock.forward(12 * 3_600_000 - 60_000)
  expect(await currentPerson(requestWith(headers), proviso)).not.toBeNull()
  clock.forward(120_000)
  expect(await currentPerson(requestWith(headers), proviso)).toBeNull()
  expect(proviso.db.sqlite.prepare('SELECT COUNT(*) FROM sessions').pluck().get()).toBe(0)
})

test('a copy of the database alone signs nobody in', async () => {
  const proviso = await openPortal()
  const { headers } = await setUpOwner(proviso)
  const token = proviso.db.sqlite.prepare('SELECT token FROM sessions').pluck().get() as string
  const forged = new Request('http://127.0.0.1/', { headers: { cookie: `proviso.session_token=${token}` } })
  expect(await currentPerson(requestWith(headers), proviso)).not.toBeNull()
  expect(await currentPerson(forged, proviso)).toBeNull()
  const dump = proviso.db.sqlite.serialize().toString('latin1')
  expect(dump).not.toContain(owner.password)
  expect(dump).not.toContain(proviso.home.secret)
  expect(dump).not.toContain(proviso.home.masterKey.toString('latin1'))
})

test('who is not signed in is sent to the sign-in page and back', async () => {
  const proviso = await openPortal()
  const thrown = await requirePerson(new Request('http://127.0.0.1/vendors?q=a'), proviso).catch((r: unknown) => r)
  expect((thrown as Response).headers.get('Location')).toBe('/sign-in?to=%2Fvendors%3Fq%3Da')
  expect(['/vendors?q=a', '//evil.example', '/\\evil.example', 'https://evil.example', null].map(safePath)).toEqual([
    '/vendors?q=a',
    '/',
    '/',
    '/',
    '/',
  ])
})

test('a role that is not among those asked for is refused', async () => {
  const proviso = await openPortal()
  const { headers } = await setUpOwner(proviso)
  const thrown = await requirePerson(requestWith(headers), proviso, { roles: ['auditor'] }).catch((r: unknown) => r)
  expect((thrown as Response).status).toBe(403)
})

test('sign-ins, failures and locks are in the audit log, without the address that was typed', async () => {
  const proviso = await openPortal()
  await setUpOwner(proviso)
  await signIn(proviso, door, { email: 'nobody@harbor.example', password: 'x' }).catch(() => undefined)
  for (let n = 0; n < 6; n += 1) {
    await signIn(proviso, door, { email: owner.email, password: 'x' }).catch(() => undefined)
  }
  const rows = proviso.db.sqlite.prepare('SELECT action, chain, network FROM audit_events').all() as Array<{
    action: string
    network: string | null
  }>
  const actions = rows.map((row) => row.action)
  expect(actions.filter((action) => action === 'sign-in.failed')).toHaveLength(6)
  expect(actions).toContain('sign-in.locked')
  expect(actions).toContain('sign-in.succeeded')
  expect(rows.find((row) => row.action === 'sign-in.failed')?.network).toBe('127.0.0.0/24')
  expect(JSON.stringify(rows)).not.toContain('harbor.example')
})

test('the origin checks of the sign-in library are never switched off', () => {
  const settings = readFileSync(join(packageRoot, 'app/auth.server.ts'), 'utf8')
  expect(settings).not.toMatch(/disableCSRFCheck|disableOriginCheck|cookieCache: \{ enabled: true/)
  expect(settings).toMatch(/telemetry: \{ enabled: false \}/)
})

test('signing in again ends the session the browser had before', async () => {
  const proviso = await openPortal()
  const first = requestWith((await setUpOwner(proviso)).headers)
  const again = doorOf(first, '127.0.0.1')
  const { headers } = await signIn(proviso, again, { email: owner.email, password: owner.password })
  expect(await currentPerson(first, proviso)).toBeNull()
  expect(await currentPerson(requestWith(headers), proviso)).not.toBeNull()
})

test('an hour without a request ends the session; a request keeps it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const proviso = await openPortal()
  const request = requestWith((await setUpOwner(proviso)).headers)
  for (let n = 0; n < 3; n += 1) {
    vi.setSystemTime(Date.now() + 50 * 60_000)
    expect(await currentPerson(request, proviso)).not.toBeNull()
  }
  vi.setSystemTime(Date.now() + 61 * 60_000)
  expect(await currentPerson(request, proviso)).toBeNull()
})

test('addresses are kept as blocks only', () => {
  expect(['203.0.113.77', '::ffff:203.0.113.77', '2001:db8:1:2:3::4', 'not an address', null].map(networkOf)).toEqual([
    '203.0.113.0/24',
    '203.0.113.0/24',
    '2001:db8:1::/48',
    null,
    null,
  ])
})

test('a flood of sign-ins is turned away in words instead of filling the memory', async () => {
  const proviso = await openPortal()
  await setUpOwner(proviso)
  const flood = Array.from({ length: 105 }, (_, n) =>
    signIn(
      proviso,
      { address: null, userAgent: null },
      { email: `p${n}@harbor.example`, password: 'not the password' },
    ),
  )
  const reasons = (await Promise.allSettled(flood)).map((one) => one.status === 'rejected' && one.reason.reason)
  expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(102)
  expect(reasons.filter((reason) => reason === 'busy')).toHaveLength(3)
})
