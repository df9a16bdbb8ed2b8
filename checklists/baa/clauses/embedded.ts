import { type Mapped, replace } from '../text/mapped.ts'

/**
 * Takes a duty or right out of the frame it is spoken in: "Vendor agrees that Clinic may …", "It is Vendor's
 * responsibility to …", "Making … is a duty of Vendor", "Nothing prevents Clinic from …". Normalised words in and out.
 */
type Turn = readonly [RegExp, (match: RegExpExecArray) => string | undefined]

const assents = String.raw`(?:agrees?|acknowledges?|accepts?|understands?|confirms?|covenants?|undertakes?|warrants?|represents?|promises?|recogni[sz]es?|concurs?)`
const gerunds: Record<string, string> = {
  making: 'make',
  giving: 'give',
  providing: 'provide',
  notifying: 'notify',
  having: 'have',
  keeping: 'keep',
  maintaining: 'maintain',
  ensuring: 'ensure',
  binding: 'bind',
  using: 'use',
  terminating: 'terminate',
  cancelling: 'cancel',
  canceling: 'cancel',
  amending: 'amend',
  supplying: 'supply',
  furnishing: 'furnish',
  destroying: 'destroy',
  complying: 'comply',
  requiring: 'require',
  producing: 'produce',
  safeguarding: 'safeguard',
  ending: 'end',
}
const plain = (gerund: string) => gerunds[gerund] ?? gerund.replace(/ing$/, '')

const turns: ReadonlyArray<Turn> = [
  [
    new RegExp(
      String.raw`\b_ba (?:also |further |therefore |specifically |expressly )*${assents}(?:,? and ${assents})* that,? (?=it\b|they\b)(?:it|they)\b`,
      'g',
    ),
    () => '_ba',
  ],
  [
    new RegExp(
      String.raw`\b(?:_ba|_ce|each party|the parties|both parties) (?:also |further |therefore |specifically |expressly |mutually )*${assents}(?:,? and ${assents})* that,? (?=(?:(?:upon|on|at|if|when|within|to the extent|as|for)\b[^,;:]{3,90}, )?(?:_ba|_ce|_sec|_sub|all|any|each|every|no|such|its)\b[^,;:]{0,70}?\b(?:shall|will|may|must|can|cannot)\b)`,
      'g',
    ),
    ([all]) => (/^_ba/.test(all!) ? '' : undefined),
  ],
  [
    /^(?:it is |we |the parties (?:hereby )?|both parties |both sides )(?:hereby |mutually |expressly )*(?:agreed?|understood|acknowledged?|accepted)(?: (?:and|by) [a-z ]{3,30})? that /g,
    () => '',
  ],
  [
    /\bit (?:is|shall be|will be|remains) (?:also )?(?:_ba's|the|a) (?:sole )?(?:duty|responsibility|obligation|task|job)(?: of _ba)?,?(?: [a-z ]{3,30},)? to (?=[a-z])/g,
    ([all]) => (/_ba/.test(all!) ? '_ba shall ' : undefined),
  ],
  [
    /\b_ba's (?:duty|duties|responsibility|responsibilities|obligation|obligations|job|task) (?:is|are|shall be|includes?|extends?) (?:also )?(?:to )(?=[a-z])/g,
    () => '_ba shall ',
  ],
  [/\b(?<!no )(?:a |the )?(?:duty|obligation|responsibility) (?:of|for|on|upon) _ba to (?=[a-z])/g, () => '_ba shall '],
  [
    /^(\w+ing) ([^.;]{5,160}?) (?:is|shall be|will be|remains) (?:a |the |one of the |among the )?(?:dut(?:y|ies)|responsibilit(?:y|ies)|obligations?|tasks?|jobs?) (?:of|for|that falls to|resting on|borne by) _ba\b/g,
    ([, act, rest]) => `_ba shall ${plain(act!)} ${rest}`,
  ],
  [
    /^(\w+ing) ([^.;]{5,160}?) (?:is|shall be|will be|remains) _ba's (?:dut(?:y|ies)|responsibilit(?:y|ies)|obligations?|tasks?|jobs?)\b/g,
    ([, act, rest]) => `_ba shall ${plain(act!)} ${rest}`,
  ],
  [/\b(?:obliges|obligates|_agr (?:requires|binds|compels)) _ba to (?=[a-z])/g, () => ': _ba shall '],
  [
    /\bnothing (?:in _agr )?(?:_agr )?(?:shall |will |may |can )?(?:prevents?|stops?|keeps?|bars?|hinders?|precludes?) _ce from (\w+ing)\b/g,
    ([, act]) => `_ce may ${plain(act!)}`,
  ],
  // "Clinic consents to Vendor using …"
  [
    /\b_ce (?:hereby |also )*(?:consents to|agrees to|accepts|approves(?: of)?|allows|permits) _ba(?:'s)? (using|disclosing|handling|accessing|processing)\b/g,
    ([, act]) =>
      `_ba may ${gerunds[act!] ?? act!.replace(/ing$/, act === 'disclosing' ? 'e' : act === 'using' ? 'e' : '')}`,
  ],
  // "The only permitted use of PHI by Vendor is the transcription of …"
  [
    /^(?:the )?(?:only |sole )?(?:permitted|allowed|authori[sz]ed) (uses?|uses? and disclosures?)(?: of _phi)?(?: by _ba)?(?: of _phi)? (?:is|are)(?: as follows)?:? (?=[a-z])/g,
    ([all]) => (/_ba|_phi/.test(all!) ? '_ba may use _phi only for ' : undefined),
  ],
  [
    /^_ba's (use|use and disclosure|uses and disclosures|use or disclosure) of _phi (?:is|are|shall be) (?:confined|limited|restricted) to /g,
    () => '_ba shall use and disclose _phi only for ',
  ],
  // "Audits by Clinic of Vendor's records are permitted"
  [
    /\b(?:an? |any )?(audits?|inspections?|examinations?|reviews?) (?:by|on behalf of|for) _ce (of [^.;]{3,90}?) (?:is|are|shall be) (?:permitted|allowed|authori[sz]ed|welcome)\b/g,
    ([, act, rest]) =>
      `_ce may ${act!
        .replace(/^inspection/, 'inspect')
        .replace(/^examination/, 'examine')
        .replace(/s$/, '')} ${rest!.replace(/^of /, '')}`,
  ],
  // "Clinic shall be given access to Vendor's records"
  [
    /\b_ce(?: and (?:its|_ce's) [a-z ]{3,30})? (?:shall|will|must|is to) be (?:given|granted|afforded|allowed|provided with) (?=(?:[a-z]+ ){0,3}(?:access|entry)\b)/g,
    () => '_ba shall give _ce ',
  ],
]

export function outOfFrame(words: Mapped): Mapped {
  let out = words
  for (const [pattern, by] of turns) out = replace(out, pattern, by)
  return out
}
