import { createEvents, type DateArray, type EventAttributes } from 'ics'
import { disclaimer } from '#checklists/disclaimer.ts'
import type { Agreement } from '#db/agreements.ts'
import type { Subject } from '#db/subjects.ts'
import type { InventoryRow } from '../use-cases/list-agreements.ts'
import { reminderDays } from '../views/agreement-dates.ts'
import { toCsv } from './csv.ts'

const heading = [
  'vendor',
  'site',
  'agreement',
  'dataGate',
  'dataGateReason',
  'signed',
  'inForceFrom',
  'inForceTo',
  'dataStart',
  'clausesMetOf6',
  'contentRulesMetOf17',
  'file',
  'sha256',
  'uploadedAt',
  'disclaimer',
]

/** The inventory an auditor asks for: every vendor, also those without an agreement. */
export function inventoryCsv(rows: ReadonlyArray<InventoryRow>): string {
  return toCsv(
    heading,
    rows.map(({ vendor, agreement, word, gate, clausesMet, elementsMet }) => [
      vendor.name,
      vendor.siteUrl,
      word,
      gate.state,
      gate.reason,
      agreement?.reading?.signed ?? null,
      agreement?.reading?.inForceFrom ?? null,
      agreement?.reading?.inForceTo ?? null,
      vendor.dataStart,
      clausesMet,
      elementsMet,
      agreement?.fileName ?? null,
      agreement?.sha256 ?? null,
      agreement?.uploadedAt ?? null,
      disclaimer,
    ]),
  )
}

function dateArray(day: string): DateArray {
  return day.split('-').map(Number) as DateArray
}

/** A calendar of the days agreements end, with an alarm at each reminder stage. Whole days, so no zone can shift them. */
export function agreementCalendar(
  rows: ReadonlyArray<{ vendor: Pick<Subject, 'name'>; agreement: Agreement | null }>,
): string {
  const events = rows.flatMap(({ vendor, agreement }): Array<EventAttributes> => {
    const end = agreement?.reading?.inForceTo
    if (agreement === null || end == null) return []
    return [
      {
        uid: `${agreement.id}@proviso`,
        start: dateArray(end),
        duration: { days: 1 },
        title: `Agreement with ${vendor.name} ends`,
        description: 'Last day in force. From the next day on the data gate is closed.',
        alarms: reminderDays.map((days) => ({
          action: 'display' as const,
          description: `Agreement with ${vendor.name} ends`,
          trigger: { before: true, days },
        })),
      },
    ]
  })
  const { error, value } = createEvents(events, { productId: 'proviso', calName: 'Agreements', method: 'PUBLISH' })
  if (error) throw error
  return value ?? ''
}
