import { type RetentionKind, retentionKinds } from '#db/retention.ts'
import type { RetentionKindRow } from '../components/screens/retention.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { Actor } from '../use-cases/permission.ts'
import { getRetention, type RetentionForm } from '../use-cases/retention.ts'
import { textOf } from './form.server.ts'

const words: Record<RetentionKind, { label: string; help: string }> = {
  agreements: {
    label: 'Replaced agreements',
    help: 'At least 6 years after a newer version, or after the end the agreement names. The version in use is kept.',
  },
  decisions: {
    label: 'Earlier assessments and their reports',
    help: 'At least 6 years after a newer one replaced them. The newest is kept.',
  },
  logs: {
    label: 'Audit log and imported opt-out logs',
    help: 'At least 6 years. The newest import is kept.',
  },
  removed: {
    label: 'Removed vendors, practices and prospects',
    help: 'At least 6 years after removal, with all they had.',
  },
  scans: {
    label: 'Earlier site scans',
    help: 'At least 1 year. The last whole scan is kept. Older assessments then name proofs that are gone.',
  },
  letters: { label: 'Letters in the outbox, and notices', help: 'At least 1 year.' },
}

/** Rules, holds and the dry run as the screen shows them. */
export function retentionPage(proviso: Proviso, actor: Actor) {
  const { rules, version, appliedAt, holds, dryRun } = getRetention(proviso, actor)
  const rows: Array<RetentionKindRow> = dryRun.map(({ kind, ...counts }) => ({
    kind,
    ...words[kind],
    years: rules[kind] === null ? '' : String(rules[kind]),
    ...counts,
  }))
  return {
    rows,
    version: String(version),
    appliedAt: appliedAt?.toISOString() ?? null,
    holds: holds.map(({ placedAt, ...hold }) => ({ ...hold, placedAt: placedAt.toISOString() })),
  }
}

/** The rules as they were typed. */
export function retentionForm(form: FormData): RetentionForm {
  const typed = retentionKinds.map((kind) => [kind, textOf(form, kind)] as const)
  return { ...(Object.fromEntries(typed) as Record<RetentionKind, string>), version: textOf(form, 'version') }
}
