import { type Mapped, replace } from '../text/mapped.ts'
import { isUnsettled } from './zones.ts'

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
  // "A new clause 11.4 is added: "Clinic may audit …""
  [
    /^(?:\(?[a-z0-9]{1,4}[.)] )?(?:an? |the )?(?:(?:new|further|following) )*(?:clause|section|paragraph|sentence|article|subsection|provision|item|term|words?)s?\b[^";]{0,90}?\b(?:is|are|shall be) (?:hereby )?(?:added|inserted|appended)\b[^";]{0,60}?(?:[:,] ?|reads?:? |as follows:? )"/g,
    ([frame]) => (isUnsettled(frame!) ? undefined : ''),
  ],
  [
    /^(?:(?:\(?[a-z0-9]{1,4}[.)] )?(?:an? |the )?(?:clause|section|paragraph|article|subsection|item|term)s? [\w.()]{1,12}|(?=(?:is|are|now|shall|will|reads?)\b))[^";]{0,60}?\b(?:now reads?|shall (?:now )?read|is (?:changed|amended|restated|revised|replaced|rewritten|deleted and replaced) (?:so as )?to read|will (?:now )?read|reads? henceforth)\b[^";]{0,30}?[:,]? ?"/g,
    ([frame]) => (isUnsettled(frame!) ? undefined : ''),
  ],
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
  // "Vendor's management and administration are permitted reasons for Vendor to use PHI."
  [
    /^([^.;]{5,160}?),? (?:is|are) (?:a |the |also )?(?:permitted|allowed|proper|permissible|good) (?:reasons?|purposes?|grounds?|uses?) for _ba to (use|disclose|use and disclose) _phi\b/g,
    ([, purpose, act]) => `_ba may ${act} _phi for ${purpose}`,
  ],
  [
    /^(?:they|these|those|it|both) (?:is|are) (?:a |also )?(?:permitted|allowed|proper|permissible) (?:reasons?|purposes?|grounds?) (?:for _ba )?to (use|disclose) (?:it|_phi)\b/g,
    ([, act]) => `_ba may ${act} _phi for those purposes`,
  ],
  // "What must Vendor tell Clinic, and how fast? …", "When can Clinic get out? The moment …"
  [
    /^what (?:must|shall|will|does|has) _ba (?:have to )?(tell|report to|give|send|notify|show) _ce\b[^?]{0,60}\? /g,
    ([, act]) => `_ba shall ${act} _ce: `,
  ],
  [
    /^(?:when|how|why) (?:can|may|could) _ce (?:get out|leave|end (?:it|_agr|this)|terminate|cancel|walk away|stop)\b[^?]{0,40}\? /g,
    () => '_ce may terminate _agr: ',
  ],
  [
    /^(?:may|can|could) _ba ([^?]{3,120})\? only (?=with|if|where|when|after|for|to)\b/g,
    ([, act]) => `_ba may ${act} only `,
  ],
  [/(^|[;:] (?:and )?)_ce,? (?:which|who) (may|can) /g, ([, before, may]) => `${before}_ce ${may} `],
  [
    /\b_ce (may|can) send (?:an?|its|the) (?:[a-z-]+ ){0,2}(?:auditors?|inspectors?|assessors?|examiners?)\b(?! to\b| who\b)/g,
    ([, may]) => `_ce ${may} audit _ba`,
  ],
  [/^_ce (?:wants?|needs?|asks?|expects?|requires?)(?! _ba)[^:]{3,60}: /g, () => ''],
  [/^_ce (?:hereby )?requires? _ba to (?=[a-z])/g, () => '_ba shall '],
  [/\bit (?:falls|shall fall) (?:to|on|upon) _ba to (?=[a-z])/g, () => '_ba shall '],
  // "A Breach must come to Clinic's knowledge through Vendor …"
  [
    /^([^.;]{5,120}?) (?:must|shall|will|is to) (?:come to|be brought to) _ce's (?:knowledge|attention|notice) (?:through|from|by) _ba\b/g,
    ([, event]) => `_ba shall report to _ce ${event}`,
  ],
  // "You'll have an export of …": what the one gets the other gives.
  [
    /\b_ce (?:will|shall|must|is to) (?:have|get|receive|be sent) (?=(?:from _ba )?(?:an? |the |any )?(?:[a-z]+ )?(?:exports?|cop(?:y|ies)|lists?|records?|reports?|notices?|accounting|certificates?|confirmation|signed statement|access to (?:_ba|its|_ba's) )\b)/g,
    () => '_ba shall give _ce ',
  ],
  [
    /\b_ce (?:will|shall) have (?:a right of |the right of )?access to (?=_ba's|the [a-z ]{3,40} of _ba)/g,
    () => '_ba shall give _ce access to ',
  ],
  [
    /^(?:an? |any |the )?(?:[a-z]+ )?(audit|inspection|examination|review)s? (of _ba[^.;]{3,90}?) (?:may|can) be (?:carried out|made|conducted|performed|undertaken|done|held) by _ce\b/g,
    ([, act, rest]) =>
      `_ce may ${act!.replace(/^inspection/, 'inspect').replace(/^examination/, 'examine')} ${rest!.replace(/^of /, '')}`,
  ],
  [/\b_ce (?:holds|enjoys|keeps) (?:the|a) right (?:of termination|to terminate|to end)\b/g, () => '_ce may terminate'],
  [
    /\b_agr (?:ends|terminates|is terminable|may be ended|shall end|comes to an end) at (?:_ce's (?:option|election|choice)|the (?:option|election|choice) of _ce)\b/g,
    () => '_ce may terminate _agr',
  ],
  [
    /\b_ce (?:has|have) no objection to _ba(?:'s)? (using|disclosing|handling)\b/g,
    ([, act]) => `_ba may ${act === 'handling' ? 'handle' : act!.replace(/ing$/, 'e')}`,
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
    /\b_ce(?: and (?:its|_ce's) [a-z ]{3,30})? (?:shall|will|must|is to) be (?:given|granted|afforded|sent|shown|furnished with|provided with) (?=(?:an? |the |any |all |access|entry)\b|[a-z]+ (?:access|entry))/g,
    () => '_ba shall give _ce ',
  ],
]

export function outOfFrame(words: Mapped): Mapped {
  let out = words
  for (const [pattern, by] of turns) out = replace(out, pattern, by)
  return out
}
