import { auditTemplate } from '#checklists/messaging/audit-template.ts'
import { row } from './table.ts'

const optOuts =
  `Reply STOP to opt out|Text STOP to end|Reply STOP to unsubscribe|STOP to quit|Txt END to quit|Reply with STOP to cancel messages|Text "STOP" to stop receiving texts|Send STOP to 55501|Reply 2 to opt out of texts|Opt out: {{optout_link}}|To opt out, reply STOP|HELP for help, STOPALL to cancel all|Reply UNSUBSCRIBE to stop|If you no longer want texts, reply NO|Text QUIT to end messages|To stop these messages reply STOP|STOP=opt out|Stop2End|Responda STOP para no recibir mensajes|Responda ALTO para salir|Envíe BAJA para dejar de recibir mensajes|Para cancelar mensajes responda STOP|Responda PARAR para terminar|Escriba SALIR para no recibir más mensajes|Reply CANCEL to stop texts|Don't want these texts? Reply STOP|Unsubscribe: https://p.example/u|Reply "Stop" to opt-out|Rply STOP 2 opt out|Reply STOP anytime`.split(
    '|',
  )
const fakeStops =
  `We are across from the bus stop|Stop by any time|Now with non-stop online booking|We won't stop working for you|Reply CANCEL to cancel your appointment|Reply C to confirm|One stop for the whole family|Text us to reschedule|Reply YES to confirm or NO to decline|Reply 1 to confirm, 2 to reschedule|The last stop on the Blue line|Our pit stop for families|Please stop at the front desk|We never stop improving|Responda 1 para confirmar|Responda CANCELAR para cancelar su cita|La parada de autobús está cerca|Opt in to email news at the desk|Call to cancel|End of year hours apply`.split(
    '|',
  )
const senders =
  `Elm Clinic: {}|{} - Elm Clinic|{} – Dr. Kim's office|This is Ana with Lakeside Dental. {}|{} Your friends at Oakview|{} From all of us at Harbor Medical|{{practice_name}}: {}|{} {{clinic_name}}|Hi, it's {{company.name}}. {}|[Practice Name] here. {}|Bright Smiles here! {}|LAKESIDE HEALTH: {}|{} Thank you, Summit Pediatrics|Clínica Robles: {}|{} - Consultorio Rivera|Thanks for visiting Maple Grove Clinic. {}|{} Sincerely, The Elm Team|MGH Portal: {}|{} ~ Riverside Family Practice|Hello from Oak Hill Medical! {}`.split(
    '|',
  )
const noSenders =
  `{}|Hi {{first_name}}, {}|Reminder: {}|Hello! {}|{} Thank you!|Important: {}|Good morning {{first_name}}. {}|{} Call {{phone}}.|Dear {{patient_name}}, {}|{} See you Monday!|Note: {}|{} {{provider_name}} will see you.|Our office says: {}|{} Thanks from our team|Hola {{nombre}}, {}|Recordatorio: {}`.split(
    '|',
  )

/** Opt-out wording and sender: phrases that count and phrases that only look like it. */
export function channelWords(): void {
  const frames = [
    'Elm Clinic: how did we do, {{first_name}}? {{link}} {}.',
    'Elm Clinic: your visit is {{date}}. {}',
    'Elm Clinic: {}. See you soon!',
  ]
  let [right, wrong] = [0, 0]
  for (const frame of frames) {
    for (const [phrases, there] of [
      [optOuts, true],
      [fakeStops, false],
    ] as const) {
      for (const phrase of phrases) {
        const missing = auditTemplate(frame.replace('{}', phrase), 'sms', { rewrite: false }).findings.some(
          (finding) => finding.rule === 'no-opt-out',
        )
        if (missing === there) {
          wrong += 1
          if (process.argv.includes('--show')) console.error('opt-out', there, phrase, '|', frame)
        } else if (there) right += 1
      }
    }
  }
  row('opt-out: F1', '≥ 0.99', ((2 * right) / (2 * right + wrong)).toFixed(4))
  ;[right, wrong] = [0, 0]
  for (const body of [
    'how was your visit? {{link}} Reply STOP to opt out.',
    'your appointment is {{date}} at {{time}}. Reply STOP to end.',
    'we would love your feedback. {{review_link}} Text STOP to quit.',
  ]) {
    for (const [phrases, there] of [
      [senders, true],
      [noSenders, false],
    ] as const) {
      for (const phrase of phrases) {
        const missing = auditTemplate(phrase.replace('{}', body), 'sms', { rewrite: false }).findings.some(
          (finding) => finding.rule === 'no-sender',
        )
        if (missing === there) {
          wrong += 1
          if (process.argv.includes('--show')) console.error('sender', there, phrase)
        } else if (there) right += 1
      }
    }
  }
  row('sender: F1', '≥ 0.99', ((2 * right) / (2 * right + wrong)).toFixed(4))
}
