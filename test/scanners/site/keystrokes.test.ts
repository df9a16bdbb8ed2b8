import { expect, test } from 'vitest'
import { makeCanary } from '#scanners/site/canary.ts'
import { keyFor, keysOf } from '#scanners/site/capture/keys.ts'
import { keystrokeHits } from '#scanners/site/capture/keystrokes.ts'
import type { Captured } from '#scanners/site/capture/recorder.ts'
import { createLeakMatcher } from '#scanners/site/leak-matcher.ts'

const email = makeCanary('email', 'keys')
const { value } = email
const letters = [...value]
const sink = 'https://sink.test'

function message(url: string, more: Partial<Captured> = {}): Captured {
  return {
    id: `r${Math.random()}`,
    method: 'GET',
    url,
    type: 'fetch',
    at: 0,
    target: 'page',
    visit: 'look',
    documentUrl: 'https://page.test/',
    frameId: null,
    initiator: null,
    headers: {},
    body: null,
    frames: [],
    status: null,
    mimeType: '',
    responseHeaders: {},
    perhapsCookies: null,
    setCookies: [],
    error: null,
    fromCache: false,
    stopped: true,
    done: true,
    ...more,
  }
}
const post = (text: string) => message(`${sink}/c`, { method: 'POST', body: Buffer.from(text) })
const keyNumbers = letters.map((letter) => keyFor(letter).keyCode)
const codes = letters.map((letter) => keyFor(letter).code)

const ways: Record<string, { messages: Array<Captured>; encoding: string }> = {
  'a character a request, in the path': {
    messages: letters.map((letter) => message(`${sink}/k/${encodeURIComponent(letter)}`)),
    encoding: 'keystrokes',
  },
  'a character a frame, down and up': {
    messages: [
      message('wss://sink.test/s', {
        frames: letters.flatMap((key) => [key, key]).map((key) => Buffer.from(JSON.stringify({ key }))),
      }),
    ],
    encoding: 'keystrokes',
  },
  'a growing text as a host name': {
    messages: [2, 3, 5, 6, 8].map((length) => message(`https://${value.slice(0, length)}.sink.test/`)),
    encoding: 'keystrokes',
  },
  'a growing text, backwards': {
    messages: [1, 2, 3, 4, 5].map((length) => message(`${sink}/i?v=${[...value.slice(0, length)].reverse().join('')}`)),
    encoding: 'keystrokes',
  },
  'key numbers, one a request': {
    messages: keyNumbers.map((code) => post(JSON.stringify({ code }))),
    encoding: 'key-codes',
  },
  'key numbers as a list': { messages: [post(JSON.stringify({ keys: keyNumbers }))], encoding: 'key-codes' },
  'key names': { messages: [post(JSON.stringify({ keys: ['ShiftLeft', ...codes] }))], encoding: 'key-codes' },
  'key names in one text': { messages: [post(`k=${codes.join(',')}`)], encoding: 'key-codes' },
  'character codes': {
    messages: [post(JSON.stringify({ a: letters.map((letter) => letter.charCodeAt(0)) }))],
    encoding: 'character-codes',
  },
}

for (const [name, { messages, encoding }] of Object.entries(ways)) {
  test(`${name}: found as ${encoding}`, async () => {
    const found = keystrokeHits(messages, await createLeakMatcher([email]), [email])
    expect(found.map(({ hit }) => [hit.field, hit.encoding])).toContainEqual(['email', encoding])
  })
}

test('the keys of another person, clocks, counters and ordinary addresses are no proof', async () => {
  const other = makeCanary('email', 'somebody else').value
  const noise = [
    ...[...other].map((letter) =>
      post(JSON.stringify({ k: letter, code: keyFor(letter).code, n: keyFor(letter).keyCode })),
    ),
    ...Array.from({ length: 60 }, (_, index) =>
      post(JSON.stringify({ seq: index + 10, delay: [80, 90, 65, 77, 81, 110 + index] })),
    ),
    ...['z', 'zo', 'zoo', 'zoom', 'zoomed'].map((part) => message(`${sink}/pages/${part}?q=${part}`)),
  ]
  expect(keystrokeHits(noise, await createLeakMatcher([email]), [email])).toEqual([])
})

test('a logger of keys cannot tell capitals and shifted signs apart', () => {
  expect(keysOf('A@b (1) Z_')).toBe('a2b 910 z-')
})
