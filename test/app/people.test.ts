import { expect, test } from 'vitest'
import type { Proviso } from '#app/proviso.server.ts'
import { currentPerson } from '#app/session.server.ts'
import { acceptInvitation, choosePassword, openLink } from '#app/use-cases/enter-by-link.ts'
import { changePassword, endOwnSession, ownSessions } from '#app/use-cases/own-account.ts'
import {
  changeRole,
  invitePerson,
  listPeople,
  makePasswordLink,
  removePerson,
  withdrawLink,
} from '#app/use-cases/people.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { Forbidden, InvalidInput, NotFound } from '#app/use-cases/problem.ts'
import { signIn } from '#app/use-cases/sign-in.ts'
import { door, fakeClock, openPortal, owner, requestWith, setUpOwner } from './portal.ts'

const guest = { name: 'Omar Reyes', password: 'five other plain words' }
const address = 'omar@harbor.example'
const tokenOf = (path: string) => path.split('/').at(-1) ?? ''

async function portal(options: Parameters<typeof openPortal>[0] = {}) {
  const proviso = await openPortal({ work: false, ...options })
  const { actor, headers } = await setUpOwner(proviso)
  return { proviso, actor, owner: requestWith(headers) }
}

async function invited(proviso: Proviso, actor: Actor, role = 'viewer') {
  const link = invitePerson(proviso, actor, { email: address, role })
  const { headers } = await acceptInvitation(proviso, door, tokenOf(link.path), guest)
  const request = requestWith(headers)
  const signedIn = await currentPerson(request, proviso)
  if (signedIn === null) throw new Error('The invited person is not signed in.')
  return { link, request, signedIn }
}

const actions = (proviso: Proviso) =>
  proviso.db.sqlite.prepare('SELECT action FROM audit_events ORDER BY chain, seq').pluck().all()

test('an invitation makes one person with its role, once, and only its hash can be looked up', async () => {
  const { proviso, actor } = await portal()
  const { link, signedIn } = await invited(proviso, actor, 'assessor')
  expect(signedIn).toMatchObject({ person: { email: address, name: guest.name }, actor: { role: 'assessor' } })
  await expect(acceptInvitation(proviso, door, tokenOf(link.path), guest)).rejects.toBeInstanceOf(InvalidInput)
  expect(openLink(proviso, tokenOf(link.path), 'invitation')).toBeNull()
  expect(proviso.db.sqlite.serialize().toString('latin1')).not.toContain(tokenOf(link.path))
  expect(actions(proviso)).toEqual(expect.arrayContaining(['invitation.made', 'invitation.accepted']))
  expect(listPeople(proviso, actor)).toMatchObject({ members: [{ role: 'owner' }, { role: 'assessor' }], links: [] })
})

test('an invitation ends after seven days, when withdrawn, and opens no other door', async () => {
  const clock = fakeClock()
  const { proviso, actor } = await portal({ now: clock.now })
  const first = invitePerson(proviso, actor, { email: address, role: 'viewer' })
  expect(() => invitePerson(proviso, actor, { email: address, role: 'viewer' })).toThrow(InvalidInput)
  expect(openLink(proviso, tokenOf(first.path), 'password')).toBeNull()
  withdrawLink(proviso, actor, first.id)
  expect(() => withdrawLink(proviso, actor, first.id)).toThrow(NotFound)
  expect(openLink(proviso, tokenOf(first.path), 'invitation')).toBeNull()
  const second = invitePerson(proviso, actor, { email: address, role: 'viewer' })
  clock.forward(7 * 86_400_000)
  expect(openLink(proviso, tokenOf(second.path), 'invitation')).toBeNull()
  await expect(acceptInvitation(proviso, door, tokenOf(second.path), guest)).rejects.toBeInstanceOf(InvalidInput)
})

test('a changed role counts at once, and a removed person is out at once and cannot come back alone', async () => {
  const { proviso, actor } = await portal()
  const { request, signedIn } = await invited(proviso, actor)
  const personId = signedIn.actor.id
  changeRole(proviso, actor, { personId, role: 'assessor' })
  expect((await currentPerson(request, proviso))?.actor.role).toBe('assessor')
  removePerson(proviso, actor, personId)
  expect(await currentPerson(request, proviso)).toBeNull()
  await expect(signIn(proviso, door, { email: address, password: guest.password })).rejects.toMatchObject({
    reason: 'wrong',
  })
  expect((await invited(proviso, actor)).signedIn.actor.id).toBe(personId)
  expect(actions(proviso)).toEqual(expect.arrayContaining(['role.changed', 'person.removed']))
})

