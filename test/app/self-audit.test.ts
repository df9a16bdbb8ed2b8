import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openOwnSite, ownHost } from '#app/self-audit/own-site.server.ts'
import { selfAuditOf, selfAuditState } from '#app/self-audit/self-audit.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { Forbidden } from '#app/use-cases/problem.ts'
import { safeguards, selfAuditView, startSelfAudit } from '#app/use-cases/self-audit.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { openPortal, setUpOwner } from './portal.ts'
import { page } from './test-scanner.ts'

const about = { at: new Date('2026-11-24T09:00:00.000Z'), by: 'Ada', version: '0.1.0' }
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
  const answer = await fetch(`http://${site.address}/vendors?page=2`, { headers: { cookie: 'forged=1' } })
  expect(await answer.text()).toBe('<h1>Home</h1>')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(seen).toEqual([{ method: 'GET', url: '/vendors?page=2', cookie: 'proviso.session_token=secret', host: local }])
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect((await fetch(`http://${site.address}/sign-out`, { method, body: 'x' })).status).toBe(405)
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
            url: `http://${ownHost}/`,
            lab: { map: [['*', expect.stringMatching(/^127\.0\.0\.1:/)]] },
          })
          expect(JSON.stringify(input)).not.toContain('secret')
          if (broken) throw new ScanProblem('no-browser', 'none here')
          return [own('/')]
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

test('each safeguard says how it stands here: what is missing is never in place', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  const rows = new Map((await safeguards(proviso, actor)).map((row) => [row.cite, row]))
  // One owner without a second factor, no backup yet: a new installation has things to do.
  expect(rows.get('164.312(d)')).toMatchObject({ state: 'attention', says: expect.stringContaining('1 of 1') })
  expect(rows.get('164.312(a)(2)(ii)')?.state).toBe('attention')
  expect(rows.get('164.308(a)(7)(ii)(A)–(B)')?.state).toBe('attention')
  expect(rows.get('164.312(b)')?.state).toBe('ok')
  expect(rows.get('164.312(a)(2)(iv)')?.state).toBe('ok')
  proviso.db.sqlite.exec('DROP TRIGGER audit_events_no_update')
  proviso.db.sqlite.exec("UPDATE audit_events SET network = 'other' WHERE seq = 1")
  proviso.chains.checkNow(actor.organisationId)
  const after = (await safeguards(proviso, actor)).find(({ cite }) => cite === '164.312(b)')
  expect(after?.state).toBe('fail')
})
