import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { action as importMessages } from '#app/routes/_portal.$place_.$subject_.messages.import.tsx'
import { action as changeName } from '#app/routes/_portal.settings.organisation.tsx'
import { currentPerson, type PersonActor, type SignedIn } from '#app/session.server.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { acceptInvitation } from '#app/use-cases/enter-by-link.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import { dayIn } from '#app/use-cases/organisation-day.ts'
import {
  addClient,
  changeOrganisation,
  letIntoClient,
  listClients,
  mayHaveClients,
  organisationSettings,
  ownOrganisations,
  switchOrganisation,
} from '#app/use-cases/organisations.ts'
import { changeRole, invitePerson, listPeople, makePasswordLink, removePerson } from '#app/use-cases/people.ts'
import { door, openPortal, requestWith, setUpOwner } from './portal.ts'

async function consultancy() {
  const proviso = await openPortal()
  const { headers } = await setUpOwner(proviso)
  const ada = async (): Promise<SignedIn> => (await currentPerson(requestWith(headers), proviso))!
  const { actor } = await ada()
  const clientId = addClient(proviso, actor, { name: 'Lakeside Ortho' })
  return { proviso, headers, ada, actor, clientId }
}

async function colleague(proviso: Awaited<ReturnType<typeof consultancy>>['proviso'], by: PersonActor, role: string) {
  const link = invitePerson(proviso, by, { email: `${role}@harbor.example`, role })
  const given = { name: `Harbor ${role}`, password: 'correct horse battery staple' }
  const { headers } = await acceptInvitation(proviso, door, link.path.split('/').at(-1)!, given)
  return async (): Promise<SignedIn> => (await currentPerson(requestWith(headers), proviso))!
}

test('a switch changes organisation, role, rows and log from the next request on, for this browser only', async () => {
  const { proviso, ada, actor, clientId } = await consultancy()
  const own = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  expect(ownOrganisations(proviso, actor).map(({ name, current }) => [name, current])).toEqual([
    ['Harbor Family Clinic', true],
    ['Lakeside Ortho', false],
  ])
  switchOrganisation(proviso, await ada(), clientId)
  const there = await ada()
  expect(there.organisation).toMatchObject({ id: clientId, name: 'Lakeside Ortho' })
  expect(listSubjects(proviso, there.actor, { kind: 'vendor' }).total).toBe(0)
  expect(() => getSubject(proviso, there.actor, { subjectId: own.id })).toThrow('There is nothing here')
  const theirs = addVendor(proviso, there.actor, { name: 'Cedar Outreach' })
  expect(() => getSubject(proviso, actor, { subjectId: theirs.id })).toThrow('There is nothing here')
  const actions = listAuditEvents(proviso, there.actor).events.map(({ action }) => action)
  expect(actions).toEqual(expect.arrayContaining(['organisation.created', 'organisation.entered', 'vendor.added']))
  const owns = listAuditEvents(proviso, actor).events.map(({ action }) => action)
  expect(owns).toContain('client.added')
  expect(owns).not.toContain('organisation.entered')
  switchOrganisation(proviso, there, actor.organisationId)
  expect((await ada()).organisation.id).toBe(actor.organisationId)
})

test('a form made before a switch writes nothing into the other organisation, and one that says no organisation neither', async () => {
  const { proviso, headers, ada, actor, clientId } = await consultancy()
  const own = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const { cookie } = Object.fromEntries(requestWith(headers).headers)
  const sent = (madeFor: string | null, body: BodyInit, path = '/settings/organisation'): ActionFunctionArgs => ({
    request: new Request(`http://127.0.0.1${path}${madeFor === null ? '' : `?in=${madeFor}`}`, {
      method: 'POST',
      headers: { cookie: cookie! },
      body,
    }),
    params: { place: 'vendors', subject: own.id },
    context: { proviso, cspNonce: '' },
  })
  const form = () => {
    const { version } = organisationSettings(proviso, { ...actor, organisationId: clientId })
    return new URLSearchParams({ name: 'Written by mistake', timeZone: 'America/Chicago', version })
  }
  switchOrganisation(proviso, await ada(), clientId)
  const rows = () => JSON.stringify(proviso.db.sqlite.prepare('SELECT * FROM organisations ORDER BY id').all())
  const before = rows()
  for (const madeFor of [actor.organisationId, 'org_00000000000000000000000000', '', null]) {
    await expect(changeName(sent(madeFor, form()))).rejects.toMatchObject({ status: 409 })
  }
  // An upload is refused before its body is read.
  const upload = new FormData()
  upload.set('file', new File(['id,text\n1,Hello'], 'messages.csv'))
  const late = sent(actor.organisationId, upload, '/vendors/x/messages/import')
  await expect(importMessages(late)).rejects.toMatchObject({ status: 409 })
  expect(late.request.bodyUsed).toBe(false)
  expect(rows()).toBe(before)
  expect(await changeName(sent(clientId, form()))).toMatchObject({ status: 302 })
  expect((await ada()).organisation).toMatchObject({ id: clientId, name: 'Written by mistake' })
})

