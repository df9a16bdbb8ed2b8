import { gap, type Word } from '#scanners/template/reading.ts'
import type { FieldKind } from './field-class.ts'

/** What the rules need of a merge field, by its index. */
export type FieldKinds = ReadonlyArray<{ kind: FieldKind; raw: string }>

const keyword =
  /^(?:stop|stopall|stopp|alto|parar|pare|baja|salir|quit|end|fin|unsubscribe|unsub|optout|out|remove|revoke|arret|cancel|cancelar|cancelall|detener|no|nomas)$/
const ambiguous = /^(?:cancel|cancelar|no|end|out|fin|pare|remove|salir|quit)$/
const instruct =
  /^(?:reply|replying|respond|text|texting|txt|send|sending|type|rply|rpl|responda|responder|responde|conteste|contestar|contesta|envie|enviar|envia|mande|mandar|escriba|escribir|escribe|repondez|envoyez|reponda|responder)$/
const filler =
  /^(?:with|the|word|back|to|just|simply|by|con|la|palabra|us|at|any|time|a|este|mensaje|numero|this|message)$/
const purposeLink = /^(?:to|2|for|para|por|and|pour|zum|um|if|s|a|y)$/
const leave =
  /^(?:end|quit|optout|unsubscribe|stop|stopping|out|unsub|discontinue|leave|cease|salir|terminar|detener|parar|finalizar|arreter|cancelar|cancel|dejar|no|darse|baja|abmelden|optar|desuscribirse|suspender|opt|end2|remove)$/
const messages =
  /^(?:messages?|msgs?|msg|texts?|texting|sms|emails?|alerts?|reminders?|notifications?|communications?|contact|mensajes?|textos?|correos?|avisos?|alertas?|recordatorios?|all|everything|todo|todos|these|them|mailings?|list|updates|subscription|subscriptions|suscripcion|future|further|receiving|recibir|recibirlos|recibiendo|whatsapp|comunicaciones)$/
const appointmentThings =
  /^(?:appointments?|appt|visits?|cita|citas|consulta|booking|reservation|order|turno|reschedule|rescheduling|confirm|confirming|hora)$/

const near = (word: Word | undefined): word is Word => word !== undefined && word.gap <= gap.comma

/** Whether an instruction verb stands right before: "reply", "text the word", "responda con". */
function instructed(words: ReadonlyArray<Word>, at: number): boolean {
  for (let here = at - 1; here >= 0 && here >= at - 4; here -= 1) {
    if (words[here + 1]!.gap > gap.comma && words[here + 1]!.gap !== gap.field) return false
    if (instruct.test(words[here]!.norm)) return true
    if (!filler.test(words[here]!.norm)) return false
  }
  return false
}

type Purpose = 'leave' | 'appointment' | 'other' | 'none'

/** What the word is for: "to opt out", "para no recibir mensajes", "to cancel your appointment". */
function purpose(words: ReadonlyArray<Word>, at: number): Purpose {
  const link = words[at + 1]
  if (!near(link) || !(purposeLink.test(link.norm) || leave.test(link.norm) || /[=:]/.test(words[at]!.after)))
    return 'none'
  let left = leave.test(link.norm) && !/^(?:no|out)$/.test(link.norm)
  let object = false
  for (let here = at + 1; here < Math.min(words.length, at + 9); here += 1) {
    const word = words[here]!
    if (word.gap >= gap.sentence && word.gap !== gap.field) break
    if (appointmentThings.test(word.norm)) return messagesBetween(words, at + 1, here) ? 'leave' : 'appointment'
    if (leave.test(word.norm)) left = true
    if (messages.test(word.norm)) object = true
    if (object && left) return 'leave'
  }
  return left ? 'leave' : object ? 'leave' : 'other'
}

function messagesBetween(words: ReadonlyArray<Word>, from: number, to: number): boolean {
  for (let here = from; here < to; here += 1) if (messages.test(words[here]!.norm)) return true
  return false
}

/** "Text END TIME of your shift": a doubtful keyword that runs on into another word is none. */
function standsAlone(words: ReadonlyArray<Word>, at: number): boolean {
  return words[at + 1] === undefined || words[at + 1]!.gap >= gap.comma
}

