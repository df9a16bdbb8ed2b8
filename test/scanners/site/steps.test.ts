import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import type { StandIn } from '#test/sites/stand-in.ts'
import { type Stepped, startStepsSite, stepsUrl } from '#test/sites/steps.ts'

let site: StandIn
beforeAll(async () => {
  site = await startStepsSite()
})
afterAll(async () => {
  await site.close()
})

async function read(name: Stepped): Promise<PageEvidence> {
  const input = siteScanInputSchema.parse({
    url: stepsUrl(name),
    pages: 1,
    authority: 'permission',
    lab: { allow: [], map: site.map },
  })
  const context = { now: () => new Date(), signal: new AbortController().signal, progress: () => {} }
  return (await scanSite(input, context))[0]!
}

/** What was proven to go to the collector, by the path it went to. */
const proven = (page: PageEvidence) => [
  ...new Set(page.requests.filter(({ canaries }) => canaries.length > 0).map(({ path }) => path.slice(1))),
]
const incomplete = (page: PageEvidence) => page.open.filter(({ code }) => code === 'capture-incomplete')

const quick: ReadonlyArray<Stepped> = ['untyped']
const slow: ReadonlyArray<Stepped> = ['carousel', 'submitted', 'shadow', 'frame']

test.each(process.env.PROVISO_TEST_FULL === undefined ? quick : [...quick, ...slow])(
  'the second step of a form is filled: %s',
  async (name) => {
    const page = await read(name)
    expect(proven(page).sort()).toEqual(['first-email', 'second-phone'])
    expect(incomplete(page)).toEqual([])
    expect(site.log.filter(({ method, host }) => method === 'POST' || host === 'sink.forms.test')).toEqual([])
  },
)

test.runIf(process.env.PROVISO_TEST_FULL)(
  'steps beyond those that are walked, or behind a submit button, are told',
  async () => {
    const many = await read('many')
    expect(proven(many)).toContain('fifth-street')
    expect(incomplete(many)).toEqual([
      { code: 'capture-incomplete', detail: 'a form in steps goes on after 4 of them, which were filled' },
    ])
    const closed = await read('closed')
    expect(incomplete(closed)).toEqual([
      { code: 'capture-incomplete', detail: 'a form has fields that were not shown, behind a button that leads on' },
    ])
    expect(incomplete(await read('sent'))).toEqual([
      {
        code: 'capture-incomplete',
        detail: 'a form goes on behind a button that sends it or stays off, which was not pressed',
      },
    ])
    expect(incomplete(await read('ends'))).toEqual([])
    expect(incomplete(await read('long'))).toEqual([
      { code: 'capture-incomplete', detail: 'after 60 fields no more were filled' },
    ])
    expect(site.log.filter(({ method }) => method === 'POST')).toEqual([])
  },
)
