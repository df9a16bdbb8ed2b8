import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Proviso } from '#app/proviso.server.ts'
import { currentPerson, mustSetUpSecondFactor, requireFresh, requirePerson } from '#app/session.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { choosePassword } from '#app/use-cases/enter-by-link.ts'
import { ChallengeOver, enterCode } from '#app/use-cases/enter-code.ts'
import { confirmPassword } from '#app/use-cases/own-account.ts'
import { makePasswordLink, resetSecondFactor } from '#app/use-cases/people.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { InvalidInput } from '#app/use-cases/problem.ts'
import {
  confirmSecondFactor,
  forgetEnrolment,
  openEnrolment,
  renewRecoveryCodes,
  replaceSecondFactor,
  security,
  startSecondFactor,
} from '#app/use-cases/second-factor.ts'
import { signIn } from '#app/use-cases/sign-in.ts'
import { scoped } from '#db/scoped.ts'
import { totp } from '../totp.ts'
import { door, openPortal, owner, requestWith, setUpOwner } from './portal.ts'

beforeEach(() => {
  // Codes and locks of the sign-in library go by the system's clock.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:05Z') })
  onTestFinished(() => void vi.useRealTimers())
})

const forward = (ms: number) => vi.setSystemTime(Date.now() + ms)
const withCookies = (headers: Headers) => ({ ...door, cookie: requestWith(headers).headers.get('cookie') })
const password = { password: owner.password }

async function known(proviso: Proviso, headers: Headers) {
  const signedIn = await currentPerson(requestWith(headers), proviso)
  if (signedIn === null) throw new Error('Nobody is signed in.')
  return signedIn
}

/** An owner with the second factor on, its key and its recovery codes. */
async function enrolled(options: Parameters<typeof openPortal>[0] = {}) {
  const proviso = await openPortal({ work: false, ...options })
  const { headers, actor } = await setUpOwner(proviso)
  const signedIn = await known(proviso, headers)
  const own = withCookies(headers)
  await startSecondFactor(proviso, own, signedIn, password)
  const open = openEnrolment(proviso, signedIn)
  if (open === null) throw new Error('No key was made.')
  const code = totp(open.key, new Date())
  const done = await confirmSecondFactor(proviso, own, signedIn, { code })
  forward(90_000)
  return { proviso, actor, key: open.key, codes: open.codes, headers: done.headers, first: headers }
}

/** The password step; what the browser holds when it is asked for the code. */
async function challenged(proviso: Proviso) {
  const answer = await signIn(proviso, door, { email: owner.email, password: owner.password })
  expect(answer).toMatchObject({ next: '/sign-in/code', personId: null })
  expect(await currentPerson(requestWith(answer.headers), proviso)).toBeNull()
  return withCookies(answer.headers)
}

const actions = (proviso: Proviso) =>
  proviso.db.sqlite.prepare('SELECT action FROM audit_events ORDER BY chain, seq').pluck().all()

test('the first code turns it on, ends the session before, and then the password alone opens nothing', async () => {
  const { proviso, key, headers, first } = await enrolled()
  expect(await currentPerson(requestWith(first), proviso)).toBeNull()
  const signedIn = await known(proviso, headers)
  expect(security(proviso, signedIn)).toMatchObject({ on: true, codesLeft: 10, passkeys: [] })
  const asked = await challenged(proviso)
  const entered = await enterCode(proviso, asked, { code: totp(key, new Date()) })
  expect(await known(proviso, entered.headers)).toMatchObject({ person: { email: owner.email } })
  expect(actions(proviso)).toEqual(expect.arrayContaining(['second-factor.on', 'sign-in.code-asked']))
})

test('a code lets in once: not again from the same browser, not from another, not right after it was set up', async () => {
  const { proviso, key } = await enrolled()
  const [one, other] = [await challenged(proviso), await challenged(proviso)]
  const code = totp(key, new Date())
  const sessions = () => proviso.db.sqlite.prepare('SELECT COUNT(*) FROM sessions').pluck().get()
  await enterCode(proviso, one, { code })
  const before = sessions()
  await expect(enterCode(proviso, other, { code })).rejects.toBeInstanceOf(ChallengeOver)
  await expect(enterCode(proviso, one, { code })).rejects.toBeInstanceOf(ChallengeOver)
  expect(sessions()).toBe(before)
  expect(actions(proviso)).toContain('sign-in.code-replayed')
})

test('two at one time with the same code: one enters', async () => {
  const { proviso, key } = await enrolled()
  const asked = [await challenged(proviso), await challenged(proviso)]
  const code = totp(key, new Date())
  const answers = await Promise.allSettled(asked.map((one) => enterCode(proviso, one, { code })))
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the code used to set the app up does not open the door a moment later', async () => {
  const proviso = await openPortal({ work: false })
  const { headers } = await setUpOwner(proviso)
  const signedIn = await known(proviso, headers)
  await startSecondFactor(proviso, withCookies(headers), signedIn, password)
  const code = totp(openEnrolment(proviso, signedIn)!.key, new Date())
  await confirmSecondFactor(proviso, withCookies(headers), signedIn, { code })
  await expect(enterCode(proviso, await challenged(proviso), { code })).rejects.toBeInstanceOf(ChallengeOver)
})

