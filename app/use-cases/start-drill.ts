import { z } from 'zod'
import type { ScanRun } from '#db/scan-runs.ts'
import { normaliseEmail, normalisePhone } from '#scanners/opt-out/address.ts'
import { targetSchema } from '#scanners/opt-out/drill/target.ts'
import type { Proviso } from '../proviso.server.ts'
import { drillAdapters } from './drill-adapters.ts'
import { type DrillInput, drillInputSchema, drillScannerId } from './drill-input.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

export const drillListsAtMost = 3

const listSchema = z.strictObject({
  adapter: z.string(),
  channel: z.string(),
  account: z.string().trim().max(500),
  key: z.string().trim().max(2000),
  path: z.string().trim().max(200),
  equals: z.string().trim().max(200),
})

const startDrillInput = z.strictObject({
  subjectId: idSchema,
  optOutChannel: z.enum(['sms', 'email', 'voice'], 'Choose how the test patient opted out.'),
  minutesAgo: z.coerce
    .number('Enter a number of minutes from 0 to 1440.')
    .min(0, 'Enter a number of minutes from 0 to 1440.')
    .max(1440, 'Enter a number of minutes from 0 to 1440.'),
  hours: z.coerce
    .number('Enter a number of hours from 1 to 72.')
    .min(1, 'Enter a number of hours from 1 to 72.')
    .max(72, 'Enter a number of hours from 1 to 72.'),
  limitHours: z.coerce
    .number('Enter a number of hours from 1 to 240.')
    .min(1, 'Enter a number of hours from 1 to 240.')
    .max(240, 'Enter a number of hours from 1 to 240.'),
  email: z.string().trim().max(200),
  phone: z.string().trim().max(40),
  /** The box: these are a test record's, nobody's of a patient. */
  testRecord: z.literal(true, 'Confirm that this is a test record of yours and no patient.'),
  lists: z.array(listSchema).max(drillListsAtMost),
})

/** As a form gives it. */
export type StartDrill = Omit<z.input<typeof startDrillInput>, 'optOutChannel' | 'testRecord'> & {
  optOutChannel: string
  testRecord: boolean
}

function isWebAddress(text: string, laboratory: ReadonlyArray<string>): boolean {
  // The place of the address may stand anywhere in it.
  const parsed = z.url({ protocol: /^https?$/ }).safeParse(text.replaceAll('{address}', 'x'))
  if (!parsed.success) return false
  const { protocol, host } = new URL(parsed.data)
  return protocol === 'https:' || laboratory.includes(host)
}

type Given = z.infer<typeof startDrillInput>

function targetsOf(given: Given, laboratory: ReadonlyArray<string>): DrillInput['targets'] {
  const faults: Record<string, string> = {}
  const email = given.email === '' ? undefined : normaliseEmail(given.email)
  const phone = given.phone === '' ? undefined : normalisePhone(given.phone)
  if (given.email !== '' && email === undefined) faults.email = 'Enter an e-mail address, for example test@example.com.'
  if (given.phone !== '' && phone === undefined) faults.phone = 'Enter a phone number with its area code.'
  const targets = given.lists.flatMap((list, at): DrillInput['targets'] => {
    const adapter = drillAdapters.find(({ id }) => id === list.adapter)
    if (adapter === undefined) return []
    const channel = (['sms', 'email', 'voice'] as const).find((one) => one === list.channel)
    if (channel === undefined) {
      faults[`channel-${at}`] = 'Choose which channel this list stops.'
      return []
    }
    if (adapter.account !== null && list.account === '')
      faults[`account-${at}`] = `Enter: ${adapter.account.toLowerCase()}.`
    else if (adapter.id === 'generic' && !isWebAddress(list.account, laboratory))
      faults[`account-${at}`] = 'Enter a full web address that starts with https://.'
    if (adapter.id !== 'generic' && list.key === '') faults[`key-${at}`] = 'Enter a key that may read this list.'
    const address =
      adapter.by === 'email' ? email : adapter.by === 'phone' ? phone : channel === 'email' ? email : phone
    if (address === undefined) {
      const needed = adapter.by === 'email' || (adapter.by === 'either' && channel === 'email') ? 'email' : 'phone'
      faults[needed] ??=
        needed === 'email' ? 'This list needs the test patient’s e-mail.' : 'This list needs the test patient’s phone.'
      return []
    }
    const target = targetSchema.safeParse(adapter.target(list, { channel, name: adapter.title, address }))
    if (target.success) return [target.data]
    const field = /key|token/i.test(String(target.error.issues[0]?.path[0])) ? 'key' : 'account'
    faults[`${field}-${at}`] ??= `${target.error.issues[0]?.message ?? 'This cannot be used'}.`.replace(/\.\.$/, '.')
    return []
  })
  if (given.lists.every(({ adapter }) => adapter === '')) faults['adapter-0'] = 'Choose at least one list to ask.'
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults)
  return targets
}

/**
 * Starts asking suppression lists when they come to know of a test patient's opt-out. Read-only, and only ever about
 * addresses the person has called a test record. Throws InvalidInput with a sentence a field.
 */
export function startDrill(proviso: Proviso, actor: Actor, input: StartDrill): ScanRun {
  const { subjectId } = input
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, parseInput(idSchema, subjectId))
  demand(actor, 'import-logs', subject.kind)
  if (subject.kind === 'prospect') throw new InvalidInput({ subjectId: 'Drills are run with a vendor or a practice.' })
  const given = parseInput(startDrillInput, input)
  const targets = targetsOf(given, proviso.env.labAllow)
  const start = proviso.now().getTime() - given.minutesAgo * 60_000
  const stored = drillInputSchema.parse({
    optOutChannel: given.optOutChannel,
    optedOutAt: new Date(start).toISOString(),
    endsAt: new Date(start + given.hours * 3_600_000).toISOString(),
    limitHours: given.limitHours,
    lists: targets.map(({ channel, name }) => ({ channel, name })),
    targets,
  })
  const request = { subjectId, scanner: drillScannerId, input: stored, targetHost: null, authority: null }
  const { run } = scope.runs.add(request)
  proviso.queue.wake()
  return run
}
