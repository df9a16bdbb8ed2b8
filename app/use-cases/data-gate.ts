import type { Agreement } from '#db/agreements.ts'

export type DataGate = { state: 'open' | 'closed'; reason: string }

const closed = (reason: string): DataGate => ({ state: 'closed', reason })

/**
 * May patient data flow to this vendor? Practice bar: only under an executed agreement that is in force and names it.
 * `today` is YYYY-MM-DD in the organisation's zone.
 */
export function dataGate(current: Agreement | null, today: string): DataGate {
  if (current === null) return closed('No readable agreement is on file.')
  const { reading } = current
  if (reading === null) return closed('The agreement on file has not been read.')
  if (reading.signed !== 'both') {
    return closed(
      reading.signed === 'none' ? 'The agreement is not signed.' : 'Only one party has signed the agreement.',
    )
  }
  if (!reading.namesVendor) return closed('The agreement does not name this vendor.')
  if (reading.inForceFrom === null) return closed('The agreement does not show from which day it is in force.')
  if (reading.inForceFrom > today) return closed(`The agreement is in force from ${reading.inForceFrom}.`)
  if (reading.inForceTo !== null && reading.inForceTo < today) {
    return closed(`The agreement ended on ${reading.inForceTo}.`)
  }
  // An organisation may hold several practices under names we do not know, so a person compares this one.
  const practice = reading.parties.find(({ role }) => role === 'covered entity')?.name
  const check = practice === undefined ? '' : ` As the practice it names ${practice}: check that this is you.`
  return { state: 'open', reason: `An executed agreement in force names this vendor.${check}` }
}

/** The state of a vendor's agreement in one word, for lists. */
export type AgreementWord = 'None' | 'Not read' | 'Draft' | 'Executed' | 'Not yet in force' | 'Expired'

export function agreementWord(newest: Agreement | null, current: Agreement | null, today: string): AgreementWord {
  if (current === null) return newest === null ? 'None' : 'Not read'
  const { reading } = current
  if (reading === null || reading.signed !== 'both') return 'Draft'
  if (reading.inForceTo !== null && reading.inForceTo < today) return 'Expired'
  return reading.inForceFrom !== null && reading.inForceFrom > today ? 'Not yet in force' : 'Executed'
}
