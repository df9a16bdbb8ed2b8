import type { Checklist } from '../requirement.ts'
import { patientPageRules } from './patient-pages.ts'
import { practiceRules } from './practice-rules.ts'
import { presenceRules } from './presence-rules.ts'
import { statementRules } from './statements.ts'
import { typedValueRules } from './typed-values.ts'

export const trackingChecklist: Checklist = {
  id: 'tracking',
  title: 'Tracking on patient-facing pages',
  version: '1',
  requirements: [...patientPageRules, ...typedValueRules, ...presenceRules, ...practiceRules, ...statementRules],
}

/** Rows of the law table that are no line of their own, with the reason. */
export const unusedRefs: Readonly<Record<string, string>> = {
  TR6: 'A general page usually holds no patient information: its recipients are listed and nothing is judged.',
  TR9: 'A limit on the other rules: the consent state never turns a fail into a pass, and no rule reads it as an authorization.',
  TR10: 'A limit on the other rules: only an agreement on file counts, a promise to clean data later does not.',
  TR19: 'Says who may enforce; it is context for the report’s annex, not something a site does or omits.',
}
