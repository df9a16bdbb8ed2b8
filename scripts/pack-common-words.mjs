// Packs common English words, one a line, into the filter of checklists/knowledge/common-words.ts:
//   node scripts/pack-common-words.mjs [WORDS.txt]
// Words that name care, words of more than twelve letters (never asked for) and words the tables of everyday words
// already answer for are left out of the list.
// The filter is a ribbon (Dillinger and Walzer, 2021): a word is a linear equation over `width` neighbouring slots, the
// slots are solved so that each word of the list adds up to its own 7-bit print; of other words 1 in 128 does by chance.
import { readFileSync, writeFileSync } from 'node:fs'

/** Words that name care, and how such words are often misspelt: a seed that takes one of them for common would hide it. */
const neverCommon =
  `migrane migranes migrain diarrea diarhea diahrrea mamogram mamograms mammagram mamography colonscopy colonoscapy
colonoscpy endoscpy endescopy biospy bioposy vasectamy vasecotmy hystrectomy histerectomy hemroid hemroids hemorhoids hemorroids hemmoroids
asma asthama athsma bronchitus pnemonia pnuemonia neumonia diabetis diabetus diabeties arthritus arthiritis artheritis
osteoperosis osteoporsis psorasis psoriosis exzema eczama eczima acnee rosacia rosecea alergies allergys alergy anxeity anxitey
depresion deppression insomia insomnea scitica siatica sciatca scoliosus vertago vertigoe tinitus tinnitis glacoma catarac cataracs
tonsilitis tonsilectomy apendicitis appendisitis cholestrol colesterol hypertention hypotention anemea thyriod throid epilepsey siezure seizer
alzhiemers alzeimers parkinsens chemotheraphy chemotheropy kemotherapy radiaton raditation mastectemy lumpectamy protate
ultrasond ultrsound ultasound sonagram catheder cathater dialisis dialasis vacine vaccinne vacination imunization immunisaton
antibiotcs antibotics penicilin amoxicilin ibuprophen perscription prescripton presciption medicaton injecton inyection
surgury sugery surgary surgrey proceedure proceduer anesthisia anasthesia extracton exctraction implannt implent orthadontist ortodontist
periodontol gingivitus invisaline fillng dermatolgist dermotologist pshychiatrist psychatrist phsychologist pysical theropy terapy
pregnacy pregnent pregancy misscarriage miscarrage contraseptive contracepton menapause menopuase infertilty fertilty
herpies clamydia chlamidia gonorhea syphillis hepatitus pneumnia streph shingels pnumonia conjunctivitus celulitis celluitis
fibromyalgea neuropthy neuropothy hernea concusion fracure sprane bunyon tendonitus bursitus buristis
cirujia ciruja biopsy cerclage mesothelioma hydrocele vomit urinate sedate tourniquet ulcer sperm womb`.split(/\s+/)

const width = 64
const printBits = 7
const slack = 1.035
const [wordsFile = 'scripts/common-words.txt'] = process.argv.slice(2)
const words = readFileSync(wordsFile, 'utf8')
  .split(/\s+/)
  .filter((word) => word !== '')

/** As `equation` of checklists/messaging/common-filter.ts reads a word. */
function mix(value) {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

function equation(word, slots, seed) {
  let one = 0x811c9dc5 ^ seed
  let two = 5381
  for (let at = 0; at < word.length; at += 1) {
    one = Math.imul(one ^ word.charCodeAt(at), 0x01000193)
    two = (Math.imul(two, 33) ^ word.charCodeAt(at)) | 0
  }
  const first = mix(one)
  const low = mix(first ^ two)
  const high = mix(low + one)
  return {
    start: (first >>> 0) % (slots - width + 1),
    row: (BigInt(high >>> 0) << 32n) | BigInt((low | 1) >>> 0),
    print: mix(high ^ two) & ((1 << printBits) - 1),
  }
}

/** Slots that answer every word, or undefined when this seed leaves two words in contradiction. */
function solve(slots, seed) {
  const rows = new Array(slots).fill(0n)
  const prints = new Uint8Array(slots)
  for (const word of words) {
    let { start, row, print } = equation(word, slots, seed)
    while (row !== 0n) {
      while ((row & 1n) === 0n) {
        row >>= 1n
        start += 1
      }
      if (rows[start] === 0n) break
      row ^= rows[start]
      print ^= prints[start]
    }
    if (row === 0n) {
      if (print !== 0) return undefined
      continue
    }
    rows[start] = row
    prints[start] = print
  }
  const values = new Uint8Array(slots)
  for (let at = slots - 1; at >= 0; at -= 1) {
    let value = prints[at]
    for (let row = rows[at] >> 1n, next = at + 1; row !== 0n; row >>= 1n, next += 1) if (row & 1n) value ^= values[next]
    values[at] = rows[at] === 0n ? 0 : value
  }
  return values
}

/** Whether the solved slots take a word for one of the list, as `isInCommonList` asks them. */
function accepts(values, word, seed) {
  const { start, row, print } = equation(word, values.length, seed)
  let sum = print
  for (let bits = row, at = start; bits !== 0n; bits >>= 1n, at += 1) if (bits & 1n) sum ^= values[at]
  return sum === 0
}

let slots = Math.ceil(words.length * slack) + width
let seed = 0
let values
while (values === undefined) {
  seed += 1
  if (seed % 100 === 0) slots += 64
  const solved = solve(slots, seed)
  if (solved !== undefined && !neverCommon.some((word) => accepts(solved, word, seed))) values = solved
}
const bytes = new Uint8Array(Math.ceil((slots * printBits) / 8))
for (let slot = 0; slot < slots; slot += 1) {
  for (let bit = 0; bit < printBits; bit += 1) {
    const at = slot * printBits + bit
    if ((values[slot] >> bit) & 1) bytes[at >> 3] |= 1 << (at & 7)
  }
}
writeFileSync(
  'checklists/knowledge/common-words.ts',
  `/**
 * Common English words as a ribbon filter: ${words.length} stems of SCOWL (levels 10 to 35, copyright 2000-2016 Kevin Atkinson,
 * free for any use with this notice) without those that name care or have more than twelve letters; 1 in 128 other words of
 * that length is taken for one, and a word is asked for in several forms (messaging/everyday.ts).
 * Made by scripts/pack-common-words.mjs. To add a word, write it into everyday-words.ts.
 */
export const commonWords = {
  slots: ${slots},
  seed: ${seed},
  bits: '${Buffer.from(bytes).toString('base64')}',
} as const
`,
)
console.log(`${words.length} words, ${slots} slots, seed ${seed}, ${bytes.length} bytes`)
