import type { Checklist } from '../requirement.ts'
import { capabilityLines } from './capability-lines.ts'
import { contactLines } from './contact-lines.ts'
import { drillLines } from './drill-lines.ts'
import { timingLines } from './timing-lines.ts'

export const optOutChecklist: Checklist = {
  id: 'opt-out',
  title: 'Opt-outs, consent and touchpoints',
  version: '3',
  requirements: [...timingLines, ...contactLines, ...capabilityLines, ...drillLines],
}

/** Rows of the law table on consent and logs that are no line of their own here, with the reason. */
export const unusedRefs: Readonly<Record<string, string>> = {
  TC11: 'Vacated; never judged.',
  ST2: 'Texts as solicitations in Texas: a private right of action, nothing a log shows.',
  ST3: 'Ten years for a text opt-out in Virginia cannot show before ten years of logs are there.',
  CS2: 'One-click List-Unsubscribe is a header of the mail, not of the log.',
  CO1: 'Case law on how far agency readings bind; it is the reason for reporting by named policies.',
}
