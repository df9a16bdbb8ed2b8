import { type Answer, type StandIn, startStandIn } from './stand-in.ts'

export const journeyUrl = 'https://steps.test/'

const html =
  (title: string, body: string): Answer =>
  (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`)

/** A form only a person who knows the way gets to: behind a link, a chosen slot and two steps without the word "next". */
const booking = `<p>Choose a time.</p><button type="button" id="slot">10:30 AM</button><form id="f" action="/book" method="post" hidden>
<label>E-mail <input type="email" name="email"></label><label>Visit <select name="visit"><option>New patient</option><option>Follow-up</option></select></label>
<button type="button" id="more">Tell us more</button><div id="rest"></div><button>Book</button></form>
<script>
function send(path, body) { fetch('https://sink.steps.test/' + path, { method: 'POST', mode: 'no-cors', body: body }).catch(function () {}) }
fetch('/slots.json').then(function (r) { return r.json() }).then(function (slots) { document.querySelector('h1').textContent = 'Book: ' + slots.length + ' free' })
document.getElementById('slot').addEventListener('click', function () { fetch('/hold', { method: 'POST', body: 'slot=1' }).catch(function () {}); document.getElementById('f').hidden = false })
document.getElementById('more').addEventListener('click', function () { document.getElementById('rest').innerHTML = '<label>Reason <input name="why"></label>'; document.querySelector('[name=why]').addEventListener('change', function () { send('why', this.value) }) })
document.querySelector('[name=email]').addEventListener('change', function () { send('email', this.value) })
document.querySelector('select').addEventListener('change', function () { send('visit', new URLSearchParams({ visit: this.value })) })
</script>`

/** Buttons that ask the site for something at once, and links and scripts that lead to what undoes a visit or elsewhere. */
const acting = `<button type="button" onclick="fetch('/hold?slot=1')">Book now</button><a href="/visits/7/cancel">See my visit</a><a href="/staff">Staff</a><a href="/moved">Older page</a><button type="button" onclick="location='/visits/7/cancel'">Back</button><button type="button" onclick="location='https://elsewhere.test/'">Partner</button><label>E-mail <input type="email" name="email"></label>
<label>Password <input type="password" name="p"></label><input type="password" name="q" aria-label="Again"><label>Card <input name="card" disabled></label>`

export function startJourneySite(): Promise<StandIn> {
  let once = 0
  const pages: Record<string, Answer> = {
    '/': html('Steps clinic', '<p>Care for everyone in town.</p><a href="/start">Book a visit</a>'),
    '/start': html('Start', '<p>Are you a patient of ours?</p><a href="/book">I am new here</a>'),
    '/book': html('Book', booking),
    '/robots.txt': (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /staff'),
    '/staff': html('Staff', booking),
    '/moved': (_request, response) => void response.writeHead(302, { location: '/logout' }).end(),
    '/acts': html('Acts', acting),
    // The second visit finds the form closed.
    '/once': (request, response) => html('Book', once++ === 0 ? booking : '<p>No free times.</p>')(request, response),
    '/slots.json': (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end('["10:30 AM"]'),
  }
  const missing: Answer = (_request, response) => void response.writeHead(404).end()
  const collector: Answer = (_request, response) =>
    void response.writeHead(204, { 'access-control-allow-origin': '*' }).end()
  return startStandIn({
    'steps.test': (request, response) => (pages[request.path] ?? missing)(request, response),
    'sink.steps.test': collector,
  })
}
