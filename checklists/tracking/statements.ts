import { authority, cfr } from '../cite.ts'
import { type Judgement, type Requirement, requirement } from '../requirement.ts'
import { receiverOf } from './agreement.ts'
import { inWords } from './decode.ts'
import { requestLine, type Sight } from './observe.ts'
import { findPromise } from './policy-promise.ts'
import { type PageReading, pageName } from './reading.ts'
import { conclude, isLibrary, readAll } from './scope.ts'
import { describeSetUp } from './set-up.ts'

const person =
  /\b(name|first|last|e-?mail|correo|phone|tel|birth|dob|nombre|telefono|password|insurance|message|reason)\b/i

export const statementRules: ReadonlyArray<Requirement> = [
  requirement({
    id: 'tracking.policy-matches-behaviour',
    ref: 'TR15',
    title: 'The site does what its privacy policy says about sharing',
    why: 'A promise that the site does not keep is judged as deception, apart from HIPAA.',
    fix: 'Bring the site to the promise: remove the tags. Have counsel look at the wording.',
    cites: [
      authority('FTC Act section 5, 15 USC 45(a)'),
      authority('FTC and HHS letters to hospital systems and telehealth firms, July 2023', { status: 'guidance' }),
    ],
    axis: 'judgement',
    weight: 5,
    owner: 'lawyer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }): Judgement => {
      const pages = readAll(page)
      const promises = page.flatMap((policy) => {
        const promise = findPromise(policy.policyText)
        return promise === null ? [] : [{ policy, ...promise }]
      })
      const promise = promises[0]
      if (page.every(({ policyText }) => policyText === ''))
        return { verdict: 'unknown', because: 'No privacy policy was among the pages read.' }
      if (promise === undefined)
        return { verdict: 'not-applicable', because: 'The policy read makes no promise not to share or track.' }
      const scope = pages.filter((reading) => reading.page.outcome !== 'failed')
      const sights = scope.flatMap((reading) =>
        reading.sent
          .filter(
            (sent) =>
              promise.against(sent.named?.vendor.category) && !isLibrary(sent) && reading.page.mode === 'browser',
          )
          .map((sent): Sight => {
            const { party, name } = receiverOf(sent)
            return {
              reading,
              sent,
              party,
              dataClass: 'promise',
              channel: 'request',
              verdict: 'fail',
              because: `The policy says "${promise.quote}"; ${name} received ${sent.receives.length === 0 ? 'the visit' : inWords(sent.receives)}.`,
              quote: requestLine(sent),
            }
          }),
      )
      const judged = conclude('tracking.policy-matches-behaviour', {
        pages,
        scope,
        sights,
        clean: 'Nothing seen contradicts the promise in the policy',
        empty: 'No page could be read.',
      })
      const words = {
        evidence: promise.policy.id,
        quote: promise.quote,
        place: { url: promise.policy.url, start: promise.start, end: promise.start + promise.quote.length },
      }
      return { ...judged, pointers: [words, ...(judged.pointers ?? [])] }
    },
  }),
  requirement({
    id: 'tracking.state-law-exposure',
    ref: 'TR16',
    title: 'No recording, chat or advertising tool runs before the visitor chose',
    why: 'State wiretap and health-privacy laws are argued on this. Informational only.',
    fix: 'Show counsel the list; load such tools only after a choice, and not on pages about health.',
    cites: [
      authority('California Invasion of Privacy Act, Penal Code 631, 638.51', { confirmed: false }),
      authority('California CMIA', { confirmed: false }),
      authority('Washington My Health My Data Act, RCW 19.373', { confirmed: false }),
      authority('Nevada SB 370', { confirmed: false }),
    ],
    axis: 'judgement',
    weight: 2,
    owner: 'lawyer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }): Judgement => {
      const pages = readAll(page).filter((reading) => reading.page.consent !== 'accept')
      const scope = pages.filter((reading) => reading.page.outcome !== 'failed')
      const sights = scope.flatMap((reading) =>
        reading.sent
          .filter(
            ({ named }) => named !== null && ['session-replay', 'chat', 'ad-pixel'].includes(named.vendor.category),
          )
          .filter((sent) => !isLibrary(sent) && reading.page.mode === 'browser')
          .map((sent): Sight => {
            const { party, name } = receiverOf(sent)
            return {
              reading,
              sent,
              party,
              dataClass: 'before-choice',
              channel: 'request',
              verdict: 'fail',
              because: `${name} ran without a choice by the visitor: exposure under state law, ask counsel.`,
              quote: requestLine(sent),
            }
          }),
      )
      return conclude('tracking.state-law-exposure', {
        pages,
        scope,
        sights,
        clean: 'No recording, chat or advertising tool ran before a choice',
        empty: 'No page was read before a choice.',
      })
    },
  }),
  requirement({
    id: 'tracking.nothing-set-up',
    ref: 'TR18',
    title: 'No installed tag is set up to collect form fields',
    why: 'A tag that is ready to send e-mails or names may do so for another visitor.',
    fix: 'Switch off automatic matching, enhanced conversions and input recording; delete paused tags.',
    cites: [cfr('164.308(a)(1)(ii)(A)-(B)', { status: 'policy' })],
    axis: 'judgement',
    weight: 3,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }): Judgement => {
      const pages = readAll(page)
      const scope = pages.filter((reading) => reading.page.outcome !== 'failed')
      const sights = scope.flatMap((reading) =>
        reading.page.dormant.flatMap((entry) => {
          const ready = describeSetUp(entry)
          if (ready === null) return []
          const sight: Sight = {
            reading,
            sent: null,
            party: entry.id ?? entry.source,
            dataClass: ready.collectsFields ? 'form-fields' : 'tag',
            channel: entry.format,
            verdict: ready.collectsFields ? 'fail' : 'partial',
            because: ready.because,
            quote: entry.facts.slice(0, 6).join('; '),
          }
          return [sight]
        }),
      )
      return conclude('tracking.nothing-set-up', {
        pages,
        scope,
        sights: [...sights, ...scope.flatMap(unreadContainers)],
        reach: 'page',
        clean: 'No container or pixel configuration read is set up to collect form fields',
        empty: 'No page could be read.',
      })
    },
  }),
  requirement({
    id: 'tracking.forms-use-tls',
    ref: 'TR13',
    title: 'Pages that ask for patient details are served encrypted',
    why: 'What is typed on an unencrypted page can be read on the way.',
    fix: 'Serve the whole site over https and redirect http there.',
    cites: [cfr('164.312(e)(1)'), cfr('164.312(e)(2)(ii)')],
    axis: 'law',
    weight: 5,
    owner: 'web-developer',
    provableBy: ['page'],
    needs: ['page'],
    judge: ({ page }): Judgement => {
      const pages = readAll(page)
      const asking = pages.filter(
        (reading) =>
          reading.page.outcome !== 'failed' &&
          reading.page.forms.some(({ fields }) =>
            fields.some((field) => person.test(`${field.name} ${field.label} ${field.autocomplete} ${field.type}`)),
          ),
      )
      const address = (reading: (typeof pages)[number]) => reading.page.finalUrl ?? reading.page.url
      // A laboratory stand-in has no certificate to judge.
      const scope = asking.filter(
        (reading) =>
          !(reading.page.method.laboratory && address(reading).startsWith('http:') && isLoopback(reading.host)),
      )
      const sights = scope
        .filter((reading) => address(reading).startsWith('http:'))
        .map(
          (reading): Sight => ({
            reading,
            sent: null,
            party: reading.registrableDomain,
            dataClass: 'transport',
            channel: 'page',
            verdict: 'fail',
            because: `The ${reading.classified.class} page asks for details over http, without encryption.`,
            quote: address(reading).split('?')[0]!,
          }),
        )
      return conclude('tracking.forms-use-tls', {
        pages,
        scope,
        sights,
        reach: 'page',
        clean: 'Every page with a form was served over https',
        empty: 'No page that asks for details was read over a public address.',
      })
    },
  }),
]

/** A container or pixel configuration that was fetched and whose settings nobody read says nothing either way. */
function unreadContainers(reading: PageReading): Array<Sight> {
  const formats = new Set(reading.page.dormant.map(({ format }) => format.split('-')[0]))
  return reading.sent
    .filter((sent) => isLibrary(sent) && sent.request.blocked === null && (sent.request.status ?? 0) < 400)
    .filter(
      ({ named }) =>
        (named?.vendor.id === 'gtm' && !formats.has('gtm')) ||
        (named?.vendor.id === 'meta-pixel' && !formats.has('meta')),
    )
    .map((sent): Sight => {
      const { party, name } = receiverOf(sent)
      return {
        reading,
        sent,
        party,
        dataClass: 'unread',
        channel: 'request',
        verdict: 'unknown',
        because: `${name} was loaded on ${pageName(reading)}; its settings could not be read.`,
        quote: requestLine(sent),
      }
    })
}

function isLoopback(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[?::1\]?|.*\.(test|localhost|example|invalid))$/.test(host)
}