test('membership alone lets in: a colleague sees nothing of a client until let in, and nothing once removed', async () => {
  const { proviso, ada, actor, clientId } = await consultancy()
  const cara = await colleague(proviso, actor, 'assessor')
  const { actor: caraActor } = await cara()
  expect(ownOrganisations(proviso, caraActor).map(({ name }) => name)).toEqual(['Harbor Family Clinic'])
  const before = await cara()
  expect(() => switchOrganisation(proviso, before, clientId)).toThrow('There is nothing here')
  // Who forges the session's row still has no membership.
  proviso.entry.setOrganisation(caraActor.id, before.sessionId, clientId)
  expect((await cara()).organisation.name).toBe('Harbor Family Clinic')
  letIntoClient(proviso, actor, { organisationId: clientId, personId: caraActor.id, role: 'viewer' })
  switchOrganisation(proviso, await cara(), clientId)
  const there = await cara()
  expect(there.actor).toMatchObject({ organisationId: clientId, role: 'viewer' })
  expect(() => addVendor(proviso, there.actor, { name: 'Cedar Outreach' })).toThrow('Your role does not allow this.')
  expect(mayHaveClients(proviso, there.actor)).toBe(false)
  switchOrganisation(proviso, await ada(), clientId)
  removePerson(proviso, (await ada()).actor, caraActor.id)
  expect(ownOrganisations(proviso, caraActor).map(({ name }) => name)).toEqual(['Harbor Family Clinic'])
  expect(await cara()).toBeNull()
})

test('clients are for owners of an organisation that is nobody’s client', async () => {
  const { proviso, ada, actor, clientId } = await consultancy()
  const manager = (await (await colleague(proviso, actor, 'manager'))()).actor
  expect(listClients(proviso, manager)).toEqual({ clients: [], people: [] })
  expect(() => addClient(proviso, manager, { name: 'Northgate' })).toThrow('Your role does not allow this.')
  expect(() => addClient(proviso, actor, { name: 'lakeside ortho' })).toThrow()
  expect(() => addClient(proviso, actor, { name: 'Two\nlines' })).toThrow()
  switchOrganisation(proviso, await ada(), clientId)
  const there = (await ada()).actor
  expect(mayHaveClients(proviso, there)).toBe(false)
  expect(() => addClient(proviso, there, { name: 'Northgate' })).toThrow('There is nothing here')
})

test('who runs a client cannot replace the password of somebody who also works elsewhere', async () => {
  const { proviso, ada, actor, clientId } = await consultancy()
  const cara = (await (await colleague(proviso, actor, 'assessor'))()).actor
  letIntoClient(proviso, actor, { organisationId: clientId, personId: cara.id, role: 'manager' })
  switchOrganisation(proviso, await ada(), clientId)
  const there = (await ada()).actor
  const omar = (await (await colleague(proviso, there, 'viewer'))()).actor
  changeRole(proviso, there, { personId: omar.id, role: 'owner' })
  const asOwner = { ...omar, role: 'owner' as const }
  expect(() => makePasswordLink(proviso, asOwner, cara.id)).toThrow()
  expect(listPeople(proviso, asOwner).links.filter(({ kind }) => kind === 'password')).toEqual([])
  expect(makePasswordLink(proviso, there, cara.id).kind).toBe('password')
})

test('name and zone are changed by who may, say so in the log, and a stale form changes nothing', async () => {
  const { proviso, ada, actor } = await consultancy()
  const { version } = organisationSettings(proviso, actor)
  const change = { name: 'Harbor Clinic Group', timeZone: 'America/Chicago', version }
  expect(changeOrganisation(proviso, actor, change)).toBe('changed')
  expect(changeOrganisation(proviso, actor, { ...change, name: 'Other' })).toBe('stale')
  expect((await ada()).organisation).toMatchObject({ name: 'Harbor Clinic Group', timeZone: 'America/Chicago' })
  const fresh = organisationSettings(proviso, actor).version
  for (const bad of [{ timeZone: 'Mars/Olympus' }, { name: '' }, { name: 'a\u202e\nb' }]) {
    expect(() => changeOrganisation(proviso, actor, { ...change, version: fresh, ...bad })).toThrow()
  }
  expect(() => organisationSettings(proviso, { ...actor, role: 'assessor' })).toThrow('Your role does not allow this.')
  const [event] = listAuditEvents(proviso, actor, { action: 'organisation.changed' }).events
  expect(event?.before).toBe(version)
  expect(JSON.stringify(event)).not.toContain('Harbor')
})

test('a day ends at the organisation’s midnight, also where the clocks change', () => {
  expect(dayIn(new Date('2026-03-02T05:59:00Z'), 'America/Chicago')).toBe('2026-03-01')
  expect(dayIn(new Date('2026-03-02T06:00:00Z'), 'America/Chicago')).toBe('2026-03-02')
  expect(dayIn(new Date('2026-03-09T04:59:00Z'), 'America/Chicago')).toBe('2026-03-08')
  expect(dayIn(new Date('2026-03-09T05:00:00Z'), 'America/Chicago')).toBe('2026-03-09')
  expect(dayIn(new Date('2026-11-02T06:00:00Z'), 'America/Chicago')).toBe('2026-11-02')
  expect(dayIn(new Date('2026-11-02T05:59:00Z'), 'America/Chicago')).toBe('2026-11-01')
})