function keywordCounts(words: ReadonlyArray<Word>, at: number): boolean {
  const word = words[at]!
  const told = instructed(words, at)
  const what = purpose(words, at)
  if (what === 'appointment') return false
  const unsure = ambiguous.test(word.norm)
  if (told)
    return unsure
      ? what === 'leave' ||
          (word.norm !== 'cancel' &&
            word.norm !== 'cancelar' &&
            word.norm !== 'no' &&
            what === 'none' &&
            word.upper &&
            standsAlone(words, at))
      : true
  // Bare "STOP to end", "STOP=quit", "STOP para salir".
  const shown =
    word.upper || (word.capital && /^(?:stop|alto|baja|stopall)$/.test(word.norm)) || word.gap >= gap.sentence
  if (what === 'leave' && shown) return true
  // "… STOP" alone at the end, in capitals.
  const last = words[at + 1] === undefined || words[at + 1]!.gap >= gap.sentence
  return (
    !unsure && word.upper && last && word.gap >= gap.comma && /^(?:stop|stopall|alto|baja|unsubscribe)$/.test(word.norm)
  )
}

/** "Reply 2 to opt out", "press 9 to be removed": a digit counts with a leaving purpose. */
function digitCounts(words: ReadonlyArray<Word>, at: number): boolean {
  if (!/^\d{1,2}$/.test(words[at]!.norm) || purpose(words, at) !== 'leave') return false
  for (let here = at + 1; here < Math.min(words.length, at + 4); here += 1) {
    if (/^(?:opt|optout|unsubscribe|stop|end|remove|removed|salir|cancelar|dejar|no|quit)$/.test(words[here]!.norm))
      return true
  }
  return false
}

const leavingStart = /^(?:unsubscribe|unsub|optout|desuscribirse|desuscribir|unsubscribing)$/

/** "Opt out: link", "to opt out, tap here", "unsubscribe at any time", "no longer wish to receive … reply or call". */
function phraseCounts(words: ReadonlyArray<Word>, at: number, fields: FieldKinds): boolean {
  const word = words[at]!
  const optOut =
    leavingStart.test(word.norm) ||
    (word.norm === 'opt' && words[at + 1]?.norm === 'out') ||
    (word.norm === 'darse' && words[at + 2]?.norm === 'baja')
  const longer = /^(?:longer|mas|dejar|stop|stopping|prefer|rather|want|wish|desea|quiere|recibir)$/.test(word.norm)
  if (!optOut && !longer) return false
  let object = optOut
  let refuses = optOut || /^(?:longer|stop|stopping|dejar)$/.test(word.norm)
  for (let here = Math.max(0, at - 4); here < at; here += 1)
    if (/^(?:no|not|dont|dejar|opt|without)$/.test(words[here]!.norm)) refuses = true
  for (let here = at; here < Math.min(words.length, at + 14); here += 1) {
    const next = words[here]!
    if (here > at && next.gap >= gap.segment) break
    if (messages.test(next.norm)) object = true
    const acts =
      /^(?:reply|text|txt|click|tap|visit|call|link|here|email|respond|contact|know|responda|envie|llame|llamenos|haga|clic|toque|aqui|https?|www|settings|anytime)$/.test(
        next.norm,
      ) && here > at
    const field = next.fieldAfter >= 0 ? fields[next.fieldAfter] : undefined
    const leads =
      field !== undefined &&
      (field.kind === 'link' || field.kind === 'opt-out' || field.kind === 'contact' || field.kind === 'practice')
    if (object && refuses && (acts || leads)) return true
  }
  // Words before the phrase may carry the instruction: "Reply to opt out", "text us to opt out", a link right after.
  if (!optOut) return false
  for (let here = Math.max(0, at - 6); here < at; here += 1)
    if (instruct.test(words[here]!.norm) || /^(?:click|tap|press|here|link|aqui)$/.test(words[here]!.norm)) return true
  const after = words[at + (word.norm === 'opt' ? 2 : 1)]
  return after !== undefined && (after.place === 'host' || after.place === 'link')
}

/** Where the message says how to leave it; null = it does not. Fake stops ("bus stop", "non-stop") do not count. */
export function findOptOut(words: ReadonlyArray<Word>, fields: FieldKinds): { at: number } | null {
  if (fields.some((field) => field.kind === 'opt-out')) return { at: -1 }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    if (word.place === 'host' || word.place === 'comment' || word.place === 'condition') continue
    // "Stop2end", "STOP2quit"
    if (/^stop(?:2|to)?(?:end|quit|optout|stop|unsub|unsubscribe|cancel|out)$/.test(word.norm)) return { at }
    if (/^stop2$/.test(word.norm) && near(words[at + 1])) return { at }
    if (keyword.test(word.norm) && keywordCounts(words, at)) return { at }
    if (digitCounts(words, at)) return { at }
    if (word.place !== 'link' && phraseCounts(words, at, fields)) return { at }
  }
  return null
}
