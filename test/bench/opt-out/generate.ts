import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { random } from '#test/checklists/opt-out/histories.ts'

const hour = 3_600_000

/** Writes a contact log in Proviso's own CSV form, about 100 bytes a row. The number of opt-outs is about 1,000 at any size. */
export async function writeLog(path: string, rows: number, seed = 1): Promise<void> {
  const next = random(seed)
  const out = createWriteStream(path)
  const people = Math.max(1000, Math.floor(rows / 20))
  const start = Date.UTC(2025, 0, 1)
  let part = 'kind,channel,at,phone,result,provider_ref,from_address,note\n'
  for (let at = 0; at < rows; at++) {
    const phone = 2_000_000_000 + Math.floor(next() * people) * 7
    const time = new Date(start + Math.floor((at / rows) * 300 * 24 * hour)).toISOString()
    const roll = (next() * rows) / 1_000_000
    const kind = roll < 0.001 ? 'opt_out' : roll < 0.002 ? 'suppression_set' : 'attempt'
    part += `${kind},sms,${time},+1${phone},${kind === 'attempt' ? 'delivered' : ''},SM${String(at).padStart(12, '0')},+15125550199,visit reminder ok\n`
    if (part.length > 4_000_000) {
      if (!out.write(part)) await once(out, 'drain')
      part = ''
    }
  }
  out.end(part)
  await once(out, 'close')
}
