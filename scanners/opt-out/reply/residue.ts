import type { Clause } from './clause.ts'

/** A message no rule decided. What speaks of refusing or of outreach is held for a person; the rest is ordinary. */

const smallWords = new Set(
  'i we you u it he she they me us my am is are was were be been do does did will would could should have has had want wanted wish care think so that this these it at all way ever even really now thanks thank please sorry sir maam ma am but just hell damn fuck in a an the million years chance of interested for to anymore any more again and or with by today absolutely definitely honestly simply still im id will rather prefer going get getting hi hello ok okay um uh well oh lol haha something thing doing happening leaving giving one whatever fine that'.split(
    ' ',
  ),
)
const refusals = new Set('no nope nah not never nay negative non decline'.split(' '))

/** "No, I won't", "never in a million years": a refusal and nothing else in it. */
function declines(words: ReadonlyArray<string>): boolean {
  return (
    words.length <= 8 &&
    words.some((word) => refusals.has(word)) &&
    words.every((word) => refusals.has(word) || smallWords.has(word))
  )
}

const spanishSmall = new Set(
  'no nunca jamas ya me te lo la le gracias por favor muchas de nada interesa interesada interesado estoy quiero deseo voy a hacer eso esto para mi pues ahora ahorita en absoluto disculpe perdon senor senora que ni y tampoco puedo tengo interes hoy mejor ok bueno'.split(
    ' ',
  ),
)

const outreach =
  /\b(?:text(?:s|ing|ed)?|messag(?:e|es|ing)|calls?|calling|called|emails?|emailing|contact(?:ing|ed)?|lists?|numbers?|reminders?|notifications?|voicemails?|spam|subscri\w+)\b/
const ending =
  /\b(?:stop(?:ping|ped)?|quit|cease\w*|desist|unsubscrib\w*|opt(?:ed|ing)? (?:me )?out|remov\w+|delet\w+|eras\w+|no more|no longer|leave \w+ alone|dnc|revok\w*|withdraw\w*|consent\w*|discontinu\w+|never|do not|does not|block\w*|exclude)\b/
const spanishOutreach =
  /\b(?:mensaj\w*|llam(?:en|e|ar|adas?)|textos?|texte\w+|listas?|contact\w+|correos?|escrib\w+|molest\w+)\b/
const spanishEnding =
  /\b(?:no|dej[ea]\w*|par[ea]n?|quit\w+|borr\w+|elimin\w+|baja|basta|ya|nunca|saqu\w+|cancel\w+|deteng\w*)\b/

const tooMuch =
  /\b(?:less|fewer|slow down|too (?:early|late|many|much|often|frequent\w*)|no more than|at most|maximum|max|limit|reduce|tone|cut back|ease up|(?:as|so|this|that) (?:often|frequent\w*|many|early|late)|every (?:single )?day|constantly|nonstop|non stop)\b/
const yesAndNo =
  /\b(?:texts?|calls?|emails?|surveys?|reviews?|reminders?|marketing|promos?) (?:no|yes|ok|bad|good)\b.*\b(?:no|yes|ok|bad|good)\b/
const review = /\b(?:reviews?|surveys?|ratings?|questionnaires?|feedback)\b/
const refusesReview = /\b(?:not|never|no|why (?:would|should|do) (?:i|we|you)|refuse\w*|waste|hate|dislike)\b/
const reviewTrouble =
  /\b(?:can not|could not|link|find|figure|work(?:s|ing|ed)?|load\w*|page|how|where|already|did not (?:get|see|let)|sure|remember|recall|yet|forgot|forget|no problem|hate to|later|soon|not (?:mind|a problem)|no (?:issues?|complaints?|need))\b/
const movedAway =
  /\b(?:i|we) (?:have )?(?:now )?(?:live|moved|relocated|am living|are living|do not live) (?:in |to |out of )?\w+(?: \w+)? ?(?:now|already|last \w+)?$/
const insteadOfMe =
  /^(?:please |just |you can )?(?:call|text|contact|email|message|try|ask) (?:my|his|her|the) \w+ (?:\w+ ){0,3}instead$/
const feelsBad = /\b(?:again|another|still) (?:with )?(?:the )?(?:texts?|calls?|messages?|emails?|you|this)\b/

/** Which residue a message leaves, or undefined where it is an ordinary reply. `plain` = its words without commas. */
export function residueOf(clauses: ReadonlyArray<Clause>, ordinary: (text: string) => boolean): string | undefined {
  const plain = clauses
    .map(({ text }) => text)
    .join(' ')
    .replace(/ ?, ?/g, ' ')
    .trim()
  const words = plain.split(' ')
  if (declines(words)) return 'declines'
  if (
    words.length <= 9 &&
    /^(?:no|nunca|jamas|tampoco|ya no)\b/.test(plain) &&
    words.every((word) => spanishSmall.has(word))
  )
    return 'es.declines'
  for (const { text } of clauses) {
    if (insteadOfMe.test(text)) return 'someone-instead'
    if (movedAway.test(text)) return 'moved-away'
    if (ordinary(text)) continue
    if (outreach.test(text) && tooMuch.test(text)) return 'too-much'
    if (yesAndNo.test(text)) return 'some-of-it'
    if (review.test(text) && refusesReview.test(text) && !reviewTrouble.test(text)) return 'no-review'
    if (feelsBad.test(text) && words.length <= 6) return 'again'
  }
  return undefined
}

const factOrAsk =
  /\b(?:can not|could not|did not (?:get|receive|see|call|text|hear)|have not|has not|had not|never (?:got|received|called|heard|get|had|saw)|not (?:get|got|receive|sure|see|know|able|yet|receiving|getting)|forget|hesitate|worry|problem|no (?:one|body)|nobody|number (?:is|was|has|changed)|(?:my|a) new|updat\w+|please (?:call|text|email|contact|message|send)|call me|text me|call back|missed|miss|lost|message (?:from|about|with|when)|spam folder|if (?:you|i)|how|what|when|where|did|does|is there|can you|could you|can i)\b/

/** Stop words beside outreach words that no rule could join: never dropped. */
export function speaksOfEnding(clauses: ReadonlyArray<Clause>, ordinary: (text: string) => boolean): boolean {
  return clauses.some(
    ({ text }) =>
      !ordinary(text) &&
      !factOrAsk.test(text) &&
      ((outreach.test(text) && ending.test(text)) ||
        (spanishOutreach.test(text) &&
          spanishEnding.test(text) &&
          !/\b(?:no recibi|no me (?:han|ha|llego|llamaron)|gracias)\b/.test(text))),
  )
}
