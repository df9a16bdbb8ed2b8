import { choose } from '../ask.ts'
import { authority, practiceBar } from '../cite.ts'
import { type Effect, type OutreachSystem, outreachSystems, systemsNamed } from '../knowledge/outreach-systems.ts'
import type { EvidenceOf, Observation, Pointer, Requirement, Verdict } from '../requirement.ts'
import { requirement } from '../requirement.ts'

type Answer = EvidenceOf<'answer'>
type Log = EvidenceOf<'opt-out'>
type Registry = EvidenceOf<'registry'>

/** Systems known to be in use, each with where that is known from. */
export function systemsInUse({
  answers,
  logs,
  registry,
}: {
  answers: ReadonlyArray<Pick<Answer, 'id' | 'value'>>
  logs: ReadonlyArray<Pick<Log, 'id' | 'inputs'>>
  registry: ReadonlyArray<Pick<Registry, 'id' | 'vendor' | 'isSubject'>>
}): Array<{ system: OutreachSystem; pointer: Pointer }> {
  const found = new Map<string, Pointer>()
  const note = ({ id }: OutreachSystem, evidence: string, quote: string) => {
    if (!found.has(id)) found.set(id, { evidence, quote, place: {} })
  }
  const said = answers.at(-1)
  if (said !== undefined) for (const system of systemsNamed(said.value)) note(system, said.id, `Named: ${system.name}.`)
  for (const { id, vendor, isSubject } of registry)
    if (isSubject) for (const system of systemsNamed(vendor)) note(system, id, `The vendor is ${vendor}.`)
  for (const { id, inputs } of logs) {
    for (const { format, file } of inputs) {
      const system = outreachSystems.find(({ formats }) => formats.includes(format))
      if (system !== undefined) note(system, id, `${file} is an export of ${system.name}.`)
    }
  }
  return outreachSystems.flatMap((system) => {
    const pointer = found.get(system.id)
    return pointer === undefined ? [] : [{ system, pointer }]
  })
}

const verdictOf: Record<Effect, Verdict> = {
  opposite: 'fail',
  stays: 'partial',
  waits: 'partial',
  keywords: 'partial',
  asks: 'pass',
}

const travels = choose('How does an opt-out get from one system to the others?', [
  {
    value: 'one-list',
    label: 'All ask one list before each contact',
    verdict: 'pass',
    because: 'Predicted: all systems are said to ask one list before each contact.',
  },
  {
    value: 'at-once',
    label: 'It is passed on at once, by a program',
    verdict: 'pass',
    because: 'Predicted: opt-outs are said to be passed on at once.',
  },
  {
    value: 'hourly',
    label: 'Every hour or oftener',
    verdict: 'pass',
    because: 'Predicted: up to one hour and the time of the transfer.',
  },
  {
    value: 'nightly',
    label: 'Once a day or night',
    verdict: 'fail',
    because: 'Predicted: up to 24 hours and the time of the transfer, past the next shift.',
  },
  {
    value: 'weekly',
    label: 'Once a week',
    verdict: 'fail',
    because: 'Predicted: up to seven days and the time of the transfer.',
  },
  {
    value: 'by-hand',
    label: 'A person carries it over',
    verdict: 'unknown',
    because: 'No prediction: it takes as long as the person needs. Logs would show it.',
  },
  {
    value: 'never',
    label: 'It does not',
    verdict: 'fail',
    because: 'Predicted: an opt-out stays where it was said.',
  },
])

/** Longest wait between two carryings, in hours. */
const wayHours: Record<string, number> = { 'one-list': 0, 'at-once': 0, hourly: 1, nightly: 24, weekly: 168 }

