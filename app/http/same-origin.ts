import type { Request, RequestHandler } from 'express'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

function ownHost(request: Request): string | undefined {
  return request.get('x-forwarded-host') ?? request.get('host')
}

function foreign(request: Request): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const origin = request.get('origin')
  // Browsers of today send one of the two with every post; a tool without either carries no cookie of a person.
  if (origin === undefined) return site === undefined ? request.get('cookie') !== undefined : site === 'none'
  try {
    return new URL(origin).host !== ownHost(request)
  } catch {
    // "null" is what a sandboxed frame or a redirect chain sends.
    return true
  }
}

/** Refuses what changes something and was not sent by our own page: 403 before Remix, whose own check answers 500. */
export const sameOriginOnly: RequestHandler = (request, response, next) => {
  if (safeMethods.has(request.method) || !foreign(request)) return next()
  response
    .status(403)
    .type('text/plain')
    .send('This form was not sent from this portal. Open the page here and send it again.\n')
}

/** While the portal listens on loopback it answers to loopback names only, so that no site can rebind its name to us. */
export const loopbackNamesOnly: RequestHandler = (request, response, next) => {
  const host = (request.get('host') ?? '').replace(/:\d+$/, '')
  if (loopbackNames.has(host)) return next()
  response.status(421).type('text/plain').send('This portal listens on this machine only. Open it at 127.0.0.1.\n')
}

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** The portal takes forms and nothing else; what no action could read is answered here instead of failing there. */
export const formsOnly: RequestHandler = (request, response, next) => {
  if (safeMethods.has(request.method)) return next()
  if (request.method !== 'POST') {
    response
      .status(405)
      .set('Allow', 'GET, HEAD, POST')
      .type('text/plain')
      .send('Only GET and POST are answered here.\n')
    return
  }
  if (formTypes.test(request.get('content-type') ?? '')) return next()
  response
    .status(415)
    .type('text/plain')
    .send('Only forms are read here. Open the page in a browser and send it there.\n')
}
