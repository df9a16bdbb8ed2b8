import { baaChecklist } from './baa/index.ts'
import { dataSyncChecklist } from './data-sync/index.ts'
import { messagingChecklist } from './messaging/index.ts'
import { optOutChecklist } from './opt-out/index.ts'
import { practiceChecklist } from './practice/index.ts'
import type { Checklist } from './requirement.ts'
import { trackingChecklist } from './tracking/index.ts'
import { vendorChecklist } from './vendor/index.ts'

export const checklists: ReadonlyArray<Checklist> = [
  baaChecklist,
  vendorChecklist,
  practiceChecklist,
  trackingChecklist,
  messagingChecklist,
  dataSyncChecklist,
  optOutChecklist,
]

export type SubjectKind = 'vendor' | 'practice' | 'prospect'

/** Which checklists judge which subject. A prospect is an outsider: public pages only. */
const bySubject: Record<SubjectKind, ReadonlyArray<Checklist>> = {
  vendor: [baaChecklist, vendorChecklist, trackingChecklist, messagingChecklist, dataSyncChecklist, optOutChecklist],
  practice: [practiceChecklist, trackingChecklist, messagingChecklist, dataSyncChecklist, optOutChecklist],
  prospect: [trackingChecklist],
}

export function checklistsFor(kind: SubjectKind): ReadonlyArray<Checklist> {
  return bySubject[kind]
}
