import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { action as invite } from '#app/routes/_portal.settings.people._index.tsx'
import { action as retention } from '#app/routes/_portal.settings.retention.tsx'
import { loader as auditCsv } from '#app/routes/settings.audit-log[.]csv.ts'
import { loader as auditJson } from '#app/routes/settings.audit-log[.]json.ts'
import { loader as organisation } from '#app/routes/settings.data.export.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { fakeClock, openPortal, requestWith, setUpOwner } from './portal.ts'

test('six minutes after the password, sensitive steps ask for it again and write nothing', async () => {
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
  const invitation = () => invite(asked('/settings/people', { email: 'omar@harbor.example', role: 'viewer' }))
  const steps: Array<[string, () => unknown]> = [
    ['/settings/people', invitation],
    ['/settings/retention', () => retention(asked('/settings/retention', { intent: 'hold', name: '', reason: 'x' }))],
    ['/settings/audit-log.csv', () => auditCsv(asked('/settings/audit-log.csv'))],
    ['/settings/audit-log.json', () => auditJson(asked('/settings/audit-log.json'))],
    ['/settings/data/export', () => organisation(asked('/settings/data/export'))],
  ]
  clock.forward(6 * 60_000)
  const before = listAuditEvents(proviso, actor).events.length
  for (const [path, step] of steps) {
    const answer = await Promise.resolve(step()).then(
      () => 'went through',
      (thrown: Response) => thrown.headers.get('location'),
    )
    expect([path, answer]).toEqual([path, `/confirm?to=${encodeURIComponent(path)}`])
  }
  expect(listAuditEvents(proviso, actor).events.length).toBe(before)
  clock.forward(-5 * 60_000)
  expect(await invitation()).toMatchObject({ status: 302, headers: expect.anything() })
})
