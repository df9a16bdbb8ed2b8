import type { SubjectKind } from '#checklists/index.ts'
import type { Role } from '#db/schema.ts'
import { Forbidden } from './problem.ts'

export type Permission =
  | 'read'
  | 'change-subject'
  | 'upload-agreement'
  | 'scan'
  | 'import-logs'
  | 'answer'
  | 'rule'
  | 'change-messages'
  | 'report'
  | 'read-audit'
  | 'see-doctor'
  | 'manage-people'
  | 'manage-organisation'
  | 'manage-clients'
  | 'move-organisation'

const reading: ReadonlyArray<Permission> = ['read']
const assessing: ReadonlyArray<Permission> = [
  'read',
  'change-subject',
  'upload-agreement',
  'scan',
  'import-logs',
  'answer',
  'rule',
  'change-messages',
  'report',
]

const granted: Record<Role, ReadonlyArray<Permission>> = {
  owner: [
    ...assessing,
    'read-audit',
    'see-doctor',
    'manage-people',
    'manage-organisation',
    'manage-clients',
    'move-organisation',
  ],
  manager: [...assessing, 'read-audit', 'see-doctor', 'manage-people', 'manage-organisation'],
  assessor: assessing,
  signer: reading,
  sales: ['read', 'change-subject', 'scan', 'report'],
  viewer: reading,
  auditor: ['read', 'read-audit'],
}

/** Who acts. A person's organisation and role come from the membership, never from a request. */
export type Actor =
  | {
      kind: 'person'
      id: string
      name: string
      organisationId: string
      role: Role
      network?: string | null
      requestId?: string | null
    }
  | { kind: 'system'; organisationId: string }

/** Whether a role may do something, for screens that leave out what may not be done. Sales see prospects only. */
export function may(role: Role, permission: Permission, kind?: SubjectKind): boolean {
  if (role === 'sales' && kind !== undefined && kind !== 'prospect') return false
  return granted[role].includes(permission)
}

export function demand(actor: Actor, permission: Permission, kind?: SubjectKind): void {
  if (actor.kind === 'person' && !may(actor.role, permission, kind)) throw new Forbidden()
}
