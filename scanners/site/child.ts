import { ScanProblem } from '#scanners/problem.ts'
import type { ChildMessage, ChildTask } from './messages.ts'
import { runScan } from './run-scan.ts'

// The process that holds the browser: one task comes in, messages go out, then it ends.
function send(message: ChildMessage): void {
  process.send?.(message)
}

process.once('message', async (task: ChildTask) => {
  try {
    await runScan(task, send)
    send({ type: 'done' })
  } catch (error) {
    if (error instanceof ScanProblem) send({ type: 'problem', code: error.code, detail: error.detail })
    else send({ type: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
  // Waits for the channel to drain; the parent kills what is left of the process group.
  process.disconnect()
})
process.once('disconnect', () => process.exit(0))
