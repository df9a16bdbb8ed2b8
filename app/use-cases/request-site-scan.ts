import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Authority, ScanRun } from '#db/scan-runs.ts'
import { consentStates } from '#scanners/site/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { Forbidden, InvalidInput, idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'
import { optionalSiteUrlSchema } from './subject-fields.ts'

/** What a person states before anything is loaded; the exact words are kept with the run. */
export const authorityStatements = {
  public: 'I ask for a scan of public pages only. Nothing will be typed and no form will be sent.',
  permission: 'I have the site owner’s permission to scan this site and to type test data into its forms.',
} as const

export const maxPages = 25

export const requestSiteScanInput = z.strictObject({
  subjectId: idSchema,
  /** Empty: the address on file. */
  url: optionalSiteUrlSchema,
  authority: z.enum(['public', 'permission'], 'Choose on whose authority this site is scanned.'),
  /** The box beside the statement. */
  confirmed: z.literal(true, 'Confirm the statement before the scan starts.'),
  pages: z.coerce
    .number(`Enter a number from 1 to ${maxPages}.`)
    .int(`Enter a number from 1 to ${maxPages}.`)
    .min(1, `Enter a number from 1 to ${maxPages}.`)
    .max(maxPages, `Enter a number from 1 to ${maxPages}.`)
    .default(10),
  consent: z.array(z.enum(consentStates)).min(1, 'Choose at least one state.').default(['none']),
  viewports: z
    .array(z.enum(['desktop', 'phone']))
    .min(1, 'Choose at least one screen.')
    .default(['desktop']),
})

/** As a form gives it: whether the words are ours is checked here, at the door. */
export type RequestSiteScan = Omit<
  z.input<typeof requestSiteScanInput>,
  'authority' | 'confirmed' | 'consent' | 'viewports'
> & { authority: string; confirmed: boolean; consent?: ReadonlyArray<string>; viewports?: ReadonlyArray<string> }

/** Levels a person may ask for; what lies behind a login needs more than a statement. */
export function isLevel(level: Authority['level']): level is keyof typeof authorityStatements {
  return level in authorityStatements
}

export function authorityOf(actor: Actor, level: keyof typeof authorityStatements, at: Date): Authority {
  // Someone must stand for it: the system never asks for a scan on its own word.
  if (actor.kind !== 'person') throw new Forbidden()
  const statement = authorityStatements[level]
  const statementSha256 = createHash('sha256').update(statement).digest('hex')
  const network = actor.network ?? null
  return { level, statement, statementSha256, personId: actor.id, name: actor.name, at: at.toISOString(), network }
}

/** Laboratory switches are given only to a scan of a laboratory address, never to one of a public site. */
function isLaboratory(host: string, allowed: ReadonlyArray<string>): boolean {
  const [, name, port] = /^(.*?)(?::(\d+))?$/.exec(host) ?? []
  return allowed.some((pair) => {
    const [, allowedName, from, to = from] = /^(.*):(\d+)(?:-(\d+))?$/.exec(pair) ?? []
    return name === allowedName && Number(port ?? 80) >= Number(from) && Number(port ?? 80) <= Number(to)
  })
}

/**
 * Queues a scan of a subject's site. The same scan while it waits or runs is that one. Nothing is loaded without a
 * level of authority and its confirmed statement; a prospect's site is looked at the way a visitor sees it.
 */
export function requestSiteScan(
  proviso: Proviso,
  actor: Actor,
  input: RequestSiteScan,
): { run: ScanRun; isNew: boolean } {
  const { subjectId, url, authority: level, pages, consent, viewports } = parseInput(requestSiteScanInput, input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'scan', subject.kind)
  if (subject.kind === 'prospect' && level !== 'public') {
    throw new InvalidInput({
      authority: 'A prospect’s site is looked at the way a visitor sees it: public pages only.',
    })
  }
  const target = url ?? subject.siteUrl
  if (target === null) throw new InvalidInput({ url: 'Give the address to start from. None is on file.' })
  const { host } = new URL(target)
  const { labAllow } = proviso.env
  const added = scope.runs.add({
    subjectId,
    scanner: 'site',
    input: {
      url: target,
      authority: level,
      pages,
      consent,
      viewports,
      ...(isLaboratory(host, labAllow) ? { lab: { allow: [...labAllow] } } : {}),
    },
    targetHost: host,
    authority: authorityOf(actor, level, proviso.now()),
  })
  proviso.queue.wake()
  return added
}
