/** The stages people are reminded at: days before the end, the day itself, and every day after. */
export const reminderDays = [60, 30, 7, 0] as const

export type EndingAgreement = {
  subjectId: string
  vendor: string
  /** YYYY-MM-DD, the last day in force. */
  inForceTo: string
  daysLeft: number
  stage: 'within 60 days' | 'within 30 days' | 'within 7 days' | 'today' | 'overdue'
}

const dayMs = 86_400_000

/** Whole days from `today` to `day`, both YYYY-MM-DD; negative once it has passed. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs)
}

function stageOf(daysLeft: number): EndingAgreement['stage'] | null {
  if (daysLeft < 0) return 'overdue'
  if (daysLeft === 0) return 'today'
  if (daysLeft <= 7) return 'within 7 days'
  if (daysLeft <= 30) return 'within 30 days'
  return daysLeft <= 60 ? 'within 60 days' : null
}

/** Agreements that end within 60 days or have ended, the most urgent first. Pure. */
export function endingAgreements(
  vendors: ReadonlyArray<{ subjectId: string; vendor: string; inForceTo: string | null }>,
  today: string,
): Array<EndingAgreement> {
  return vendors
    .flatMap(({ subjectId, vendor, inForceTo }) => {
      if (inForceTo === null) return []
      const daysLeft = daysUntil(inForceTo, today)
      const stage = stageOf(daysLeft)
      return stage === null ? [] : [{ subjectId, vendor, inForceTo, daysLeft, stage }]
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.vendor < b.vendor ? -1 : 1))
}