test('one step early or late is accepted, two are not', async () => {
  const { proviso, key } = await enrolled()
  for (const [steps, accepted] of [
    [-2, false],
    [-1, true],
    [1, true],
    [2, false],
  ] as const) {
    const tried = enterCode(proviso, await challenged(proviso), { code: totp(key, new Date(), steps) })
    expect([steps, await tried.then(Boolean, () => false)]).toEqual([steps, accepted])
    forward(300_000)
  }
})

test('five wrong codes lock for 15 minutes, whatever the challenge', async () => {
  const { proviso, key } = await enrolled()
  const wrong = totp(key, new Date(), 7)
  for (let n = 0; n < 5; n += 1)
    await expect(enterCode(proviso, await challenged(proviso), { code: wrong })).rejects.toBeInstanceOf(InvalidInput)
  const right = async () => enterCode(proviso, await challenged(proviso), { code: totp(key, new Date()) })
  await expect(right()).rejects.toMatchObject({ reason: 'locked' })
  forward(15 * 60_000 - 5_000)
  await expect(right()).rejects.toMatchObject({ reason: 'locked' })
  forward(10_000)
  await expect(right()).resolves.toHaveProperty('personId')
})

test('a challenge is over after ten minutes, and nothing goes without one', async () => {
  const { proviso, key } = await enrolled()
  const slow = await challenged(proviso)
  forward(601_000)
  await expect(enterCode(proviso, slow, { code: totp(key, new Date()) })).rejects.toBeInstanceOf(ChallengeOver)
  await expect(enterCode(proviso, door, { code: totp(key, new Date()) })).rejects.toBeInstanceOf(ChallengeOver)
})

test('a recovery code lets in once, however it is typed, and lies in the database as a hash only', async () => {
  const { proviso, codes, headers } = await enrolled()
  expect(new Set(codes).size).toBe(10)
  const [code = ''] = codes
  const entered = await enterCode(proviso, await challenged(proviso), {
    code: ` ${code.toUpperCase().replace('-', ' ')}`,
  })
  expect(security(proviso, await known(proviso, entered.headers)).codesLeft).toBe(9)
  await expect(enterCode(proviso, await challenged(proviso), { code })).rejects.toBeInstanceOf(InvalidInput)
  forgetEnrolment(proviso, await known(proviso, headers))
  const dump = proviso.db.sqlite.serialize().toString('latin1')
  for (const one of codes) expect(dump).not.toContain(one)
  const kept = JSON.parse(proviso.db.sqlite.prepare('SELECT backup_codes FROM two_factors').pluck().get() as string)
  // What lies in the database opens nothing when it is typed.
  await expect(enterCode(proviso, await challenged(proviso), { code: kept[0] })).rejects.toBeInstanceOf(InvalidInput)
})

test('new recovery codes need the password and end the old ones', async () => {
  const { proviso, codes, headers } = await enrolled()
  const own = withCookies(headers)
  const signedIn = await known(proviso, headers)
  await expect(renewRecoveryCodes(proviso, own, signedIn, { password: 'wrong' })).rejects.toBeInstanceOf(InvalidInput)
  await renewRecoveryCodes(proviso, own, signedIn, password)
  const fresh = openEnrolment(proviso, signedIn)!.codes
  const enter = async (code: string) => enterCode(proviso, await challenged(proviso), { code })
  await expect(enter(codes[0]!)).rejects.toBeInstanceOf(InvalidInput)
  await expect(enter(fresh[0]!)).resolves.toHaveProperty('personId')
})

test('a trusted device is never made: the field that asks for one is not taken', async () => {
  const { proviso, key } = await enrolled()
  const asked = await challenged(proviso)
  const smuggled = { code: totp(key, new Date()), trustDevice: true }
  await expect(enterCode(proviso, asked, smuggled)).rejects.toBeInstanceOf(InvalidInput)
  const { headers } = await enterCode(proviso, asked, { code: smuggled.code })
  expect(headers.getSetCookie().join()).not.toContain('trust_device')
})

test('a new password by link does not skip the second factor', async () => {
  const { proviso, key, headers, actor } = await enrolled()
  const other = addSecondOwner(proviso, actor)
  const link = makePasswordLink(proviso, other, actor.id)
  const next = { password: 'quite another plain password' }
  const answer = await choosePassword(proviso, door, link.path.split('/').at(-1)!, next)
  expect(answer.next).toBe('/sign-in/code')
  expect(await currentPerson(requestWith(answer.headers), proviso)).toBeNull()
  expect(await currentPerson(requestWith(headers), proviso)).toBeNull()
  await expect(
    enterCode(proviso, withCookies(answer.headers), { code: totp(key, new Date()) }),
  ).resolves.toHaveProperty('personId')
})

