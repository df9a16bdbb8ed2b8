import { authority, cfr } from '../cite.ts'
import { type EvidenceOf, type Judgement, type Requirement, requirement } from '../requirement.ts'
import { agreementFor, type Receiver, receiverOf, receiverOfHost } from './agreement.ts'
import { type DecodedRequest, inWords } from './decode.ts'
import { requestLine, type Sight } from './observe.ts'
import { type PageReading, pageName, siteOf } from './reading.ts'
import { conclude, handsOver, isEmbedded, isLibrary, isMeasuring, readAll } from './scope.ts'

/** The agency's reading, never without the vacatur beside it and never without the rule it reads. */
export const bulletin = authority(
  'HHS OCR bulletin on online tracking technologies, 1 Dec 2022, updated 18 Mar 2024, partly vacated 20 Jun 2024 (the part cited here was not vacated)',
  { status: 'guidance' },
)

const needsEither = 'Observed disclosure; needs a business associate agreement or an authorization.'

/** What one recipient's request on a patient page means in law, as far as the register can tell. */
function judgeDisclosure(
  reading: PageReading,
  sent: DecodedRequest,
  registry: ReadonlyArray<EvidenceOf<'registry'>>,
  at: Date,
): Sight {
  const receiver = receiverOf(sent)
  const category = sent.named?.vendor.category
  const got = sent.receives.length === 0 ? 'the visitor’s network address' : inWords(sent.receives, 2)
  const shared = {
    reading,
    sent,
    party: receiver.party,
    dataClass: 'disclosure',
    channel: 'request',
    quote: requestLine(sent),
  }
  const saw = `${receiver.name} received ${got} from ${pageName(reading)}`
  if (reading.page.mode === 'static')
    return {
      ...shared,
      verdict: 'unknown',
      because: `${receiver.name} stands in the source of ${pageName(reading)}; whether it sends was not observed.`,
    }
  const paper = agreementFor(registry, receiver, at)
  if (category === 'ad-pixel')
    return {
      ...shared,
      verdict: 'fail',
      because: `${saw}. ${needsEither} For advertising an agreement does not replace the authorization.`,
    }
  return {
    ...shared,
    verdict: paper.verdict,
    because: paper.verdict === 'pass' ? `${saw}. ${paper.because}` : `${saw}. ${needsEither} ${paper.because}`,
  }
}

function disclosures(
  scope: ReadonlyArray<PageReading>,
  registry: ReadonlyArray<EvidenceOf<'registry'>>,
  at: Date,
): Array<Sight> {
  return scope.flatMap((reading) =>
    reading.sent
      .filter((sent) => handsOver(sent) || (reading.page.mode === 'static' && isMeasuring(sent.named?.vendor.category)))
      .map((sent) => judgeDisclosure(reading, sent, registry, at)),
  )
}

type Kind = { inScope: (reading: PageReading) => boolean; clean: string; empty: string }

function disclosureRule(
  entry: Pick<Requirement, 'id' | 'ref' | 'title' | 'why' | 'fix' | 'cites'>,
  kind: Kind,
): Requirement {
  return requirement({
    ...entry,
    axis: 'law',
    weight: 8,
    critical: true,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    mayUse: ['registry'],
    judge: ({ page, registry }, at): Judgement => {
      const pages = readAll(page)
      const scope = pages.filter((reading) => reading.page.outcome !== 'failed' && kind.inScope(reading))
      return conclude(entry.id, {
        pages,
        scope,
        sights: disclosures(scope, registry, at),
        clean: kind.clean,
        empty: kind.empty,
      })
    },
  })
}

/** Companies a visitor deals with on a patient page: frames, forms, chat, schedulers, recorders. */
function partners(reading: PageReading): Array<{ receiver: Receiver; sent: DecodedRequest | null; quote: string }> {
  const bySite = new Map<string, { receiver: Receiver; sent: DecodedRequest | null; quote: string }>()
  for (const sent of reading.sent) {
    const category = sent.named?.vendor.category
    const partner = isEmbedded(category) || category === 'session-replay'
    const receiver = receiverOf(sent)
    if (partner && !bySite.has(receiver.party)) bySite.set(receiver.party, { receiver, sent, quote: requestLine(sent) })
  }
  for (const { actionHost } of reading.page.forms) {
    if (actionHost === null || actionHost === '' || siteOf(actionHost) === reading.registrableDomain) continue
    const receiver = receiverOfHost(actionHost)
    if (!bySite.has(receiver.party))
      bySite.set(receiver.party, { receiver, sent: null, quote: `form sends to ${actionHost}` })
  }
  return [...bySite.values()]
}

