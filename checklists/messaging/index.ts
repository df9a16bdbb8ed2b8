import type { Checklist } from '../requirement.ts'

export const messagingChecklist: Checklist = {
  id: 'messaging',
  title: 'Messages to patients',
  version: '1',
  requirements: [],
}
