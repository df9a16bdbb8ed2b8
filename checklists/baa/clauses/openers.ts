import { plainOf } from '../lexicon/verb-forms.ts'
import { type Mapped, replace } from '../text/mapped.ts'

/**
 * The many ways a sentence lays a duty, a ban or a right on a party, brought to "X shall", "X shall not", "X may" and
 * "X has no duty to": first who is bound and how, then what. Normalised words in and out.
 */
type Turn = readonly [RegExp, (match: RegExpExecArray) => string | undefined]

const who = '(_ba|_ce|_sub)'
const modal = '(?:shall|will|must|agrees to|undertakes to|is to)'
const adverb = String.raw`(?:also|always|likewise|further|furthermore|solely|fully|strictly|hereby|jointly|moreover|expressly|at all times|in turn|therefore|further|itself|promptly)`
const adverbs = String.raw`(?:,? ${adverb},?)*`
/** "to notify" or "of notifying", "for notifying": the act in either form. */
const act = String.raw`(?:to(?: also)? (?!(?:an?|the|any|all|its|such|his|their|no)\b|damages\b)([a-z-]+)|(?:of|for|in|with|from)(?: promptly| always)? (?!writing\b|keeping with\b|accordance\b)([a-z-]+ing))\b(?!-)`
const verb = (infinitive: string | undefined, gerund: string | undefined) => infinitive ?? plainOf(gerund!)

const burden =
  '(?:duty|duties|obligation|obligations|responsibility|responsibilities|task|tasks|burden|charge|job|role|undertaking|commitment|onus)'
const licence =
  '(?:right|rights|option|power|powers|authority|permission|leave|licen[sc]e|privilege|liberty|freedom|ability|discretion|opportunity|entitlement)'
const owes =
  '(?:has|have|bears?|carr(?:y|ies)|assumes?|accepts?|takes? on|takes? upon itself|undertakes?|owes? _ce|owes?|shoulders?|incurs?|acknowledges?|recogni[sz]es?)'
const bound =
  '(?:obligated|obliged|bound|required|committed|duty-bound|pledged|compelled|directed|instructed|sworn|under contract|under (?:a|an|the) (?:strict |absolute |continuing )?(?:duty|obligation))'
const charged = '(?:responsible|accountable|answerable|tasked|charged|entrusted|in charge|obligated|obliged|liable)'
const free =
  '(?:free|permitted|allowed|authori[sz]ed|entitled|at liberty|empowered|licen[sc]ed|welcome|privileged|invited|cleared)'

