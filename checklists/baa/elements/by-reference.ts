import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'

const takesIn =
  /\bincorporat\w*|\b(?:assumes?|takes? on|accepts?|undertakes?|adopts?|agrees to|performs?|observes?|keeps?|bound by|is subject to)\b[^.;]{0,90}?\b(?:obligations?|duties|requirements|undertakings|provisions|terms)\b|\b(?:by (?:this )?reference|read into|written into|taken into|imported)\b|\bmade (?:a )?part of|\bappl(?:y|ies) to (?:_phi|_ba)|\bas if (?:each were |fully )?(?:written|set) out|\bdeemed (?:part|included)|\bhas the [a-z ]{3,30}(?:right|duty) (?:described|set out) in|\b(?:complies|comply|compliance) with\b/
const letters = 'ABCDEFGHIJ'

/** Whether the cited paragraphs, alone or as a range "(A) through (I)", hold `wanted`. */
function covers(text: string, wanted: string): boolean {
  const target = wanted.toLowerCase()
  if (text.includes(target)) return true
  const match = /^164\.504\(e\)\(2\)\(ii\)\(([a-j])\)$/.exec(target)
  if (match !== null) {
    for (const range of text.matchAll(
      /164\.504\(e\)\(2\)\(ii\)\s*(?:(?:\([a-j]\),? ?(?:and |or |& )?)*\(([a-j])\)\s*(?:through|thru|to|until|-)\s*(?:164\.504\(e\)\(2\)\(ii\))?\(([a-j])\))/g,
    )) {
      const at = letters.toLowerCase().indexOf(match[1]!)
      if (at >= letters.toLowerCase().indexOf(range[1]!) && at <= letters.toLowerCase().indexOf(range[2]!)) return true
    }
    // "(B) through (G) and (I)": what is added behind a range.
    for (const more of text.matchAll(
      /164\.504\(e\)\(2\)\(ii\)\s*\([a-j]\)\s*(?:through|thru|to|until|-)\s*\([a-j]\)((?:,? ?(?:and |or |& )?\([a-j]\))+)/g,
    )) {
      if (more[1]!.includes(`(${match[1]})`)) return true
    }
    // "164.504(e)(2)(ii)(B), (C) and (G)"
    for (const list of text.matchAll(/164\.504\(e\)\(2\)\(ii\)((?:,? ?(?:and |or |& )?\([a-j]\))+)/g)) {
      if (list[1]!.includes(`(${match[1]})`)) return true
    }
    if (/164\.504\(e\)(?:\(2\)(?:\(ii\))?)?(?![(\d])/.test(text)) return true
  }
  const whole = /^164\.314\(a\)\(2\)\(i\)/.test(target)
  return whole && /164\.314\(a\)(?:\(2\)(?:\(i\))?)?(?![(\d])/.test(text)
}

/** Clauses that take a paragraph of the regulation into the contract as the vendor's duty; null if none does. */
export function incorporated(a: Agreement, paragraphs: ReadonlyArray<string>): Array<ReadClause> | null {
  const found = a.operative.filter(({ text: own, whole, holder }) => {
    // A list of paragraphs "(D), (E) and (F)" is one statement with the words behind it.
    const text = /164\.504\(e\)|164\.314/.test(own) && !takesIn.test(own) ? whole : own
    return (
      takesIn.test(text) &&
      /_ba|_agr|incorporat/.test(text) &&
      holder !== 'sub' &&
      !/_sub|subcontract/.test(text) &&
      paragraphs.some((paragraph) => covers((/_sub/.test(whole) ? text : whole).replace(/45 cfr /g, ''), paragraph))
    )
  })
  return found.length === 0 ? null : found.slice(0, 1)
}
