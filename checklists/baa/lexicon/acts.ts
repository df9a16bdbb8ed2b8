import {
  acts,
  againstWords,
  fittingWords,
  likeWords,
  safeguardNouns,
  termNouns,
  useNouns,
  wrongBefore,
  wrongBehind,
} from '#checklists/knowledge/baa-acts.ts'
import { anyForm } from './verb-forms.ts'

/** The families of acts and things as patterns over normalised words. */
const list = (words: string) => words.split(' ')
const any = (words: string) => `(?:${list(words).join('|')})`
const forms = (family: keyof typeof acts) => `(?:${anyForm(list(acts[family]))})`

const told = String.raw`\b${forms('tell')}\b`
const brought = String.raw`\b${forms('bring')}\b[^.;]{0,200}?(?<!'s )\b(?:to|with|before|for|about|on|by|at)? ?_ce\b(?!'s (?:patients|expense|cost))`
const given = String.raw`\b${forms('supply')}\b[^.;]{0,60}?\b${any(acts.news)} (?:of|about|on|regarding|concerning|that|to|for|with|as to|covering)\b`
const reached = String.raw`\b(?:on|upon) notice (?:of|that|about)|\b(?:keeps?|kept|keeping) _ce (?:\w+ )?(?:informed|posted|apprised|advised|abreast|updated|aware)|\b(?:makes?|made|making) _ce (?:fully )?aware|\blets? _ce (?:know|hear|have)|\b(?:bring|brings|brought|bringing|draws?|drawn|calls?|called|comes?) [^.;]{0,160}(?:attention|notice|knowledge)\b|\b(?:attention|notice|knowledge) of _ce\b|\b(?:makes?|made|making) [^.;]{0,120}known to _ce|\b(?:gets?|getting|got|be|stay) in touch with _ce|\breach(?:es)? out to _ce|\b(?:lays?|laid|places?|placed|puts?|sets?) [^.;]{0,120}before _ce|\bowns? up to _ce`

export const tells = new RegExp(`${told}|${brought}|${given}|${reached}`)

/** A use or disclosure the agreement does not provide for, however it is put. */
export const misuses = new RegExp(
  String.raw`\b${any(wrongBefore)}\b[^.;]{0,40}?\b${any(useNouns)}\b|\b${any(useNouns)}\b[^.;]{0,110}?\b(?:${wrongBehind.join('|')})\b|\b(?:mishandl\w+|misus(?:e|es|ed|ing)|misappl\w+|misappropriat\w+) (?:of )?(?:any |the )?_phi|_phi (?:is |was |has been |being |be |gets? )?(?:misused|mishandled|misapplied|misappropriated)`,
)

/** Words around an event that make it something else: a policy on it, training, insurance. */
export const notTheEvent =
  /^(?:'s)?[ -](?:response|prevention|management|handling|detection|insurance|drills?|training|polic(?:y|ies)|plans?|procedures?|programs?|playbook|log|register|readiness)\b/

export const givesBack = new RegExp(
  String.raw`\b${forms('handBack')}\b|\b${forms('supply')}\b (?:[a-z_,']+ ){0,6}?(?:back|over|up)\b|\b(?:send|give|hand|ship|transfer|deliver)s? (?:it |them |_phi )?back\b|\b(?:transfer|transfers|transferred|migrate|migrates|deliver|delivers) [^.;]{0,50}\b(?:to _ce|back|up)\b`,
)
export const wipes = new RegExp(String.raw`\b${forms('wipe')}\b|\bdestruction\b|\bdeletion\b|\bdisposal\b|\berasure\b`)

export const supplies = new RegExp(String.raw`\b(?:${forms('supply')}|available|accessible|ready|access|disposal)\b`)
export const opensUp = new RegExp(
  String.raw`\b(?:${forms('open')}|${forms('supply')}|${forms('inspect')}|inspection|examination|scrutiny|available|accessible|access|disposal|ready)\b`,
)
export const inspects = new RegExp(
  String.raw`\b(?:${forms('inspect')}|inspections?|examinations?|audits?|reviews?|assessments?|go(?:es)? (?:through|over)|walk(?:s)? through|enter(?:s)? (?!into)|access|on-?site|site visits?)\b`,
)
export const ends = new RegExp(
  String.raw`\b(?:${forms('end')}|termination|cancellation|rescission|call(?:s|ed)? off|calls? (?:_agr|it|this) off|walk(?:s|ed)? away|pull(?:s|ed)? out|get(?:s)? out|br(?:ing|ings|ought|inging) [^.;]{0,40} to an end|put(?:s|ting)? an end to)\b`,
)
export const amends = new RegExp(
  String.raw`\b(?:${forms('amend')}|amendments?|corrections?|rectification|f(?:ind|inds|ound) (?:its|their) way into|give effect|take[sn]? in|carr(?:y|ies) (?:in|into|out|over|through))\b`,
)
export const records = new RegExp(String.raw`\b(?:${forms('record')}|${forms('supply')}|available|tell|tells)\b`)
export const obeys = new RegExp(
  String.raw`\b(?:${forms('obey')}|compliance|compliant|conformity|accordance|bound by|subject to|under the same rules|binding (?:on|upon)|appl(?:y|ies) to _ba|required by|as required|demands?|what [^.;]{3,40} (?:asks|calls for)|requires?|prescribe[sd]?|laid down|lays? down|live[sd]? (?:up to|by))\b`,
)

export const keepsSafe = new RegExp(
  String.raw`\b(?:${forms('upkeep')}|by means of|with|through|under)\b[^.;]{0,120}?\b${any(safeguardNouns)}\b|\b${any(safeguardNouns)}\b[^.;]{0,80}?\b${forms('upkeep')}\b`,
)
export const fitting = new RegExp(String.raw`\b${any(fittingWords)}\b`)
export const against = new RegExp(String.raw`\b${any(againstWords)}\b|\bso that\b[^.;]{0,60}\b(?:not|no one|nobody)\b`)

export const imposes = new RegExp(
  String.raw`\b(?:${forms('impose')}|${forms('takeOn')}|assurances?|contracts?|agreements?|signatures?|binding|writing)\b`,
)
export const likeTerms = new RegExp(
  String.raw`\b(?:${likeWords.join('|')})\b[^.;]{0,70}?\b${any(termNouns)}\b|\b${any(termNouns)}\b[^.;]{0,70}?\b(?:${likeWords.join('|')})\b`,
)
