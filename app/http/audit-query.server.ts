import type { AuditQuery } from '../use-cases/list-audit-events.ts'

export const auditFields = ['actor', 'action', 'object', 'from', 'to'] as const
export type AuditValues = Record<(typeof auditFields)[number], string>

/** The filter as the address carries it; a field left empty filters nothing. */
export function auditQuery(query: URLSearchParams): { values: AuditValues; filter: AuditQuery; search: string } {
  const values = Object.fromEntries(auditFields.map((name) => [name, query.get(name)?.trim() ?? ''])) as AuditValues
  const given = Object.entries(values).filter(([, value]) => value !== '')
  const search = new URLSearchParams(given).toString()
  return { values, filter: Object.fromEntries(given), search: search === '' ? '' : `?${search}` }
}
