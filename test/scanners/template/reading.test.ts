import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMergeFields } from '#scanners/template/merge-fields.ts'
import { readMessage } from '#scanners/template/reading.ts'

const read = (text: string) => readMessage(text, readMergeFields(text), true)
const norms = (text: string) => read(text).words.map((word) => word.norm)

test.each([
  ['colo\u200Bnoscopy', 'colonoscopy'],
  ['bi\u00ADopsy', 'biopsy'],
  ['&#98;iop&#115;y', 'biopsy'],
  ['bio<b></b>psy', 'biopsy'],
  ['ｂｉｏｐｓｙ', 'biopsy'],
  ['𝐛𝐢𝐨𝐩𝐬𝐲', 'biopsy'],
  ['bіорѕу', 'biopsy'],
  ['cirugi\u0301a', 'cirugia'],
  ['D&amp;C', 'd&c'],
])('%s reads as %s and points back at what was written', (written, wanted) => {
  const [word] = read(written).words
  expect(word).toMatchObject({ norm: wanted, start: 0, end: written.length })
})

test('a comment, an attribute, a hidden block, a title, a subject and a link say where their words stand', () => {
  const text =
    'Subject: one\n<title>two</title><div style="display:none">three<p>four</p></div><img alt="five" src="a.png"><a href="https://h.example/six?x=seven">eight</a><!-- nine -->'
  const places = read(text).words.map((word) => `${word.norm}:${word.place}`)
  for (const place of [
    'one:subject',
    'two:title',
    'three:preheader',
    'four:preheader',
    'five:alt',
    'six:link',
    'seven:link',
    'eight:text',
    'nine:comment',
  ]) {
    expect(places).toContain(place)
  }
})

test('percent-encoded letters of an address are read', () => {
  expect(norms('see https://a.example/knee%2Dsurg%65ry now')).toEqual(['see', 'a', 'example', 'knee', 'surgery', 'now'])
})

test('styles and scripts are no words, their remote addresses are listed', () => {
  const { words, links } = read(
    '<style>p{background:url(https://t.example/x.png)}</style><script src="https://s.example/a.js">var flu</script>ok',
  )
  expect(words.map((word) => word.norm)).not.toContain('flu')
  expect(links.map((link) => link.url)).toEqual(['https://t.example/x.png', 'https://s.example/a.js'])
})

test('any text at all is read without an error, and every word lies inside the text', () => {
  fc.assert(
    fc.property(
      fc
        .array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('<b>', '</', '<!--', '{{', '}}', '&#', '&amp;', '%41', 'http://', '"', "='"),
          ),
        )
        .map((parts) => parts.join('')),
      (text) => {
        for (const word of read(text).words) {
          expect(word.start).toBeGreaterThanOrEqual(0)
          expect(word.end).toBeLessThanOrEqual(text.length)
          expect(word.end).toBeGreaterThan(word.start)
        }
      },
    ),
    { numRuns: 300 },
  )
})
