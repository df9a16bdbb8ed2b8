import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openOwnSite } from '#app/self-audit/own-site.server.ts'
import { selfAuditOf, selfAuditState } from '#app/self-audit/self-audit.ts'
import { doctor } from '#app/use-cases/doctor.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { Forbidden } from '#app/use-cases/problem.ts'
import { safeguards, selfAuditView, startSelfAudit } from '#app/use-cases/self-audit.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { fakeClock, openPortal, setUpOwner, temporaryFolder } from './portal.ts'
import { page } from './test-scanner.ts'

const ownHost = '0123abcd.portal.example'
const about = { host: ownHost, at: new Date('2026-11-24T09:00:00.000Z'), by: 'Ada', version: '0.1.0' }
const own = (path: string, more: Record<string, unknown> = {}) => ({
  ...page(path, more),
  url: `http://${ownHost}${path}`,
})

test('clear only where every page loaded and nobody else was asked', () => {
  const clear = selfAuditOf([own('/'), own('/vendors')], about)
  expect(clear.pages.map(({ path }) => path)).toEqual(['/', '/vendors'])
  expect(clear.others).toEqual([])
  expect(selfAuditState(clear)).toBe('clear')
  expect(selfAuditState(selfAuditOf([], about))).toBe('not-assessed')
  const halted = selfAuditOf([own('/'), own('/scans', { outcome: 'partial', reason: 'timed-out' })], about)
  expect(selfAuditState(halted)).toBe('not-assessed')
  const asked = selfAuditOf(
    [own('/', { requests: [{ host: 'www.facebook.com', path: '/tr/', type: 'image' }] })],
    about,
  )
  expect(asked.others).toEqual([{ host: 'www.facebook.com', path: '/' }])
  expect(selfAuditState(asked)).toBe('found')
  // A name that only ends like ours is somebody else's.
  const near = own('/', { requests: [{ host: 'portal.example', path: '/x.js', type: 'script' }] })
  expect(selfAuditOf([near], about).others).toEqual([{ host: 'portal.example', path: '/' }])
})

test('a page that answered with a fault, or led to the door, was not looked at', () => {
  const signedOut = own('/vendors', { status: 200, finalUrl: `http://${ownHost}/sign-in?next=%2Fvendors` })
  const gone = own('/old', { status: 404, finalUrl: `http://${ownHost}/old` })
  const fault = own('/broken', { status: 500, finalUrl: `http://${ownHost}/broken` })
  const near = own('/sign-ins', { status: 200, finalUrl: `http://${ownHost}/sign-ins` })
  for (const [astray, reason] of [
    [signedOut, 'it led to the sign-in page'],
    [gone, 'the answer was 404'],
    [fault, 'the answer was 500'],
  ] as const) {
    const seen = selfAuditOf([own('/'), astray], about)
    expect(seen.pages[1]).toMatchObject({ outcome: 'not-assessed', reason })
    expect(selfAuditState(seen)).toBe('not-assessed')
  }
  expect(selfAuditState(selfAuditOf([own('/'), near], about))).toBe('clear')
})

test('the relay reads for the scanner, keeps the cookie to itself and passes nothing that could change', async () => {
  const seen: Array<{ method: string; url: string; cookie: string | undefined; host: string | undefined }> = []
  const portal = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    seen.push({ method, url, cookie: headers.cookie, host: headers.host })
    response
      .writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'proviso.session_token=secret' })
      .end('<h1>Home</h1>')
  })
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void portal.close())
  const local = `127.0.0.1:${(portal.address() as AddressInfo).port}`
  const site = await openOwnSite(`http://${local}`, 'proviso.session_token=secret')
  onTestFinished(() => site.close())
  const get = (host: string, method = 'GET', path = '/vendors?page=2') =>
    new Promise<{ status: number; text: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
      const [hostname, port] = site.address.split(':')
      const asked = request({ hostname, port, path, method, headers: { host, cookie: 'forged=1' } }, (answer) => {
        const parts: Array<Buffer> = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('end', () =>
          resolve({ status: answer.statusCode!, text: Buffer.concat(parts).toString(), headers: answer.headers }),
        )
      })
      asked.once('error', reject).end()
    })
  // Whoever else finds the port, and a page that points a name of its own there, does not know the name of this scan.
  for (const host of [site.address, 'portal.example', `x.${site.host}`, `${site.host}.evil.example`, 'localhost']) {
    expect([host, (await get(host)).status]).toEqual([host, 421])
  }
  expect(seen).toEqual([])
  expect(site.host).toMatch(/^[0-9a-f]{32}\.portal\.example$/)
  const other = await openOwnSite(`http://${local}`, 'x')
  await other.close()
  expect(other.host).not.toBe(site.host)
  const answer = await get(site.host)
  expect(answer.text).toBe('<h1>Home</h1>')
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(seen).toEqual([{ method: 'GET', url: '/vendors?page=2', cookie: 'proviso.session_token=secret', host: local }])
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect((await get(site.host, method, '/sign-out')).status).toBe(405)
  }
  expect(seen).toHaveLength(1)
})

