import type { ScanRun } from '#db/scan-runs.ts'
import { siteScanInputSchema } from '#scanners/site/input.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput } from './problem.ts'
import { readObservation } from './read-observation.ts'
import { withoutRecheck } from './recheck-of.ts'
import { authorityOf, isLevel } from './request-site-scan.ts'
import { scopeOf } from './scope.ts'

/**
 * Looks again at one page of an observation, in its cookie choice and on its screen, on the same authority as the run
 * that made it; the person who asks stands for the statement. Only that page is opened.
 */
export function recheckObservation(
  proviso: Proviso,
  actor: Actor,
  input: { runId: string; key: string; url: string },
): { run: ScanRun; isNew: boolean } {
  const { run, subject, proofs } = readObservation(proviso, actor, input)
  demand(actor, 'scan', subject.kind)
  const proof = proofs.find(({ page }) => page.url === input.url)
  if (proof === undefined) throw new InvalidInput({ url: 'Choose one of the pages this was seen on.' })
  const { url, consent, viewport } = proof.page
  if (/[{}]/.test(url)) {
    throw new InvalidInput({
      url: 'The address of this page held a private code, which was not kept. Scan the site again.',
    })
  }
  const { level } = run.authority ?? { level: 'public' }
  if (!isLevel(level)) throw new InvalidInput({ url: 'This page was read behind a login. Scan the site again.' })
  const given = siteScanInputSchema.parse(withoutRecheck(run.input))
  const scope = scopeOf(proviso, actor)
  const added = scope.runs.add({
    subjectId: subject.id,
    scanner: 'site',
    input: {
      ...given,
      url,
      pages: 1,
      consent: [consent],
      viewports: [viewport],
      recheck: { run: run.id, observation: input.key },
    },
    targetHost: new URL(url).host,
    authority: authorityOf(actor, level, proviso.now()),
  })
  proviso.queue.wake()
  return added
}
