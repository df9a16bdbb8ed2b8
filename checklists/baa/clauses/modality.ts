import { isOutsider } from '../lexicon/people.ts'
import type { Holder, Modality } from './clause.ts'

const refuse =
  /\b(?:has|have|had|shall have|will have|assumes?|accepts?|undertakes?|gives?|makes?) no (?:duty|obligation|responsibility|undertaking|liability|promise|commitment|representation)|\b(?:is|are|shall|will) not (?:be )?(?:required|obligated|obliged|bound|responsible|liable)\b(?! to the extent)|\bneed not\b|\b(?:does|do|shall|will) not (?:agree|undertake|promise|commit|accept|assume)\b|\bdisclaims?\b|\b(?:is|are|shall be|will be) under no (?:duty|obligation)|\bdeclines? to\b|\bwithout (?:any )?(?:duty|obligation) to\b|\bno obligation (?:to|of)\b/
const saved =
  /\b(?:nothing|no provision)\b[^.;]{0,60}\b(?:relieves?|excuses?|releases?|limits?)\b|\b(?:shall|will|must|may) (?:not|never|in no (?:event|case)) (?:fail|neglect|omit|refuse|decline|hesitate|delay)\b(?: to| in|,)|\b(?:shall|will|must|may) not (?:deny|withhold|obstruct|impede|refuse) (?:to )?(?:_sec|_ce)\b|\bis not relieved\b/
const aim =
  /\b(?:do|does|try|tries|give|gives) (?:its|their|_ba's|_ce's) (?:very |level )?best\b|\bdo(?:es)? (?:all|what|whatever) (?:it|they|_ba) (?:reasonably )?can\b|\bmakes? (?:every|an?|all|its best|a good faith|reasonable) (?:reasonable |honest |good faith )?(?:efforts?|attempts?)\b|\bwork(?:s)? towards?\b|(?<!to )\bsees? whether\b|\b(?:aims?|aspires?|strives?|endeavou?rs?|hopes?|intends?|expects?|(?<=(?:_ba|_ce|_sub|it|they|only|also|currently|which) )plans?|tries|try|seeks?|attempts?)(?: not| never)? to\b|\b(?:shall|will|must|agrees? to) (?:use |make |exert )?(?:its |their |all )?(?:commercially |good faith )?(?:reasonable|best|diligent|good faith) (?:commercial )?(?:efforts|endeavou?rs)\b|\b(?:shall|will|must|agrees? to|_ba) (?:attempt|try|seek|endeavou?r|strive)\b|\b(?:shall|will|must|agrees? to) (?:consider|evaluate|explore|contemplate|look into(?![^;]*\band (?:[a-z]+ly |then )?(?:report|tell|notify|inform|give|send|make|provide|mitigate)\b))\b|\b(?:goal|target|objective)\b (?:is|of)\b|^(?:wants?|wish(?:es)?|desires?) to\b|\b(?:uses?|makes?) (?:commercially )?(?:reasonable|best) efforts\b/
