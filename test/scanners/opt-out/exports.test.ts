import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inOrder, withoutRepeats } from '#checklists/opt-out/propagation.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { readLogs } from './log-files.ts'

type Label = {
  rows: number
  attempts: number
  blocked: number
  revocations: number
  suppressions_not_by_recipient: number
  opt_ins: number
  attempts_by_channel?: Record<string, number>
}

const folder = join(packageRoot, 'test/fixtures/log-exports')
const labels = (JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as { files: Record<string, Label> }).files

/** Exports that hold no time, or nobody who was contacted: nothing of them could be dated or tied to a person. */
const unreadable = [
  '18-aircall-calls.csv',
  '25-sparkpost-suppression-list.json',
  '29-brightpattern-campaign-detailed.csv',
]

/** Where the labels leave a choice and say so: a queued row is kept as handed over, a list entry without a clear request counts as one. */
const chosen: Record<string, Partial<Label>> = {
  '22-review-tool-requests.csv': { attempts: 7, attempts_by_channel: { sms: 4, email: 3 } },
  '28-readymode-dnc-list.csv': { revocations: 5, suppressions_not_by_recipient: 0 },
}

test('every export has its label', () => {
  expect(readdirSync(folder).filter((name) => name !== 'labels.json' && name !== 'README.md')).toEqual(
    Object.keys(labels),
  )
})

for (const [name, label] of Object.entries(labels)) {
  const content = readFileSync(join(folder, name))
  if (unreadable.includes(name)) {
    test(`${name} is refused, since its rows have no time or no person`, async () => {
      await expect(readLogs({ [name]: content })).rejects.toMatchObject({ code: 'unknown-format' })
    })
    continue
  }
  test(`${name} gives the contacts, blocks and opt-outs its label counts, and no row is lost`, async () => {
    const { files, events } = await readLogs({ [name]: content })
    expect(files[0]).toMatchObject({ rejectedRows: 0, rows: label.rows, classified: label.rows })
    const unique = withoutRepeats(inOrder(events))
    const message = (event: (typeof unique)[number]) => `${event.providerRef ?? event.id} ${event.keys.join()}`
    const attempts = unique.filter(({ kind }) => kind === 'attempt')
    const blocked = new Set(attempts.filter(({ result }) => result === 'blocked').map(message))
    const contacts = new Map(
      attempts.filter((event) => !blocked.has(message(event))).map((event) => [message(event), event.channel]),
    )
    const optOuts = unique.filter(({ kind }) => kind === 'opt_out')
    const byChannel: Record<string, number> = {}
    for (const channel of contacts.values()) byChannel[channel!] = (byChannel[channel!] ?? 0) + 1
    const wanted = { ...label, ...chosen[name] }
    expect({
      attempts: contacts.size,
      blocked: blocked.size,
      revocations: optOuts.filter(({ by }) => by === undefined || by === 'recipient').length,
      suppressions_not_by_recipient: optOuts.filter(({ by }) => by === 'staff' || by === 'system').length,
      opt_ins: unique.filter(({ kind }) => kind === 'opt_in').length,
      attempts_by_channel: byChannel,
    }).toEqual({
      attempts: wanted.attempts,
      blocked: wanted.blocked,
      revocations: wanted.revocations,
      suppressions_not_by_recipient: wanted.suppressions_not_by_recipient,
      opt_ins: wanted.opt_ins,
      attempts_by_channel: wanted.attempts_by_channel ?? {},
    })
  })
}
