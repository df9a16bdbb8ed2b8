import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { securityHeaders } from '#app/http/security-headers.ts'

async function headersOf(options: Parameters<typeof securityHeaders>[0]): Promise<Headers> {
  const app = express()
  app.use(securityHeaders(options))
  app.get('/', (_request, response) => response.send('<p>Hello</p>'))
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return answer.headers
}

test('HSTS for a year and all names under it where people come by https, and never on plain http', async () => {
  const secure = await headersOf({ development: false, https: true })
  expect(secure.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  const plain = await headersOf({ development: false, https: false })
  expect(plain.get('strict-transport-security')).toBeNull()
  for (const headers of [secure, plain]) {
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-')
  }
})
