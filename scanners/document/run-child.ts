import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { childEntry } from '../package-root.ts'
import { ScanProblem } from '../problem.ts'
import type { ScanContext } from '../scanner.ts'
import {
  type ChildJob,
  type ChildMessage,
  childMessageSchema,
  type DocumentJob,
  type PackedJob,
  type PackedPart,
} from './child-messages.ts'
import { limits } from './limits.ts'
import type { ParsedDocument } from './parsed.ts'

const pageBytes = 4096
const watchEveryMs = 50

/** Memory the process holds, or undefined where the system does not tell (no /proc): then the heap cap stands alone. */
function residentBytes(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageBytes
  } catch {
    return undefined
  }
}

function killTree(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // Already gone is what we want.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * The child gets what Node needs to start and nothing of ours: no keys, no addresses. The canvas package reads no system
 * fonts before a page is drawn (render-page.ts): most documents never need them.
 */
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TZ', 'LD_LIBRARY_PATH']
  const given = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { NODE_ENV: 'production', DISABLE_SYSTEM_FONTS_LOAD: '1', ...Object.fromEntries(given) }
}

type Answer = Extract<ChildMessage, { type: 'parsed' | 'unpacked' }>

/** Parses one document in a capped process of its own. Throws ScanProblem only. */
export async function parseInChild(job: DocumentJob, context: ScanContext): Promise<ParsedDocument> {
  const answer = await runChild(job, context)
  if (answer.type !== 'parsed') throw new ScanProblem('unreadable-document')
  return answer.document
}

/** Opens a workbook or a ZIP in the same capped process. Throws ScanProblem only. */
export async function unpackInChild(packed: PackedJob['packed'], bytes: Uint8Array): Promise<Array<PackedPart>> {
  const context = { signal: new AbortController().signal, progress: () => {} }
  const answer = await runChild({ packed, bytes }, context)
  if (answer.type !== 'unpacked') throw new ScanProblem('unreadable-document')
  return answer.parts
}

/**
 * One job in a process of its own: 10 s wall clock, 512 MB heap and a watched resident size, killed with
 * its children on timeout, excess or abort. Throws ScanProblem only.
 */
function runChild(job: ChildJob, context: Pick<ScanContext, 'signal' | 'progress'>): Promise<Answer> {
  if (context.signal.aborted) return Promise.reject(new ScanProblem('cancelled'))
  const child = fork(childEntry('document'), [], {
    serialization: 'advanced',
    detached: true,
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
    env: bareEnvironment(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let residentCap: number = limits.parseResidentBytes
    let clock = setTimeout(() => end(new ScanProblem('timed-out')), limits.parseMs)
    const watch = setInterval(() => {
      const held = child.pid === undefined ? undefined : residentBytes(child.pid)
      if (held !== undefined && held > residentCap)
        end(new ScanProblem('too-large', 'it needs too much memory to open'))
    }, watchEveryMs)
    const cancel = () => end(new ScanProblem('cancelled'))
    context.signal.addEventListener('abort', cancel, { once: true })

    function end(outcome: ScanProblem | Answer): void {
      clearTimeout(clock)
      clearInterval(watch)
      context.signal.removeEventListener('abort', cancel)
      child.removeAllListeners('message').removeAllListeners('exit')
      const settle = () => (outcome instanceof ScanProblem ? reject(outcome) : resolve(outcome))
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
        settle()
        return
      }
      // The answer waits for the end of the process, so that a finished or cancelled parse leaves nothing running.
      child.once('exit', settle)
      killTree(child.pid)
    }

    child.on('error', () => end(new ScanProblem('unreadable-document')))
    child.on('exit', (_code, signal) => {
      // Node aborts when the heap cap is reached; every other early end is a parser brought down by the file.
      end(new ScanProblem(signal === 'SIGABRT' || signal === 'SIGKILL' ? 'too-large' : 'unreadable-document'))
    })
    child.on('message', (raw) => {
      const message = childMessageSchema.safeParse(raw)
      if (!message.success) return end(new ScanProblem('unreadable-document'))
      const said = message.data
      if (said.type === 'ready') child.send(job, () => {})
      if (said.type === 'progress') context.progress({ stage: said.stage, done: said.done, total: said.total })
      if (said.type === 'problem') end(new ScanProblem(said.code, said.detail))
      if (said.type === 'parsed' || said.type === 'unpacked') end(said)
      if (said.type === 'recognising') {
        residentCap = limits.ocrResidentBytes
        clearTimeout(clock)
        const allowed = limits.ocrStartMs + limits.ocrPageMs * Math.min(said.pages, limits.ocrPages)
        clock = setTimeout(() => end(new ScanProblem('timed-out')), allowed)
      }
    })
  })
}
