import type { Checklist } from '../requirement.ts'
import { contentRules } from './content-rules.ts'
import { deliveryRules } from './delivery-rules.ts'

export const messagingChecklist: Checklist = {
  id: 'messaging',
  title: 'Messages to patients',
  version: '1',
  requirements: [...contentRules, ...deliveryRules],
}

/** Rows of the law table that concern messages and are no line of their own, with the reason. */
export const unusedRefs: Readonly<Record<string, string>> = {
  MN2: 'A limit on the cites: minimum necessary does not bind what is said to the patient, so message text cites MN3.',
  MN5: 'An opinion about review outreach as operations; it is context for the purpose line, nothing a template can show.',
  CS2: 'One-click List-Unsubscribe is a header the mail provider adds; no template shows it.',
  CO1: 'Case law on how far agency readings bind; it is the reason for reporting by named policies.',
}
