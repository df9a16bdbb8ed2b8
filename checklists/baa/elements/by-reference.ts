import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'

const burden =
  '(?:obligations?|duties|dut(?:y|ies)|requirements?|undertakings?|provisions|terms|conditions|rules|covenants|promises|commitments|standards|paragraphs?)'
/** What may stand between a verb of taking on and the duties it takes on: no thing of its own ("training on the …"). */
const between = String.raw`(?:(?!(?:no|none|neither|training|copy|copies|itself)\b)(?:all|each|every|any|both|one|and|of|the|these|those|such|its|other|further|following|same|full|privacy|security|contractual|contract|statutory|regulatory|express|applicable|remaining|additional|_ba's|_ba|business|associate's?|hipaa|foregoing|entire|set|list|body|family|several|various|obligations?|dut(?:y|ies)|restrictions|requirements?|or|by|for|under|in|with|to|on|mandatory|required|listed|stated|imposed|laid down|set out|set forth|[a-z]+ed) )*?`
/** Ways to make the cited duties one's own: a verb of binding with the duties as its object, or their being made part. */
const takesIn = new RegExp(
  [
    String.raw`\bincorporat\w*`,
    String.raw`\b(?:assum(?:es?|ing)|takes? on|tak(?:es?|ing) (?:up)?on itself|accept(?:s|ing)?|undertak(?:es?|ing)|adopt(?:s|ing)?|agree(?:s|ing)? to|perform(?:s|ing)?|observ(?:es?|ing)|keep(?:s|ing)?(?: to)?|fulfil(?:s|l|ls)?|discharges?|honou?rs?|meets?|obeys?|follows?|abides? by|adheres? to|(?:is|are|be|shall be)? ?bound by|binds itself to|(?:is|are|be) (?:held|subject|bound|party) to|owes?(?: _ce)?)(?:, [^,;]{3,70}(?:,[^,;]{3,40})?,)? ${between}${burden}\b`,
    String.raw`\b(?:included|adopted|made|taken in|taken over|brought in|imported|imposed|repeated|restated|apply|applies|accepted|assumed|undertaken|agreed|binding|stand|stands|held|part|here)\b[^.;]{0,60}\bby (?:this )?reference\b(?! to)|\bby (?:this )?reference\b(?! to)[^.;]{0,60}\b(?:made|included|part|bind|apply|applies)\b`,
    String.raw`\b(?:read|written|taken|copied|carried|brought|imported) into (?:_agr|this|these)|\bimported\b`,
    String.raw`\bmade (?:a )?part of|\bappl(?:y|ies) to (?:_phi|_ba)|\bas if (?:each were |fully )?(?:written|set) out|\bdeemed (?:part|included)|\bhas the [a-z ]{3,30}(?:right|duty) (?:described|set out) in|\b(?:complies|comply|compliance) with\b`,
  ].join('|'),
)
/** "has read", "may adopt", "is not bound by": the paragraph is spoken of, and nothing is taken on. */
const takesNothing =
  /\b(?:undertakes?|assumes?|accepts?|takes? on|has|owes?) (?:no|none|neither)\b|\b(?:not|never) (?:be )?(?:incorporated|bound|subject|adopted|made|assume|accept|undertake|agree|apply|part)\b|\bmay (?:also |later )?(?:adopt|accept|assume|undertake|incorporate|observe|perform|agree)\b|\b(?:has|have) (?:read|seen|reviewed|studied|noted)\b|\bare (?:cited|quoted|mentioned|named) by reference\b/
/** "…, except (C) and (I)", "but not to (E)": letters a citation leaves out. */
const excepted =
  /\b(?:except(?:ing)?(?: for)?|other than|excluding|but not|save(?: for)?|without|not including|apart from|with the exception of|minus|less)\b(?: (?:to|for|in|of|that|those|the|any|paragraphs?|subparagraphs?|letters?|items?|clauses?|under|at))*((?:(?:,? (?:and |or |& )?|, ?)(?:45 cfr )?(?:164\.504\(e\)\(2\)\(ii\))?\([a-j]\)(?: ?(?:through|thru|to|until|-) ?(?:164\.504\(e\)\(2\)\(ii\))?\([a-j]\))?)+)/g
const letters = 'ABCDEFGHIJ'

/** Whether letters left out, "(C) through (E) and (I)", hold `letter`, written "(d)". */
function leavesOut(said: string, letter: string): boolean {
  if (said.includes(letter)) return true
  return [...said.matchAll(/\(([a-j])\) ?(?:through|thru|to|until|-) ?(?:164\.504\(e\)\(2\)\(ii\))?\(([a-j])\)/g)].some(
    ([, from, to]) => from! <= letter[1]! && letter[1]! <= to!,
  )
}

/** Whether the cited paragraphs, alone or as a range "(A) through (I)", hold `wanted`. */
function covers(said: string, wanted: string): boolean {
  const target = wanted.toLowerCase()
  const letter = /^164\.504\(e\)\(2\)\(ii\)(\([a-j]\))$/.exec(target)?.[1]
  if (letter !== undefined && [...said.matchAll(excepted)].some((left) => leavesOut(left[1]!, letter))) return false
  const text = said.replace(excepted, ' ')
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
  const found = a.operative.filter(({ text: own, whole, holder, modality }) => {
    // A list of paragraphs "(D), (E) and (F)" is one statement with the words behind it.
    const text = /164\.504\(e\)|164\.314/.test(own) && !takesIn.test(own) ? whole : own
    return (
      takesIn.test(text) &&
      !takesNothing.test(text) &&
      (modality === 'duty' || modality === 'fact' || (modality === 'may' && /\bincorporated\b/.test(text))) &&
      /_ba|_agr|incorporat/.test(text) &&
      holder !== 'sub' &&
      !/_sub|subcontract/.test(text) &&
      paragraphs.some((paragraph) => covers((/_sub/.test(whole) ? text : whole).replace(/45 cfr /g, ''), paragraph))
    )
  })
  return found.length === 0 ? null : found.slice(0, 1)
}
