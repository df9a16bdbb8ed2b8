import { isAddress, type OptOutEvent } from './event.ts'

/** Who may be concerned by an opt-out: keys of state rows, and whoever rows tie to them by a patient id. */
export type ConcernedPeople = {
  note: (event: Pick<OptOutEvent, 'kind' | 'keys'>) => void
  /** Once every row has been noted. */
  has: (event: Pick<OptOutEvent, 'keys'>) => boolean
}

/** Memory follows opt-outs and patients, not contacts. */
export function concernedPeople(): ConcernedPeople {
  const concerned = new Set<string>()
  const tied = new Map<string, Set<string>>()
  let spread = false
  const tie = (one: string, other: string) => {
    const known = tied.get(one)
    if (known === undefined) tied.set(one, new Set([other]))
    else known.add(other)
  }
  const spreadOut = () => {
    const open = [...concerned]
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      for (const other of tied.get(key) ?? []) {
        if (concerned.has(other)) continue
        concerned.add(other)
        open.push(other)
      }
    }
    spread = true
  }
  return {
    note({ kind, keys }) {
      if (kind !== 'attempt' && kind !== 'consent' && kind !== 'link') for (const key of keys) concerned.add(key)
      const patients = keys.filter((key) => !isAddress(key))
      for (const patient of patients) {
        for (const other of keys) {
          if (other === patient) continue
          tie(patient, other)
          tie(other, patient)
        }
      }
    },
    has({ keys }) {
      if (!spread) spreadOut()
      return keys.some((key) => concerned.has(key))
    },
  }
}
