import type { Checklist } from '../requirement.ts'

export const practiceChecklist: Checklist = { id: 'practice', title: 'Practice', version: '1', requirements: [] }
