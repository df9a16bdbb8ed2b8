import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { random } from '#test/checklists/opt-out/histories.ts'

const hour = 3_600_000

export type LogForm = {
  head: string
  row: (fields: { kind: string; time: string; phone: string; at: number }) => string
}

const office = '+15125550199'

/** Proviso's own CSV form, about 100 bytes a row. */
export const ownForm: LogForm = {
  head: 'kind,channel,at,phone,result,provider_ref,from_address,note',
  row: ({ kind, time, phone, at }) =>
    `${kind},sms,${time},${phone},${kind === 'attempt' ? 'delivered' : ''},SM${String(at).padStart(12, '0')},${office},visit reminder ok`,
}

/** A vendor's console export: an opt-out is a reply, and list entries show as refused messages. */
export const vendorForm: LogForm = {
  head: 'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit',
  row: ({ kind, time, phone, at }) => {
    const sid = `SM${String(at).padStart(12, '0')}`
    return kind === 'opt_out'
      ? `${phone},${office},STOP,received,${time},2010,1,,AC1,${sid},inbound,,USD`
      : `${office},${phone},"How was your visit, today?",${kind === 'attempt' ? 'delivered,' : 'undelivered,'}${time},2010,1,${kind === 'attempt' ? '' : '21610'},AC1,${sid},outbound-api,,USD`
  },
}

/** Writes a contact log. The number of opt-outs is about 1,000 at any size. */
export async function writeLog(path: string, rows: number, form: LogForm = ownForm, seed = 1): Promise<void> {
  const next = random(seed)
  const out = createWriteStream(path)
  const people = Math.max(1000, Math.floor(rows / 20))
  const start = Date.UTC(2025, 0, 1)
  let part = `${form.head}\n`
  for (let at = 0; at < rows; at++) {
    const phone = `+1${2_000_000_000 + Math.floor(next() * people) * 7}`
    const time = new Date(start + Math.floor((at / rows) * 300 * 24 * hour)).toISOString()
    const roll = (next() * rows) / 1_000_000
    const kind = roll < 0.001 ? 'opt_out' : roll < 0.002 ? 'suppression_set' : 'attempt'
    part += `${form.row({ kind, time, phone, at })}\n`
    if (part.length > 4_000_000) {
      if (!out.write(part)) await once(out, 'drain')
      part = ''
    }
  }
  out.end(part)
  await once(out, 'close')
}
