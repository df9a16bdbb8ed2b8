/** "March 2, 2026 at 9:00 AM CST": the zone is always named. */
export function dateWords(iso: string, timeZone: string): string {
  const parts: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }
  return new Intl.DateTimeFormat('en-US', { ...parts, timeZoneName: 'short', timeZone })
    .format(new Date(iso))
    .replaceAll('\u202f', ' ')
}
