import { cfr, practiceBar } from '../cite.ts'
import type { TrackerCategory } from '../knowledge/tracker.ts'
import { type EvidenceOf, type Requirement, requirement } from '../requirement.ts'
import { agreementFor, receiverOf } from './agreement.ts'
import { type DecodedRequest, inWords } from './decode.ts'
import { requestLine, type Sight } from './observe.ts'
import { withoutInstalled } from './patient-pages.ts'
import { carriesRecording, type PageReading, pageName } from './reading.ts'
import { conclude, isLibrary, readAll } from './scope.ts'

export const ads: ReadonlySet<TrackerCategory> = new Set(['ad-pixel'])
export const analytics: ReadonlySet<TrackerCategory> = new Set([
  'analytics',
  'customer-data-platform',
  'ab-test',
  'marketing',
  'tag-manager',
  'error-monitoring',
])

function isPatientPage({ page, classified }: PageReading): boolean {
  return page.outcome !== 'failed' && (classified.risk === 'A' || classified.risk === 'B')
}

/** A recorder by name, or anything that takes a recording, the page's content or the keys pressed. */
function records(sent: DecodedRequest, reading: PageReading): boolean {
  const { named, receives } = sent
  if (named?.vendor.category === 'session-replay' || carriesRecording(reading, sent)) return true
  return receives.includes('dom-content') || receives.includes('keystrokes')
}

function presence(reading: PageReading, sent: DecodedRequest, word: string): Sight {
  const { party, name } = receiverOf(sent)
  const installedOnly = isLibrary(sent)
  const inSource = reading.page.mode === 'static'
  const carrier = sent.named?.vendor.category === 'tag-manager'
  const page = `${pageName(reading)}`
  const base = { reading, sent, party, channel: 'request', quote: requestLine(sent) }
  if (inSource)
    return {
      ...base,
      dataClass: 'presence',
      verdict: carrier ? 'partial' : 'fail',
      because: `${name} (${word}) stands in the source of ${page}.`,
    }
  if (carrier && installedOnly)
    return {
      ...base,
      dataClass: 'presence',
      verdict: 'partial',
      because: `${name} runs on ${page} and can load any tag there.`,
    }
  if (installedOnly)
    return {
      ...base,
      dataClass: 'library',
      verdict: 'unknown',
      because: `${name} (${word}) is installed on ${page}; nothing it sent was observed.`,
    }
  const got = sent.receives.length === 0 ? '' : ` and received ${inWords(sent.receives)}`
  return { ...base, dataClass: 'presence', verdict: 'fail', because: `${name} (${word}) runs on ${page}${got}.` }
}

/** "Careful gating" of the bar: an agreement in force and nothing typed or shown in what was sent. */
function gated(sight: Sight, registry: ReadonlyArray<EvidenceOf<'registry'>>, at: Date): Sight {
  const { sent } = sight
  if (sight.verdict !== 'fail' || sent === null) return sight
  const told = sent.receives.some((kind) =>
    /typed|hashed|keystrokes|dom-content|page-text|^(email|phone|search-text|login-id)$/.test(kind),
  )
  const paper = agreementFor(registry, receiverOf(sent), at)
  return paper.verdict === 'pass' && !told
    ? {
        ...sight,
        verdict: 'partial',
        because: `${sight.because} ${paper.because} Look at what it is set up to collect.`,
      }
    : sight
}

type PresenceEntry = Pick<Requirement, 'id' | 'title' | 'why' | 'fix'> & {
  bar: string
  word: string
  picks: (sent: DecodedRequest, reading: PageReading) => boolean
  mayBeGated: boolean
}

function presenceRule({ bar, word, picks, mayBeGated, ...entry }: PresenceEntry): Requirement {
  return requirement({
    ...entry,
    cites: [practiceBar(bar), cfr('164.502(a), (e)')],
    axis: 'practice-bar',
    weight: 8,
    critical: true,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    mayUse: ['registry'],
    judge: ({ page, registry }, at) => {
      const pages = readAll(page)
      const scope = pages.filter(isPatientPage)
      const sights = scope.flatMap((reading) =>
        reading.sent
          .filter((sent) => picks(sent, reading))
          .map((sent) => {
            const sight = presence(reading, sent, word)
            return mayBeGated ? gated(sight, registry, at) : sight
          }),
      )
      return conclude(entry.id, {
        pages,
        scope,
        sights: withoutInstalled(sights),
        clean: `No ${word} was seen on patient pages`,
        empty: 'None of the pages read asks a visitor for patient details.',
      })
    },
  })
}

const keep = 'Keep evidence before you remove the tag.'

export const presenceRules: ReadonlyArray<Requirement> = [
  presenceRule({
    id: 'tracking.no-ad-pixels',
    title: 'Patient pages carry no advertising pixels',
    why: 'A pixel on a booking page tells an advertising company who seeks care.',
    fix: `${keep} Then remove advertising tags from booking, intake, login, payment and message pages.`,
    bar: 'no ad pixels on patient-identifying pages',
    word: 'advertising pixel',
    picks: ({ named }) => named !== null && ads.has(named.vendor.category),
    mayBeGated: false,
  }),
  presenceRule({
    id: 'tracking.no-analytics',
    title: 'Patient pages carry no analytics without careful gating',
    why: 'Analytics tie a device to the fact that it booked a visit.',
    fix: `${keep} Then load analytics by a list of allowed page classes, or use a company that signs an agreement.`,
    bar: 'no analytics on patient-identifying pages without careful gating',
    word: 'analytics tool',
    picks: ({ named }) => named !== null && analytics.has(named.vendor.category),
    mayBeGated: true,
  }),
  presenceRule({
    id: 'tracking.no-session-recorders',
    title: 'Patient pages are not recorded',
    why: 'A recorder can take every word a patient sees and types.',
    fix: `${keep} Then switch the recorder off on these pages, and mask all inputs everywhere.`,
    bar: 'no session recorders on patient-identifying pages',
    word: 'session recorder',
    picks: records,
    mayBeGated: true,
  }),
]
