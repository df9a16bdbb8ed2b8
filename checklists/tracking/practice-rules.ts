import { authority, cfr, practiceBar } from '../cite.ts'
import { type Requirement, requirement } from '../requirement.ts'
import { receiverOf } from './agreement.ts'
import { isLinkCanary } from './decode.ts'
import { requestLine, type Sight } from './observe.ts'
import { ads, analytics } from './presence-rules.ts'
import { pageName } from './reading.ts'
import { conclude, isDelivery, isLibrary, isMeasuring, readAll } from './scope.ts'

const keep = 'Keep evidence before you remove the tag.'

export const practiceRules: ReadonlyArray<Requirement> = [
  requirement({
    id: 'tracking.patient-data-not-shared',
    title: 'What a patient types never goes to analytics or advertising companies',
    why: 'Patient data in analytics or retargeting is used for another purpose than care.',
    fix: `${keep} Then switch off automatic matching, enhanced conversions, text capture and input recording.`,
    cites: [practiceBar('patient data never to analytics or ad platforms'), cfr('164.502(a)'), cfr('164.508(a)(3)')],
    axis: 'practice-bar',
    weight: 8,
    critical: true,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }) => {
      const pages = readAll(page)
      const scope = pages.filter((reading) => reading.page.outcome !== 'failed')
      const sights = scope.flatMap((reading) =>
        reading.sent
          .filter(({ named, typed }) => typed.length > 0 && (named === null || isMeasuring(named.vendor.category)))
          .flatMap((sent) =>
            sent.typed.map((hit): Sight => {
              const { party, name } = receiverOf(sent)
              const how = hit.encoding === 'plain' ? 'as typed' : `as ${hit.encoding}`
              const sentTo = sent.request.blocked === null ? 'went to' : 'was on its way to'
              return {
                reading,
                sent,
                party,
                dataClass: `${hit.field}:${hit.encoding}`,
                channel: hit.channel,
                verdict: 'fail',
                because: `The ${hit.field} typed on ${pageName(reading)} ${sentTo} ${name}, ${how}.`,
                quote: `${requestLine(sent)} ${hit.parameter ?? hit.channel}: ${hit.field} (${hit.encoding})`,
              }
            }),
          ),
      )
      return conclude('tracking.patient-data-not-shared', {
        pages,
        scope,
        sights,
        reach: 'typing',
        clean: 'No typed value was seen to reach an analytics or advertising company',
        empty: 'No page could be read.',
      })
    },
  }),
  requirement({
    id: 'tracking.condition-pages',
    ref: 'TR4',
    title: 'Pages about conditions and providers tell no advertising or analytics company who read them',
    why: 'Reading about a condition can point to a person’s health. This is not a HIPAA finding; other laws may apply.',
    fix: `${keep} Then leave condition and provider pages out of advertising tags, or keep health words out of addresses and titles.`,
    cites: [
      practiceBar('patients’ interests never to ad platforms'),
      authority(
        'Am. Hosp. Ass’n v. Becerra, No. 4:23-cv-1110, 2024 WL 3075865 (N.D. Tex. June 20, 2024): the bulletin is vacated for an IP address with a visit to a public condition or provider page',
        { status: 'vacated' },
      ),
    ],
    axis: 'practice-bar',
    weight: 2,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }) => {
      const pages = readAll(page)
      const scope = pages.filter(({ page: { outcome }, classified }) => outcome !== 'failed' && classified.risk === 'C')
      const sights = scope.flatMap((reading) =>
        reading.sent
          .filter(
            ({ named }) =>
              named !== null &&
              (ads.has(named.vendor.category) ||
                named.vendor.category === 'session-replay' ||
                (analytics.has(named.vendor.category) && named.vendor.category !== 'tag-manager')),
          )
          .filter((sent) => !isLibrary(sent) || reading.page.mode === 'static')
          .map((sent): Sight => {
            const { party, name } = receiverOf(sent)
            const seen = reading.page.mode === 'static' ? `${name} stands in the source of` : `${name} got the visit to`
            return {
              reading,
              sent,
              party,
              dataClass: 'visit',
              channel: 'request',
              verdict: 'fail',
              because: `${seen} ${pageName(reading)}: address and visit alone are not a HIPAA finding (vacated 20 Jun 2024); below the practice bar.`,
              quote: requestLine(sent),
            }
          }),
      )
      return conclude('tracking.condition-pages', {
        pages,
        scope,
        sights,
        clean: 'No advertising or analytics company was told of visits to condition or provider pages',
        empty: 'No condition or provider page was read.',
      })
    },
  }),
  requirement({
    id: 'tracking.outreach-links',
    ref: 'TR17',
    title: 'Pages behind a patient’s own link load nothing from other companies',
    why: 'The link is made for one patient; its address alone tells who opened it.',
    fix: `${keep} Then remove third parties from these pages and set Referrer-Policy to no-referrer.`,
    cites: [practiceBar('no third party on pages behind outreach links'), cfr('164.502(a)')],
    axis: 'practice-bar',
    weight: 5,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }) => {
      const pages = readAll(page)
      const scope = pages.filter(
        ({ page: { outcome }, classified }) => outcome !== 'failed' && classified.tokenLink !== null,
      )
      const sights = scope.flatMap((reading) =>
        reading.sent.map((sent): Sight => {
          const { party, name } = receiverOf(sent)
          const address =
            sent.request.canaries.some(({ field }) => isLinkCanary(field)) ||
            sent.receives.includes('page-url') ||
            sent.receives.includes('referrer')
          const fails = address || isMeasuring(sent.named?.vendor.category) || !isDelivery(sent)
          return {
            reading,
            sent,
            party,
            dataClass: address ? 'page-url' : 'presence',
            channel: 'request',
            verdict: fails ? 'fail' : 'partial',
            because: address
              ? `${name} received the address of a page behind a patient’s own link.`
              : `A page behind a patient’s own link loads from ${name}; the address can go along as Referer.`,
            quote: requestLine(sent),
          }
        }),
      )
      return conclude('tracking.outreach-links', {
        pages,
        scope,
        sights,
        clean: 'Pages behind a patient’s own link loaded nothing from other companies',
        empty: 'No page with a personal code in its address was read.',
      })
    },
  }),
  requirement({
    id: 'tracking.choice-respected',
    ref: 'TR15',
    title: 'Reject, and the browser’s opt-out signal, stop tracking',
    why: 'A visitor who said no is told one thing and shown another.',
    fix: `${keep} Then let the consent tool block tags until a choice is made, and treat the opt-out signal as Reject. Accepting cookies is no HIPAA authorization either way.`,
    cites: [
      practiceBar('Reject means none'),
      authority('FTC Act section 5, 15 USC 45(a)'),
      authority('Cal. 11 CCR 7025 (opt-out signal)', { confirmed: false }),
    ],
    axis: 'practice-bar',
    weight: 3,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }) => {
      const pages = readAll(page)
      const asked = pages.filter((reading) => reading.page.consent === 'reject' || reading.page.consent === 'gpc')
      const scope = asked.filter(
        ({ page: { outcome, consent, cmp } }) => outcome !== 'failed' && (consent === 'gpc' || cmp?.result === 'done'),
      )
      if (asked.length === 0)
        return { verdict: 'unknown', because: 'The scan did not choose Reject and did not send the opt-out signal.' }
      const sights = scope.flatMap((reading) =>
        reading.sent
          .filter((sent) => isMeasuring(sent.named?.vendor.category) && !isLibrary(sent))
          .map((sent): Sight => {
            const { party, name } = receiverOf(sent)
            const after = reading.page.consent === 'reject' ? 'after Reject' : 'despite the opt-out signal'
            return {
              reading,
              sent,
              party,
              dataClass: 'after-choice',
              channel: 'request',
              verdict: 'fail',
              because: `${name} was sent data ${after} on ${pageName(reading)}.`,
              quote: requestLine(sent),
            }
          }),
      )
      return conclude('tracking.choice-respected', {
        pages: asked,
        scope,
        sights,
        reach: 'choice',
        clean: 'Nothing was sent to measuring or advertising companies after Reject or despite the opt-out signal',
        empty: 'No cookie banner was found on the pages read.',
      })
    },
  }),
]
