import type { Channel } from '#checklists/messaging/template-result.ts'
import { addresses, cleanFrames, cleanSpanish, everyday, providers } from './clean-texts.ts'
import {
  clinicalNouns,
  clinicalTexts,
  failFrames,
  misspelt,
  practices,
  spanishFrames,
  spanishNouns,
  spanishPractices,
  spanishTexts,
} from './words.ts'

export type SuiteCase = { text: string; channel: Channel; expect: 'pass' | 'fail'; span: string | null; kind: string }

/** Deterministic picks: the same suite on every machine. */
function* turns<T>(items: ReadonlyArray<T>, start: number): Generator<T> {
  for (let at = start; ; at += 1) yield items[at % items.length]!
}

const next = <T>(source: Generator<T>): T => source.next().value as T

export function failing(): Array<SuiteCase> {
  const practice = turns(practices, 0)
  const spanish = turns(spanishPractices, 0)
  const frame = turns(failFrames, 0)
  const cases: Array<SuiteCase> = []
  const add = (text: string, span: string | null, kind: string) =>
    cases.push({ text, channel: 'sms', expect: 'fail', span, kind })
  for (const noun of clinicalNouns) {
    for (let round = 0; round < 5; round += 1)
      add(next(frame).replace('{T}', noun).replace('{P}', next(practice)), noun, 'noun')
  }
  for (const word of misspelt)
    for (let round = 0; round < 2; round += 1)
      add(next(frame).replace('{T}', word).replace('{P}', next(practice)), word, 'misspelt')
  for (const text of clinicalTexts)
    for (let round = 0; round < 2; round += 1) add(text.replace('{P}', next(practice)), null, 'text')
  for (const noun of spanishNouns)
    for (const line of spanishFrames) add(line.replace('{T}', noun).replace('{P}', next(spanish)), noun, 'spanish')
  for (const text of spanishTexts) add(text.replace('{P}', next(spanish)), null, 'spanish-text')
  return cases
}

export function clean(): Array<SuiteCase> {
  const cases: Array<SuiteCase> = []
  const sources = {
    P: turns(practices, 3),
    N: turns(providers, 1),
    A: turns(addresses, 0),
    I: turns(everyday, 2),
    S: turns(spanishPractices, 1),
  }
  const fill = (frame: string, practice: Generator<string>) =>
    frame
      .replace('{P}', () => next(practice))
      .replace('{N}', () => next(sources.N))
      .replace('{A}', () => next(sources.A))
      .replace('{I}', () => next(sources.I))
  for (let round = 0; round < 95; round += 1) {
    for (const frame of cleanFrames)
      cases.push({ text: fill(frame, sources.P), channel: 'sms', expect: 'pass', span: null, kind: 'clean' })
  }
  for (let round = 0; round < 20; round += 1) {
    for (const frame of cleanSpanish)
      cases.push({
        text: fill(frame, sources.S).replace('nurse Kim', 'Dra. Luna'),
        channel: 'sms',
        expect: 'pass',
        span: null,
        kind: 'clean-spanish',
      })
  }
  return cases
}
