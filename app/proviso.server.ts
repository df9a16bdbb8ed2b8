import { fillEnds } from '#db/agreements.ts'
import { checkpointSigner } from '#db/audit-checkpoints.ts'
import { type Blobs, openBlobs } from '#db/blobs.ts'
import { type Database, openDatabase } from '#db/client.ts'
import { type EntryStore, entryStore } from '#db/entry.ts'
import { type JobStore, jobStore } from '#db/jobs.ts'
import { type PostStore, postStore } from '#db/letters.ts'
import { type PeopleStore, peopleStore } from '#db/people.ts'
import { type SecondFactorStore, secondFactorStore } from '#db/second-factors.ts'
import { type SignInLimits, signInLimitStore } from '#db/sign-in-limits.ts'
import { openUploads, type Uploads } from '#db/uploads.ts'
import { type ScannerTable, scanners } from '#scanners/index.ts'
import { openKeptPoints } from './audit-points.server.ts'
import { type Auth, createAuth } from './auth.server.ts'
import { type ChainWatch, createChainWatch } from './chain-watch.server.ts'
import { withDemoSite } from './demo/demo-scanner.server.ts'
import { type Env, readEnv } from './env.server.ts'
import { type Home, openHome } from './home.server.ts'
import { createLog, type Log, nameOfError } from './log.server.ts'
import { createPost, type Post } from './mail.server.ts'
import { settlePendingKey } from './master-key.server.ts'
import { type Queue, type QueueSettings, queueSettings } from './queue/queue.ts'
import { createRejudge, type Rejudge } from './queue/rejudge.server.ts'
import { createSqliteQueue } from './queue/sqlite.server.ts'
import type { DoctorSeen } from './use-cases/doctor.ts'
import { logScannerId } from './use-cases/log-import.ts'
import { logScanner } from './use-cases/log-scanner.ts'
import { noticeOfBrokenLog, writeDigests } from './use-cases/notices.ts'
import { performRun } from './use-cases/perform-run.ts'
import { giveUpStale, judgeStale } from './use-cases/register-changed.ts'
import { remindOfAgreements } from './use-cases/remind-of-agreements.ts'
import type { SelfAudits } from './use-cases/self-audit.ts'
import { settleLostRun } from './use-cases/settle-run.ts'

/** Everything the portal holds open. Made once a process and handed on; nothing in this folder is a global. */
export type Proviso = {
  home: Home
  env: Env
  /** Where people reach the portal, without a slash at its end. */
  origin: string
  db: Database
  blobs: Blobs
  uploads: Uploads
  people: PeopleStore
  entry: EntryStore
  secondFactors: SecondFactorStore
  letters: PostStore
  post: Post
  limits: SignInLimits
  /** Checks the audit log and signs it. */
  chains: ChainWatch
  /** So that a screen need not run all of Doctor anew. */
  doctorSeen: DoctorSeen
  /** One backup or drill at a time. */
  backingUp: { busy: boolean }
  /** Scans of the portal's own pages under way. */
  selfAudits: SelfAudits
  /** Where this process itself reaches the portal. */
  localAddress: string
  queue: Queue
  jobs: JobStore
  rejudge: Rejudge
  settings: QueueSettings
  scanners: ScannerTable
  auth: Auth
  log: Log
  now: () => Date
  close: () => Promise<void>
}

export type ProvisoOptions = {
  homeFolder?: string
  host?: string
  port?: number
  now?: () => Date
  /** Other scanners than the product's own. */
  scanners?: ScannerTable
  queue?: Partial<QueueSettings>
  /** false: queue only, perform nothing in this process. */
  work?: boolean
  writeLog?: (line: string) => void
  variables?: Record<string, string | undefined>
}

const sweepEveryMs = 6 * 3_600_000

/** Hosts that mean every address of the machine, and none to go to. */
const anyAddress = new Set(['0.0.0.0', '::'])

const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)

