import type { Checklist } from '../requirement.ts'

export const baaChecklist: Checklist = {
  id: 'baa',
  title: 'Business associate agreement',
  version: '1',
  requirements: [],
}
