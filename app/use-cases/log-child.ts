import { closeNetwork, dieWithParent } from '#scanners/document/confinement.ts'
import { describeLog } from '#scanners/opt-out/describe-log.ts'
import { openLog } from '#scanners/opt-out/open-log.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { auditLogs } from './audit-logs.ts'
import type { DescribeJob, LogChildMessage, LogJob } from './log-child-messages.ts'

/** Entry of the process that reads logs: one job in, one answer out, then it is killed by its parent. */
function say(message: LogChildMessage): void {
  process.send?.(message)
}

/** A file without a heading has cells where column names should be; a reason may quote names, never cells. */
function withoutPeople(detail: string): string {
  return detail.replaceAll(/[^\s,]*@[^\s,]*/g, '(address)').replaceAll(/\+?\d[\d().\- ]{5,}\d/g, '(number)')
}

closeNetwork()
dieWithParent()
async function describe({ inputs, ...options }: DescribeJob['describe']): Promise<void> {
  const members = (await Promise.all(inputs.map(openLog))).flat()
  const logs = []
  for (const member of members) logs.push(await describeLog(member, options))
  say({ type: 'described', logs: logs.filter((log) => log !== null) })
}

process.once('message', async ({ job, now }: { job: LogJob | DescribeJob; now: string }) => {
  try {
    if ('describe' in job) return await describe(job.describe)
    const { evidence } = await auditLogs(job, {
      now: () => new Date(now),
      signal: new AbortController().signal,
      progress: ({ stage, done, total }) => say({ type: 'progress', stage: `Reading ${stage}`, done, total }),
    })
    say({ type: 'audited', evidence })
  } catch (error) {
    // Readers throw what they like on a broken file; the person needs one code.
    if (error instanceof ScanProblem) {
      const { code, detail } = error
      say({ type: 'problem', code, ...(detail === undefined ? {} : { detail: withoutPeople(detail) }) })
    } else say({ type: 'problem', code: 'unreadable-document' })
  }
})
say({ type: 'ready' })
