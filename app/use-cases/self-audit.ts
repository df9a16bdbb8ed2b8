import type { RetentionKind } from '#db/retention.ts'
import { tool } from '#scanners/package-root.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { ChainLook } from '../chain-watch.server.ts'
import { nameOfError } from '../log.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { openOwnSite } from '../self-audit/own-site.server.ts'
import { type SelfAudit, selfAuditOf, selfAuditSchema, selfAuditState } from '../self-audit/self-audit.ts'
import type { PersonActor } from '../session.server.ts'
import { type Check, checkBackup, checkKeys } from './doctor.ts'
import { demand } from './permission.ts'
import { InvalidInput } from './problem.ts'
import { scopeOf } from './scope.ts'

const pagesRead = 12
const wallMs = 600_000

/** Scans of our own pages under way, by organisation. They live and die with the process. */
export type SelfAudits = Map<string, { stage: string; problem: string | null; running: boolean }>

export type SelfAuditView = {
  newest: (SelfAudit & { state: ReturnType<typeof selfAuditState> }) | null
  running: { stage: string } | null
  problem: string | null
}

export function selfAuditView(proviso: Proviso, actor: PersonActor): SelfAuditView {
  demand(actor, 'see-doctor')
  const kept = scopeOf(proviso, actor).selfAudits.newest()
  const newest = kept === null ? null : selfAuditSchema.parse(kept)
  const live = proviso.selfAudits.get(actor.organisationId)
  return {
    newest: newest === null ? null : { ...newest, state: selfAuditState(newest) },
    running: live?.running === true ? { stage: live.stage } : null,
    problem: live?.running === false ? live.problem : null,
  }
}

/**
 * Scans the portal's own pages, signed in as the person who asks, and keeps what was seen. The cookie stays in memory
 * and is never handed to the scanner. Resolves when the scan has begun; `ended` when it is over.
 */
export function startSelfAudit(proviso: Proviso, actor: PersonActor, cookie: string): { ended: Promise<void> } {
  demand(actor, 'see-doctor')
  const { selfAudits, scanners, now, log } = proviso
  const { organisationId } = actor
  if (selfAudits.get(organisationId)?.running === true) {
    throw new InvalidInput({ form: 'A scan of your own pages is running. Wait until it has ended.' })
  }
  const live = { stage: 'Starting', problem: null as string | null, running: true }
  selfAudits.set(organisationId, live)
  scopeOf(proviso, actor).audit.add({ action: 'self-audit.started', object: { kind: 'self-audit', id: null } })

  async function scan(): Promise<void> {
    const site = await openOwnSite(proviso.localAddress, cookie)
    try {
      const input = { url: `http://${site.host}/`, pages: pagesRead, lab: { map: [['*', site.address]] } }
      const evidence = await scanners.site!.scan(input, {
        now,
        signal: AbortSignal.timeout(wallMs),
        progress: ({ stage, done, total }) => {
          live.stage = total === null ? stage : `${stage} (${done} of ${total})`
        },
      })
      const result = selfAuditOf(evidence, { at: now(), by: actor.name, version: tool.version, host: site.host })
      scopeOf(proviso, actor).selfAudits.add(result, selfAuditState(result))
    } finally {
      await site.close()
    }
  }

  const ended = scan()
    .catch((error: unknown) => {
      live.problem = error instanceof ScanProblem ? error.code : 'worker-lost'
      log.error('self-audit-failed', { organisationId, error: nameOfError(error) })
    })
    .finally(() => {
      live.running = false
    })
  return { ended }
}

/** One line of 45 CFR 164.312 (or its neighbours) as this installation stands now. */
export type SafeguardRow = { cite: string; asks: string; state: 'ok' | 'design' | 'attention' | 'fail'; says: string }

const years = (value: number | null) => (value === null ? 'kept for good' : `${value} years`)

/** How old what Doctor saw may be to stand for how it is. */
const maxSeenMs = 86_400_000

/** What Doctor says of these, never better than it was seen: what nobody looked at lately is "attention". */
function lastSeen({ doctorSeen: { last }, now }: Proviso, ids: ReadonlyArray<Check['id']>): Pick<SafeguardRow, Judged> {
  if (last === null) return { state: 'attention', says: 'Doctor has not looked since the portal was started. Open it.' }
  const row = stateOf(last.checks.filter(({ id }) => ids.includes(id)))
  const at = `Doctor looked at ${last.at.toISOString()}.`
  if (row.state !== 'ok' || now().getTime() - last.at.getTime() <= maxSeenMs)
    return { ...row, says: `${row.says} ${at}` }
  return { state: 'attention', says: `${at} Open it again.` }
}