export const patientPageRules: ReadonlyArray<Requirement> = [
  disclosureRule(
    {
      id: 'tracking.logged-in-pages',
      ref: 'TR1',
      title: 'Pages behind a login hand nothing to another company without an agreement',
      why: 'What a logged-in page shows or asks is patient information.',
      fix: 'Keep evidence before you remove the tag. Then take the tag off the pages behind the login, or sign an agreement that names this product.',
      cites: [cfr('164.502(a), (e)'), cfr('164.504(e)'), cfr('164.308(b)'), bulletin],
    },
    {
      inScope: ({ classified }) => classified.legalRisk === 'A',
      clean: 'No other company was seen to receive anything from pages behind a login',
      empty: 'No page behind a login was part of this scan.',
    },
  ),
  disclosureRule(
    {
      id: 'tracking.patient-transactions',
      ref: 'TR2',
      title: 'Booking, intake, payment and message pages hand nothing to another company without an agreement',
      why: 'Who books or asks about care, together with an address or device id, is patient information.',
      fix: 'Keep evidence before you remove the tag. Then load tags only on pages that ask nothing of a patient, or sign an agreement that names this product.',
      cites: [cfr('160.103'), cfr('164.502(a), (e)'), cfr('164.504(e)'), bulletin],
    },
    {
      inScope: ({ classified }) => classified.legalRisk === 'B' && classified.class !== 'portal-login',
      clean: 'No other company was seen to receive anything from booking, intake, payment or message pages',
      empty: 'None of the pages read asks a visitor for patient details.',
    },
  ),
  disclosureRule(
    {
      id: 'tracking.portal-login-page',
      ref: 'TR3',
      title: 'Portal login and registration pages hand nothing to another company without an agreement',
      why: 'Signing in or registering tells that the visitor is a patient here.',
      fix: 'Keep evidence before you remove the tag. Then take the tag off the login and registration pages.',
      cites: [
        cfr('160.103'),
        cfr('164.502(a), (e)'),
        authority(
          'HHS OCR bulletin on online tracking technologies, login and registration pages, partly vacated 20 Jun 2024 (this part was not)',
          { status: 'guidance', confirmed: false },
        ),
      ],
    },
    {
      inScope: ({ classified }) => classified.legalRisk === 'B' && classified.class === 'portal-login',
      clean: 'No other company was seen to receive anything from login or registration pages',
      empty: 'No login or registration page was read.',
    },
  ),
  requirement({
    id: 'tracking.no-marketing-disclosure',
    ref: 'TR11',
    title: 'Nothing about a patient’s visit goes to advertising companies',
    why: 'A disclosure for marketing needs each patient’s authorization, with or without an agreement.',
    fix: 'Keep evidence before you remove the tag. Then remove advertising tags from every page that asks something of a patient.',
    cites: [cfr('164.501'), cfr('164.508(a)(3)-(4)'), cfr('164.502(a)(5)(ii)'), bulletin],
    axis: 'law',
    weight: 8,
    critical: true,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }) => {
      const pages = readAll(page)
      const scope = pages.filter(
        ({ page: { outcome }, classified }) =>
          outcome !== 'failed' && (classified.legalRisk === 'A' || classified.legalRisk === 'B'),
      )
      const sights = scope.flatMap((reading) =>
        reading.sent
          .filter((sent) => sent.named?.vendor.category === 'ad-pixel')
          .map((sent): Sight => {
            const { name, party } = receiverOf(sent)
            const observed = reading.page.mode === 'browser' && !isLibrary(sent)
            return {
              reading,
              sent,
              party,
              dataClass: observed ? 'marketing' : 'library',
              channel: 'request',
              verdict: observed ? 'fail' : 'unknown',
              because: observed
                ? `${name} received ${sent.receives.length === 0 ? 'the visit' : inWords(sent.receives, 2)} from ${pageName(reading)}. Observed disclosure to an advertising company; needs an authorization.`
                : `${name} is installed on ${pageName(reading)}; sending was not observed.`,
              quote: requestLine(sent),
            }
          }),
      )
      return conclude('tracking.no-marketing-disclosure', {
        pages,
        scope,
        sights: withoutInstalled(sights),
        clean: 'No advertising company was seen to receive anything from pages that ask something of a patient',
        empty: 'None of the pages read asks a visitor for patient details.',
      })
    },
  }),
  requirement({
    id: 'tracking.recipients-have-agreements',
    ref: 'TR12',
    title: 'Each scheduler, form, chat, payment and recording service on patient pages has an agreement in force',
    why: 'What a patient types into such a service goes to its company by design.',
    fix: 'Sign an agreement that names this product, or use a company that signs. A tier without one is no choice for patient pages.',
    cites: [cfr('164.502(e)'), cfr('164.504(e)'), cfr('164.308(b)(1), (3)')],
    axis: 'law',
    weight: 5,
    owner: 'office-manager',
    provableBy: ['page', 'registry'],
    needs: ['page'],
    mayUse: ['registry'],
    judge: ({ page, registry }, at) => {
      const pages = readAll(page)
      const scope = pages.filter(
        ({ page: { outcome }, classified }) =>
          outcome !== 'failed' && (classified.legalRisk === 'A' || classified.legalRisk === 'B'),
      )
      const sights = scope.flatMap((reading) =>
        partners(reading).map(({ receiver, sent, quote }): Sight => {
          const { verdict, because } = agreementFor(registry, receiver, at)
          return {
            reading,
            sent,
            party: receiver.party,
            dataClass: 'agreement',
            channel: sent === null ? 'form' : 'request',
            verdict,
            because: `${receiver.name} serves ${pageName(reading)}. ${because}`,
            quote,
          }
        }),
      )
      return conclude('tracking.recipients-have-agreements', {
        pages,
        scope,
        sights,
        clean: 'Every such service seen on patient pages has an agreement in force, or there is none',
        empty: 'None of the pages read asks a visitor for patient details.',
      })
    },
  }),
]

/** A library beside a data request of the same vendor on the same page adds nothing; alone it stays open. */
export function withoutInstalled(sights: ReadonlyArray<Sight>): Array<Sight> {
  const sending = new Set(
    sights
      .filter(({ dataClass }) => dataClass !== 'library')
      .map(({ reading, party }) => `${reading.page.url} ${party}`),
  )
  return sights.filter(
    ({ dataClass, reading, party }) => dataClass !== 'library' || !sending.has(`${reading.page.url} ${party}`),
  )
}
