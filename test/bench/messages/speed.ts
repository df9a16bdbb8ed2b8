import { auditTemplate } from '#checklists/messaging/audit-template.ts'
import { cpu, row } from './table.ts'
import { clinicalNouns } from './words.ts'

/** CPU time of the audit beside a plain keyword list, and growth on hostile input. */
export function speed(texts: ReadonlyArray<string>): void {
  for (const text of texts) auditTemplate(text, 'sms')
  const times: Array<number> = []
  const begin = cpu()
  for (const text of texts) {
    auditTemplate(text, 'sms')
  }
  const mean = (cpu() - begin) / texts.length
  // The wall clock of one template is disturbed by whatever else runs; the best of three is its own.
  for (const text of texts) {
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 3; round += 1) {
      const from = process.hrtime.bigint()
      auditTemplate(text, 'sms')
      best = Math.min(best, Number(process.hrtime.bigint() - from) / 1000)
    }
    times.push(best)
  }
  times.sort((a, b) => a - b)
  row('CPU a template, rewrite included: mean', '≤ 60 µs', `${mean.toFixed(1)} µs`)
  row('wall a template: p99', '≤ 1 ms', `${times[Math.floor(times.length * 0.99)]!.toFixed(0)} µs`)
  const keywords = new RegExp(
    `\\b(?:${clinicalNouns.map((noun) => noun.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\b`,
    'i',
  )
  const plain = cpu()
  for (const text of texts) keywords.test(text)
  row('  beside: a plain keyword list (one pattern)', '', `${((cpu() - plain) / texts.length).toFixed(1)} µs`)
  const paragraph =
    '<p style="margin:0">Hi {{first_name}}, thank you for visiting <b>Birch Clinic</b> on {{visit_date}}. We value your opinion &amp; read every word.</p>\n'
  const html = `<html><body>${paragraph.repeat(Math.ceil(20_000 / paragraph.length))}</body></html>`
  for (let round = 0; round < 20; round += 1) auditTemplate(html, 'email')
  const mail = cpu()
  for (let round = 0; round < 20; round += 1) auditTemplate(html, 'email')
  row('CPU a 20 KB HTML e-mail', '≤ 5 ms', `${((cpu() - mail) / 20_000).toFixed(2)} ms`)
  const many = cpu()
  for (let at = 0; at < 10_000; at += 1) auditTemplate(texts[at % texts.length]!, 'sms')
  row('CPU 10,000 templates', '≤ 1 s', `${((cpu() - many) / 1e6).toFixed(2)} s`)
  const hostile = [
    '{{',
    '<b ',
    '&#',
    'a b c d ',
    'your ',
    'knee ',
    '[a ',
    '%%',
    'reply stop ',
    'if you have ',
    'http://a.b/',
  ].map((piece) => {
    const time = (size: number) => {
      const text = piece.repeat(Math.ceil(size / piece.length))
      const from = cpu()
      auditTemplate(text, 'email', { rewrite: false })
      return (cpu() - from) / 1000
    }
    time(10_000)
    return [piece, time(20_000), time(80_000)] as const
  })
  const worst = hostile.reduce((most, item) =>
    item[2] / Math.max(item[1], 0.5) > most[2] / Math.max(most[1], 0.5) ? item : most,
  )
  row(
    'hostile input: 4 times the length takes',
    '≈ 4 times',
    `at most ${(worst[2] / Math.max(worst[1], 0.5)).toFixed(1)} times (${JSON.stringify(worst[0])}, ${worst[2].toFixed(0)} ms for 80 KB)`,
  )
}
