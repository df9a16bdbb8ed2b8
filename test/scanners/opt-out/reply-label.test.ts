import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelReply } from '#scanners/opt-out/reply-label.ts'
import { packageRoot } from '#scanners/package-root.ts'

type Reply = { text: string; label: 'optout' | 'not' | 'ambiguous'; lang: string }

function repliesOf(file: string): Array<Reply> {
  return readFileSync(join(packageRoot, 'test/fixtures/opt-out', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Reply)
}

for (const file of ['replies-dev.jsonl']) {
  const replies = repliesOf(file).map((reply) => ({ ...reply, got: labelReply(reply.text) }))
  const missed = (wanted: string, wrong: (got: string) => boolean, lang?: string) =>
    replies
      .filter(
        (reply) => reply.label === wanted && (lang === undefined || reply.lang === lang) && wrong(reply.got.label),
      )
      .map(({ text, got }) => `${got.rule}: ${text}`)

  test(`${file}: every opt-out is heard, in English and in Spanish`, () => {
    expect(missed('optout', (got) => got !== 'optout')).toEqual([])
  })
  test(`${file}: an ordinary reply is never taken for an opt-out`, () => {
    expect(missed('not', (got) => got === 'optout')).toEqual([])
  })
  test(`${file}: what is unclear is held, never dropped`, () => {
    expect(missed('ambiguous', (got) => got === 'not')).toEqual([])
  })
  test(`${file}: the span lies in the text and points at words`, () => {
    for (const { text, got } of replies) {
      expect(got.start).toBeGreaterThanOrEqual(0)
      expect(got.end).toBeLessThanOrEqual(text.length)
      expect(got.start).toBeLessThan(got.end)
    }
  })
}

test('the seven words of 47 CFR 64.1200(a)(10) stop in any case, spacing and punctuation', () => {
  const words = ['stop', 'quit', 'end', 'revoke', 'opt out', 'cancel', 'unsubscribe']
  const dress: Array<(word: string) => string> = [
    (word) => word,
    (word) => word.toUpperCase(),
    (word) => `${word[0]!.toUpperCase()}${word.slice(1)}.`,
    (word) => `  ${word}!!!\n`,
    (word) => `"${word}"`,
    (word) => `(${word})`,
    (word) => `${word} please`,
    (word) => `Please ${word}, thanks`,
    (word) => `**${word.toUpperCase()}**`,
    (word) => `\u200b${word}\u200b`,
    (word) => `${word} 🛑`,
    (word) => [...word.replace(' ', '')].join(' '),
    (word) =>
      [...word]
        .map((letter) => (/[a-z]/.test(letter) ? String.fromCodePoint(letter.codePointAt(0)! + 0xfee0) : letter))
        .join(''),
  ]
  const missed = words.flatMap((word) =>
    dress.map((as) => as(word)).filter((text) => labelReply(text).label !== 'optout'),
  )
  expect(missed).toEqual([])
})

type Labelled = Reply & { channel_scope?: string; got: ReturnType<typeof labelReply> }

const share = (of: ReadonlyArray<Labelled>, hit: (reply: Labelled) => boolean) =>
  of.length === 0 ? 1 : of.filter(hit).length / of.length

// Written and labelled before the grammar saw them; what it missed then is in its DECISIONS.md.
for (const file of ['replies-own.jsonl', ...[1, 2, 3, 4, 5, 6, 7, 8].map((set) => `replies-blind-${set}.jsonl`)]) {
  const replies: Array<Labelled> = repliesOf(file).map((reply) => ({ ...reply, got: labelReply(reply.text) }))
  const optOuts = replies.filter(({ label }) => label === 'optout')

  test(`${file}: recall 99 %, Spanish 98 %, false alarms 1 %, nothing unclear dropped in silence`, () => {
    expect(share(optOuts, ({ got }) => got.label === 'optout')).toBeGreaterThanOrEqual(0.99)
    const spanish = optOuts.filter(({ lang }) => lang === 'es')
    expect(share(spanish, ({ got }) => got.label === 'optout')).toBeGreaterThanOrEqual(0.98)
    const ordinary = replies.filter(({ label }) => label === 'not')
    expect(share(ordinary, ({ got }) => got.label === 'optout')).toBeLessThanOrEqual(0.01)
    const unclear = replies.filter(({ label }) => label === 'ambiguous')
    expect(share(unclear, ({ got }) => got.label === 'not')).toBeLessThanOrEqual(0.02)
  })
  test(`${file}: the scope of an opt-out is read right in 95 of 100`, () => {
    const scoped = optOuts.filter(({ channel_scope, got }) => channel_scope !== undefined && got.label === 'optout')
    expect(share(scoped, ({ channel_scope, got }) => channel_scope === got.scope)).toBeGreaterThanOrEqual(0.95)
  })
}

test('a long message without a full stop is read to its end and costs no search', () => {
  const chatter = 'I had a lovely visit with the hygienist and my smile feels great and the staff were kind '
  expect(labelReply(`${chatter.repeat(20)}please stop texting me`)).toMatchObject({ label: 'optout', scope: 'this' })
  expect(labelReply(`${'stop all of the all these of '.repeat(80)}and quit texting me`).label).toBe('optout')
})
