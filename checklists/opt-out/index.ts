import type { Checklist } from '../requirement.ts'

export const optOutChecklist: Checklist = {
  id: 'opt-out',
  title: 'Opt-outs, consent and touchpoints',
  version: '1',
  requirements: [],
}
