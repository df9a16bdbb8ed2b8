import type { Citation } from './requirement.ts'

/** The month the rows of the law table were last read; a build never moves it. */
const checkedOn = '2026-11'

type Extra = { status?: Citation['status']; confirmed?: boolean }

function cite(text: string, { status = 'in-force', confirmed = true }: Extra = {}): Citation {
  return { text, status, checkedOn, confirmed }
}

/** A section of the HIPAA rules: cfr('164.410(b)') reads "45 CFR 164.410(b)". */
export function cfr(section: string, extra?: Extra): Citation {
  return cite(`45 CFR ${section}`, extra)
}

/** Any other authority: a statute, an order, a case, a guideline, with its own status. */
export function authority(text: string, extra?: Extra): Citation {
  return cite(text, extra)
}

/** The product owner's own rule: always stated apart from the law. */
export function practiceBar(text: string): Citation {
  return cite(`Practice bar: ${text}. Stricter than the law requires.`, { status: 'policy' })
}
