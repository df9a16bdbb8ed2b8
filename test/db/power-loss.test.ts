import { type ChildProcess, fork } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { expect, test } from 'vitest'
import { auditChains, firstBrokenLink } from '#db/audit-log.ts'
import { openDatabase } from '#db/client.ts'
import { databaseHealth } from '#db/health.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { temporaryFolder } from '../app/portal.ts'
import type { Started } from './busy-writer.ts'
import { at, scopeFor } from './store.ts'

const copies = process.env.PROVISO_TEST_FULL ? 1000 : 30
const bundle = join(packageRoot, 'build', 'test', 'busy-writer.js')

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function started(folder: string) {
  const script = pathToFileURL(join(packageRoot, 'scripts', 'build.mjs')).href
  const { bundleOptions } = (await import(script)) as { bundleOptions: BuildOptions }
  const entryPoints = { 'busy-writer': 'test/db/busy-writer.ts' }
  await build({ ...bundleOptions, outdir: 'build/test', entryPoints })
  const child: ChildProcess = fork(bundle, [folder], { execArgv: [], stdio: 'inherit' })
  const organisationId = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as Started).organisationId))
    child.once('exit', () => reject(new Error('The writer ended before it wrote.')))
  })
  return { child, organisationId }
}

/** Ids the writer was told are stored: it appends one after each commit, so half a line is none. */
const acknowledgedIn = (folder: string) => {
  const path = join(folder, 'acknowledged.txt')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}

test(`${copies} copies of database and log at random moments hold every acknowledged row and an unbroken chain`, {
  timeout: 600_000,
}, async () => {
  const folder = temporaryFolder()
  const { child, organisationId } = await started(folder)
  const masterKey = Buffer.alloc(32, 5)
  let seen = 0
  try {
    for (let n = 0; n < copies; n += 1) {
      await wait(Math.random() * 15)
      // Stopped, not killed: both files are copied as they stand at one moment, in the middle of whatever it does.
      child.kill('SIGSTOP')
      await wait(2)
      const acknowledged = acknowledgedIn(folder)
      const copy = join(folder, 'copy.db')
      for (const end of ['', '-wal']) {
        const from = join(folder, `busy.db${end}`)
        if (existsSync(from)) copyFileSync(from, copy + end)
      }
      child.kill('SIGCONT')
      const opened = await openDatabase({ file: copy, masterKey, now: at })
      const { subjects } = scopeFor(opened, organisationId)
      const { total } = subjects.list({ kind: 'vendor', limit: 1 })
      expect(total).toBeGreaterThanOrEqual(acknowledged.length)
      // At most the one commit whose answer was on its way.
      expect(total).toBeLessThanOrEqual(acknowledged.length + 1)
      for (const id of acknowledged.slice(-20)) expect(subjects.get(id)).not.toBeNull()
      const { intact } = databaseHealth(opened, at)
      const brokenLinks = auditChains(opened).filter((chain) => firstBrokenLink(opened, chain) !== null)
      expect({ intact, brokenLinks }).toEqual({ intact: true, brokenLinks: [] })
      opened.close()
      for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
      seen = acknowledged.length
    }
  } finally {
    child.kill('SIGKILL')
  }
  expect(seen).toBeGreaterThan(copies)
})
