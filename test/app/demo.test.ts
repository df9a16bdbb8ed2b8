import { expect, test } from 'vitest'
import { demoUrl } from '#app/demo/demo-pages.ts'
import { homePage } from '#app/http/home-page.server.ts'
import type { PersonActor } from '#app/session.server.ts'
import { readRunEvidence } from '#app/use-cases/get-run.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { importLogs } from '#app/use-cases/import-logs.ts'
import { listRuns } from '#app/use-cases/list-runs.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import { listTemplates } from '#app/use-cases/list-templates.ts'
import { makeDemo } from '#app/use-cases/make-demo.ts'
import { putBack, removeSubject } from '#app/use-cases/trash.ts'
import { openPortal, setUpOwner } from './portal.ts'

async function* streamOf(text: string) {
  yield Buffer.from(text)
}

test('the demo is read by the real scanners, stands apart, is made once, and asks for no second factor of its own', async () => {
  const proviso = await openPortal()
  const { actor } = await setUpOwner(proviso)
  const organisationId = await makeDemo(proviso, actor as PersonActor)
  expect(await makeDemo(proviso, actor as PersonActor)).toBe(organisationId)
  const inside: PersonActor = { ...(actor as PersonActor), organisationId }
  await proviso.queue.idle()
  expect(listRuns(proviso, inside, { limit: 20 }).map(({ run }) => [run.scanner, run.state, run.problem])).toEqual(
    expect.arrayContaining([
      ['document', 'done', null],
      ['site', 'done', null],
      ['opt-out', 'done', null],
    ]),
  )

  const { items: vendors } = listSubjects(proviso, inside, { kind: 'vendor', perPage: 10 })
  const gates = vendors.map(({ subject }) => [
    subject.name,
    getSubject(proviso, inside, { subjectId: subject.id }).dataGate,
  ])
  // The weak one is read as the agreement it is, not refused as something else: one of two has signed it.
  expect(Object.fromEntries(gates)).toMatchObject({
    'Brightharbor Reviews': { state: 'open' },
    'Quickstar Outreach': { state: 'closed', reason: expect.stringMatching(/sign/) },
  })
  const poor = vendors.find(({ subject }) => subject.name === 'Quickstar Outreach')!.subject
  // Home says where the trouble is, and never that nothing waits.
  const home = homePage(proviso, inside)
  expect(home.gaps.map(({ name }) => name)).toEqual(expect.arrayContaining([poor.name, 'Harbor Street Family Clinic']))
  expect(home.gaps.every(({ gaps }) => gaps > 0)).toBe(true)
  expect(home.gaps.map(({ gaps }) => gaps)).toEqual(home.gaps.map(({ gaps }) => gaps).sort((a, b) => b - a))
  expect(home.next.map(({ label }) => label)).toContain(`Open the data gate of ${poor.name}`)
  removeSubject(proviso, inside, { subjectId: poor.id, confirmed: true })
  expect(homePage(proviso, inside).gaps.map(({ name }) => name)).not.toContain(poor.name)
  putBack(proviso, inside, { subjectId: poor.id })
  expect(listTemplates(proviso, inside, { subjectId: poor.id }).templates.length).toBe(5)

  const [site] = listRuns(proviso, inside, { limit: 20 }).filter(({ run }) => run.scanner === 'site')
  const pages = readRunEvidence(proviso, inside, { runId: site!.run.id }).flatMap((item) =>
    item.kind === 'page' ? [item] : [],
  )
  expect(pages.length).toBeGreaterThan(3)
  expect(pages.every(({ outcome, url }) => outcome === 'loaded' && url.startsWith(demoUrl))).toBe(true)
  const asked = pages.flatMap(({ requests }) => requests.map(({ host }) => host))
  expect(asked).toEqual(expect.arrayContaining(['www.facebook.com', 'www.google-analytics.com']))

  // Ours holds nothing of it, and no law of second factors is woken by made-up logs, only by somebody's.
  expect(listSubjects(proviso, actor, { kind: 'vendor', perPage: 10 }).total).toBe(0)
  expect(proviso.secondFactors.holdsLogs(inside.id)).toBe(false)
  const incoming = await proviso.uploads.begin(10_000)
  await incoming.add('own.csv', streamOf('kind,channel,at,phone\nopt_out,sms,2025-06-03T15:00:00Z,5125550101\n'))
  const practice = listSubjects(proviso, inside, { kind: 'practice', perPage: 10 }).items[0]!.subject
  await importLogs(proviso, inside, { subjectId: practice.id, config: {} }, incoming)
  expect(proviso.secondFactors.holdsLogs(inside.id)).toBe(true)
})
