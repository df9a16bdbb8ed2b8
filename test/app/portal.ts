import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createProviso, type Proviso, type ProvisoOptions } from '#app/proviso.server.ts'
import { createOwner, issueSetUpLink } from '#app/use-cases/create-owner.ts'
import type { Actor } from '#app/use-cases/permission.ts'

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that stands still until it is moved. */
export function fakeClock(start = '2026-11-24T09:00:00.000Z') {
  let at = new Date(start)
  return {
    now: () => at,
    forward(ms: number) {
      at = new Date(at.getTime() + ms)
    },
  }
}

/** A portal without a door, in a folder of its own. Log lines are kept in `lines`. */
export async function openPortal(options: ProvisoOptions = {}): Promise<Proviso & { lines: Array<string> }> {
  const lines: Array<string> = []
  const proviso = await createProviso({
    homeFolder: temporaryFolder(),
    port: 0,
    variables: { NODE_ENV: 'test' },
    writeLog: (line) => lines.push(line),
    ...options,
  })
  onTestFinished(() => proviso.close())
  return Object.assign(proviso, { lines })
}

export const owner = {
  organisation: 'Harbor Family Clinic',
  name: 'Ada Quill',
  email: 'ada@harbor.example',
  password: 'correct horse battery staple',
}
export const door = { address: '127.0.0.1', userAgent: 'test' }

/** Goes through the set-up link as a person does. */
export async function setUpOwner(proviso: Proviso): Promise<{ headers: Headers; actor: Actor & { kind: 'person' } }> {
  const link = issueSetUpLink(proviso)
  const { headers, personId, organisationId } = await createOwner(proviso, door, { token: link!.token, ...owner })
  return { headers, actor: { kind: 'person', id: personId, name: owner.name, organisationId, role: 'owner' } }
}

export function requestWith(setCookies: Headers, path = '/'): Request {
  const cookie = setCookies
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return new Request(`http://127.0.0.1${path}`, { headers: { cookie } })
}
