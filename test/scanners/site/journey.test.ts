import { afterAll, beforeAll, expect, test } from 'vitest'
import { inputComplaint } from '#app/cli/site-scan-options.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import type { Journey } from '#scanners/site/journey.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { journeyUrl, startJourneySite } from '#test/sites/journey.ts'
import type { StandIn } from '#test/sites/stand-in.ts'

let site: StandIn
beforeAll(async () => {
  site = await startJourneySite()
})
afterAll(() => site.close())

const asked = (journey: unknown, authority = 'permission') =>
  siteScanInputSchema.safeParse({
    url: journeyUrl,
    pages: 1,
    authority,
    journey,
    lab: { allow: [], map: site.map },
  })

async function play(journey: Journey): Promise<PageEvidence> {
  const context = { now: () => new Date(), signal: new AbortController().signal, progress: () => {} }
  const pages = await scanSite(asked(journey).data!, context)
  return pages.find((page) => page.journey !== undefined)!
}

const steps: Journey['steps'] = [
  { click: { role: 'link', name: 'Book a visit' } },
  { click: { role: 'link', name: 'I am new here' } },
  { click: { role: 'button', name: '10:30 AM' } },
  { fill: { role: 'textbox', name: 'E-mail' }, with: 'email' },
  { choose: { role: 'combobox', name: 'Visit' }, option: 'Follow-up' },
  { click: { role: 'button', name: 'Tell us more' } },
  { fill: { role: 'textbox', name: 'Reason' }, with: 'message' },
]

test('a journey leads through pages and steps to a form no look would find, and what leaves there is proven', async () => {
  const page = await play({ name: 'booking', steps })
  expect(page.journey).toEqual({ name: 'booking', steps: 7, done: 7, stopped: null })
  expect(page).toMatchObject({ outcome: 'loaded', url: 'https://steps.test/book' })
  // "Reason" is drawn by a button of the closed world: what it loads when touched nobody saw.
  expect(page.open).toContainEqual({
    code: 'capture-incomplete',
    detail: '1 of the fields were met after the network was closed: what a touch loads was not seen',
  })
  const proven = page.requests
    .filter(({ host }) => host === 'sink.steps.test')
    .flatMap(({ path, canaries }) => canaries.map(({ field }) => `${path} ${field}`))
  expect([...new Set(proven)].sort()).toEqual(['/email email', '/visit choice', '/why message'])
  // The way there asks and reads, but changes nothing, and nothing typed arrives.
  expect(site.log.filter(({ method, host }) => method === 'POST' || host === 'sink.steps.test')).toEqual([])
  expect(site.log.some(({ path }) => path === '/slots.json')).toBe(true)
})

test.runIf(process.env.PROVISO_TEST_FULL)(
  'a step that cannot be done, or that would send the form, leaves the page open',
  async () => {
    const missing = await play({
      name: 'booking',
      steps: [...steps.slice(0, 4), { click: { role: 'button', name: 'Onwards' } }],
    })
    expect(missing.journey).toMatchObject({
      done: 4,
      stopped: 'step 5 of 5 (click button "Onwards"): it was not found',
    })
    expect(missing.open).toContainEqual({
      code: 'capture-incomplete',
      detail: 'the journey "booking" stopped at step 5 of 5 (click button "Onwards"): it was not found',
    })
    const sending = await play({
      name: 'booking',
      steps: [...steps.slice(0, 4), { click: { role: 'button', name: 'Book' } }],
    })
    expect(sending.journey?.stopped).toContain('it would send the form')
    expect(site.log.filter(({ method }) => method === 'POST')).toEqual([])
  },
)

const email: Journey['steps'][number] = { fill: { role: 'textbox', name: 'E-mail' }, with: 'email' }

