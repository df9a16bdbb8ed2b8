import type { Agreement } from '#db/agreements.ts'

/** "not-shown": everything holds but that the practice named is this one; a person can say so. */
export type DataGate = { state: 'open' | 'closed' | 'not-shown'; reason: string }

/** Whether the practice named is ours; `by` is who ruled so where the names differ. null: it cannot be shown. */
export type PracticeShown = (named: string, agreement: Agreement) => { by: string | null } | null

const toDo = 'Confirm on the Agreement page that this is you, or add the practice under this name.'

const closed = (reason: string): DataGate => ({ state: 'closed', reason })

/**
 * May patient data flow to this vendor? Practice bar: only under an executed agreement that is in force and names
 * both it and the practice. `today` is YYYY-MM-DD in the organisation's zone.
 */
export function dataGate(current: Agreement | null, today: string, shown: PracticeShown): DataGate {
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
  const practice = reading.parties.find(({ role }) => role === 'covered entity')?.name
  if (practice === undefined) {
    return { state: 'not-shown', reason: `The agreement does not show which practice it is with. ${toDo}` }
  }
  const ours = shown(practice, current)
  if (ours === null) {
    const reason = `As the practice the agreement names ${practice}, which is not a name on file here. ${toDo}`
    return { state: 'not-shown', reason }
  }
  const named = `An executed agreement in force names this vendor and ${practice}.`
  return { state: 'open', reason: ours.by === null ? named : `${named} ${ours.by} confirmed that this is you.` }
}

/** The state of a vendor's agreement in one word, for lists. `newest` is null where no version is on file at all. */
export type AgreementWord = 'None' | 'Not read' | 'Draft' | 'Executed' | 'Not yet in force' | 'Expired'

export function agreementWord(newest: object | null, current: Agreement | null, today: string): AgreementWord {
  if (current === null) return newest === null ? 'None' : 'Not read'
  const { reading } = current
  if (reading === null || reading.signed !== 'both') return 'Draft'
  if (reading.inForceTo !== null && reading.inForceTo < today) return 'Expired'
  return reading.inForceFrom !== null && reading.inForceFrom > today ? 'Not yet in force' : 'Executed'
}
