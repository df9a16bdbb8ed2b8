import type { AuditEvent } from '#db/audit-log.ts'

export type AuditRow = {
  seq: number
  at: string
  who: string
  what: string
  object: string
  change: string
  network: string
}

/** "invitation.made" as people read it. */
export function actionWords(action: string): string {
  const words = action.replaceAll(/[.-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const others = { system: 'Proviso itself', visitor: 'Nobody signed in', person: 'A person' } as const

export function auditRow(event: AuditEvent, names: ReadonlyMap<string, string>): AuditRow {
  const { seq, at, actorKind, actorId, action, objectKind, objectId, before, after, network } = event
  const kind = objectKind.replaceAll('-', ' ')
  return {
    seq,
    at,
    who: names.get(actorId ?? '') ?? others[actorKind as keyof typeof others] ?? actorKind,
    what: actionWords(action),
    object: [kind, names.get(objectId ?? '') ?? objectId].filter((part) => part !== null).join(' '),
    change: [before, after].filter((part) => part !== null).join(' → '),
    network: network ?? '',
  }
}
