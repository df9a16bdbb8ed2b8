import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { packageRoot } from '#scanners/package-root.ts'
import type { Accepted } from './killed-portal.ts'
import { openPortal, setUpOwner, temporaryFolder } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'

const kills = process.env.PROVISO_TEST_FULL ? 50 : 10
const bundle = join(packageRoot, 'build', 'test', 'killed-portal.js')

beforeAll(async () => {
  // The build script is plain JavaScript without types, so it is loaded by its address.
  const script = pathToFileURL(join(packageRoot, 'scripts', 'build.mjs')).href
  const { bundleOptions } = (await import(script)) as { bundleOptions: BuildOptions }
  await build({
    ...bundleOptions,
    outdir: 'build/test',
    entryPoints: { 'killed-portal': 'test/app/killed-portal.ts' },
  })
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Random, but the same again for a printed seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

function started(home: string, mode: string, turn: number, accepted: Map<string, Accepted>) {
  const child: ChildProcess = fork(bundle, [home, mode, String(turn)], { execArgv: [], stdio: 'inherit' })
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const working = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      if (message === 'working') resolve()
      else accepted.set((message as Accepted).runId, message as Accepted)
    })
    void gone.then(() => reject(new Error('The portal ended before it worked.')))
  })
  working.catch(() => undefined)
  return { child, gone, working }
}

test(
  `after ${kills} kills at random moments nothing accepted is lost and nothing is doubled`,
  async () => {
    const home = temporaryFolder()
    const accepted = new Map<string, Accepted>()
    const seed = Date.now() % 100_000
    const next = random(seed)
    for (let turn = 0; turn < kills; turn += 1) {
      const { child, gone, working } = started(home, 'work', turn, accepted)
      // Every fourth kill may also hit the start: opening, migrating, setting up.
      if (turn % 4 !== 0) {
        await working
        // By work done rather than by time, so that a busy machine is hit at the same points.
        const enough = accepted.size + Math.floor(next() * 8)
        while (accepted.size < enough) await wait(5)
      }
      await wait(next() * 100)
      child.kill('SIGKILL')
      await gone
    }
    const last = started(home, 'drain', kills, accepted)
    expect(await last.gone, `seed ${seed}`).toBe(0)

    const proviso = await openPortal({ homeFolder: home, work: false })
    const { sqlite } = proviso.db
    const all = (sql: string) => sqlite.prepare(sql).all() as Array<Record<string, unknown>>
    const runs = new Map(all('SELECT id, scanner, state, problem, attempt FROM scan_runs').map((row) => [row.id, row]))

    const lost = [...accepted.keys()].filter((id) => !runs.has(id))
    const open = [...runs.values()].filter(({ state }) => state === 'queued' || state === 'running')
    const untyped = [...runs.values()].filter(({ state, problem }) => state === 'failed' && problem === null)
    expect({ lost, open, untyped }, `seed ${seed}`).toEqual({ lost: [], open: [], untyped: [] })

    const pieces = new Map(
      all('SELECT run_id, COUNT(*) AS n FROM evidence GROUP BY run_id').map((row) => [row.run_id, row.n]),
    )
    const wrong = [...runs.values()].filter(({ id, scanner, state }) => {
      const n = Number(pieces.get(id) ?? 0)
      const most = scanner === 'site' ? 3 : 1
      return n > most || (state === 'done' && n !== most)
    })
    expect(wrong, `seed ${seed}`).toEqual([])

    const versions = all('SELECT sha256, COUNT(*) AS n FROM agreements GROUP BY sha256 HAVING n > 1')
    const uploads = new Set(all('SELECT sha256 FROM agreements').map((row) => row.sha256))
    const missing = [...accepted.values()].filter(({ sha256 }) => sha256 !== null && !uploads.has(sha256))
    const unread = all(`SELECT a.id FROM agreements a JOIN scan_runs r ON r.id = a.run_id
    WHERE r.state = 'done' AND a.evidence_id IS NULL AND a.problem IS NULL`)
    expect({ versions, missing, unread }, `seed ${seed}`).toEqual({ versions: [], missing: [], unread: [] })

    const files = await proviso.blobs.sweep(new Date(Date.now() + 25 * 3_600_000))
    expect(files.missing).toEqual([])
    const { databaseHealth } = await import('#db/health.ts')
    expect(databaseHealth(proviso.db, new Date())).toMatchObject({ intact: true, longWaiting: 0 })
    const chains = await Promise.all(proviso.chains.all().map((chain) => proviso.chains.checkWhole(chain)))
    expect(chains.map(({ brokenAt }) => brokenAt)).toEqual(chains.map(() => null))
    expect(chains.length).toBeGreaterThan(0)
    expect(existsSync(proviso.home.database)).toBe(true)
    const done = [...runs.values()].filter(({ state }) => state === 'done').length
    console.log(`${kills} kills, seed ${seed}: ${accepted.size} accepted, ${runs.size} runs, ${done} done`)
  },
  kills * 10_000 + 60_000,
)

/** Parser processes this process started. */
function parsers(): Array<number> {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]
      const isParser = readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('children/document.js')
      return isParser && Number(parent) === process.pid ? [Number(name)] : []
    } catch {
      // It ended while it was looked at.
      return []
    }
  })
}

test.skipIf(!existsSync('/proc'))(
  'a killed parser ends its run with a typed reason, and the next file is read',
  async () => {
    const proviso = await openPortal()
    const { actor } = await setUpOwner(proviso)
    const { id: subjectId } = addVendor(proviso, actor, { name: 'Brightline Reviews' })
    const upload = (n: number) => {
      const words = agreement('Brightline Reviews LLC', bothSigned).replaceAll('\n\n', '</p><p>')
      const bytes = Buffer.from(`<p>${words} Copy ${n}.</p>`)
      return uploadAgreement(proviso, actor, { subjectId, source: { name: 'a.html', bytes } })
    }
    await upload(1)
    let found: Array<number> = []
    while (found.length === 0) {
      await wait(5)
      found = parsers()
    }
    for (const pid of found) process.kill(pid, 'SIGKILL')
    await proviso.queue.idle()
    const [killed] = getSubject(proviso, actor, { subjectId }).agreements
    expect(killed).toMatchObject({ evidenceId: null, problem: expect.any(String) })
    await upload(2)
    await proviso.queue.idle()
    expect(getSubject(proviso, actor, { subjectId }).agreement).toMatchObject({ version: 2, problem: null })
    expect(parsers()).toEqual([])
  },
)
