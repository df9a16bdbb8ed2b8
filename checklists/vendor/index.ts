import type { Checklist } from '../requirement.ts'
import { contractLines } from './contract.ts'
import { outreachLines } from './outreach.ts'
import { securityLines } from './security.ts'

export const vendorChecklist: Checklist = {
  id: 'vendor',
  title: 'Vendor',
  version: '1',
  requirements: [...contractLines, ...outreachLines, ...securityLines],
}
