/** The zone an organisation chose, else that of the machine. */
export const zoneOf = (timeZone: string | null): string => timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone

/** The calendar day (YYYY-MM-DD) it is for an organisation: a deadline ends at its midnight, not at that of UTC. */
export function dayIn(at: Date, timeZone: string | null): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zoneOf(timeZone), dateStyle: 'short' })
  return parts.format(at)
}
