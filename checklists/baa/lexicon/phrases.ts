/** Pieces of patterns over normalised words, shared by the rules. */

export const report = String.raw`(?:reports?|reported|reporting|notif(?:y|ies|ied|ying|ication)|informing|telling|alerting|advising|(?:give|provide|furnish|send|deliver|make|issue)s? (?:to )?(?:_ce )?(?:an? |each |the |prompt |written |immediate |initial |first |such |all )*(?:notices?|notifications?|warning|reports?|word|account of|statement of)|(?:notices?|notifications?|reports?) (?:is |are |shall be |will be |must be )?(?:given|due|made|sent|provided|delivered|required)|tells?|informs?|informed|advises?|alerts?|lets? _ce know|makes? _ce aware|br(?:ings?|ought) [^.;]{0,60}(?:_ce's attention|attention of _ce)|communicat(?:es?|ed)|convey(?:s|ed)?|made known|makes? known|escalates?|says? (?:so|it) to _ce|discloses? to _ce|calls? _ce|describes? to _ce)`
export const use = String.raw`(?:uses?|used|using|disclos(?:e|es|ed|ures?|ing)|access(?:es|ed)?|misus(?:e|es|ed)|handl(?:e|es|ed|ing)|releases?|released)`
export const outside = String.raw`(?:not (?:expressly |otherwise |specifically )?(?:provided|allowed|permitted|authorized|authorised|covered|contemplated|in accordance|in keeping|in line|consistent)|other than|outside|beyond|otherwise than|except as|contrary to|in violation|in breach|violat\w+|inconsistent with|in conflict with|(?:does|do|did|has|have|would|may) not (?:allow|permit|provide|authori[sz]e|cover|contemplate)|unauthorized|unauthorised|impermissible|improper|unpermitted|wrongful|prohibited|forbidden|unlawful|not be (?:permitted|allowed)|against _agr|not entitled)`
export const law = String.raw`(?:law|laws|regulations?|statutes?|courts?|legal process|required by law)`
export const agreement = String.raw`(?:_agr|sections?|articles?|parts?|paragraphs?|services? agreement|master|expressly)`
export const subcontractor = String.raw`(?:_sub|those (?:who|that) (?:help|assist|work)|(?:any|every|each|no|another|other|its|such|all|those|third|outside) (?:other |third |outside |downstream |of its )*(?:part(?:y|ies)|persons?|entit(?:y|ies)|compan(?:y|ies)|contractors?|vendors?|helpers?|agents?|affiliates?|suppliers?|firms?|providers?)|(?:suppliers|vendors|companies|providers|partners|firms|helpers) (?:that|who|which)\b|(?:an?|the) (?:helper|contractor|vendor|agent|supplier|third party)\b|helpers?|contractors|agents|vendors|affiliates?)`
export const securityRule = String.raw`(?:subpart c\b|security rule|security standards (?:for|at)|164\.3(?:0[2468]|1[0246])|security regulations|hipaa security|security (?:provisions|requirements|standards) of hipaa)`
export const privacyRule = String.raw`(?:subpart e\b|privacy rule|privacy regulations|hipaa(?:'s)? privacy (?:rules?|regulations|standards)|164\.5\d\d)`

export function re(source: string): RegExp {
  return new RegExp(source)
}
