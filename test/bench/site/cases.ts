import type { SiteSurvey } from '#checklists/tracking/recipients.ts'
import { hiddenWays } from '#test/sites/large-practice.ts'
import { practiceRecipients } from '#test/sites/practice.ts'

/** What the rival's output says, in the names of its own reports. */
export type RivalResult = { ms: number; pages: number; hosts: ReadonlyArray<string>; reports: Record<string, unknown> }

type Case = { name: string; ours: (survey: SiteSurvey) => boolean; rival: (result: RivalResult) => boolean }

function tellsOf(result: RivalResult, report: string, word: string): boolean {
  return JSON.stringify(result.reports[report] ?? {}).includes(word)
}

/** A result names the host in the report that is about typing or recording, not merely in the list of hosts. */
function typedTo(host: string, field: string): Case {
  return {
    name: `typed ${field} sent to ${host}`,
    ours: ({ leaks }) => leaks.some((leak) => leak.recipient === host && leak.field.includes(field)),
    rival: (result) => tellsOf(result, 'key_logging', host),
  }
}

/** The answer key of the practice site: who is asked, what typed data goes where, what is hidden behind other names. */
export const cases: ReadonlyArray<Case> = [
  ...practiceRecipients.map(
    (host): Case => ({
      name: `${host} asked`,
      ours: ({ recipients }) => recipients.some((one) => one.host === host && one.requests > 0),
      rival: ({ hosts }) => hosts.includes(host),
    }),
  ),
  ...hiddenWays.map(
    ({ name, host, typed }): Case => ({
      name,
      ours: ({ recipients, leaks }) =>
        typed === undefined
          ? recipients.some((one) => one.host === host && one.requests > 0)
          : leaks.some((leak) => leak.recipient === host && leak.field.includes(typed)),
      rival: (result) => (typed === undefined ? result.hosts.includes(host) : tellsOf(result, 'key_logging', host)),
    }),
  ),
  typedTo('forms.quietcapture.test', 'email'),
  typedTo('forms.quietcapture.test', 'message'),
  {
    name: 'session recording sent to rec.lantern-replay.test',
    ours: ({ replay }) => replay.some(({ proof, sign }) => proof && sign.includes('rec.lantern-replay.test')),
    rival: (result) => tellsOf(result, 'session_recorders', 'rec.lantern-replay.test'),
  },
  {
    name: 'analytics behind the practice’s own name (first-party proxy)',
    ours: ({ recipients }) => recipients.some(({ kind }) => kind === 'first-party-proxy'),
    rival: (result) => tellsOf(result, 'google_analytics_events', '/metrics/g/collect'),
  },
  {
    name: 'advertising pixel event decoded',
    ours: ({ requests }) => requests.some(({ vendor, events }) => vendor === 'meta-pixel' && events.length > 0),
    rival: (result) => tellsOf(result, 'fb_pixel_events', 'PageView'),
  },
]
