import type { Checklist } from '../requirement.ts'

export const dataSyncChecklist: Checklist = { id: 'data-sync', title: 'Data sync', version: '1', requirements: [] }
