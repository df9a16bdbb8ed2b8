import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditLogs } from '#app/use-cases/audit-logs.ts'
import { replyQueue } from '#app/views/opt-out-queue.ts'

test('the report names a file whose incoming messages lack their text, and the queue does not date what nobody can date', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-wordless-'))
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return { name, path: join(folder, name) }
  }
  const inputs = [
    write(
      'calls.csv',
      'From,Destination,Direction,Sent On (UTC),Status,Segments\n5125550199,5125550101,Outbound,2025-06-13 14:00,Delivered,1\n5125550101,5125550199,Inbound,2025-06-13 15:00,,1\n',
    ),
    write('opt-outs.csv', 'Phone,Opt Out Date\n5125550102,some day\n'),
  ]
  const { evidence } = await auditLogs(
    { inputs, config: {}, secret: Buffer.from('a key for tests only') },
    { now: () => new Date('2025-07-01T00:00:00Z'), signal: new AbortController().signal, progress: () => {} },
  )
  expect(evidence.cannotProve).toContainEqual({
    what: 'calls.csv: 1 of 1 incoming messages without their text',
    why: 'the file has no column with what people wrote, so a STOP in it cannot be told; export it with the texts',
  })
  const { held } = replyQueue(evidence, new Date('2025-07-01T00:00:00Z'))
  expect(held.map(({ rule, stopBy, overdue }) => [rule, stopBy === null, overdue])).toEqual([
    ['time-unknown', true, false],
    ['no-words', false, true],
  ])
})
