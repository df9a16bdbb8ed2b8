import type { Agreement } from './clauses/agreement.ts'
import type { Expected } from './read-agreement.ts'
import type { Outcome } from './reading.ts'
import { overlaps } from './text/mapped.ts'

/** Below this a recognised word is not believed where it decides. */
const minPercent = 80
const decides =
  /\b(?:\d+|hours?|days?|weeks?|business|calendar|not|no|never|shall|may|without|none|one|two|three|five|ten|fifteen|twenty|thirty|sixty|ninety|seventy)\b/i
const paired = /\b[a-z-]+ \(\d+\)|\b\d+ \([a-z-]+\)/i

/** The low-confidence words among those that decide an outcome; null when there are none. */
export function deciding(a: Agreement, outcome: Outcome): string | null {
  if (a.document.confidence.length === 0) return null
  const spans = outcome.clauses.map(({ span }) => span)
  for (const word of a.document.confidence) {
    if (word.percent >= minPercent || !spans.some((span) => overlaps(span, word))) continue
    const text = a.document.text.slice(word.start, word.end)
    const around = a.document.text.slice(Math.max(0, word.start - 25), word.end + 15)
    if (decides.test(text) && !(/\d/.test(text) && paired.test(around))) return text
  }
  return null
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9& ]/g, ' ')
    .replace(/\b(?:inc|llc|llp|corp|corporation|co|ltd|limited|pllc|pc|p c|company|the|pa|pbc)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)]
  if (x === '' || y === '') return false
  return x === y || x.includes(y) || y.includes(x) || x.split(' ')[0] === y.split(' ')[0]
}

/** A sentence on the mismatch when the named vendor or practice does not play its part here; null when all is well. */
export function isWrongParty(a: Agreement, expected: Expected | undefined): string | null {
  const { associate, entity } = a.roles
  const between = `It is between ${entity.name ?? entity.term} and ${associate.name ?? associate.term}`
  const text = plain(a.shadow.words.text)
  const named = (name: string) =>
    text.includes(plain(name)) || (plain(name).split(' ')[0]!.length > 4 && text.includes(plain(name).split(' ')[0]!))
  const known = (party: typeof associate) => [...(party.name === null ? [] : [party.name]), ...party.terms]
  const { vendor, practice } = expected ?? {}
  if (vendor !== undefined && vendor !== '') {
    const asEntity =
      known(entity).some((name) => sameName(name, vendor)) && !known(associate).some((name) => sameName(name, vendor))
    if (asEntity) return `${between}; you are assessing ${vendor}, which is not the business associate here.`
    if (!named(vendor)) return `${between}; you are assessing ${vendor}.`
  }
  if (practice !== undefined && practice !== '' && !named(practice) && entity.name !== null)
    return `${between}; the practice you named is ${practice}.`
  return null
}
