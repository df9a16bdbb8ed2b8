import { createServer, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Proviso } from '#app/proviso.server.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { askPasswordLink } from '#app/use-cases/ask-password-link.ts'
import { choosePassword } from '#app/use-cases/enter-by-link.ts'
import { listAgreements } from '#app/use-cases/list-agreements.ts'
import { getMail, removeMailServer, saveMailServer, sendLetterAgain, testMail } from '#app/use-cases/mail.ts'
import { invitePerson, listPeople, withdrawLink } from '#app/use-cases/people.ts'
import { Forbidden, InvalidInput } from '#app/use-cases/problem.ts'
import { remindOfAgreements } from '#app/use-cases/remind-of-agreements.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { scoped } from '#db/scoped.ts'
import { door, fakeClock, openPortal, owner, setUpOwner } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'

/** A mail server on loopback that keeps what it is given; `refuse` answers every letter with a fault. */
async function mailSink(refuse: { with: string | null } = { with: null }) {
  const mails: Array<string> = []
  const server: Server = createServer((socket) => {
    let body: string | null = null
    socket.write('220 sink\r\n')
    socket.on('error', () => undefined)
    let rest = ''
    socket.on('data', (part) => {
      rest += part.toString()
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (body !== null) {
          if (line !== '.') {
            body += `${line}\n`
            continue
          }
          mails.push(body)
          body = null
          socket.write('250 kept\r\n')
        } else if (/^RCPT/i.test(line) && refuse.with !== null) socket.write(`${refuse.with}\r\n`)
        else if (/^DATA/i.test(line)) {
          body = ''
          socket.write('354 go\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const form = { host: '127.0.0.1', port: String(port), security: 'none', user: '', password: '' } as const
  return { mails, form: { ...form, from: 'portal@harbor.example' } }
}

async function portal(options: Parameters<typeof openPortal>[0] = {}) {
  const proviso = await openPortal({ work: false, ...options })
  const { actor } = await setUpOwner(proviso)
  return { proviso, actor }
}

async function delivered(proviso: Proviso): Promise<void> {
  proviso.post.wake()
  await proviso.post.idle()
}

const plain = (mail = '') => mail.replaceAll('=\n', '').replaceAll('=3D', '=')

test('with a mail server an invitation is sent with its link, and lies nowhere in clear', async () => {
  const sink = await mailSink()
  const { proviso, actor } = await portal()
  saveMailServer(proviso, actor, { ...sink.form, user: 'portal', password: 'mail-secret-77' })
  saveMailServer(proviso, actor, sink.form)
  const link = invitePerson(proviso, actor, { email: 'omar@harbor.example', role: 'viewer' })
  await delivered(proviso)
  expect(sink.mails).toHaveLength(1)
  expect(plain(sink.mails[0])).toContain(proviso.origin + link.path)
  expect(getMail(proviso, actor).letters).toMatchObject([{ kind: 'invitation', state: 'sent', problem: null }])
  const dump = proviso.db.sqlite.serialize().toString('latin1')
  for (const secret of ['mail-secret-77', 'omar@harbor.example', link.path]) expect(dump).not.toContain(secret)
})

test('the stored password is kept for its own server and user only, and never given back', async () => {
  const { proviso, actor } = await portal()
  const form = {
    host: 'mail.example.com',
    port: '587',
    security: 'starttls',
    user: 'u',
    from: 'p@harbor.example',
  } as const
  saveMailServer(proviso, actor, { ...form, password: 'one' })
  saveMailServer(proviso, actor, { ...form, port: '2525', password: '' })
  const stored = () => scoped(proviso.db, actor.organisationId, actor, proviso.now).letters.server()?.password
  expect(stored()).toBe('one')
  expect(JSON.stringify(getMail(proviso, actor))).not.toContain('"one"')
  saveMailServer(proviso, actor, { ...form, host: 'evil.example', password: '' })
  expect(stored()).toBe('')
  const refused = { ...form, security: 'none', password: '' } as const
  expect(() => saveMailServer(proviso, actor, refused)).toThrow(InvalidInput)
  expect(() =>
    saveMailServer(proviso, actor, { ...form, from: 'a@b.example\r\nBcc: x@y.example', password: '' }),
  ).toThrow()
  expect(() => saveMailServer(proviso, { ...actor, role: 'viewer' }, { ...form, password: '' })).toThrow(Forbidden)
})

test('a server that is away is tried three times with longer waits, then the letter says so and may be sent again', async () => {
  const sink = await mailSink()
  const refusing = { with: '451 later' as string | null }
  const other = await mailSink(refusing)
  const clock = fakeClock()
  const { proviso, actor } = await portal({ now: clock.now })
  saveMailServer(proviso, actor, other.form)
  invitePerson(proviso, actor, { email: 'omar@harbor.example', role: 'viewer' })
  const first = () => getMail(proviso, actor).letters[0]
  await delivered(proviso)
  expect(first()).toMatchObject({ state: 'waiting' })
  await delivered(proviso)
  clock.forward(10_001)
  await delivered(proviso)
  expect(first()?.state).toBe('waiting')
  clock.forward(60_001)
  await delivered(proviso)
  expect(first()).toMatchObject({ state: 'failed', problem: expect.stringMatching(/^[a-z-]+$/) })
  saveMailServer(proviso, actor, sink.form)
  sendLetterAgain(proviso, actor, first()?.id ?? '')
  await delivered(proviso)
  expect(first()).toMatchObject({ state: 'sent' })
  expect([sink.mails.length, other.mails.length]).toEqual([1, 0])
})

test('a letter whose link was withdrawn is not sent', async () => {
  const sink = await mailSink()
  const clock = fakeClock()
  const { proviso, actor } = await portal({ now: clock.now })
  const away = await mailSink({ with: '451 later' })
  saveMailServer(proviso, actor, away.form)
  const link = invitePerson(proviso, actor, { email: 'omar@harbor.example', role: 'viewer' })
  await delivered(proviso)
  withdrawLink(proviso, actor, link.id)
  saveMailServer(proviso, actor, sink.form)
  clock.forward(60_000)
  await delivered(proviso)
  expect(sink.mails).toEqual([])
  expect(getMail(proviso, actor).letters).toMatchObject([{ state: 'failed', problem: 'link-closed' }])
})

test('the test letter says what is wrong in our words', async () => {
  const { proviso, actor } = await portal()
  const sink = await mailSink({ with: '550 no such user ada@harbor.example' })
  await expect(testMail(proviso, actor, owner.email)).rejects.toBeInstanceOf(InvalidInput)
  saveMailServer(proviso, actor, sink.form)
  const refused = await testMail(proviso, actor, owner.email).catch((error: unknown) => error as InvalidInput)
  expect(refused).toMatchObject({ fields: { host: 'The server refused the letter. Check the sender’s address.' } })
  const working = await mailSink()
  saveMailServer(proviso, actor, working.form)
  await testMail(proviso, actor, owner.email)
  expect(working.mails).toHaveLength(1)
  removeMailServer(proviso, actor)
  expect(getMail(proviso, actor).server).toBeNull()
})

test('a forgotten password: a link for a known address, nothing for another, and the same answer to both', async () => {
  const sink = await mailSink()
  const { proviso, actor } = await portal()
  saveMailServer(proviso, actor, sink.form)
  expect(askPasswordLink(proviso, door, { email: owner.email })).toBe(
    askPasswordLink(proviso, door, { email: 'nobody@harbor.example' }),
  )
  await new Promise((resolve) => setTimeout(resolve, 20))
  await delivered(proviso)
  expect(sink.mails).toHaveLength(1)
  const token = /new-password\/([\w-]+)/.exec(plain(sink.mails[0]))?.[1] ?? ''
  expect(plain(sink.mails[0])).toContain(`${proviso.origin}/new-password/`)
  await choosePassword(proviso, door, token, { password: 'quite another plain password' })
  await expect(choosePassword(proviso, door, token, { password: 'quite another again' })).rejects.toThrow()
})

test('asking without end is refused alike for known and unknown addresses; without mail the link waits in the outbox', async () => {
  const { proviso, actor } = await portal()
  for (const email of [owner.email, 'nobody@harbor.example']) {
    for (let n = 0; n < 5; n += 1) askPasswordLink(proviso, door, { email })
    expect(() => askPasswordLink(proviso, door, { email })).toThrow('There were too many tries.')
  }
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(listPeople(proviso, actor).links).toMatchObject([{ kind: 'password', email: owner.email }])
})

test('an agreement that ends is told once a stage to owners and managers, and waits in the outbox without mail', async () => {
  const clock = fakeClock()
  const { proviso, actor } = await portal({ now: clock.now, work: true })
  const vendor = addVendor(proviso, actor, { name: 'Harbor Reviews' })
  const text = agreement('Harbor Reviews', `7. Term. This Agreement expires on March 1, 2028.\n\n${bothSigned}`)
  await uploadAgreement(proviso, actor, {
    subjectId: vendor.id,
    source: { text },
  })
  await proviso.queue.idle()
  const end = listAgreements(proviso, actor)[0]?.agreement?.reading?.inForceTo
  expect(end).toMatch(/^\d{4}-\d\d-\d\d$/)
  const untilDay = (days: number) =>
    clock.forward(Date.parse(`${end}T09:00:00Z`) + days * 86_400_000 - clock.now().getTime())
  const told: Array<number> = []
  for (const days of [-61, -60, -59, -30, -7, -6, 0, 1, 2]) {
    untilDay(days)
    told.push(remindOfAgreements(proviso))
  }
  expect(told).toEqual([0, 1, 0, 1, 1, 0, 1, 1, 0])
  const { letters } = getMail(proviso, actor)
  expect(letters).toHaveLength(5)
  expect(letters[0]).toMatchObject({
    state: 'kept',
    to: owner.email,
    subject: 'Agreement with Harbor Reviews has ended',
  })
})
