import type { Rule } from './english.ts'

/** Weariness, half a refusal, or a third person's: nothing is asked for, but a person should look before more is sent. */
export const impatience: ReadonlyArray<Rule> = [
  {
    id: 'en.weary',
    pattern:
      /\b(?:this|it|that|these|they|yall|you(?: guys| people)?)(?: (?:is|are|s|really|just|sure|all))* (?:getting|gotten|became|becoming|got|starting to (?:get|feel)) (?:\w+ )?(?:old|ridiculous|annoying|silly|stupid|out of hand|out of control|excessive|tiresome|tedious|too much|to be too much|a bit much|a little much|carried away|weird|creepy)\b|\b(?:a bit|a little|way|just) (?:too )?much\b(?! (?:pain|time|for (?:the|a|my)))|\b(?:you|yall)(?: (?:guys|people|all|folks))?(?: (?:really|sure|just|must|do|seem to|certainly))* (?:love|like|enjoy)(?:s)? (?:texting|calling|messaging|emailing|contacting|bothering|to (?:text|call|message|email|bother))\b|\b(?:you|yall)(?: (?:guys|people|all))?(?: (?:really|just|ever|ever going to))* (?:do not|never|will not|would not|can not) (?:give up|let (?:it )?(?:up|go)|quit|take a hint|rest)\b|^(?:oh |wow |ugh |great |look |seriously |hm+ |not )*(?:yet )?another(?: (?:one|text|message|call|email|survey|reminder|review request))?(?: (?:of (?:these|those|them)|from you(?: guys| people)?|already|really))*$|^(?:what |ok |oh )?(?:now|again|still)(?: (?:with this|this|what|you))*$|\bleave it (?:already|at that)\b|\bnot (?:really )?(?:a |much of a |a big |a huge )?fan of (?:these|this|the (?:texts?|messages?|calls?|emails?)|your|getting|being)\b|\b(?:ever|please) (?:take a (?:break|day off|rest)|sleep|rest)\b|\b(?:fewer|less) of (?:these|those|this|them|your)\b|^(?:please |just |can you )*only (?:by |via |through |use |send )*(?:email|emails|text|texts|mail|phone|calls?|call|the portal)(?: (?:me|please|thanks))*$/,
    unless: /\b(?:symptoms?|pain|tooth|cough|baby|dog|cat|wait|traffic|weather|insurance|bill|price)\b/,
  },
  {
    id: 'en.threat',
    pattern:
      /\b(?:i will|i am going to|going to|gonna|will|or i|i would|i can) (?:just )?(?:block|blocking|change my number|hang up|leave a bad review|leave (?:a )?(?:one|1) star|switch|go elsewhere|find (?:another|a new))\b|\b(?:keep|continue) (?:it|this|that|on) (?:up)?(?: \w+){0,2} and (?:i|we|you)\b/,
    unless: /\b(?:time|calendar|slot|morning|afternoon)\b/,
  },
  {
    id: 'en.half-no',
    pattern:
      /^(?:nah|nope|no|thanks|thank you|um|uh|well|lol)(?: (?:thanks|thank you|but))* (?:i am|we are|am) (?:good|fine|ok|okay|set|all set|covered)(?: thanks| thank you| for now)*$|^(?:maybe|perhaps|possibly)(?: (?:later|another time|some other time|next time|some day|one day))(?: .{0,30})?$|\bnot bother$|\b(?:would|will|needs? to|has to|going to|wants? to|said (?:she|he|they|pt|patient) (?:would|will)) think (?:about|on|over) (?:it|this|that)\b/,
    unless: /\b(?:appointment|schedule|time slot|reschedule|cleaning|come in)\b/,
  },
  {
    id: 'en.third-no',
    pattern:
      /\b(?:he|she|they|wife|husband|mom|mother|dad|father|son|daughter|pt|patient|spouse|caregiver|who)(?: (?:is|are|was|s|said|says|states|stated|that|he|she|they))* (?:not|no longer|never) (?:really |at all |even )?(?:interested|care|wants? to (?:do|talk|be bothered)|participate|participating|respond|responding)\b|\b(?:has|have|got|found|with|sees|seeing|using|uses|went to|going to)(?: (?:a|an|his|her|their|the))? (?:new|different|another|other) (?:provider|doctor|dentist|practice|clinic|office|pcp|specialist|orthodontist|optometrist)\b/,
    unless: /\b(?:refer\w*|location|insurance|records? (?:sent|to)|transfer)\b/,
  },
  {
    id: 'en.this-not-that',
    pattern:
      /\b(?:reminders?|appointments?|appts?|confirmations?|results?|bills?|billing|recalls?|emergenc(?:y|ies))(?: \w+){0,2} (?:ok|okay|fine|good|only|yes|welcome|please)\b.*\b(?:no|not|skip|without|drop|lose|stop)\b|\b(?:no|not|skip|without|drop|stop)(?: the| any| all)? (?:marketing|promos?|promotions?|reviews?|surveys?|ads?|offers?|newsletters?)\b.*\b(?:reminders?|appointments?|confirmations?|results?)(?: \w+){0,2} (?:ok|okay|fine|good|yes|welcome|please)\b/,
  },
]
