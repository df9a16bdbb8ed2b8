import { type DrillReading, lagWords, readList } from '#checklists/opt-out/drill-lines.ts'
import type { DrillEvidence } from '#scanners/opt-out/canary-evidence.ts'
import { channelWords } from './channel-words.ts'
import { isLive, type RunView } from './run.ts'

export type DrillListView = {
  key: string
  name: string
  channel: string
  verdict: DrillReading['verdict']
  because: string
  /** Not yet listed at the first, listed at the second. */
  interval: string
  looks: number
  answered: number
  nextAt: string | null
}

export type DrillView = {
  run: RunView
  live: boolean
  optedOutAt: string
  optOutBy: string
  endsAt: string
  limitHours: number
  lists: ReadonlyArray<DrillListView>
}

const optOutBy: Record<string, string> = { sms: 'a text', email: 'an e-mail', voice: 'a call' }

type Told = Pick<DrillEvidence, 'optOutChannel' | 'optedOutAt' | 'endsAt' | 'limitHours' | 'lists'>

/** Pure: what a drill has shown so far, in plain words and as an interval a list. */
export function drillView(run: RunView, { optOutChannel, optedOutAt, endsAt, limitHours, lists }: Told): DrillView {
  return {
    run,
    live: isLive(run),
    optedOutAt,
    optOutBy: optOutBy[optOutChannel] ?? optOutChannel,
    endsAt,
    limitHours,
    lists: lists.map((list, at) => {
      const { name, channel, lo, hi, polls, nextAt } = list
      return {
        key: `${at}`,
        name,
        channel: channelWords[channel] ?? channel,
        // A drill that was stopped asks no more, whatever its last turn planned.
        ...readList(
          isLive(run) ? list : { ...list, state: list.state === 'asking' ? 'ended' : list.state },
          limitHours,
        ),
        interval: polls.length === 0 ? 'Not asked yet' : `${lagWords(lo)} to ${hi === null ? 'open' : lagWords(hi)}`,
        looks: polls.length,
        answered: polls.filter(({ present }) => present !== null).length,
        nextAt: isLive(run) ? nextAt : null,
      }
    }),
  }
}
