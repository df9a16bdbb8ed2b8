import type { RequestHandler } from 'express'
import type { Log } from '../log.server.ts'

/** Refused by right, by place, by method, by a switched organisation, or for coming too often. */
const refusals = new Set([403, 405, 409, 421, 429])

/** One line for each refused request: method and status, never an address, which may hold an id or a token. */
export function refusalsLogged(log: Log): RequestHandler {
  return (request, response, next) => {
    response.once('finish', () => {
      const { statusCode: status } = response
      if (refusals.has(status)) log.warn('refused', { method: request.method, status })
    })
    next()
  }
}
