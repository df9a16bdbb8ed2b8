import type { Choice } from './form.tsx'

const zones: ReadonlyArray<Choice> = [
  { value: 'America/New_York', label: 'Eastern (New York)' },
  { value: 'America/Chicago', label: 'Central (Chicago)' },
  { value: 'America/Denver', label: 'Mountain (Denver)' },
  { value: 'America/Phoenix', label: 'Arizona (Phoenix)' },
  { value: 'America/Los_Angeles', label: 'Pacific (Los Angeles)' },
  { value: 'America/Anchorage', label: 'Alaska (Anchorage)' },
  { value: 'Pacific/Honolulu', label: 'Hawaii (Honolulu)' },
  { value: 'America/Puerto_Rico', label: 'Atlantic (Puerto Rico)' },
  { value: 'UTC', label: 'UTC' },
]

/** The zones of the United States and UTC; another one that is in use stays choosable. */
export function zoneChoices(...inUse: ReadonlyArray<string>): Array<Choice> {
  const others = [...new Set(inUse)].filter((zone) => zone !== '' && !zones.some(({ value }) => value === zone))
  return [...zones, ...others.map((zone) => ({ value: zone, label: zone }))]
}
