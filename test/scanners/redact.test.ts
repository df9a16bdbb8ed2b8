import { expect, test } from 'vitest'
import { classify, maskText, pathTemplate, redactUrl } from '#scanners/redact.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { startStandIn } from '#test/sites/stand-in.ts'

const context = { pageUrl: 'https://practice.test/', pageTitle: 'Book', thirdParty: true }

test('text loses the shapes of a person and keeps its words', () => {
  expect(maskText('Write to Jane.Doe+x@mail.example.org or call (212) 555-0148')).toBe(
    'Write to [email] or call [phone]',
  )
  expect(maskText('Welcome back, Maria Gonzalez')).toBe('Welcome back, [name]')
  expect(maskText('Patient: John Q. Public, DOB 04/12/1961, MRN 48321-77')).not.toMatch(/Public|1961|48321/)
  expect(maskText('SSN 900-12-3456')).not.toContain('3456')
  expect(maskText('Knee arthritis: causes and treatment')).toBe('Knee arthritis: causes and treatment')
})

test('a path keeps its shape and loses its tokens', () => {
  expect(pathTemplate(`/events/${'a1'.repeat(32)}`)).toBe('/events/{hex:64}')
  expect(pathTemplate('/g/collect')).toBe('/g/collect')
  expect(pathTemplate('/u/jane%40mail.example/visits/8123456')).toBe('/u/{email}/visits/{digits:7}')
  expect(pathTemplate('/r/2f1c6a1e-8d1b-4c53-9a30-0d8a5e6f7a11')).toBe('/r/{uuid}')
  expect(pathTemplate('/gtm/GTM-ABC1234')).toBe('/gtm/GTM-ABC1234')
  expect(redactUrl('https://x.test/a?email=jane@mail.example&q=knee')).toBe('https://x.test/a?email&q')
})

test('only public ids, event names, versions and flags keep their value', () => {
  const value = (name: string, text: string) => classify(name, text, context).value
  expect([value('tid', 'G-ABC1234567'), value('ev', 'PageView'), value('v', '2')]).toEqual([
    'G-ABC1234567',
    'PageView',
    '2',
  ])
  expect([value('id', '481516234200108'), value('id', '4815')]).toEqual(['481516234200108', null])
  for (const [name, text] of [
    ['name', 'Jane'],
    ['q', 'knee pain'],
    ['em', 'jane@mail.example'],
    ['uid', '48321'],
    ['ev', 'Jane Doe'],
    ['custom', '(212) 555-0148'],
  ] as const) {
    expect(value(name, text), name).toBeNull()
  }
  expect(classify('em', 'a'.repeat(64), context).class).toBe('hashed-email')
  expect(classify('x', 'jane@mail.example', context).class).toBe('email')
  expect(classify('dl', 'https://practice.test/book', context).class).toBe('page-url')
  expect(classify('dt', 'Book', context).class).toBe('page-title')
})

test('planted patient data in pages, addresses, bodies, cookies and storage is nowhere in the evidence', async () => {
  const planted = {
    name: 'Zelda Quimby',
    email: 'zelda.quimby@mail.example',
    phone: '(212) 555-0148',
    birth: '04/12/1961',
    record: '48321977',
    social: '900-12-3456',
    token: 'tkn9f8e7d6c5b4a39281',
  }
  const patient = JSON.stringify(planted)
  const html = `<!doctype html><html><title>Welcome back, ${planted.name}</title><h1>Patient: ${planted.name}, DOB ${planted.birth}</h1>
    <p>${patient}</p><a href="/visit/${planted.record}?email=${planted.email}">MRN ${planted.record}</a>
    <form><label>Email (${planted.email}) <input name="${planted.email}" value="${planted.phone}"></label></form>
    <script>const p = ${patient}
    document.cookie = 'who=' + encodeURIComponent(p.email); localStorage.setItem('profile', JSON.stringify(p)); localStorage.setItem(p.email, '1')
    fetch('https://collect.test/e/' + p.token + '/' + encodeURIComponent(p.email) + '?phone=' + encodeURIComponent(p.phone) + '&title=' + encodeURIComponent(document.title), { method: 'POST', mode: 'no-cors', body: JSON.stringify({ event: 'Visit', user: p, [p.email]: 1 }) })
    navigator.sendBeacon('https://collect.test/b', new URLSearchParams(p)); new WebSocket('wss://collect.test/' + p.record).onopen = (e) => e.target.send(JSON.stringify(p))
    console.log(p)</script></html>`
  const site = await startStandIn({
    'practice.test': ({ path }, response) =>
      void response.writeHead(path === '/' ? 200 : 404, { 'content-type': 'text/html' }).end(html),
    'collect.test': (_request, response) => void response.writeHead(204).end(),
  })
  const input = siteScanInputSchema.parse({
    url: 'https://practice.test/',
    pages: 2,
    lab: { allow: [], map: site.map },
  })
  const run = { now: () => new Date(), signal: new AbortController().signal, progress: () => {} }
  const evidence = JSON.stringify(await scanSite(input, run))
  await site.close()
  expect(evidence).toContain('collect.test')
  const clear = [...Object.values(planted), encodeURIComponent(planted.email), 'Zelda', 'Quimby', '2125550148']
  expect(clear.filter((text) => evidence.includes(text))).toEqual([])
})
