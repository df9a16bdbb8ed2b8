import type { PageEvidence } from '../evidence.ts'
import type { Session } from './cdp.ts'
import type { Recorder } from './recorder.ts'

/** Makes the cookie choice of the state under test. */
export async function chooseConsent(
  _session: Session,
  _consent: PageEvidence['consent'],
  _recorder: Recorder,
): Promise<PageEvidence['cmp']> {
  return null
}
