import type { ErrorRequestHandler } from 'express'
import { type Log, nameOfError } from '../log.server.ts'

/** What failed before a route was reached: one plain sentence with the headers of every answer, never a stack. */
export function plainErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
    const known = status >= 400 && status < 500
    if (!known) log.error('request-failed', { error: nameOfError(error) })
    response
      .status(known ? status : 500)
      .type('text/plain')
      .send(
        known ? 'This address cannot be read. Check it and try again.\n' : 'Something went wrong here. Try again.\n',
      )
  }
}
