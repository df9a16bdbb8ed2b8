import type { SubjectKind } from '#checklists/index.ts'
import { placeOf } from '../components/subject-kind.ts'
import type { DataGate } from '../use-cases/data-gate.ts'

export type NextStep = { to: string; label: string; why: string }

export type Known = {
  id: string
  kind: SubjectKind
  name: string
  siteUrl: string | null
  agreement: string | null
  gate: DataGate | null
  scanned: boolean
  /** Questions of its checklists that nobody has answered; null: not counted here. */
  unanswered: number | null
}

/** What is worth doing next for one subject, the weightiest first. */
export function nextSteps({ id, kind, name, siteUrl, agreement, gate, scanned, unanswered }: Known): Array<NextStep> {
  const base = `/${placeOf(kind)}/${id}`
  const steps: Array<NextStep> = []
  if (kind === 'vendor' && (agreement === null || agreement === 'None')) {
    steps.push({
      to: `${base}/agreement`,
      label: `Upload the agreement of ${name}`,
      why: 'Until one is read, the data gate stays closed.',
    })
  }
  if (kind === 'vendor' && agreement === 'Expired') {
    steps.push({ to: `${base}/agreement`, label: `Renew the agreement of ${name}`, why: 'The one on file has ended.' })
  }
  if (kind === 'vendor' && agreement === 'Not read') {
    steps.push({
      to: `${base}/agreement`,
      label: `Look at the agreement of ${name}`,
      why: 'It could not be read. The page says why.',
    })
  }
  // What the lines above have not said already: an agreement was read and does not open the gate.
  if (steps.length === 0 && gate !== null && gate.state !== 'open') {
    steps.push({ to: `${base}/agreement`, label: `Open the data gate of ${name}`, why: gate.reason })
  }
  if (!scanned && siteUrl !== null) {
    steps.push({
      to: `/scans/new?subject=${id}`,
      label: `Scan the site of ${name}`,
      why: 'Its pages were never looked at, so tracking lines say “Cannot tell”.',
    })
  }
  if (unanswered !== null && unanswered > 0) {
    steps.push({
      to: `${base}/questions`,
      label: `Answer ${unanswered} open ${unanswered === 1 ? 'question' : 'questions'}`,
      why: 'Without an answer or a proof these lines count as not shown.',
    })
  }
  return steps
}
