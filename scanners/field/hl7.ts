/** Names of HL7 v2 fields that carry people, times and care; a segment without a row here is named by its id alone. */
const names: Record<string, string> = {
  'PID-2': 'patient id',
  'PID-3': 'patient identifier list',
  'PID-5': 'patient name',
  'PID-7': 'birth date',
  'PID-8': 'sex',
  'PID-10': 'race',
  'PID-11': 'patient address',
  'PID-13': 'home phone',
  'PID-14': 'work phone',
  'PID-15': 'language',
  'PID-16': 'marital status',
  'PID-17': 'religion',
  'PID-18': 'account number',
  'PID-19': 'ssn',
  'PID-22': 'ethnicity',
  'PID-40': 'telecommunication',
  'PV1-2': 'patient class',
  'PV1-3': 'assigned location',
  'PV1-7': 'attending doctor',
  'PV1-10': 'hospital service',
  'PV1-19': 'visit number',
  'PV1-44': 'visit date',
  'SCH-7': 'appointment reason',
  'SCH-8': 'appointment type',
  'SCH-11': 'appointment date',
  'SCH-16': 'filler contact person',
  'AIG-3': 'resource',
  'AIG-8': 'start date',
  'AIP-3': 'personnel provider name',
  'AIP-6': 'start date',
  'AIL-3': 'location',
}

const segment = /^([A-Z][A-Z0-9]{2})\|/

/** "PID|1||…" lines: which fields are filled, by number. Values are looked at only for being empty. */
export function readHl7(text: string): Array<{ name: string; path: string }> | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  if (!lines.some((line) => /^(?:MSH\||[A-Z][A-Z0-9]{2}(?:-\d{1,3})?\s*$)/.test(line))) return null
  const found = new Map<string, string>()
  for (const line of lines) {
    const listed = /^([A-Z][A-Z0-9]{2})(?:-(\d{1,3}))?\s*$/.exec(line.trim())
    if (listed !== null) {
      const path = listed[2] === undefined ? listed[1]! : `${listed[1]}-${listed[2]}`
      found.set(path, names[path] ?? path)
      continue
    }
    const id = segment.exec(line)?.[1]
    if (id === undefined || id === 'MSH' || id === 'EVN') continue
    const values = line.split('|').slice(1)
    for (const [at, value] of values.entries()) {
      if (value === '' || value === '""') continue
      const path = `${id}-${at + 1}`
      // Set ids count the segments of one kind and say nothing.
      if (at === 0 && /^\d{1,4}$/.test(value)) continue
      found.set(path, names[path] ?? path)
    }
  }
  return found.size === 0 ? null : [...found].map(([path, name]) => ({ path, name }))
}
