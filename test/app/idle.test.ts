import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { loader as portalFrame } from '#app/routes/_portal.tsx'
import { action, loader } from '#app/routes/session.ts'
import { fakeClock, openPortal, requestWith, setUpOwner } from './portal.ts'

const minute = 60_000

async function signedIn() {
  const clock = fakeClock(new Date().toISOString())
  const proviso = await openPortal({ now: clock.now })
  const { headers, actor } = await setUpOwner(proviso)
  const { cookie } = Object.fromEntries(requestWith(headers).headers)
  const asked = (path: string, form?: Record<string, string>): ActionFunctionArgs => ({
    request: new Request(`http://127.0.0.1${path}`, {
      headers: { cookie: cookie! },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    }),
    params: {},
    context: { proviso, cspNonce: '' },
  })
  const left = async () => ((await (await loader(asked('/session'))).json()) as { endsInMs: number }).endsInMs
  const post = async (form: Record<string, string>) => (await action(asked('/session', form))).status
  return { proviso, actor, clock, asked, left, post }
}

const typed = { path: '/practices/new', form: 0, fields: [['name', 'Harbor Ortho']] }

test('asking how long the session has, and keeping what was typed, make it no longer', async () => {
  const { proviso, left, post } = await signedIn()
  const row = () => proviso.db.sqlite.prepare('SELECT updated_at, expires_at FROM sessions').all()
  // The library's clock is the machine's, so the session is made older instead of the time later.
  const old = new Date(Date.now() - 50 * minute).toISOString()
  const soon = new Date(Date.now() + 10 * minute).toISOString()
  proviso.db.sqlite.prepare('UPDATE sessions SET updated_at = ?, expires_at = ?').run(old, soon)
  const before = row()
  const ms = await left()
  expect(ms).toBeGreaterThan(9 * minute)
  expect(ms).toBeLessThan(11 * minute)
  expect(await post({ intent: 'keep', typed: JSON.stringify(typed) })).toBe(200)
  expect(await post({ intent: 'forget', path: typed.path })).toBe(200)
  expect(row()).toEqual(before)
  expect(await post({ intent: 'stay' })).toBe(200)
  expect(row()).not.toEqual(before)
  expect(await left()).toBeGreaterThan(58 * minute)
})

test('what was typed comes back to its own page and person, sealed meanwhile, for a day', async () => {
  const { proviso, clock, asked, post } = await signedIn()
  const kept = async (path: string) => (await portalFrame(asked(path))).kept
  expect(await kept(typed.path)).toBeNull()
  await post({ intent: 'keep', typed: JSON.stringify(typed) })
  expect(await kept(typed.path)).toEqual(typed)
  expect(await kept(`${typed.path}.data`)).toEqual(typed)
  expect(await kept('/vendors/new/name')).toBeNull()
  const [draft] = proviso.db.sqlite.prepare('SELECT form, body FROM drafts').all() as Array<{
    form: string
    body: Buffer
  }>
  expect(draft!.form).not.toContain('practices')
  expect(draft!.body.toString('latin1')).not.toContain('Harbor')
  for (const bad of [
    '',
    '{}',
    '[]',
    JSON.stringify({ ...typed, path: '//evil.example' }),
    JSON.stringify({ ...typed, more: 1 }),
  ]) {
    expect([bad, await post({ intent: 'keep', typed: bad })]).toEqual([bad, 400])
  }
  expect(await kept(typed.path)).toEqual(typed)
  await post({ intent: 'forget', path: typed.path })
  expect(await kept(typed.path)).toBeNull()
  await post({ intent: 'keep', typed: JSON.stringify(typed) })
  proviso.db.sqlite
    .prepare('UPDATE drafts SET updated_at = ?')
    .run(new Date(clock.now().getTime() - 25 * 60 * minute).toISOString())
  expect(await kept(typed.path)).toBeNull()
})

test('nobody signed in: no time left, nothing kept', async () => {
  const { proviso, asked } = await signedIn()
  const stranger = { ...asked('/session'), request: new Request('http://127.0.0.1/session') }
  await expect(loader(stranger)).rejects.toMatchObject({ status: 302 })
  const form = new URLSearchParams({ intent: 'keep', typed: JSON.stringify(typed) })
  const posted = { ...stranger, request: new Request('http://127.0.0.1/session', { method: 'POST', body: form }) }
  await expect(action(posted)).rejects.toMatchObject({ status: 302 })
  expect(proviso.db.sqlite.prepare('SELECT COUNT(*) FROM drafts').pluck().get()).toBe(0)
})
