import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { cancelRun } from '#app/use-cases/cancel-run.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { listDrills } from '#app/use-cases/list-drills.ts'
import { InvalidInput } from '#app/use-cases/problem.ts'
import { type StartDrill, startDrill } from '#app/use-cases/start-drill.ts'
import { drillView } from '#app/views/drills.ts'
import { runView } from '#app/views/run.ts'
import { openPortal, setUpOwner } from './portal.ts'

const key = 'read-only-key-4711'
const email = 'canary@example.com'
const servers: Array<ReturnType<typeof createServer>> = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A suppression list that is told when it comes to know of the canary. */
async function list() {
  const seen: Array<{ method: string | undefined; url: string | undefined; key: string | undefined }> = []
  const state = { listed: false, broken: false }
  const server = createServer((request, response) => {
    seen.push({ method: request.method, url: request.url, key: request.headers.authorization })
    if (state.broken) {
      response.writeHead(429, { 'retry-after': '30' }).end('busy')
      return
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ status: state.listed ? 'unsubscribed' : 'subscribed' }))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { seen, state, host: `127.0.0.1:${port}` }
}

async function world(allow: string) {
  const clock = { at: Date.parse('2026-03-02T15:00:00.000Z') }
  const proviso = await openPortal({ now: () => new Date(clock.at), variables: { PROVISO_LAB_ALLOW: allow } })
  const { actor } = await setUpOwner(proviso)
  const { id: subjectId } = addVendor(proviso, actor, { name: 'ReviewCo' })
  const turn = async (seconds: number) => {
    clock.at += seconds * 1000
    proviso.queue.wake()
    await proviso.queue.idle()
  }
  return { proviso, actor, subjectId, turn }
}

const none = { adapter: '', channel: '', account: '', key: '', path: '', equals: '' }
const drillOf = (subjectId: string, account: string): StartDrill => ({
  subjectId,
  optOutChannel: 'sms',
  minutesAgo: '1',
  hours: '24',
  limitHours: '24',
  email,
  phone: '',
  testRecord: true,
  lists: [{ adapter: 'generic', channel: 'email', account, key, path: 'status', equals: 'unsubscribed' }, none],
})

test('a drill asks in turns until the list knows, and says between which times that was', async () => {
  const { seen, state, host } = await list()
  const { proviso, actor, subjectId, turn } = await world(host)
  const run = startDrill(proviso, actor, drillOf(subjectId, `http://${host}/members/{address}`))
  await turn(0)
  const now = () => {
    const [row] = listDrills(proviso, actor, { subjectId })
    return drillView(runView(row!.run), row!.told)
  }
  expect(now().lists[0]).toMatchObject({
    verdict: 'unknown',
    interval: '60 seconds to open',
    looks: 1,
    channel: 'E-mails',
  })
  expect(now().live).toBe(true)
  expect(now().lists[0]?.nextAt).not.toBeNull()
  state.broken = true
  await turn(20)
  expect(now().lists[0]).toMatchObject({ looks: 2, answered: 1 })
  state.broken = false
  state.listed = true
  await turn(40)
  expect(now().lists[0]?.because).toContain('watched whether it stays')
  await turn(240)
  expect(now()).toMatchObject({ live: false, run: { state: 'done' } })
  expect(now().lists[0]).toMatchObject({ verdict: 'pass', interval: '60 seconds to 2 minutes', looks: 4 })
  expect(new Set(seen.map(({ method }) => method))).toEqual(new Set(['GET']))
  expect(seen[0]).toMatchObject({ url: '/members/canary%40example.com', key: `Bearer ${key}` })
  const { assessment } = getAssessment(proviso, actor, { subjectId })
  expect(assessment.findings.find(({ requirement }) => requirement === 'opt-out.drill-in-time')?.verdict).toBe('pass')
  const stored = JSON.stringify(listDrills(proviso, actor, { subjectId }))
  for (const secret of [key, email, host]) {
    expect(stored).not.toContain(secret)
    expect(readFileSync(proviso.home.database, 'latin1') + proviso.lines.join()).not.toContain(secret)
  }
  expect(run.id).toBe(now().run.id)
})

test('a drill that is stopped keeps what it saw, and its key is gone', async () => {
  const { host } = await list()
  const { proviso, actor, subjectId, turn } = await world(host)
  const run = startDrill(proviso, actor, drillOf(subjectId, `http://${host}/{address}`))
  await turn(0)
  cancelRun(proviso, actor, { runId: run.id })
  const [row] = listDrills(proviso, actor, { subjectId })
  expect(row?.run.state).toBe('cancelled')
  const shown = drillView(runView(row!.run), row!.told).lists[0]
  expect(shown).toMatchObject({ verdict: 'unknown', looks: 1, nextAt: null })
  expect(shown?.because).toMatch(/^Not seen on /)
  expect(JSON.stringify(row?.run.input)).not.toContain(key)
})

test('a list late beyond the limit fails at once, and one that never answers proves nothing', async () => {
  const { state, host } = await list()
  const { proviso, actor, subjectId, turn } = await world(host)
  const given = { ...drillOf(subjectId, `http://${host}/{address}`), limitHours: '1', minutesAgo: '90' }
  startDrill(proviso, actor, given)
  await turn(0)
  const read = () => {
    const [row] = listDrills(proviso, actor, { subjectId })
    return drillView(runView(row!.run), row!.told).lists[0]
  }
  expect(read()).toMatchObject({ verdict: 'fail' })
  state.broken = true
  startDrill(proviso, actor, { ...given, minutesAgo: '80' })
  await turn(0)
  expect(read()).toMatchObject({
    verdict: 'unknown',
    because: 'Another list, by web address gave no answer that could be read.',
  })
})

test('what is no test record, no address or a private one is refused, each with its sentence', async () => {
  const { proviso, actor, subjectId, turn } = await world('')
  const faults = (change: Partial<StartDrill>, account = 'https://vendor.example/{address}') => {
    try {
      startDrill(proviso, actor, { ...drillOf(subjectId, account), ...change })
      return {}
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      return error.fields
    }
  }
  expect(faults({ testRecord: false })).toHaveProperty('testRecord')
  expect(faults({ email: '' })).toHaveProperty('email')
  expect(faults({ email: 'nobody' })).toHaveProperty('email')
  expect(faults({ lists: [none] })).toHaveProperty('adapter-0')
  expect(faults({ hours: '500' })).toHaveProperty('hours')
  expect(faults({}, 'http://vendor.example/')).toHaveProperty('account-0')
  expect(faults({}, 'file:///etc/passwd')).toHaveProperty('account-0')
  expect(faults({}, 'https://127.0.0.1/{address}')).toEqual({})
  await turn(0)
  const [row] = listDrills(proviso, actor, { subjectId })
  expect(row?.told.lists[0]?.polls).toMatchObject([{ present: null }])
})
