import { expect, test } from 'vitest'
import { scan } from './scanning.ts'

const seen = 'Vendor shall report each security incident to Clinic.'
const trick = 'Vendor shall report a breach within 72 hours.'

function read(body: string, head = '') {
  return scan(
    Buffer.from(`<!doctype html><html><head>${head}</head><body><p>${seen}</p>${body}</body></html>`),
    'a.html',
  )
}

test.each([
  ['hidden', `<p hidden>${trick}</p>`],
  ['hidden', `<p style="display:none">${trick}</p>`],
  ['hidden', `<div style="visibility: hidden"><p>${trick}</p></div>`],
  ['hidden', `<p aria-hidden="true">${trick}</p>`],
  ['hidden', `<!-- ${trick} -->`],
  ['white', `<p style="color:#fff">${trick}</p>`],
  ['white', `<p style="color: rgb(250, 250, 250)">${trick}</p>`],
  ['white', `<font color="white">${trick}</font>`],
  ['tiny', `<p style="font-size:1px">${trick}</p>`],
  ['clipped', `<p style="position:absolute;left:-9999px">${trick}</p>`],
  ['clipped', `<div style="height:0;overflow:hidden">${trick}</div>`],
  ['invisible', `<p style="opacity:0">${trick}</p>`],
  ['struck', `<p><del>${trick}</del></p>`],
  ['struck', `<p><s>${trick}</s></p>`],
  ['struck', `<p style="text-decoration: line-through">${trick}</p>`],
])('%s words of a page are not text: %s', async (reason, body) => {
  const document = await read(body)
  expect(document.text).toBe(seen)
  expect(document.hidden).toEqual([{ text: trick, reason, page: null }])
})

test('a style sheet hides as well as an attribute does', async () => {
  const document = await read(
    `<p class="x">${trick}</p>`,
    '<style>@media screen and (max-width: 1px) { p { display: none } } .x { display: none }</style>',
  )
  expect(document.text).toBe(seen)
})

test('white words on a dark ground are text', async () => {
  const body = `<div style="background:#003">${''}<p style="color:white">${trick}</p></div>`
  expect((await read(body)).text).toContain(trick)
})

test('inserted words count as pending', async () => {
  const document = await read('<p>Vendor reports within <del>sixty</del> <ins>ten</ins> days.</p>')
  expect(document.text).toBe(`${seen}\n\nVendor reports within ten days.`)
  expect(document.pending?.map(({ start, end }) => document.text.slice(start, end))).toEqual(['ten'])
})

test('tables are rows, lists carry their marks, scripts are no words', async () => {
  const document = await read(
    `<table><tr><th>Event</th><th>Time</th></tr><tr><td>Breach</td><td><p>36</p><p>hours</p></td></tr></table>
     <ol type="a"><li>report;<ol type="i"><li>in writing;</li></ol></li><li>keep logs.</li></ol><ul><li>Point</li></ul>
     <script>document.write('${trick}')</script><p>One<br>two&nbsp;three</p>`,
  )
  expect(document.text.split('\n\n').slice(1)).toEqual([
    'Event\tTime\nBreach\t36 hours',
    'a. report;',
    'i. in writing;',
    'b. keep logs.',
    '• Point',
    'One\ntwo three',
  ])
  expect(document.warnings.map(({ code }) => code)).toEqual(['scripts'])
})