/** "Vendor's goal is to alert …" */
const aimNamed =
  /^[^,;]{0,80}\b(?:_ba's|its|the|our) (?:goals?|targets?|objectives?|aims?|ambition|intention|hope|intent) (?:is|are)\b/
const not =
  /\b(?:shall|will|must|may|can|could|should|does|do|agrees?(?: to)?|undertakes?|is|are|to)(?: \w+)? (?:not|never)\b|\bcannot\b|\b(?:shall|will|must|may)\s*,?\s*(?:neither|nor|in no)\b|\bneither\b.*\bnor\b|\b(?:shall|will|must|may) (?:make|do|let|have|allow|permit|take|disclose|use) (?:no\b|nothing\b)|\b(?:not to|to not)\b|\b(?:is|are) (?:strictly )?(?:prohibited|forbidden|barred)\b|\bprohibited from\b|\brefrains? from\b|\bno (?:use|disclosure|other use|other|further)\b[^.;]{0,40}\b(?:is|are|shall|may|will)\b|\bin no (?:way|manner|case|circumstance)\b|\bno [a-z -]{2,40} (?:shall|will|may|must)\b|\b(?:has|have) no (?:permission|right|authority|licen[sc]e)\b/
const duty =
  /\b(?:(?:is|are) (?:mandatory|obligatory|compulsory)|shall|will|must|agrees?|undertakes?|covenants?|commits?|promises?|pledges?|(?:is|are) (?:required|obligated|obliged|bound|responsible)|(?:has|have|needs?) to|(?:is|are) to(?: be)?|warrants|it is the (?:duty|responsibility)|duty to|responsib(?:le|ility) (?:for|to|of))\b/
const may =
  /\b(?:may|can|(?<!\b(?:who|which|that|whom) )(?:is|are) (?:permitted|authori[sz]ed|allowed|entitled|free|licensed) to|(?:has|have|retains?|reserves?|shall have|will have) (?:the |a )?(?:right|permission|authority|option|license)|(?:is|are) (?:granted|given) (?:the )?(?:right|permission)|permits? _ba to|allows? _ba to|authori[sz]es _ba to|grants?)\b/

/** The ban stands right at the verb: "shall not", "may, except as …, never", "will make no". */
const notAtHead =
  /^(?:shall|will|must|may|can|agrees?|undertakes?|covenants?|promises?|is|are)(?:,[^,]{0,90},)?(?: (?:also|further|in turn|itself|hereby|to|that it will|in particular|at all times))*(?:,? (?:not(?! (?:later|more|less|to exceed|exceeding|only|limited|sooner|earlier))|never(?! later)|neither)\b|,? (?:in|under) no (?!(?:case|event),? (?:later|more|less|longer))| (?:make|do|let|have|allow|permit|take|disclose|use|give) (?:no\b|nothing\b|neither\b))|^cannot\b|^(?:agrees|undertakes|promises|covenants)[^:;]{0,40}:?\s*(?:not to|to not|never to)\b/
const notAnywhere =
  /\b(?:is|are|be) (?:strictly |hereby )?(?:prohibited|forbidden|barred)\b|\bprohibited from\b|\brefrains? from\b|\bin no (?:way|manner|circumstances?)\b|\bin no (?:case|event) (?:use|disclos)|\bneither\b.*\bnor\b|:\s*(?:not to|to not|not|never|refrain)\b|\bunder no circumstances\b|\bnot to (?:use|disclose)\b/

/** What the agreement does not grant qualifies a use; it denies nothing of the sentence. */
const notGranted =
  /\b(?:that |which )?(?:_agr|the law|hipaa|these terms|the agreement) (?:does|do|did) not [a-z]+(?: for)?\b|\bnot (?:otherwise |expressly )*(?:provided|permitted|allowed|authori[sz]ed|granted)\b/g

/** A "not" behind "if", "that" or "unless" belongs to the condition, not to the duty. */
function beforeCondition(head: string): string {
  return head.replace(
    /^((?:\S+ ){2,}?)(?:if|unless|that|which|who|where|when|because|so that|until|except|other than)\b.*$/,
    '$1',
  )
}

/** "…to no subcontractor that is not bound": what a relative clause denies is not refused. */
function main(after: string): string {
  return after.replace(/^(.{12,}?) (?:that|who|which|whose|unless) (?:is|are|has|have|does|do|will|shall)\b.*$/, '$1')
}

/** How strongly a clause binds. `after` = words from the subject on, `all` = the whole clause. */
export function modalityOf(after: string, all: string): Modality {
  if (saved.test(all)) return 'duty'
  if (refuse.test(main(after))) return 'refuse'
  if (aim.test(after) || aimNamed.test(all)) return 'aim'
  if (
    /^(?:shall|will|must) (?:also )?(?:have|retain) (?:the|a) right|^(?:shall|will|must) be (?:entitled|permitted|allowed|free|authori[sz]ed)/.test(
      after,
    )
  )
    return 'may'
  if (
    /\b(?:has|have) no (?:permission|right|authority|licen[sc]e)\b/.test(after) ||
    /\bno [a-z_ -]{2,40} (?:shall|will|may|must)\b/.test(all)
  )
    return 'not'
  const first = /\b(?:shall|will|must|may|can|cannot|agrees?|is to|are to)\b(?: \w+){0,2}/.exec(after)
  const head = first === null ? after : after.slice(first.index)
  if (first !== null && (notAtHead.test(head) || notAnywhere.test(beforeCondition(head)))) return 'not'
  if (first === null && not.test(after.replace(notGranted, ' ').slice(0, 60))) return 'not'
  const mayAt = after.replace(/(?<=.{12}),? so that\b.*$/, '').search(may)
  const dutyAt = after.search(duty)
  if (mayAt >= 0 && (dutyAt < 0 || mayAt < dutyAt)) return 'may'
  if (dutyAt >= 0) return 'duty'
  return 'fact'
}

const role: Record<string, Holder> = { _ba: 'ba', _ce: 'ce', _sub: 'sub', _sec: 'sec' }
const preposition =
  /\b(?:for|of|with|to|by|behalf of|from|against|between|and|or|as|than|concerning|given|if done by|serving|under|on)\s(?:the |each |any |its |an? )*$/
export const verbStart =
  /\b(?:shall|will|must|may|can|cannot|agrees?|undertakes?|covenants?|commits?|promises?|aims?|has|have|is|are|need not|does not|do not|waives?|gives? no|disclaims?|reserves?|acknowledges?|warrants?|complies|maintains|keeps|tracks|encrypts|intends?|endeavou?rs?|strives?|hopes?|aspires?|expects?|plans|tries|seeks|wishes|desires?|(?<=^it )(?:uses|keeps|maintains|encrypts|complies|reports|logs)|protects|deletes|destroys|(?<=_ba )(?:comply|maintain|keep|uses?|track|encrypt|makes?|protect|returns?|delete|destroy|tells?|reports?|notify|notifies|informs?|gives?|furnish(?:es)?|amends?|corrects?|requires?|binds?|ensures?|follows?|obeys?|observes?|safeguards?|lets?|allows?|permits?|opens?|documents?|logs?|records?))\b/

/** Who the subject in front of the verb is; undefined when the words name nobody. */
export function holderOf(left: string, last: Holder | undefined, act = ''): Holder | undefined {
  const adjacent =
    /(?:^|[\s,("-])(_ba|_ce|_sub|_sec|either party|each party|neither party|both parties|the parties|the party|party|it|they|he or she|who|which|that)(?:'s)?(?:,? (?:also|then|further|first|each|promptly|itself|hereby|only|always|again|nevertheless|however|therefore|and its [a-z ]{3,40}|or its [a-z ]{3,30}))*\s*(?:,[^,]{1,80},)?\s*$/.exec(
      left,
    )
  if (adjacent !== null) {
    const before = left.slice(0, adjacent.index + adjacent[0].indexOf(adjacent[1]!))
    const word = adjacent[1]!
    if (/party|parties/.test(word)) return 'either'
    if (role[word] !== undefined && !preposition.test(before)) return role[word]
    if (role[word] === undefined && !/^(who|which|that)$/.test(word)) {
      const named = [...before.matchAll(/_(?:ba|ce|sub|sec)\b(?!'s)/g)].filter(
        (match) =>
          !preposition.test(before.slice(0, match.index)) &&
          // "something that Subpart E obliges Clinic to do, it shall …": whom somebody obliges is not who acts.
          !(
            /^ (?:to|from)\b/.test(before.slice(match.index + match[0].length)) &&
            /\b(?:obliges?|obligates?|requires?|lets?|allows?|permits?|forbids?|asks?|tells?|directs?|enables?|helps?)(?: (?:the|of))? $/.test(
              before.slice(0, match.index),
            )
          ),
      )
      return role[named.at(-1)?.[0] ?? ''] ?? last ?? (word === 'it' ? 'ba' : undefined)
    }
    if (/^(who|which|that)$/.test(word)) {
      const named = [...before.matchAll(/_(?:ba|ce|sub|sec)\b(?!'s)/g)].at(-1)
      if (named !== undefined && before.length - named.index < 40) return role[named[0]]
    }
  }
  const subject = left
    .replace(/^.*(?:;|:)\s/, '')
    // "At Clinic's direction …": whose wish it is, not who acts.
    .replace(
      /^(?:at|on|upon|by|under) (?:the )?(?:written )?(?:_(?:ce|ba|sec)'s (?:[a-z]+ ){0,2}(?:request|direction|instructions?|demand|election|option|order|wish)|(?:request|direction|instruction|demand|order) of _(?:ce|ba|sec)),? /,
      '',
    )
    .replace(
      /^(?:if|when|where|upon|on|within|at|to the extent|before|in the event|as|following|after|not later|no later|except|promptly|without|under|with|unless|during|immediately|by|for|once|should|from|until|until such|in case|whenever|insofar|notwithstanding)\b[^,]*,\s*/,
      '',
    )
  const first =
    /_(?:ba|ce|sub|sec)\b|\b(?:either|each|neither) party\b|\b(?:any|every|each|another|no|other|all) (?:other )?(?:party|person|entity|company|contractor|vendor|helper|agent|third part)/.exec(
      subject,
    )
  if (/^(?:it|they)\b/.test(subject) && (first === null || first.index > 2)) return last ?? 'ba'
  if (first === null) return subject.trim() === '' ? undefined : 'thing'
  const named = role[first[0]]
  if (named === undefined) return /party$/.test(first[0]) && /^(either|each|neither)/.test(first[0]) ? 'either' : 'sub'
  // "Vendor's hosting provider shall …": somebody else, not the vendor.
  if (isOutsider(subject.slice(first.index + first[0].length), act)) return named === 'ba' ? 'sub' : 'thing'
  const possessed = subject.startsWith("'s", first.index + first[0].length)
  if (preposition.test(subject.slice(0, first.index)) && subject.slice(0, first.index).trim().split(' ').length > 1)
    return 'thing'
  return possessed && named === 'sub' ? 'thing' : named
}
