import type { Script } from '../dormant/read.ts'
import { partyOf } from '../party.ts'
import type { Recorder } from './recorder.ts'

const maxScripts = 25
const maxCharacters = 2_000_000

/** Code of the other parties' scripts (and of first-party ones with an id in the address), for the readers. */
export async function scriptBodies(recorder: Recorder, pageUrl: string): Promise<Array<Script>> {
  const wanted = recorder.requests.filter(
    ({ type, status, url }) =>
      type === 'script' && status === 200 && (partyOf(url) !== partyOf(pageUrl) || /[?&]id=|\/config\//.test(url)),
  )
  const bodies = await Promise.all(
    wanted
      .slice(0, maxScripts)
      .map(async (request) => ({ url: request.url, body: await recorder.responseBody(request) })),
  )
  return bodies.flatMap(({ url, body }) =>
    body !== undefined && body.length <= maxCharacters ? [{ url, code: Buffer.from(body).toString() }] : [],
  )
}