const turns: ReadonlyArray<Turn> = [
  // Nobody is bound.
  [
    new RegExp(
      String.raw`\b(?:nothing|no (?:term|provision|part|clause|sentence|section))(?: (?:in|of|contained in) (?:_agr|the foregoing|this section|these terms))?(?: (?:shall|will|may|can|is to|be read to|be construed to))*(?: be (?:read|construed|understood|taken) (?:to|as))? (?:requires?|obliges?|obligates?|compels?|binds?|commits?|requiring|obliging|obligating) ${who} to ([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) => `${party} has no duty to ${plain}`,
  ],
  [
    new RegExp(
      String.raw`\b(?:_agr|the agreement) (?:does|shall|will) not (?:require|oblige|obligate|compel|bind|commit) ${who} to ([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) => `${party} has no duty to ${plain}`,
  ],
  [
    new RegExp(
      String.raw`\b${who} (?:is|are|shall be|will be)${adverbs} (?:not (?:to be )?${bound}|under no (?:duty|obligation|compulsion|commitment)|not ${charged}|free not|excused|released|relieved|exempt)\b ${act}`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} has no duty to ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\b${who} (?:shall |will )?(?:has|have|bears?|owes?|assumes?|accepts?|undertakes?|takes? on|incurs?) no ${burden}(?: whatsoever| whatever)? ${act}`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} has no duty to ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(String.raw`\b(?:it is|shall be) not${adverbs} ${who}'s ${burden} ${act}`, 'g'),
    ([, party, infinitive, gerund]) => `${party} has no duty to ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`(?<!not |never |fail or )\b${who}${adverbs} (?:declines?|refuses?|does not (?:agree|undertake|promise|commit|offer|consent|intend)|do not (?:agree|undertake|promise|commit|offer|consent)) to ([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) => `${party} has no duty to ${plain}`,
  ],
  // Bans.
  [
    new RegExp(
      String.raw`\b(?:under no (?:circumstances?|conditions?)|in no (?:circumstances?|way|event|case)(?! (?:later|more|less|sooner|longer))|at no (?:time|point)|on no (?:account|ground|condition)|never|not ever|by no means),? (?:shall|will|may|must|is|can) ${who} (?:be permitted to |be allowed to |to )?([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) => `${party} shall not ${plain}`,
  ],
  [
    new RegExp(
      String.raw`\b${who} ${modal}${adverbs} (?:refrain|abstain|desist|forbear|keep|hold back|stay clear|steer clear) (?:from|of) ([a-z-]+ing)\b`,
      'g',
    ),
    ([, party, gerund]) => `${party} shall not ${plainOf(gerund!)}`,
  ],
  [
    new RegExp(
      String.raw`\b${who} (?:is|are|shall be|will be|stands?)${adverbs} (?:barred|prohibited|precluded|debarred|restrained|forbidden|enjoined|disabled|not (?:to be )?${free})\b (?:from|to)(?: ever)? ([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) => `${party} shall not ${/ing$/.test(plain!) ? plainOf(plain!) : plain}`,
  ],
  [
    new RegExp(
      String.raw`\b${who} (?:has|have|holds?|enjoys?|acquires?|receives?|gets?|obtains?|is given|is granted|shall have|will have) no ${licence}(?: under _agr| by _agr)? ${act}`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} shall not ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\b${who} (?:agrees?|promises?|undertakes?|covenants?|commits?|pledges?|vows?|engages?)${adverbs},? (?:never|not) to ([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) => `${party} shall not ${plain}`,
  ],
  [
    new RegExp(
      String.raw`\b${who} (?:shall|will|must|may),? (?:in no (?:event|case|circumstances?|way)|under no circumstances?|at no time|on no account),?(?! (?:later|more|less|sooner|longer)) ([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) => `${party} shall not ${plain}`,
  ],
  // Duties.
  [
    new RegExp(
      String.raw`\b${who} (?:is|are|shall be|will be|stands?|remains?|shall remain|becomes?)${adverbs} (?:${bound}|${charged})\b${adverbs} ${act}`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} shall ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\b${who} (?:shall |will |hereby )?${owes}${adverbs} (?:the |a |an |as its )?(?:sole |full |further |continuing |express )?${burden}(?: hereunder)? ${act}`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} shall ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\b(?:among|one of|part of|included in|included among) ${who}'s (?:other )?${burden} (?:is|are) (?:also )?(?:to ([a-z-]+)|(?:that of )?([a-z-]+ing))\b`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} shall ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\b${who}'s (?:other |further |own )?${burden}(?: _agr| under _agr)? (?:shall )?(?:also )?(?:includes?|are|is|comprises?|extends? to|covers?|consists? (?:in|of)|encompass(?:es)?|embraces?)(?: also)?:? (?:to ([a-z-]+)|(?:the )?(?:prompt |timely |full |written |immediate |proper |safe |secure )?([a-z-]+ing))\b`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} shall ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\bit (?:is|shall be|will be|remains)${adverbs} (?:the |a )?(?:sole )?${burden} of ${who},? (?:to ([a-z-]+)|(?:of )?([a-z-]+ing))\b`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} shall ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\bit (?:is|shall be|will be|remains)${adverbs} ${who}'s (?:sole |own )?${burden},? (?:to ([a-z-]+)|(?:of )?([a-z-]+ing))\b`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} shall ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\bit (?:is|shall be|will be) (?:incumbent|binding|obligatory) (?:up)?on ${who},? to ([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) => `${party} shall ${plain}`,
  ],
  [
    new RegExp(
      String.raw`\b(?:the |a )?${burden} ${act}([^.;]{3,180}?) (?:falls? (?:to|on|upon)|rests? (?:with|on|upon)|lies? (?:with|on)|belongs? to|is borne by|is assumed by|is that of|is placed (?:on|upon)|devolves? (?:on|upon)) ${who}\b(?!'s)`,
      'g',
    ),
    ([, infinitive, gerund, rest, party]) => `${party} shall ${verb(infinitive, gerund)}${rest}`,
  ],
  [
    new RegExp(
      String.raw`\b${who}${adverbs} (?:binds?|obliges?|obligates?|commits?|pledges?|engages?) itself(?: hereby)? ${act}`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} shall ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\b${who}${adverbs} (?:makes it its (?:duty|job|business|practice)|gives? its word|takes? it upon itself|undertakes? (?:and agrees )?the following: |takes? care|makes? sure|sees to it)${adverbs} to ([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) => `${party} shall ${plain}`,
  ],
  [
    new RegExp(
      String.raw`\b${who}${adverbs} (?:gives? its word|guarantees?|assures? _ce|certifies|vows?|engages?|pledges?|swears?|commits?|undertakes? (?:to _ce )?|represents?(?: and warrants?)?|warrants?(?: and represents?)?) that (?:it|they|${who}) (shall|will|must|is to)\b`,
      'g',
    ),
    ([, party]) => `${party} shall`,
  ],
  [
    /\b_ce (?:may|can|is entitled to) (?:count|rely|depend) (?:on|upon) _ba to ([a-z-]+)/g,
    ([, plain]) => `_ba shall ${plain}`,
  ],
  [
    new RegExp(
      String.raw`\b(?:_ce|_agr)${adverbs} (?:requires?|obliges?|obligates?|directs?|instructs?|charges?|commits?|binds?) _ba${adverbs} to ([a-z-]+)`,
      'g',
    ),
    ([, plain]) => `_ba shall ${plain}`,
  ],
  [
    new RegExp(
      String.raw`(?<!\b(?:if|when|where|once|that|which|whenever|after|unless|until|as) )\b_ba${adverbs} (?:requires?|obliges?|obligates?|directs?|instructs?|asks?|expects?) _ce${adverbs} to ([a-z-]+)`,
      'g',
    ),
    ([, plain]) => `_ce shall ${plain}`,
  ],
  [
    new RegExp(
      String.raw`(?<!\b(?:if|when|where|once|that|which|whenever|after|unless|until|amendments?|corrections?|changes?|whom) )\b${who}${adverbs} (?:pledges?|vows?|engages?|swears?|contracts?|stipulates?|(?:has|have) (?:agreed|undertaken|promised|covenanted|contracted|committed|pledged|engaged)) to ([a-z-]+)`,
      'g',
    ),
    ([, party, plain]) =>
      plain === 'the' || plain === 'an' || plain === 'a' || plain === '_agr' ? undefined : `${party} shall ${plain}`,
  ],
  [
    new RegExp(String.raw`\b${who} (?:is|are|shall be|will be)${adverbs} held to (?=the|these|those|all|what)`, 'g'),
    ([, party]) => `${party} shall comply with `,
  ],
  // Nothing is kept back.
  [
    /(?:^|(?<=[.;:] ))no ([^.;:]{4,140}?) (?:shall|may|must|will|is to) (?:(?:go|be left|remain|stay) (?:unreported|untold|undisclosed)(?: to _ce)?|be (?:kept|withheld|hidden|concealed|kept back|held back|kept secret) from _ce)/g,
    ([, event]) => `_ba shall report to _ce any ${event}`,
  ],
  [
    /\b_ba (?:shall|will|must|may) (?:not|never) (?:keep|withhold|hide|conceal|hold) (?:back )?from _ce\b/g,
    () => '_ba shall report to _ce',
  ],
  // "Vendor agrees that Clinic shall answer requests …": Clinic's task, however willingly Vendor leaves it to it.
  [
    new RegExp(
      String.raw`\b_ba${adverbs} (?:acknowledges?|accepts?|agrees?|confirms?|understands?):? that _ce (shall|will|must) (?!(?:[a-z]+ly )?(?:not|be|have|receive|get|obtain|hear|enjoy)\b)`,
      'g',
    ),
    ([, modal]) => `_ce ${modal} `,
  ],
  // Rights.
  [
    new RegExp(
      String.raw`\b(?:_ba|_ce|each party|both parties|the parties)${adverbs} (?:acknowledges?|accepts?|agrees?|concedes?|recogni[sz]es?|confirms?|understands?|concurs?|grants?)(?: and (?:agrees?|accepts?|understands?))?:? that ${who} (may|can|shall be ${free} to|is ${free} to|has the right to|shall have the right to)\b`,
      'g',
    ),
    ([, party]) => `${party} may`,
  ],
  [
    new RegExp(
      String.raw`\b${who} (?:is|are|shall be|will be|stands?|remains?)${adverbs} ${free}${adverbs} (?:to (?!(?:an?|the|any|all|its|such|his|their|no|_ba|_agr)\b|damages\b)([a-z-]+)|in ([a-z-]+ing))\b`,
      'g',
    ),
    ([all, party, infinitive, gerund]) =>
      /\bnot\b|\bonly\b/.test(all!) ? undefined : `${party} may ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\b${who} (?:shall |will )?(?:has|have|holds?|keeps?|retains?|reserves?|enjoys?|possesses|obtains?|receives?|acquires?|is given|is granted|is accorded)${adverbs} (?:the |a |an |full |sole )?(?:absolute |limited |non-?exclusive |unrestricted |further |unconditional |express )?${licence}(?:,? at (?:all|any) (?:reasonable )?times?,?)? ${act}`,
      'g',
    ),
    ([, party, infinitive, gerund]) => `${party} may ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\b_ce${adverbs} (?:grants?|gives?|affords?|accords?|confers? (?:up)?on|extends? to|concedes? to) (?:to )?_ba (?:the |a |an )?(?:limited |non-?exclusive |full |express )?${licence} ${act}`,
      'g',
    ),
    ([, infinitive, gerund]) => `_ba may ${verb(infinitive, gerund)}`,
  ],
  [
    new RegExp(
      String.raw`\b_ba${adverbs} (?:grants?|gives?|affords?|accords?|confers? (?:up)?on|extends? to|concedes? to) (?:to )?_ce (?:the |a |an )?(?:limited |non-?exclusive |full |express )?${licence} ${act}`,
      'g',
    ),
    ([, infinitive, gerund]) => `_ce may ${verb(infinitive, gerund)}`,
  ],
  [
    /\b_ba (?:also |hereby |expressly )*(?:authori[sz]es?|permits?|allows?|entitles?|empowers?|invites?|enables?) _ce to (?!the\b|an?\b|any\b|all\b|its\b)([a-z-]+)\b/g,
    ([, plain]) => `_ce may ${plain}`,
  ],
  [
    new RegExp(String.raw`\bit is (?:within|in) ${who}'s (?:${licence}|gift|hands) to ([a-z-]+)`, 'g'),
    ([, party, plain]) => `${party} may ${plain}`,
  ],
  [
    /\b(?:ends|terminates|shall end|shall terminate|will end|will terminate|brings [^.;]{0,30}to an end)( _agr)?,? if _ce (?:so )?(?:elects|chooses|decides|wishes|wants|asks|requests)(?: so)?\b/g,
    () => ': _ce may terminate _agr',
  ],
  [
    /\b_ce (?:also |hereby |expressly )*(?:lets?|has agreed to let|agrees to let) _ba ([a-z-]+)\b/g,
    ([, plain]) => `_ba may ${plain}`,
  ],
  [
    new RegExp(
      String.raw`\b_ce${adverbs} (?:consents? to|agrees? to|accepts?|approves?(?: of)?|has no objection to|does not object to|tolerates|permits?|allows?) _ba(?:'s)? ([a-z-]+ing)\b`,
      'g',
    ),
    ([, gerund]) => `_ba may ${plainOf(gerund!)}`,
  ],
  [
    new RegExp(
      String.raw`\bnothing (?:in _agr |_agr )?(?:shall |will |may |can )?(?:prevents?|stops?|keeps?|bars?|hinders?|precludes?|prohibits?|restrains?) ${who} from ([a-z-]+ing)\b`,
      'g',
    ),
    ([, party, gerund]) => `${party} may ${plainOf(gerund!)}`,
  ],
]

export function inPlainModal(words: Mapped): Mapped {
  if (!/_ba|_ce|_sub/.test(words.text)) return words
  let out = words
  for (const [pattern, by] of turns) out = replace(out, pattern, by)
  return out
}
