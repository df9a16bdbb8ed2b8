import { fork } from 'node:child_process'
import type { AnyScanner } from '#scanners/index.ts'
import type { DescribedLog } from '#scanners/opt-out/describe-log.ts'
import { childEntry } from '#scanners/package-root.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { ScanContext } from '#scanners/scanner.ts'
import {
  type DescribeJob,
  type LogChildMessage,
  type LogJob,
  logChildMessageSchema,
  logJobSchema,
} from './log-child-messages.ts'

/** Logs of vendors without a streaming layout are held whole; a month of a practice needs a fraction of this. */
const heapMegabytes = 2048
const wallMs = 60 * 60_000

/** The child gets what Node needs to start and nothing of ours: no keys, no addresses. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TZ', 'LD_LIBRARY_PATH']
  const given = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { NODE_ENV: 'production', ...Object.fromEntries(given) }
}

type Answer = Extract<LogChildMessage, { type: 'audited' | 'described' }>

/** Hands a job to a process of its own, killed on abort, on excess and after an hour. Throws ScanProblem only. */
function askChild(
  job: LogJob | DescribeJob,
  { now, signal, progress }: Pick<ScanContext, 'now' | 'signal' | 'progress'>,
): Promise<Answer> {
  if (signal.aborted) return Promise.reject(new ScanProblem('cancelled'))
  const child = fork(childEntry('opt-out'), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    env: bareEnvironment(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => end(new ScanProblem('timed-out')), wallMs)
    const cancel = () => end(new ScanProblem('cancelled'))
    signal.addEventListener('abort', cancel, { once: true })

    function end(outcome: ScanProblem | Answer): void {
      clearTimeout(clock)
      signal.removeEventListener('abort', cancel)
      child.removeAllListeners('message').removeAllListeners('exit')
      const settle = () => (outcome instanceof ScanProblem ? reject(outcome) : resolve(outcome))
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
        settle()
        return
      }
      // The files are removed after this, so nothing may read them any more.
      child.once('exit', settle)
      child.kill('SIGKILL')
    }

    child.on('error', () => end(new ScanProblem('unreadable-document')))
    child.on('exit', (_code, killedBy) =>
      // Node aborts when the heap cap is reached.
      end(
        killedBy === 'SIGABRT' || killedBy === 'SIGKILL'
          ? new ScanProblem(
              'too-large',
              'reading these logs together needs more memory than is allowed; export fewer months',
            )
          : new ScanProblem('unreadable-document'),
      ),
    )
    child.on('message', (raw) => {
      const message = logChildMessageSchema.safeParse(raw)
      if (!message.success) return end(new ScanProblem('unreadable-document'))
      const said = message.data
      if (said.type === 'ready') child.send({ job, now: now().toISOString() }, () => {})
      if (said.type === 'progress') progress({ stage: said.stage, done: said.done, total: said.total })
      if (said.type === 'problem') end(new ScanProblem(said.code, said.detail))
      if (said.type === 'audited' || said.type === 'described') end(said)
    })
  })
}

/** Judges what it reads, so it stands here and not among the scanners: times need a policy. */
export const logScanner: AnyScanner = {
  title: 'Opt-out logs',
  scan: async (input, context) => {
    const answer = await askChild(logJobSchema.parse(input), context)
    if (answer.type !== 'audited') throw new ScanProblem('unreadable-document')
    return [answer.evidence]
  },
}

const describeWallMs = 30_000

/** The logs among these that nobody can read yet. Throws ScanProblem. */
export async function describeInChild(job: DescribeJob, now: () => Date): Promise<Array<DescribedLog>> {
  const answer = await askChild(job, { now, signal: AbortSignal.timeout(describeWallMs), progress: () => {} })
  if (answer.type !== 'described') throw new ScanProblem('unreadable-document')
  return answer.logs
}
