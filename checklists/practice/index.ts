import type { Checklist } from '../requirement.ts'
import { contractLines } from './contracts.ts'
import { operationLines } from './operation.ts'
import { safeguardLines } from './safeguards.ts'

export const practiceChecklist: Checklist = {
  id: 'practice',
  title: 'Practice: a clean operation',
  version: '1',
  requirements: [...contractLines, ...operationLines, ...safeguardLines],
}
