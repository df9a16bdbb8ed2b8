import type { Checklist } from '../requirement.ts'

export const trackingChecklist: Checklist = {
  id: 'tracking',
  title: 'Tracking on patient-facing pages',
  version: '1',
  requirements: [],
}
