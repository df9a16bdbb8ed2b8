import type { PageEvidence } from '../evidence.ts'
import { type BannerResult, useBanner } from './banner.ts'
import type { Session } from './cdp.ts'
import { runConsentRules } from './consent-rules.ts'
import { framesOf, inFrame } from './evaluate.ts'
import { settle } from './load.ts'
import type { Recorder, Visit } from './recorder.ts'

async function inAnyFrame(session: Session, choice: 'accept' | 'reject' | 'look'): Promise<BannerResult> {
  let seen: BannerResult = { result: 'no-banner', text: '' }
  for (const frame of (await framesOf(session)).slice(0, 6)) {
    const answer = await inFrame(session, frame.id, useBanner, choice)
    if (answer === undefined || answer.result === 'no-banner') continue
    seen = answer
    if (answer.result === 'done') return answer
  }
  return seen
}

/**
 * Makes the cookie choice of the state under test: known banners by rule, others by the words of their buttons. `none`
 * and `gpc` leave the banner alone and only note whether one is there. Never in the page's own world.
 */
export async function chooseConsent(
  session: Session,
  consent: PageEvidence['consent'],
  recorder: Recorder,
  visit: Visit,
): Promise<NonNullable<PageEvidence['cmp']>> {
  if (consent === 'none' || consent === 'gpc') {
    const { result } = await inAnyFrame(session, 'look')
    return { name: null, result: result === 'no-banner' ? result : 'untouched' }
  }
  const byRule = await runConsentRules(session, consent)
  if (byRule.result === 'done') {
    await settle(recorder, visit, 250, 2_000)
    return byRule
  }
  const byWords = await inAnyFrame(session, consent)
  await settle(recorder, visit, 250, 2_000)
  if (byWords.result === 'done') return { name: byRule.name, result: 'done' }
  // A banner that was recognised but would not take the choice: this state was not reached.
  const recognised = byRule.name !== null || byWords.result === 'failed'
  return { name: byRule.name, result: recognised ? 'failed' : 'no-banner' }
}
