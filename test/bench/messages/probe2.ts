import { readFileSync } from 'node:fs'
import { auditTemplate } from '#checklists/messaging/audit-template.ts'

const [file, want] = process.argv.slice(2) as [string, string]
let bad = 0,
  n = 0
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  n++
  const tail =
    /[áéíóúñ¿¡]| su | la /.test(line) && file.includes('es')
      ? ' Clínica Robles. Responda STOP para no recibir mensajes.'
      : ' Birch Clinic. Reply STOP to opt out.'
  const text = line + tail
  const r = auditTemplate(text, 'sms', { rewrite: false })
  const fs = r.findings.filter((f) => f.severity !== 'info').map((f) => `${f.severity} ${f.rule}:${f.text}`)
  if (r.verdict !== want) {
    bad++
    console.log(r.verdict, '|', line, '|', fs.join(' , '))
  }
}
console.log(n, 'wrong', bad)