type Judged = 'state' | 'says'

function stateOf(checks: ReadonlyArray<Check>): Pick<SafeguardRow, Judged> {
  const bad = checks.find(({ state }) => state === 'fail') ?? checks.find(({ state }) => state === 'warn')
  const state = bad === undefined ? 'ok' : bad.state === 'fail' ? 'fail' : 'attention'
  return { state, says: (bad === undefined ? checks : [bad]).map(({ says }) => says).join(' ') }
}

function auditControls({ brokenAt, to, whole }: ChainLook): Pick<SafeguardRow, Judged> {
  if (brokenAt !== null) return { state: 'fail', says: `The log does not hold from event ${brokenAt} on.` }
  if (whole === null)
    return { state: 'attention', says: 'The log holds from its last signed point on; the whole was not checked yet.' }
  return { state: 'ok', says: `The log of ${to} events holds; reads of sensitive records are in it.` }
}

/** Looks at each safeguard; "ok" was seen, "design" is how the product is built and was not looked at. */
export function safeguards(proviso: Proviso, actor: PersonActor): Array<SafeguardRow> {
  demand(actor, 'see-doctor')
  const scope = scopeOf(proviso, actor)
  const people = scope.members.list()
  const owners = people.filter(({ role }) => role === 'owner').length
  const without = people.filter(({ personId }) => !proviso.secondFactors.standing(personId).on).length
  const holdsLogs = proviso.secondFactors.holdsLogs(actor.id)
  const { loopback } = proviso.env
  const isTls = proviso.origin.startsWith('https:')
  const { rules } = scope.retention.rules()
  const short = (['agreements', 'decisions', 'logs'] as const satisfies ReadonlyArray<RetentionKind>).filter(
    (kind) => (rules[kind] ?? 6) < 6,
  )
  return [
    {
      ...{ cite: '164.312(a)(1)', asks: 'Access control', state: 'design' as const },
      says: `${people.length === 1 ? '1 person' : `${people.length} people`} with one of seven roles each; nothing of another organisation is reached.`,
    },
    {
      ...{ cite: '164.312(a)(2)(i)', asks: 'Unique user identification', state: 'design' as const },
      says: 'One account an address; two people cannot share one address.',
    },
    {
      ...{ cite: '164.312(a)(2)(ii)', asks: 'Emergency access procedure' },
      state: owners >= 2 ? 'ok' : 'attention',
      says:
        owners >= 2
          ? `${owners} owners reach everything; one can act where the other cannot.`
          : 'Only one owner. Make a second one, so that somebody can act in an emergency.',
    },
    {
      ...{ cite: '164.312(a)(2)(iii)', asks: 'Automatic logoff', state: 'design' as const },
      says: holdsLogs
        ? 'Sessions end after 15 minutes without a request, and after 12 hours.'
        : 'No logs are held: sessions end after an hour without a request, and after 12 hours.',
    },
    { cite: '164.312(a)(2)(iv)', asks: 'Encryption at rest', ...stateOf([checkKeys(proviso)]) },
    { cite: '164.312(b)', asks: 'Audit controls', ...auditControls(proviso.chains.look(scope.organisationId)) },
    { cite: '164.312(c)(1)–(2)', asks: 'Integrity', ...lastSeen(proviso, ['database', 'files']) },
    {
      ...{ cite: '164.312(d)', asks: 'Person or entity authentication', state: without === 0 ? 'ok' : 'attention' },
      says:
        without === 0
          ? 'Everybody has a second factor.'
          : `${without} of ${people.length} people have no second factor yet.`,
    },
    {
      ...{ cite: '164.312(e)(1)–(2)', asks: 'Transmission security' },
      state: isTls ? 'ok' : loopback ? 'ok' : 'fail',
      says: isTls
        ? 'People come by https.'
        : loopback
          ? 'The portal listens on this machine only; nothing crosses a network.'
          : 'People come by plain http over a network. Put TLS in front and set PROVISO_ORIGIN.',
    },
    {
      ...{ cite: '164.316(b)(2)(i)', asks: 'Documentation kept six years', state: short.length === 0 ? 'ok' : 'fail' },
      says: `Agreements: ${years(rules.agreements)}. Decisions: ${years(rules.decisions)}. Logs: ${years(rules.logs)}.`,
    },
    { cite: '164.308(a)(7)(ii)(A)–(B)', asks: 'Backup and recovery', ...stateOf([checkBackup(proviso)]) },
  ]
}
