import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

declare global {
  namespace Express {
    interface Locals {
      cspNonce: string
    }
  }
}

/**
 * One policy for every answer: scripts only with this answer's nonce, everything else only from here, nothing may frame
 * us. `https`: people come by TLS, through a proxy in front of us. `development` lets Vite place its styles and its socket; a release never runs with it.
 */
export function securityHeaders({
  development,
  https,
}: {
  development: boolean
  https: boolean
}): Array<RequestHandler> {
  return [
    (_request, response, next) => {
      response.locals.cspNonce = randomBytes(16).toString('base64')
      // Remix appends its headers. An answer that brings a policy of its own (a report, a file) replaces ours.
      const append = response.append.bind(response)
      response.append = (name, value) =>
        name.toLowerCase() === 'content-security-policy' ? response.set(name, value) : append(name, value)
      next()
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: [(_request, response) => `'nonce-${(response as { locals?: Express.Locals }).locals?.cspNonce}'`],
          styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // Where people come by https it stays so; on plain http the header would mean nothing.
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
  ]
}
