import { beginsWithVerb } from '../clauses/leads.ts'
import { isVerb, plainOf } from './verb-forms.ts'

/** Whether words name work that can be pictured, without a list of trades: a verb of doing with a thing of its own. */

const empty = new Set(
  `use disclose access handle process make do perform provide supply deliver fulfil fulfill carry render meet satisfy discharge operate run
support administer furnish complete serve assist help give receive create maintain transmit keep hold have be comply report return destroy
allow permit let manage aggregate protect safeguard ensure act work need require take engage obtain exercise enable conduct undertake
achieve accomplish execute further pursue effect facilitate offer agree sign enter include cover say mean want wish go get see apply
understand treat know become begin start end terminate share pass contact love like enjoy hate dislike prefer admire adore cherish value
respect trust believe think hope fear doubt desire intend expect deserve own possess lack contain consist belong remain stay seem appear
look feel celebrate sponsor welcome appreciate regret recognize recognise acknowledge represent warrant confirm rely depend exist reside
occupy rent lease resemble equal differ`.split(/\s+/),
)
const vague = new Set(
  `service services work works job jobs function functions activity activities obligation obligations duty duties task tasks program programs
platform platforms product products project projects purpose purposes agreement agreements contract contracts order orders engagement
engagements assignment assignments business operations operation solution solutions system systems software statement terms purchase
agr phi ba ce sub sec the a an any all its their his her that this these those such what which it them other others own every each for to
of and or in on by with as at from under is are be described listed named above below here provided needed necessary required reasonably
may shall will behalf connection performance respect relation accordance only solely also so if when where whenever further proper
information data individual individuals law laws hipaa rule privacy security master main schedule exhibit appendix attachment section
article part paragraph parties party time period goods support professional management administrative consulting marketing`.split(
    /\s+/,
  ),
)

function hasThing(words: string): boolean {
  return (words.match(/[a-z][a-z-]+/g) ?? []).some((word) => word.length > 3 && !vague.has(word))
}

/** "to count tissue blocks", "for checking prescriptions": a verb that says something and what it is done to. */
export function pictured(text: string): boolean {
  for (const [, word, rest] of text.matchAll(
    /\b(?:to|and|for|by|of|in) ([a-z]+(?:-[a-z]+)?) ((?:[a-z_',-]+ ?){1,8})/g,
  )) {
    const plain = /ing$/.test(word!) ? plainOf(word!) : word!
    if (empty.has(plain) || (!beginsWithVerb(plain) && !isVerb(word!))) continue
    if (hasThing(rest!)) return true
  }
  return false
}

/** "Vendor copies charts at the clinic": its work, told in the present tense. */
export function toldWork(text: string): boolean {
  const match = /^(?:_ba|it) ([a-z]+?)(e?s) ((?:[a-z_',-]+ ?){1,10})/.exec(text)
  if (match === null) return false
  const stem = match[1]!
  const plain =
    match[2] === 'es' && /(?:s|sh|ch|x|z|i)$/.test(stem)
      ? stem.replace(/i$/, 'y')
      : `${stem}${match[2] === 'es' ? 'e' : ''}`
  const word = `${stem}${match[2]!}`
  return !/^(?:was|is|has|does)$/.test(word) && isVerb(word) && !empty.has(plain) && hasThing(match[3]!)
}
