import { isAddress, type OptOutEvent } from '#scanners/opt-out/event.ts'

export type Match = 'sure' | 'maybe' | 'none'

/** Whom an opt-out binds: `sure` counts, `maybe` (another patient of a shared address) leaves a contact undecided. */
export type Bound = { sure: Set<string>; maybe: Set<string> }

export type Identity = {
  patientsOf: ReadonlyMap<string, ReadonlySet<string>>
  addressesOf: ReadonlyMap<string, ReadonlySet<string>>
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, new Set([value]))
  else values.add(value)
}

/** Every row that names a patient and an address links them, whenever it was written. Names never link anybody. */
export function linkIdentities(events: Iterable<OptOutEvent>): Identity {
  const patientsOf = new Map<string, Set<string>>()
  const addressesOf = new Map<string, Set<string>>()
  for (const { keys } of events) {
    for (const patient of keys) {
      if (isAddress(patient)) continue
      for (const address of keys) {
        if (!isAddress(address)) continue
        add(patientsOf, address, patient)
        add(addressesOf, patient, address)
      }
    }
  }
  return { patientsOf, addressesOf }
}

/** A wrong number binds the address alone; any other opt-out reaches the one patient behind it and all their addresses. */
export function boundBy(optOut: OptOutEvent, { patientsOf, addressesOf }: Identity): Bound {
  const addresses = optOut.keys.filter(isAddress)
  const sure = new Set<string>(addresses)
  const maybe = new Set<string>()
  if (optOut.wrongNumber === true) return { sure, maybe }
  const named = optOut.keys.filter((key) => !isAddress(key))
  const certain = new Set<string>()
  const possible = new Set<string>()
  if (named.length === 1) certain.add(named[0]!)
  else {
    for (const patient of named) possible.add(patient)
    for (const address of addresses) {
      const patients = patientsOf.get(address) ?? new Set()
      for (const patient of patients) (patients.size === 1 ? certain : possible).add(patient)
    }
  }
  for (const patient of certain) {
    sure.add(patient)
    for (const address of addressesOf.get(patient) ?? []) sure.add(address)
  }
  for (const patient of possible) {
    if (certain.has(patient)) continue
    for (const key of [patient, ...(addressesOf.get(patient) ?? [])]) if (!sure.has(key)) maybe.add(key)
  }
  return { sure, maybe }
}

/** An event is matched by its addresses, and by patient id only when it has none. */
export function decidingKeys(keys: ReadonlyArray<string>): ReadonlyArray<string> {
  const addresses = keys.filter(isAddress)
  return addresses.length > 0 ? addresses : keys
}

export function matchKeys(keys: ReadonlyArray<string>, bound: Bound): Match {
  const deciding = decidingKeys(keys)
  if (deciding.some((key) => bound.sure.has(key))) return 'sure'
  return deciding.some((key) => bound.maybe.has(key)) ? 'maybe' : 'none'
}
