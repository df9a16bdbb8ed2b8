import { visitNouns } from '#checklists/knowledge/context-openers.ts'
import { gap, type Word } from '#scanners/template/reading.ts'
import { type Hit, isOwner, type Marks } from './clinical-hits.ts'
import { sense } from './lexicon.ts'

const nouns = new Set(visitNouns.split(/\s+/))
const toward = /^(?:to|in|from|at|with|for|by|our|the|en|de|a|con)$/
const person = /(?:ists?|icians?|geons?|iatrists?|ologos?|ologas?|logo|loga)$/

/**
 * Specialties on a visit or a clinician: "your cardiology appointment", "our dermatology team", "seen in oncology",
 * "your cardiologist Dr. Hart". Weak words (heart, eye, pain) need the visit noun right after them.
 */
export function specialtyHits(words: ReadonlyArray<Word>, marks: Marks): Array<Hit> {
  const found: Array<Hit> = []
  for (const mark of marks.specialty) {
    const first = words[mark.from]!
    const last = words[mark.to - 1]!
    if (first.place === 'host') continue
    const next = words[mark.to]
    const joinedNext = next !== undefined && next.gap <= gap.hyphen ? next : undefined
    const noun = joinedNext !== undefined && nouns.has(joinedNext.norm)
    const acronym = first.upper && first.norm.length <= 4 && mark.to - mark.from === 1
    const weak =
      !acronym &&
      ((mark.bits & (sense.body | sense.context | sense.care)) !== 0 ||
        /^(?:heart|eye|pain|sleep|foot|kidney|vein|memory|laser|spine|joint|breast|lung|liver|brain|hearing|diabetes|wound|burn|vascular|digestive|aesthetics?|cosmetic|trauma|infusion|nutrition|recovery|gender|maternal|respiratory|endocrine|surgery|rehab|headache|stroke|arthritis|asthma|cancer)$/.test(
          first.norm,
        ))
    const before = words[mark.from - 1]
    const led = before !== undefined && first.gap <= gap.hyphen
    const titled = joinedNext?.norm === 'dr' || (led && before.norm === 'dr')
    const fires =
      noun ||
      (!weak &&
        (person.test(last.norm) ||
          titled ||
          (led && (isOwner(before) || toward.test(before.norm))) ||
          last.norm.length >= 7 ||
          first.place !== 'text'))
    if (fires) found.push({ from: mark.from, to: mark.to, kind: 'specialty', bits: mark.bits })
  }
  return found
}
