import { acts } from '#checklists/knowledge/baa-acts.ts'
import { formsOf } from './verb-forms.ts'

/**
 * What a duty makes the vendor do: "Vendor shall assist Clinic in notifying …" is help, not notice. Looks at the verb behind
 * the modal; words further on belong to what is helped, paid for or looked into, unless a second act of the vendor's own
 * follows: "investigate each breach and report it", "support Clinic by reporting", "look into it, telling Clinic".
 */
const verbAt =
  /(?:_ba|\bit|\bthey)(?: and (?:its|_ba's) [a-z ]{3,30}?)? (?:shall|will|must|agrees to|undertakes to|is to|has to)(?: (?:also|promptly|immediately|reasonably|fully|always|further|then|[a-z]+ly|at (?:its|_ba's) (?:own )?(?:cost|expense),?|where requested,?))* ([a-z-]+)/

const lesser: ReadonlySet<string> = new Set(
  `assist help support cooperate co-operate aid train teach educate instruct discipline sanction investigate examine consider evaluate
discuss review analyze analyse study pay reimburse bear indemnify insure compensate cover fund budget consult object
oppose resist contest challenge dispute appeal decide thank learn think hear know wonder plan describe explain propose`.split(
    /\s+/,
  ),
)
/** Who only tells of an act, or sells it, does not do it; for the lines where telling is not itself the act. */
export const onlySpeaks: ReadonlySet<string> = new Set([
  ...lesser,
  ...`tell inform notify advise report ask request remind warn alert send mail email publish write sell charge bill invoice inquire apply
assess measure rate price market advertise`.split(/\s+/),
])
/** For the books: keeping them, or sending the Secretary elsewhere, opens none. */
export const onlyKeeps: ReadonlySet<string> = new Set([
  ...lesser,
  'keep',
  'maintain',
  'retain',
  'refer',
  'prepare',
  'hold',
])

/** Help itself may take an act with it: "assist Clinic to investigate and report". */
const helping: ReadonlySet<string> = new Set(
  'assist help support cooperate co-operate aid train teach educate instruct'.split(' '),
)

const forms = (['tell', 'bring', 'supply', 'open', 'obey', 'amend', 'record'] as const)
  .flatMap((family) => acts[family].split(' '))
  .concat('respond answer comply'.split(' '))
  .map(formsOf)
const any = (words: ReadonlyArray<string>) => [...new Set(words)].sort((a, b) => b.length - a.length).join('|')
const plain = any(forms.map((form) => form.plain))
const gerund = any(forms.map((form) => form.gerund))
/** "within ten days after discovery", "on request,": when, between "and" and its act. */
const aside = String.raw`(?:,? ?(?:(?:within|on|upon|after|before|no later than|not later than|by|at|in|without|as soon as|when|if|where) [^;,]{2,60}?,?|[a-z]+ly|also|then|thereafter|in turn),?)*`
const second = new RegExp(
  String.raw`(?:,|;)? ?\b(and|or)(?=[ ,])${aside} ?((?:shall |will |must )?)(?:promptly |also )?(${plain})\b(?! of\b)|\b(by) (?:promptly |also )?(${gerund})\b|, (?:and )?(?:thereby |then |promptly )?(${gerund})\b`,
  'g',
)

/** "Vendor's software helps customers meet …": what a thing does for others. */
const helpsOthers =
  /^_ba(?:'s [a-z ]{3,40}?)? (?:also )?(?:helps?|assists?|enables?|supports?|lets?) (?:its |other |all )?(?:customers?|clients?|users?|_ce) /

/**
 * The words from the vendor's own act on: all of `text` where the first act is none of `lower`; where it is, those of a
 * second act; null where only help, money, watch or thought is owed.
 */
export function ownAct(text: string, lower: ReadonlySet<string> = lesser): string | null {
  if (helpsOthers.test(text)) return null
  const match = verbAt.exec(text)
  if (match === null || !lower.has(match[1]!)) return text
  const from = match.index + match[0].length
  const rest = text.slice(from)
  for (const found of rest.matchAll(second)) {
    const act = found[3] ?? found[5] ?? found[6]!
    if (lower.has(act)) continue
    const before = rest.slice(0, found.index)
    // "assist Clinic to investigate and report": what Clinic does with the help.
    if (
      found[1] !== undefined &&
      found[2] === '' &&
      helping.has(match[1]!) &&
      / to [a-z]+(?: [^,]{0,40})?$/.test(before)
    )
      continue
    return rest.slice(found.index)
  }
  return null
}