/** Lines on what systems can do at all. They predict, do not score, and are never mixed with what a log shows. */
export const capabilityLines: ReadonlyArray<Requirement> = [
  requirement({
    id: 'opt-out.system-limits',
    title: 'No system in use is known to leave a channel open after an opt-out',
    why: 'Some systems end contact on one number or list only, or take opt-outs at night only. This is a prediction.',
    fix: 'Carry each opt-out to every other number, list and channel yourself, and prove it with logs.',
    cites: [practiceBar('an opt-out reaches texts, e-mail and calls within hours, not days')],
    axis: 'judgement',
    weight: 2,
    owner: 'vendor',
    ask: {
      text: 'Which systems send the messages, dial, or hold the do-not-contact lists?',
      help: 'Name them all, for example: Twilio for texts, SendGrid for e-mail, Five9 for calls.',
      kind: 'text',
    },
    provableBy: ['answer'],
    needs: [],
    mayUse: ['answer', 'opt-out', 'registry'],
    judge: ({ answer, 'opt-out': logs, registry }) => {
      const used = systemsInUse({ answers: answer, logs, registry })
      if (used.length === 0)
        return { verdict: 'unknown', because: 'No system is named whose limits are known. Its logs would show them.' }
      const observations = used.flatMap(({ system, pointer }) =>
        system.capabilities.map(
          ({ effect, fact, consequence, source, confirmed }, at): Observation => ({
            key: `${system.id}:${at}`,
            verdict: verdictOf[effect],
            because: `Predicted, not observed. ${system.name}: ${fact} ${consequence}`,
            pointers: [
              pointer,
              {
                evidence: pointer.evidence,
                quote: `Source: ${source}${confirmed ? '' : ' (not read first-hand)'}.`,
                place: {},
              },
            ],
            where: system.name,
          }),
        ),
      )
      const names = used.map(({ system }) => system.name).join(', ')
      const limiting = observations.filter(({ verdict }) => verdict !== 'pass')
      const pointers = used.map(({ pointer }) => pointer)
      if (limiting.length === 0)
        return {
          verdict: 'pass',
          because: `Predicted: no limit is known of ${names}. Logs have to show it.`,
          pointers,
          observations,
        }
      const verdict = limiting.some((one) => one.verdict === 'fail') ? 'fail' : 'partial'
      return {
        verdict,
        because: `Predicted, not observed: ${limiting.length} known ${limiting.length === 1 ? 'limit' : 'limits'} of ${names}.`,
        pointers,
        observations,
      }
    },
  }),
  requirement({
    id: 'opt-out.predicted-worst-case',
    title: 'By the way opt-outs travel, none can take longer than 24 hours',
    why: 'A list that is carried once a night cannot be in time for the next shift. This is a prediction.',
    fix: 'Let systems ask one list before each contact, or carry opt-outs at once.',
    cites: [practiceBar('within hours, not days; calls before the next shift'), authority('47 CFR 64.1200(a)(10)')],
    axis: 'judgement',
    weight: 2,
    owner: 'vendor',
    ask: travels.ask,
    provableBy: ['answer'],
    needs: ['answer'],
    mayUse: ['opt-out', 'registry'],
    judge: ({ answer, 'opt-out': logs, registry }) => {
      const told = travels.judgeAnswer(answer)
      // What a system adds by itself comes on top of the way between them.
      const waits = systemsInUse({ answers: [], logs, registry }).flatMap(({ system }) =>
        system.capabilities.flatMap(({ waitHours }) =>
          waitHours === undefined ? [] : [{ name: system.name, waitHours }],
        ),
      )
      const slowest = waits.sort((a, b) => b.waitHours - a.waitHours)[0]
      const hours = wayHours[answer.at(-1)?.value ?? '']
      if (hours === undefined || slowest === undefined) return told
      const total = Math.round((hours + slowest.waitHours) * 10) / 10
      const because = `${told.because} With ${slowest.name} the slowest way takes up to ${total} h.`
      return total > 24 && told.verdict !== 'fail' ? { ...told, verdict: 'fail', because } : { ...told, because }
    },
  }),
]
