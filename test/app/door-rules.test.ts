import { readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { textOf } from '#app/http/form.server.ts'
import { plainErrors } from '#app/http/plain-errors.ts'
import { refusalsLogged } from '#app/http/refusals.ts'
import { formsOnly, sameOriginOnly } from '#app/http/same-origin.ts'
import type { Log } from '#app/log.server.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { createOwner, issueSetUpLink } from '#app/use-cases/create-owner.ts'
import { importFields } from '#app/use-cases/import-fields.ts'
import { readImport } from '#app/use-cases/import-templates.ts'
import { listAuditEventsInput } from '#app/use-cases/list-audit-events.ts'
import { signIn } from '#app/use-cases/sign-in.ts'
import { readTimeline } from '#scanners/opt-out/timeline.ts'
import { door, openPortal, owner, setUpOwner } from './portal.ts'

function keptLog() {
  const lines: Array<[level: string, event: string, fields: unknown]> = []
  const at = (level: string) => (event: string, fields?: unknown) => void lines.push([level, event, fields])
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error') } as Log }
}

async function served(app: express.Express): Promise<string> {
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('every refusal leaves one line with method and status, and no address', async () => {
  const { log, lines } = keptLog()
  const app = express()
  app.use(refusalsLogged(log))
  app.use(sameOriginOnly)
  app.use(formsOnly)
  app.get('/secret-token', (_request, response) => void response.status(403).send('no'))
  app.get('/open', (_request, response) => void response.send('yes'))
  const url = await served(app)
  await fetch(`${url}/open`)
  await fetch(`${url}/secret-token`)
  await fetch(`${url}/open`, { method: 'POST', headers: { origin: 'https://evil.example' }, body: 'x' })
  await fetch(`${url}/open`, { method: 'DELETE' })
  expect(lines).toEqual([
    ['warn', 'refused', { method: 'GET', status: 403 }],
    ['warn', 'refused', { method: 'POST', status: 403 }],
    ['warn', 'refused', { method: 'DELETE', status: 405 }],
  ])
})

test('a fault is one line of the log, without its message, and one plain sentence to the asker', async () => {
  const { log, lines } = keptLog()
  const app = express()
  app.get('/', () => {
    throw new Error('patient 512-555-0101')
  })
  app.use(plainErrors(log))
  const answer = await fetch(await served(app))
  expect(answer.status).toBe(500)
  expect(await answer.text()).toBe('Something went wrong here. Try again.\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]?.slice(0, 2)).toEqual(['error', 'request-failed'])
  expect(JSON.stringify(lines)).not.toContain('555')
})

function sourcesIn(folder: string): Array<string> {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

test('no code is made from text, and no field refuses what is pasted', () => {
  const made: Array<string> = []
  for (const file of ['app', 'checklists', 'db', 'scanners'].flatMap(sourcesIn)) {
    const text = readFileSync(file, 'utf8')
    if (/(?<![\w.$])eval\(|new Function\(|setTimeout\(\s*['"`]/.test(text)) made.push(`${file} makes code`)
    if (/onPaste|onBeforeInput/.test(text) && file.includes('components')) made.push(`${file} looks at what is pasted`)
  }
  expect(made).toEqual([])
})

test('a password of 128 characters is taken as typed: case, spaces and signs all count', async () => {
  const proviso = await openPortal({ work: false })
  const password = ` Ünïcode  ${'harbor lantern 7! '.repeat(6)}`.padEnd(127, 'x').concat(' ')
  expect([...password]).toHaveLength(128)
  const { headers } = await createOwner(proviso, door, { token: issueSetUpLink(proviso)!.token, ...owner, password })
  const token = /session_token=([^;.]+)/.exec(headers.getSetCookie().join('\n'))?.[1] ?? ''
  expect(token).toMatch(/^[A-Za-z0-9_-]{32,}$/)
  const enters = async (typed: string) => {
    try {
      await signIn(proviso, door, { email: owner.email, password: typed })
      return true
    } catch {
      return false
    }
  }
  expect(await enters(password)).toBe(true)
  for (const other of [password.trim(), password.toLowerCase(), password.replace('  ', ' '), password.slice(0, 72)]) {
    expect(await enters(other)).toBe(false)
  }
})

const poison = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
const clean = () => expect(({} as { polluted?: number }).polluted).toBeUndefined()

test('keys that name a prototype are words like any others, in every reader', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  const { id: subjectId } = addVendor(proviso, actor, { name: 'Brightline' })
  const file = (name: string, text: string) => ({ name, bytes: new Uint8Array(Buffer.from(text)) })
  const csv = '__proto__,constructor,phone\npolluted,polluted,1\n'
  for (const source of [file('fields.json', `[${poison}]`), file('fields.csv', csv)]) {
    await importFields(proviso, actor, { subjectId, source }).catch(() => null)
    clean()
  }
  for (const source of [file('messages.jsonl', `${poison}\n`), file('messages.csv', csv), file('m.json', poison)]) {
    await readImport(proviso, actor, { subjectId, source, channel: 'sms' }).catch(() => null)
    clean()
  }
  const context = { now: () => new Date(), signal: new AbortController().signal, progress: () => {} }
  for (const [name, text] of [
    ['log.ndjson', `${poison}\n{"kind":"opt_out","channel":"sms","at":"2025-06-03T15:00:00Z","phone":"5125550101"}\n`],
    ['log.csv', csv],
  ] as const) {
    const open = async function* () {
      yield Buffer.from(text)
    }
    await readTimeline(
      [{ name, open }] as unknown as Parameters<typeof readTimeline>[0],
      { zone: 'UTC', secret: Buffer.alloc(32) } as unknown as Parameters<typeof readTimeline>[1],
      context,
    ).catch(() => null)
    clean()
  }
})

test('a parameter sent twice counts once, and a name of the other place is not read', () => {
  const form = new FormData()
  form.append('role', 'viewer')
  form.append('role', 'owner')
  expect(textOf(form, 'role')).toBe('viewer')
  const query = new URLSearchParams('action=a&action=b&seq=1')
  expect(query.get('action')).toBe('a')
  expect(listAuditEventsInput.safeParse({ action: ['a', 'b'] }).success).toBe(false)
  expect(listAuditEventsInput.safeParse({ organisationId: 'x' }).success).toBe(false)
})
