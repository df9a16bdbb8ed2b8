/** Lists, firms and facts that are not the practice's outreach: an opt-out word beside them is no opt-out. */
const otherList =
  /\b(?:wait ?(?:ing)?|cancellation|cancelation|cancel|standby|short notice|short call|price|med(?:s|ication)?|allergy|guest|problem|to do|shopping|asap|priority|surgery|sub|on call|sooner|earlier|quick call|volunteer|emergency contact) ?lists?\b|\bwaitlist\b/
const outreachList = /\b(?:mailing|text(?:ing)?|call(?:ing)?|contact|email|marketing|survey|review) lists?\b/

/** "The other office would not leave me alone": somebody else is the one who contacts. */
const otherSubject =
  /(?:^|, |\b(?:because|since|unlike|so|and|but) )(?:the|my|that|those|our|another|some|these|other|every) ?(?:other|old|last|previous|former|prior|ex|insurance|spam\w*|scam\w*|political|robo\w*|pharmacy|bank|medicare|warranty|telemarket\w*|different|hospital|lab|collection\w*|wrong)(?: \w+){0,2} (?:would not|will not|does not|do not|did not|never|keeps?|kept|wont|is|was|were|are|always|stopped|quit|has|have|had|used to|can not)\b/

/** Told as a fact or asked about: "he quit texting me the results", "why did you stop sending reminders". */
const stoppedAlready =
  /\b(?:why|when|how come)(?: (?:did|have|has|had|do|does|would|was|were|are))? (?:you|your \w+|they|the \w+|dr \w+|he|she|i|we|it)(?: (?:guys|all|people|even|suddenly|just|ever))* (?:stop|stopped|quit|stopping|end|ended|discontinue|discontinued|cancel|cancelled|unsubscribe|remove|removed|take|drop|dropped|opt|block)(?: me| us)?\b|^(?:hi |so |hey |hello )?(?:did|have|has|had) (?:you|they|your \w+|the \w+|dr \w+|he|she|i)(?: (?:guys|all|people|just))* (?:stop|stopped|quit|discontinue|discontinued|end|ended|unsubscribe|remove|removed|block|blocked|cancel|cancelled) |(?<!\b(?:ask|asks|asked|that|said|says|requests|requested|wants|if|until|told|request|insists|wish|prefer|prefers|demands|demanded|can|could|will|would|should|please) )\b(?:he|she|they|it|someone|somebody|the (?:office|doctor|nurse|system|reminders|texts|messages|emails|calls)|my (?:reminders|texts|messages|emails|calls))(?: (?:have|has|had|just|suddenly|all|also))* (?:quit|stopped|ended)\b|\bi (?:have |just |suddenly |also )*(?:stopped|quit) (?:getting|receiving|seeing|hearing)\b|\bi (?:am |m )?(?:no longer|not|stopped|do not|have not|did not|have not been) (?:longer )?(?:getting|receiving|get|receive|seeing|see|gotten|received|been getting) (?:my |your |the |any |these |them|any of )/

/** Orders that stand on their own even beside such a fact. */
const ordersToo =
  /\b(?:please|so|now|just|and) (?:stop|remove|unsubscribe|take me off|do not)\b|\bif i\b|\bsince i\b|\bafter i\b|\bunsubscribed?\b.*\bstill\b|\bopted out\b|\b(?:replied|texted|said|sent) stop\b/

/** Somebody else is to be told to stop: "the pharmacy keeps calling me, tell them to stop". */
export const otherCaller =
  /\b(?:pharmacy|insurance|insurer|lab|hospital|bank|collections?|collectors?|agency|medicare|walgreens|cvs|spammers?|scammers?|telemarketers?|neighbou?rs?|robocallers?|other (?:office|dentist|doctor|clinic|practice)|(?:old|last|previous|former) (?:office|dentist|doctor|clinic|practice))(?: \w+){0,2} (?:keeps?|will not (?:stop|quit)|calls|texts|emails|calling|texting|emailing|bothering|harassing|bugging) |\b(?:tell|ask|get|make|have|telling|asking) (?:my|the|that|those|your) (?:\w+ )?(?:pharmacy|insurance|lab|hospital|bank|collections?|collectors?|agency|neighbou?rs?|contractor|construction|kids?|landlord) (?:\w+ )?to (?:stop|quit|not|leave)/

export function ofAnother(text: string): boolean {
  if (otherList.test(text) && !outreachList.test(text)) return true
  return (otherSubject.test(text) || stoppedAlready.test(text)) && !ordersToo.test(text)
}