test('on this machine it may wait until the second sign-in, and no longer', async () => {
  const proviso = await openPortal({ work: false })
  const { headers, actor } = await setUpOwner(proviso)
  expect(await requirePerson(requestWith(headers), proviso)).toMatchObject({ actor: { role: 'owner' } })
  const again = await signIn(proviso, door, { email: owner.email, password: owner.password })
  const sent = await requirePerson(requestWith(again.headers, '/vendors'), proviso).catch((thrown: unknown) => thrown)
  expect((sent as Response).headers.get('Location')).toBe('/second-factor?to=%2Fvendors')
  expect(mustSetUpSecondFactor(proviso, actor.id)).toBe(true)
})

test('it may not wait when others can reach the portal, or when logs are held', async () => {
  const open = await openPortal({ work: false, host: '0.0.0.0' })
  expect(mustSetUpSecondFactor(open, (await setUpOwner(open)).actor.id)).toBe(true)
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  expect(mustSetUpSecondFactor(proviso, actor.id)).toBe(false)
  addLogs(proviso, actor.organisationId)
  expect(mustSetUpSecondFactor(proviso, actor.id)).toBe(true)
})

test('where logs are held 15 minutes without a request end the session, elsewhere they do not', async () => {
  const { proviso, headers, actor } = await enrolled()
  forward(16 * 60_000)
  expect(await currentPerson(requestWith(headers), proviso)).not.toBeNull()
  addLogs(proviso, actor.organisationId)
  forward(14 * 60_000)
  expect(await currentPerson(requestWith(headers), proviso)).not.toBeNull()
  forward(16 * 60_000)
  expect(await currentPerson(requestWith(headers), proviso)).toBeNull()
})

test('six minutes after signing in a sensitive step asks for the password again, and no longer after it was given', async () => {
  const { proviso, headers } = await enrolled()
  const asks = async () => {
    const signedIn = await known(proviso, headers)
    try {
      requireFresh(requestWith(headers, '/settings/people/x'), proviso, signedIn)
      return null
    } catch (thrown) {
      return (thrown as Response).headers.get('Location')
    }
  }
  expect(await asks()).toBeNull()
  forward(6 * 60_000)
  expect(await asks()).toBe('/confirm?to=%2Fsettings%2Fpeople%2Fx')
  const signedIn = await known(proviso, headers)
  await expect(confirmPassword(proviso, signedIn, { password: 'wrong' })).rejects.toBeInstanceOf(InvalidInput)
  expect(await asks()).not.toBeNull()
  await confirmPassword(proviso, signedIn, password)
  expect(await asks()).toBeNull()
})

test('another app takes the place of the old one; an owner resets it for somebody who lost both', async () => {
  const { proviso, key, headers, actor } = await enrolled()
  const replaced = await replaceSecondFactor(proviso, withCookies(headers), await known(proviso, headers), password)
  const signedIn = await known(proviso, replaced.headers)
  expect(security(proviso, signedIn)).toMatchObject({ on: false, codesLeft: 0 })
  const own = withCookies(replaced.headers)
  await startSecondFactor(proviso, own, signedIn, password)
  const next = openEnrolment(proviso, signedIn)!
  expect(next.key).not.toBe(key)
  await confirmSecondFactor(proviso, own, signedIn, { code: totp(next.key, new Date()) })
  const other = addSecondOwner(proviso, actor)
  resetSecondFactor(proviso, other, actor.id)
  const answer = await signIn(proviso, door, { email: owner.email, password: owner.password })
  expect(answer.next).toBeNull()
  const sent = await requirePerson(requestWith(answer.headers), proviso).catch((thrown: unknown) => thrown)
  expect((sent as Response).headers.get('Location')).toBe('/second-factor')
})

/** A second owner of the same organisation: nobody resets their own. */
function addSecondOwner(proviso: Proviso, actor: Actor & { kind: 'person' }): Actor & { kind: 'person' } {
  const id = 'per_00000000000000000000000000'
  const at = new Date().toISOString()
  const { sqlite } = proviso.db
  sqlite
    .prepare('INSERT INTO people (id, name, email, created_at, updated_at) VALUES (?, ?, ?, ?, ?)')
    .run(id, 'Bea Stone', 'bea@harbor.example', at, at)
  sqlite
    .prepare('INSERT INTO memberships (id, organisation_id, person_id, role, created_at) VALUES (?, ?, ?, ?, ?)')
    .run('mem_00000000000000000000000000', actor.organisationId, id, 'owner', at)
  return { ...actor, id }
}

/** A run of the log reader, as an import leaves it. */
function addLogs(proviso: Proviso, organisationId: string): void {
  const person = proviso.db.sqlite.prepare('SELECT id FROM people').pluck().get() as string
  const actor = { kind: 'person', id: person, name: 'x', organisationId, role: 'owner' } as const
  const { id } = addPractice(proviso, actor, { name: 'Harbor Ortho' })
  scoped(proviso.db, organisationId, actor, proviso.now).runs.add({
    subjectId: id,
    scanner: 'opt-out',
    input: {},
    targetHost: null,
    authority: null,
  })
}