test('nobody changes themselves, a manager touches no owner, and others manage nobody', async () => {
  const { proviso, actor } = await portal()
  const { signedIn } = await invited(proviso, actor, 'manager')
  const manager = signedIn.actor
  for (const by of [actor, manager]) {
    expect(() => removePerson(proviso, by, actor.id)).toThrow(InvalidInput)
    expect(() => changeRole(proviso, by, { personId: actor.id, role: 'viewer' })).toThrow(InvalidInput)
    expect(() => makePasswordLink(proviso, by, actor.id)).toThrow(InvalidInput)
  }
  expect(() => invitePerson(proviso, manager, { email: 'x@harbor.example', role: 'owner' })).toThrow(InvalidInput)
  for (const role of ['assessor', 'signer', 'sales', 'viewer', 'auditor'] as const) {
    const other = { ...manager, role }
    expect(() => listPeople(proviso, other)).toThrow(Forbidden)
    expect(() => invitePerson(proviso, other, { email: 'x@harbor.example', role: 'viewer' })).toThrow(Forbidden)
    expect(() => removePerson(proviso, other, actor.id)).toThrow(Forbidden)
  }
})

test('a password link works once, for half an hour, ends the link before and every session', async () => {
  const clock = fakeClock()
  const { proviso, actor } = await portal({ now: clock.now })
  const { request, signedIn } = await invited(proviso, actor)
  const older = makePasswordLink(proviso, actor, signedIn.actor.id)
  const link = makePasswordLink(proviso, actor, signedIn.actor.id)
  expect(openLink(proviso, tokenOf(older.path), 'password')).toBeNull()
  const given = { password: 'six quite different plain words' }
  const { headers } = await choosePassword(proviso, door, tokenOf(link.path), given)
  expect(await currentPerson(request, proviso)).toBeNull()
  expect(await currentPerson(requestWith(headers), proviso)).not.toBeNull()
  await expect(choosePassword(proviso, door, tokenOf(link.path), given)).rejects.toBeInstanceOf(InvalidInput)
  const late = makePasswordLink(proviso, actor, signedIn.actor.id)
  clock.forward(30 * 60_000)
  expect(openLink(proviso, tokenOf(late.path), 'password')).toBeNull()
  expect(actions(proviso)).toEqual(expect.arrayContaining(['password-link.made', 'password.reset']))
})

test('a new password needs the old one, five wrong ones lock it, and other browsers are signed out', async () => {
  const { proviso, owner: first } = await portal()
  const second = requestWith((await signIn(proviso, door, { email: owner.email, password: owner.password })).headers)
  const signedIn = (await currentPerson(first, proviso))!
  expect(
    ownSessions(proviso, signedIn)
      .map(({ current }) => current)
      .sort(),
  ).toEqual([false, true])
  const change = (current: string) => changePassword(proviso, signedIn, { current, password: 'brand new plain words' })
  await expect(change('not it')).rejects.toMatchObject({
    fields: { current: expect.stringContaining('not the password') },
  })
  await change(owner.password)
  expect(await currentPerson(first, proviso)).not.toBeNull()
  expect(await currentPerson(second, proviso)).toBeNull()
  for (let n = 0; n < 5; n += 1) await change('not it').catch(() => undefined)
  await expect(change('brand new plain words')).rejects.toMatchObject({
    fields: { current: expect.stringContaining('Wait') },
  })
})

test('one ends own sessions only', async () => {
  const { proviso, actor, owner: first } = await portal()
  const { signedIn } = await invited(proviso, actor)
  expect(() => endOwnSession(proviso, actor, signedIn.sessionId)).toThrow(NotFound)
  const own = (await currentPerson(first, proviso))!
  endOwnSession(proviso, actor, own.sessionId)
  expect(await currentPerson(first, proviso)).toBeNull()
  expect(actions(proviso)).toContain('session.ended')
})
