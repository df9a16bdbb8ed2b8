import type { Checklist } from '../requirement.ts'

export const vendorChecklist: Checklist = { id: 'vendor', title: 'Vendor', version: '1', requirements: [] }
