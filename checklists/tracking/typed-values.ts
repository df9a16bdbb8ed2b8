import { authority, cfr } from '../cite.ts'
import { type EvidenceOf, type Judgement, type Requirement, requirement } from '../requirement.ts'
import { agreementFor, receiverOf } from './agreement.ts'
import { type DecodedRequest, dataClassOf, inWords } from './decode.ts'
import { requestLine, type Sight } from './observe.ts'
import { bulletin } from './patient-pages.ts'
import { type PageReading, pageName } from './reading.ts'
import { conclude, isEmbedded, readAll } from './scope.ts'

function patient({ page, classified }: PageReading): boolean {
  return page.outcome !== 'failed' && (classified.legalRisk === 'A' || classified.legalRisk === 'B')
}

/** A value typed into a company's own frame or form goes there by design: the agreement decides, not the sending. */
function byDesign(sent: DecodedRequest): boolean {
  return isEmbedded(sent.named?.vendor.category)
}

function typedSights(
  scope: ReadonlyArray<PageReading>,
  registry: ReadonlyArray<EvidenceOf<'registry'>>,
  at: Date,
): Array<Sight> {
  return scope.flatMap((reading) =>
    reading.sent.flatMap((sent) =>
      sent.typed.map((hit): Sight => {
        const receiver = receiverOf(sent)
        const paper = agreementFor(registry, receiver, at)
        const ad = sent.named?.vendor.category === 'ad-pixel'
        const open = paper.verdict === 'unknown' && (byDesign(sent) || paper.shown)
        const verdict = ad ? 'fail' : paper.verdict === 'pass' ? 'pass' : open ? 'unknown' : 'fail'
        const how =
          hit.encoding === 'plain' ? '' : `, ${/sha|md5/i.test(hit.encoding) ? 'hashed' : 'encoded'} (${hit.encoding})`
        const attempt = sent.request.blocked === 'stopped-by-scanner' ? 'was on its way' : 'was sent'
        return {
          reading,
          sent,
          party: receiver.party,
          dataClass: `${hit.field}:${hit.encoding}`,
          channel: hit.channel,
          verdict,
          because: `The ${hit.field} typed on ${pageName(reading)} ${attempt} to ${receiver.name}${how}, before anything was submitted. ${paper.because}`,
          quote: `${requestLine(sent)} ${hit.parameter ?? hit.channel} at byte ${hit.offset}: ${hit.field} (${hit.encoding})`,
        }
      }),
    ),
  )
}

const beyond = /^(typed-value|hashed-.*|search-text|login-id|email|phone|keystrokes)$/

