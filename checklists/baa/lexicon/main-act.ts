/**
 * What a duty makes the vendor do first of all: "Vendor shall assist Clinic in notifying …" is help, not notice. Looks at
 * the verb behind the modal; words further on belong to what is helped, paid for or looked into.
 */
const verbAt =
  /(?:_ba|\bit|\bthey)(?: and (?:its|_ba's) [a-z ]{3,30}?)? (?:shall|will|must|agrees to|undertakes to|is to|has to)(?: (?:also|promptly|immediately|reasonably|fully|always|further|then|[a-z]+ly|at (?:its|_ba's) (?:own )?(?:cost|expense),?|where requested,?))* ([a-z-]+)/

const lesser = new Set(
  `assist help support cooperate co-operate aid train teach educate instruct discipline sanction investigate examine consider evaluate
discuss review analyze analyse study pay reimburse bear indemnify insure compensate cover fund budget consult`.split(
    /\s+/,
  ),
)

/** Behind "assist Clinic in …" a second duty of its own may follow: "…, and shall report …". */
const ownSecond =
  /\band (?:shall |will |must )?(?:promptly )?(?:report|notify|inform|tell|make|give|provide|furnish|open|comply)\b/

/** "Vendor's software helps customers meet …": what a thing does for others. */
const helpsOthers =
  /^_ba(?:'s [a-z ]{3,40}?)? (?:also )?(?:helps?|assists?|enables?|supports?|lets?) (?:its |other |all )?(?:customers?|clients?|users?|_ce) /

/** What the duty makes the vendor do first of all; null where no modal stands. */
export function mainAct(text: string): string | null {
  return verbAt.exec(text)?.[1] ?? null
}

/** Help, money or thought about an act instead of the act. */
export function isLesserAct(text: string): boolean {
  if (helpsOthers.test(text)) return true
  const match = verbAt.exec(text)
  return match !== null && lesser.has(match[1]!) && !ownSecond.test(text.slice(match.index + match[0].length))
}
