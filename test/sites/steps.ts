import { type Answer, type StandIn, startStandIn } from './stand-in.ts'

export const stepsUrl = (name: keyof typeof forms) => `https://${name}.forms.test/`

const send = `function send(path, body) { fetch('https://sink.forms.test/' + path, { method: 'POST', mode: 'no-cors', body: body }).catch(function () {}) }
function step(into, name, label) { var l = document.createElement('label'); l.textContent = label; var i = document.createElement('input'); i.name = name; l.append(i); into.append(l); i.addEventListener('change', function () { send(name, this.value) }) }`

/** A carousel of pictures whose own "Next" comes first in the page. */
const carousel = `<div class="hero-carousel"><img alt="" width="200" height="40"><button type="button" class="turn">Next</button></div>`

/** Forms in steps whose second part only appears behind a button that says it leads on; each sends what it is given. */
const forms = {
  carousel: `${carousel}<div id="f"></div><button type="button" id="go">Next</button><script>${send}
var f = document.getElementById('f'); step(f, 'first-email', 'E-mail'); document.getElementById('go').onclick = function () { this.remove(); step(f, 'second-phone', 'Phone') }</script>`,
  untyped: `${carousel}<form id="f" action="/send" method="post"><div id="in"></div><button id="go">Continue</button></form><script>${send}
var f = document.getElementById('in'); step(f, 'first-email', 'E-mail'); document.getElementById('go').addEventListener('click', function (e) { e.preventDefault(); this.remove(); step(f, 'second-phone', 'Phone') })</script>`,
  submitted: `<form id="f" class="step-form" action="/send" method="post"><div id="in"></div><button>Next</button></form><script>${send}
var f = document.getElementById('in'), at = 0; step(f, 'first-email', 'E-mail'); document.getElementById('f').addEventListener('submit', function (e) { e.preventDefault(); if (!at++) step(f, 'second-phone', 'Phone') })</script>`,
  shadow: `<div id="host"></div><script>${send}
var r = document.getElementById('host').attachShadow({ mode: 'closed' }), b = document.createElement('button'); b.type = 'button'; b.textContent = 'Next'; step(r, 'first-email', 'E-mail'); r.append(b); b.onclick = function () { b.remove(); step(r, 'second-phone', 'Phone') }</script>`,
  frame: `${carousel}<iframe src="/inner" title="Form" width="600" height="300"></iframe>`,
  many: `<div id="f"></div><button type="button" id="go">Next</button><script>${send}
var f = document.getElementById('f'), at = 1, names = ['second-phone', 'third-name', 'fourth-city', 'fifth-street', 'sixth-message']; step(f, 'first-email', 'E-mail'); document.getElementById('go').onclick = function () { f.innerHTML = ''; step(f, names[at - 1], names[at - 1]); if (++at > names.length) this.remove() }</script>`,
  closed: `<form action="/send" method="post"><label>E-mail <input name="first-email" type="email"></label><label hidden>Phone <input name="second-phone"></label><button type="submit">Next</button></form>`,
  sent: `<form action="/send" method="post"><label>Postcode <input name="first-zip"></label><button type="submit">Next</button></form>`,
  ends: `<form action="/send" method="post"><label>E-mail <input name="first-email" type="email"></label><button type="submit">Continue</button></form>`,
  long: `<form action="/send" method="post">${Array.from({ length: 61 }, (_, at) => `<label>Part ${at} <input name="part-${at}"></label>`).join('')}</form>`,
} as const

export type Stepped = keyof typeof forms

const inner = `<!doctype html><html lang="en"><title>Form</title><div id="f"></div><button type="button" id="go">Next</button><script>${send}
var f = document.getElementById('f'); step(f, 'first-email', 'E-mail'); document.getElementById('go').onclick = function () { this.remove(); step(f, 'second-phone', 'Phone') }</script></html>`

export function startStepsSite(): Promise<StandIn> {
  const page =
    (body: string): Answer =>
    ({ path }, response) => {
      const known = path === '/' || path === '/inner'
      const html = `<!doctype html><html lang="en"><title>Visit</title><h1>Ask for a visit</h1>${body}</html>`
      response
        .writeHead(known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
        .end(path === '/inner' ? inner : known ? html : '')
    }
  const hosts = Object.entries(forms).map(([name, body]) => [`${name}.forms.test`, page(body)] as const)
  return startStandIn({
    ...Object.fromEntries(hosts),
    'sink.forms.test': (_request, response) => void response.writeHead(204).end(),
  })
}
