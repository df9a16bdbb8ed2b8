import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createProviso, type Proviso, type ProvisoOptions } from '#app/proviso.server.ts'

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

export { door, owner, setUpOwner } from './portal-setup.ts'

export function requestWith(setCookies: Headers, path = '/'): Request {
  const cookie = setCookies
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return new Request(`http://127.0.0.1${path}`, { headers: { cookie } })
}