/**
 * Opens home, keys, database, files, sign-in and queue. Throws EnvProblem or DatabaseProblem, each with one sentence on
 * what is wrong and a `hint` on what to do.
 */
export async function createProviso(options: ProvisoOptions = {}): Promise<Proviso> {
  const now = options.now ?? (() => new Date())
  const env = readEnv(options.variables ?? process.env, options)
  const log = createLog(options.writeLog ?? ((line) => process.stderr.write(line)), now)
  const home = openHome(env)
  try {
    const { masterKey, pendingKey } = home
    const db = await openDatabase({ file: home.database, masterKey, pendingKey, now: now() })
    if (env.masterKey === null) settlePendingKey(home, db)
    fillEnds(db)
    const origin = env.origin ?? `http://${hostInUrl(env.host)}:${env.port}`
    const settings = { ...queueSettings, ...options.queue }
    const jobs = jobStore(db)
    const queue = createSqliteQueue({
      jobs,
      perform: (claim, context) => performRun(proviso, claim, context),
      settleLost: (run) => settleLostRun(proviso, run),
      now,
      log,
      settings,
    })
    const rejudge = createRejudge({
      db,
      judge: (stale) => judgeStale(proviso, stale),
      giveUp: (stale) => giveUpStale(proviso, stale),
      log,
    })
    const letters = postStore(db)
    const working = options.work !== false
    const post = createPost({
      letters,
      settings,
      now,
      log,
      remind() {
        if (!working) return
        remindOfAgreements(proviso)
        writeDigests(proviso)
      },
    })
    const blobs = openBlobs(home.blobs, db)
    const uploads = openUploads(home.uploads)
    const sweepFailed = (error: unknown) => log.error('sweep-failed', { error: nameOfError(error) })
    const sweepUploads = (starting: boolean) =>
      uploads.sweep(now(), jobs.isLive, starting).then((removed) => {
        if (removed > 0) log.info('uploads-removed', { count: removed })
      }, sweepFailed)
    const sweep = () =>
      blobs.sweep(now()).then(({ removed, missing }) => {
        if (removed > 0) log.info('orphan-files-removed', { count: removed })
        if (missing.length > 0) log.error('files-missing', { count: missing.length })
      }, sweepFailed)
    await sweepUploads(true)
    const sweeper = setInterval(() => {
      void sweep()
      void sweepUploads(false)
    }, sweepEveryMs).unref()
    let closed: Promise<void> | undefined
    const proviso: Proviso = {
      home,
      env,
      origin,
      db,
      blobs,
      uploads,
      people: peopleStore(db),
      entry: entryStore(db),
      secondFactors: secondFactorStore(db),
      letters,
      post,
      limits: signInLimitStore(db),
      selfAudits: new Map(),
      doctorSeen: { last: null },
      backingUp: { busy: false },
      localAddress: `http://${hostInUrl(anyAddress.has(env.host) ? '127.0.0.1' : env.host)}:${env.port}`,
      chains: createChainWatch({
        ...{ db, signer: checkpointSigner(home.logKey), points: openKeptPoints(home.keys), now, log },
        broken: (chain, at) => noticeOfBrokenLog(proviso, chain, at),
      }),
      queue,
      jobs,
      rejudge,
      settings,
      scanners: options.scanners ?? { ...scanners, site: withDemoSite(scanners.site!), [logScannerId]: logScanner },
      auth: createAuth({ db, env, secret: home.secret, origin }),
      log,
      now,
      close() {
        closed ??= (async () => {
          clearInterval(sweeper)
          // Both at once: a run that ends while the post closes ends because of the shutdown, not by itself.
          await Promise.all([queue.close(), post.close()])
          rejudge.close()
          db.close()
          home.unlock()
        })()
        return closed
      },
    }
    if (working) {
      queue.start()
      rejudge.wake()
    }
    return proviso
  } catch (error) {
    home.unlock()
    throw error
  }
}