test.runIf(process.env.PROVISO_TEST_FULL)(
  'while the site answers, what books or undoes is not pressed and robots.txt is heeded; hidden fields are not filled',
  async () => {
    const ways: ReadonlyArray<readonly [Journey['steps'], string]> = [
      [[{ goto: '/acts' }, { click: { role: 'button', name: 'Book now' } }, email], 'reads like an action'],
      [[{ goto: '/acts' }, { click: { role: 'link', name: 'See my visit' } }, email], 'address reads like an action'],
      [[{ goto: '/visits/7/cancel' }, email], 'address reads like an action'],
      [[{ goto: '/acts' }, { click: { role: 'button', name: 'Back' } }, email], 'address reads like an action'],
      [[{ goto: '/acts' }, { click: { role: 'link', name: 'Older page' } }, email], 'address reads like an action'],
      [[{ goto: '/acts' }, { click: { role: 'button', name: 'Partner' } }, email], 'on another site'],
      [[{ goto: '/acts' }, { click: { role: 'link', name: 'Staff' } }, email], 'robots.txt'],
      [[{ goto: '/staff' }, email], 'robots.txt'],
      [[{ goto: '/acts' }, { fill: { role: 'textbox', name: 'Card' }, with: 'text' }], 'could not be filled'],
    ]
    for (const [steps, why] of ways) {
      const page = await play({ name: 'guarded', steps })
      expect(page.journey?.stopped, JSON.stringify(steps)).toContain(why)
      expect(page.open.map(({ detail }) => detail).join()).toContain(why)
    }
    expect(site.log.filter(({ path }) => /^\/(?:hold\?|visits|staff|logout)/.test(path))).toEqual([])
  },
)

test.runIf(process.env.PROVISO_TEST_FULL)(
  'a journey that only the second visit could not play leaves the page open',
  async () => {
    const page = await play({ name: 'once', steps: [{ goto: '/once' }, ...steps.slice(2, 4)] })
    expect(page.journey).toMatchObject({ done: 3, stopped: null })
    expect(page.open).toContainEqual({
      code: 'capture-incomplete',
      detail:
        'in the leave visit the journey "once" stopped at step 2 of 3 (click button "10:30 AM"): it was not found',
    })
  },
)

test('a journey that is not readable, types nothing, or lacks the permission is refused at the door', () => {
  const fill = { fill: { role: 'textbox', name: 'E-mail' }, with: 'email' }
  expect(asked({ name: 'x', steps }).success).toBe(true)
  expect(asked({ name: 'x', steps }, 'public').success).toBe(false)
  for (const wrong of [
    { name: 'x', steps: [] },
    { name: 'x', steps: [{ click: { role: 'link', name: 'Book' } }] },
    { name: 'x', steps: [fill, { goto: '/elsewhere' }] },
    { name: 'x', steps: [{ ...fill, with: 'jane@example.com' }] },
    { name: 'x', steps: [{ ...fill, click: { role: 'link', name: 'Book' } }] },
    { name: 'x', steps: [fill, { submit: true }] },
    { steps: [fill] },
    { name: 'x', steps: [{ goto: 'javascript:alert(1)' }, fill] },
    { name: 'x', steps: [{ goto: '//elsewhere.example/' }, fill] },
    { name: 'x', steps: [{ goto: 'https://a:b@steps.test/' }, fill] },
    { name: 'x', steps: [{ fill: { role: 'button', name: 'E-mail' }, with: 'email' }] },
    { name: 'x', steps: [fill, { choose: { role: 'link', name: 'Visit' } }] },
    { name: 'x', steps: [fill, { click: { role: 'textbox', name: 'E-mail' } }] },
    { name: 'x', steps: [{ fill: { role: 'textbox', name: ' E-mail' }, with: 'email' }] },
    { name: 'x\u0007', steps: [fill] },
    { name: 'x', steps: [{ wait: 5_000 }, { wait: 5_000 }, { wait: 5_000 }, fill] },
  ])
    expect(asked(wrong).success, JSON.stringify(wrong)).toBe(false)
  const [issue] = asked({ name: 'x', steps: [fill, { choose: { role: 'link', name: 'Visit' } }] }).error!.issues
  expect(inputComplaint(issue!.path, issue!.message).message).toContain('--journey step 2: Expected one of: goto (')
})
