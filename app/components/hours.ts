/** "40 min", "18 h", "3.5 days". */
export function hoursWords(hours: number): string {
  if (hours < 1 / 60) return 'under a minute'
  if (hours < 1) return `${Math.round(hours * 60)} min`
  if (hours < 72) return `${Math.round(hours * 10) / 10} h`
  return `${Math.round((hours / 24) * 10) / 10} days`
}