test('a scan of our own pages is kept with who asked, runs once at a time, and a fault is said', async () => {
  let broken = false
  const proviso = await openPortal({
    work: false,
    scanners: {
      site: {
        title: 'Site',
        async scan(input) {
          expect(input).toMatchObject({
            url: expect.stringMatching(/^http:\/\/[0-9a-f]{32}\.portal\.example\/$/),
            lab: { map: [['*', expect.stringMatching(/^127\.0\.0\.1:/)]] },
          })
          expect(JSON.stringify(input)).not.toContain('secret')
          if (broken) throw new ScanProblem('no-browser', 'none here')
          return [{ ...own('/'), url: (input as { url: string }).url }]
        },
      },
    },
  })
  const { actor } = await setUpOwner(proviso)
  const first = startSelfAudit(proviso, actor, 'proviso.session_token=secret')
  expect(() => startSelfAudit(proviso, actor, 'x')).toThrow()
  expect(selfAuditView(proviso, actor).running).not.toBeNull()
  await first.ended
  const view = selfAuditView(proviso, actor)
  expect(view).toMatchObject({ running: null, problem: null, newest: { state: 'clear', by: actor.name } })
  broken = true
  await startSelfAudit(proviso, actor, 'x').ended
  expect(selfAuditView(proviso, actor)).toMatchObject({ problem: 'no-browser', newest: { state: 'clear' } })
  const actions = listAuditEvents(proviso, actor).events.map(({ action }) => action)
  expect(actions.filter((action) => action.startsWith('self-audit'))).toEqual([
    'self-audit.started',
    'self-audit.ended',
    'self-audit.started',
  ])
  expect(() => selfAuditView(proviso, { ...actor, role: 'viewer' })).toThrow(Forbidden)
})

test('each safeguard says how it stands here: what is missing or was not looked at is never in place', async () => {
  const clock = fakeClock()
  const proviso = await openPortal({ work: false, now: clock.now })
  const { actor } = await setUpOwner(proviso)
  const rows = () => new Map(safeguards(proviso, actor).map((row) => [row.cite, row]))
  // One owner without a second factor, no backup yet: a new installation has things to do.
  expect(rows().get('164.312(d)')).toMatchObject({ state: 'attention', says: expect.stringContaining('1 of 1') })
  expect(rows().get('164.312(a)(2)(ii)')?.state).toBe('attention')
  expect(rows().get('164.308(a)(7)(ii)(A)–(B)')?.state).toBe('attention')
  expect(rows().get('164.312(b)')?.state).toBe('ok')
  expect(rows().get('164.312(a)(2)(iv)')?.state).toBe('ok')
  // Nothing here looks at these: they are how the product is built.
  for (const cite of ['164.312(a)(1)', '164.312(a)(2)(i)', '164.312(a)(2)(iii)']) {
    expect([cite, rows().get(cite)?.state]).toEqual([cite, 'design'])
  }
  proviso.db.sqlite.exec('DROP TRIGGER audit_events_no_update')
  proviso.db.sqlite.exec("UPDATE audit_events SET network = 'other' WHERE seq = 1")
  proviso.chains.checkNow(actor.organisationId)
  expect(rows().get('164.312(b)')?.state).toBe('fail')
})

test('the screen runs no Doctor: it says what that saw last and when, and old news is no news', async () => {
  const clock = fakeClock()
  const proviso = await openPortal({ work: false, now: clock.now })
  const { actor } = await setUpOwner(proviso)
  const integrity = () => safeguards(proviso, actor).find(({ cite }) => cite === '164.312(c)(1)–(2)')
  expect(integrity()).toMatchObject({ state: 'attention', says: expect.stringContaining('has not looked') })
  expect(proviso.doctorSeen.last).toBeNull()
  await doctor(proviso)
  const { last } = proviso.doctorSeen
  clock.forward(3_600_000)
  expect(integrity()).toMatchObject({ state: 'ok', says: expect.stringContaining('2026-11-24T09:00:00.000Z') })
  expect(proviso.doctorSeen.last).toBe(last)
  clock.forward(86_400_000)
  expect(integrity()).toMatchObject({ state: 'attention', says: expect.stringContaining('Open it again') })
  proviso.doctorSeen.last = {
    at: clock.now(),
    checks: last!.checks.map((check) => (check.id === 'files' ? { ...check, state: 'fail' as const } : check)),
  }
  expect(integrity()?.state).toBe('fail')
})

test('a log that was only checked from its last signed point on is not in place yet', async () => {
  const homeFolder = temporaryFolder()
  const first = await openPortal({ work: false, homeFolder })
  const { actor } = await setUpOwner(first)
  first.chains.sign(actor.organisationId)
  await first.close()
  const proviso = await openPortal({ work: false, homeFolder })
  const controls = () => safeguards(proviso, actor).find(({ cite }) => cite === '164.312(b)')
  expect(controls()?.state).toBe('attention')
  await proviso.chains.checkWhole(actor.organisationId)
  expect(controls()?.state).toBe('ok')
})