export const typedValueRules: ReadonlyArray<Requirement> = [
  requirement({
    id: 'tracking.typed-values-stay',
    ref: 'TR7',
    title: 'What a patient types on patient pages reaches no other company without an agreement',
    why: 'A typed name, e-mail or reason for the visit is patient information before anything is sent.',
    fix: 'Keep evidence before you remove the tag. Then remove the script that reads the fields, or switch off its automatic matching and input recording.',
    cites: [cfr('160.103'), cfr('164.502(a), (e)'), cfr('164.504(e)'), bulletin],
    axis: 'law',
    weight: 8,
    critical: true,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    mayUse: ['registry'],
    judge: ({ page, registry }, at): Judgement => {
      const pages = readAll(page)
      const scope = pages.filter(patient)
      return conclude('tracking.typed-values-stay', {
        pages,
        scope,
        sights: typedSights(scope, registry, at),
        reach: 'typing',
        clean: 'No value typed on patient pages was seen to reach another company without an agreement',
        empty: 'None of the pages read asks a visitor for patient details.',
      })
    },
  }),
  requirement({
    id: 'tracking.beyond-the-visit',
    ref: 'TR5',
    title: 'Public pages hand over no typed text, search words, hashed contacts or account ids',
    why: 'Such data goes beyond the address and visit that the court spoke of.',
    fix: 'Keep evidence before you remove the tag. Then keep search words and typed text out of what tags may read.',
    cites: [cfr('160.103', { status: 'policy' }), cfr('164.514(b)', { status: 'policy' })],
    axis: 'judgement',
    weight: 5,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }): Judgement => {
      const pages = readAll(page)
      const scope = pages.filter((reading) => reading.page.outcome !== 'failed' && !patient(reading))
      const sights = scope.flatMap((reading) =>
        reading.sent.flatMap((sent) => {
          const kinds = sent.receives.filter((kind) => beyond.test(kind))
          if (kinds.length === 0) return []
          const { party, name } = receiverOf(sent)
          const sight: Sight = {
            reading,
            sent,
            party,
            dataClass: kinds.join(','),
            channel: sent.typed[0]?.channel ?? 'request',
            verdict: 'fail',
            because: `${name} received ${inWords(kinds)} from ${pageName(reading)}: goes beyond the vacated combination of address and visit.`,
            quote: requestLine(sent),
          }
          return [sight]
        }),
      )
      return conclude('tracking.beyond-the-visit', {
        pages,
        scope,
        sights,
        reach: 'typing',
        clean: 'Public pages were not seen to hand over more than address and visit',
        empty: 'No public page of this kind was read.',
      })
    },
  }),
  requirement({
    id: 'tracking.hashed-contacts',
    ref: 'TR8',
    title: 'No hashed e-mail, phone or name is handed to another company',
    why: 'A hash of an e-mail still points to one person. As we read the rule, it is not de-identified.',
    fix: 'Switch off automatic matching and enhanced conversions.',
    cites: [
      cfr('164.514(b)(2)(i)(R), (c)'),
      authority('FTC technology blog on hashing, July 2024', { status: 'guidance', confirmed: false }),
    ],
    axis: 'judgement',
    weight: 5,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }): Judgement => {
      const pages = readAll(page)
      const scope = pages.filter((reading) => reading.page.outcome !== 'failed')
      const sights = scope.flatMap((reading) =>
        reading.sent.flatMap((sent) =>
          sent.receives
            .filter((kind) => kind.startsWith('hashed-'))
            .map((kind): Sight => {
              const { party, name } = receiverOf(sent)
              const channel = sent.typed.find((hit) => dataClassOf(hit) === kind)?.channel ?? 'request'
              const because = `${name} received ${inWords([kind])} from ${pageName(reading)}.`
              return {
                reading,
                sent,
                party,
                dataClass: kind,
                channel,
                verdict: 'fail',
                because,
                quote: requestLine(sent),
              }
            }),
        ),
      )
      return conclude('tracking.hashed-contacts', {
        pages,
        scope,
        sights,
        reach: 'typing',
        clean: 'No hashed contact was seen to be handed over',
        empty: 'No page could be read.',
      })
    },
  }),
  requirement({
    id: 'tracking.past-disclosures',
    ref: 'TR14',
    title: 'No observed disclosure waits for counsel to assess the past',
    why: 'A tag that sends today may have sent for months. A disclosure not permitted is presumed reportable unless assessed otherwise.',
    fix: 'Keep the evidence, find out since when the tag ran, and ask counsel about a breach assessment.',
    cites: [
      cfr('164.402'),
      cfr('164.404-410'),
      authority('Health Breach Notification Rule, 16 CFR 318 (outside HIPAA)'),
    ],
    axis: 'judgement',
    weight: 5,
    owner: 'lawyer',
    provableBy: ['page'],
    needs: ['page'],
    mayUse: ['registry'],
    judge: ({ page, registry }, at): Judgement => {
      const pages = readAll(page)
      const scope = pages.filter(patient)
      const sights = typedSights(scope, registry, at)
        .filter(({ verdict }) => verdict === 'fail')
        .map(
          (sight): Sight => ({
            ...sight,
            dataClass: 'past',
            because: `${receiverOf(sight.sent!).name} receives typed values: ask counsel about a breach assessment.`,
          }),
        )
      return conclude('tracking.past-disclosures', {
        pages,
        scope,
        sights,
        reach: 'typing',
        clean: 'No disclosure of typed values was observed on patient pages',
        empty: 'None of the pages read asks a visitor for patient details.',
      })
    },
  }),
]
