import { prepVerbs } from '#checklists/knowledge/context-openers.ts'
import { gap, type Word } from '#scanners/template/reading.ts'
import type { Hit, Stretch } from './clinical-hits.ts'
import { sense } from './lexicon.ts'

const verbs = new Set(prepVerbs.split(/\s+/))
const negations = /^(?:no|not|nothing|dont|do|never|nada|ayuno|ayunas|avoid|evite|please)$/
const timePart = /^(?:\d+|month|months|week|weeks|year|years|day|evening|morning|bedtime|nightly|daily)$/
const spanishHead =
  /^(?:prueba|pruebas|examen|examenes|analisis|inyeccion|inyecciones|terapia|cirugia|operacion|vacuna|vacunas|dosis|resultado|resultados|tratamiento|medicina|medicamento|pastilla|pastillas|biopsia|radiografia|ecografia|dolor|clinica|consulta|cita)$/

const follows = (words: ReadonlyArray<Word>, at: number, from: number): boolean =>
  at < words.length && words[at]!.gap <= gap.hyphen && words[at]!.place === words[from]!.place

/** A slug of a link is read as one word by who sees it: "afib_recall", "colonoscopy-prep". */
function slug(words: ReadonlyArray<Word>, hit: Hit): void {
  while (hit.from > 0 && words[hit.from]!.gap === gap.hyphen && words[hit.from - 1]!.place === 'link') hit.from -= 1
  while (hit.to < words.length && words[hit.to]!.gap === gap.hyphen && words[hit.to]!.place === 'link') hit.to += 1
}

/** An instruction ends where its clause ends: "no coma ni beba nada desde la medianoche". */
function clause(words: ReadonlyArray<Word>, hit: Hit): void {
  const opens = words
    .slice(hit.from, hit.to)
    .some((word) => verbs.has(word.norm) || /^(?:fast|fasting)$/.test(word.norm))
  const first = words[hit.from]!.norm
  if (!opens && !negations.test(first)) return
  if (hit.to - hit.from < 2 && !negations.test(first)) return
  const most = Math.min(words.length, hit.from + 12)
  while (
    hit.to < most &&
    follows(words, hit.to, hit.from) &&
    !/^(?:and|y|then|so|but|call|reply|see|your|su|we|if|si)$/.test(words[hit.to]!.norm)
  )
    hit.to += 1
}

/**
 * Stretches a hit to what its reader takes as one thing: a whole slug, a whole instruction, "18-month shots",
 * "prueba del VIH". The nouns around it (visit, follow-up, kit) stay outside.
 */
export function extendSpan(words: ReadonlyArray<Word>, hit: Hit): void {
  const { place } = words[hit.from]!
  if (place === 'link') slug(words, hit)
  if (place === 'link' || place === 'host') return
  clause(words, hit)
  while (hit.from > 0 && words[hit.from]!.gap <= gap.hyphen && timePart.test(words[hit.from - 1]!.norm)) hit.from -= 1
  const linked = /^(?:de|del)$/.test(words[hit.from - 1]?.norm ?? '') ? 1 : 0
  const article =
    /^(?:la|el|los|las)$/.test(words[hit.from - 1]?.norm ?? '') && words[hit.from - 2]?.norm === 'de' ? 2 : linked
  const head = hit.from - article - 1
  if (article > 0 && head >= 0 && spanishHead.test(words[head]!.norm) && follows(words, hit.from, head)) hit.from = head
}

const told =
  /^(?:negative|positive|benign|malignant|abnormal|inconclusive|cancerous|negativo|negativa|positivo|positiva|benigno|benigna)$/
const says = /^(?:is|are|was|were|came|back|shows?|showed|as|be|both|all|es|fue|salio|sale|dio|resulto)$/

/** "your COVID PCR is negative": the word that tells how it went, in a sentence that names what was looked at. */
export function outcomes(words: ReadonlyArray<Word>, failing: ReadonlyArray<Hit>): Array<Stretch & { bits: number }> {
  const found: Array<Stretch & { bits: number }> = []
  for (const hit of failing) {
    for (let at = hit.to; at < Math.min(words.length, hit.to + 5) && words[at]!.gap < gap.sentence; at += 1) {
      if (told.test(words[at]!.norm) && at > hit.to && says.test(words[at - 1]!.norm))
        found.push({ from: at, to: at + 1, bits: hit.bits & sense.sensitive })
    }
  }
  return found
}
