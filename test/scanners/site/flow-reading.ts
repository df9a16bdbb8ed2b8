import { type FieldKind, makeCanary } from '#scanners/site/canary.ts'
import { partsOf } from '#scanners/site/capture/hits.ts'
import { joinedHits } from '#scanners/site/capture/pieces.ts'
import type { Captured } from '#scanners/site/capture/recorder.ts'
import type { CanaryHit } from '#scanners/site/evidence.ts'
import type { LeakMatcher } from '#scanners/site/leak-matcher.ts'
import type { Patient } from './senders.ts'

export const fieldKinds: ReadonlyArray<FieldKind> = [
  'email',
  'phone',
  'first-name',
  'last-name',
  'full-name',
  'birth-date',
  'postal-code',
  'member-number',
  'street',
  'city',
  'search',
  'message',
  'text',
]

export const patientOf = (seed: string) =>
  Object.fromEntries(fieldKinds.map((kind) => [kind, makeCanary(kind, seed).value])) as Patient

const empty: Captured = {
  id: '',
  method: 'GET',
  url: 'https://in.nobody-knows.example/p',
  type: 'fetch',
  at: 0,
  target: 'page',
  visit: 'look',
  documentUrl: 'https://clinic.example/',
  frameId: null,
  initiator: null,
  headers: {},
  body: null,
  frames: [],
  status: 200,
  mimeType: '',
  responseHeaders: {},
  perhapsCookies: null,
  setCookies: [],
  error: null,
  fromCache: false,
  stopped: false,
  done: true,
}

/** What the scanner would tell of these messages, alone and together. */
export function readMessages(
  matcher: LeakMatcher,
  messages: ReadonlyArray<Partial<Captured>>,
): { hits: Array<CanaryHit>; fault: boolean } {
  const requests = messages.map((message, at) => ({ ...empty, id: `r${at}`, ...message }))
  const alone = requests.map((request) => matcher.match(partsOf(request)))
  const together = joinedHits(requests, matcher)
  return {
    hits: [...alone.flatMap(({ hits }) => hits), ...together.hits.map(({ hit }) => hit)],
    fault: together.fault || alone.some(({ fault }) => fault),
  }
}
