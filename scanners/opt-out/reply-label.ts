import { type Clause, clausesOf, spanIn } from './reply/clause.ts'
import { angryMarks, automatic, doubts, limits, momentLimits, scrap } from './reply/doubtful.ts'
import { optOutRules, type Rule } from './reply/english.ts'
import { impatience } from './reply/impatience.ts'
import { keep, otherObject } from './reply/keep.ts'
import { bareKeyword, weakKeyword } from './reply/keyword.ts'
import { isForeignStop, isOtherLanguage } from './reply/other-languages.ts'
import { ofAnother, otherCaller } from './reply/other-party.ts'
import { residueOf, speaksOfEnding } from './reply/residue.ts'
import { channelsIn, scopeOf } from './reply/scope.ts'
import { spanishDoubts, spanishKeep, spanishOther, spanishRules } from './reply/spanish.ts'
import { staffNoteRules } from './reply/staff-note.ts'
import { strip } from './reply/strip.ts'
import { wishRules } from './reply/wish.ts'
import { sentToWrongPerson, wrongNumberRules } from './reply/wrong-number.ts'

export type ReplyLabel = {
  /** `optout` act now, `ambiguous` hold sending and let a person look, `not` none. */
  label: 'optout' | 'not' | 'ambiguous'
  scope: 'all' | 'this' | 'unclear'
  rule: string
  /** UTF-16 offsets of the deciding words in the text as given; the whole text where no words decided. */
  start: number
  end: number
  /** Channels the message names. */
  channels: Array<'sms' | 'email' | 'voice'>
  wrongNumber: boolean
  /** What was taken away before reading: quoted mail, our footer, a reaction. */
  stripped: Array<string>
}

type Hit = { rule: string; start: number; end: number }

function firstHit(rules: ReadonlyArray<Rule>, clauses: ReadonlyArray<Clause>): Hit | undefined {
  for (const clause of clauses) {
    for (const { id, pattern, unless } of rules) {
      const match = pattern.exec(clause.text)
      if (match === null || unless?.test(clause.text)) continue
      return { rule: id, ...spanIn(clause, match.index, match.index + match[0].length) }
    }
  }
  return undefined
}

/** A clause and, where commas or "but" part it, its pieces: an order may stand in one of them alone. */
function pieces(clause: Clause): Array<Clause> {
  const parts: Array<Clause> = []
  let current: Clause['tokens'] = []
  const close = () => {
    if (current.length > 0)
      parts.push({ tokens: current, text: current.map(({ word }) => word).join(' '), asks: clause.asks })
    current = []
  }
  for (const token of clause.tokens) {
    if (token.word === ',' || token.word === 'but' || token.word === 'pero') close()
    else current.push(token)
  }
  close()
  return parts.length > 1 ? parts : []
}

/** "Have a nice day", "good morning": days that are no appointment. */
const farewells =
  /\b(?:have|enjoy|wish you)(?: (?:a|an|your|the|you|rest of|nice|good|great|blessed|lovely|wonderful|safe|happy))* (?:days?|weekend|evening|night|week|morning|afternoon|holidays?)\b|\b(?:good|nice|great|happy) (?:morning|day|afternoon|evening|night|weekend|week|new year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?:last|this|since last) (?:week|month|year)\b|\b(?:days?|weeks?|months?|years?) ago\b/g

const plainOf = (clauses: ReadonlyArray<Clause>): string => clauses.map(({ text }) => text).join(' , ')

/** The text with its deciding words blanked out. */
function without(text: string, { start, end }: Hit): string {
  return `${text.slice(0, start)} . ${text.slice(end)}`
}

/**
 * Reads a reply or a call note by a fixed grammar, English and Spanish: what a reasonable person would take as an end
 * to contact (47 CFR 64.1200(a)(10)). Deterministic; learns nothing.
 */
export function labelReply(original: string): ReplyLabel {
  const stripped = strip(original)
  const clauses = clausesOf(stripped.text)
  const everything = plainOf(clauses)
  const named = channelsIn(everything)
  const answer = (label: ReplyLabel['label'], hit: Hit, wrongNumber = false): ReplyLabel => ({
    label,
    scope:
      label === 'optout'
        ? scopeOf(everything, {
            wrongNumber,
            mailed: stripped.parts.some((part) => /^(?:quoted-mail|signature)$/.test(part)),
          })
        : 'unclear',
    ...hit,
    channels: named,
    wrongNumber,
    stripped: stripped.parts,
  })
  const wholeText = (rule: string): Hit => ({ rule, start: 0, end: original.length })

  if (stripped.reaction) return answer('ambiguous', wholeText('reaction'))
  // "Do I text STOP to cancel?" holds our own words and a question about them.
  if (stripped.echo && clauses.some(({ asks }) => asks)) return answer('ambiguous', wholeText('asks-about-footer'))
  if (everything === '') {
    if (stripped.echo) return answer('ambiguous', wholeText('echoed-footer'))
    return answer(
      angryMarks.test(stripped.text) || /^[\s?]*\?[\s?]*$/.test(stripped.text) ? 'ambiguous' : 'not',
      wholeText('no-words'),
    )
  }

  const keyword = bareKeyword(everything.replace(/ ,/g, ''))
  if (keyword || isForeignStop(everything.replace(/ ,/g, ''))) {
    const tagged = /\b(?:please|ok|okay|alright|already|now|thanks)\b/.test(everything)
    const asks = clauses.length === 1 && clauses[0]!.asks && !original.includes('!') && !tagged
    return answer(
      asks ? 'ambiguous' : 'optout',
      wholeText(asks ? 'keyword-asked' : keyword ? 'keyword' : 'keyword-other-language'),
    )
  }
  const listedAsRefused =
    /\b(?:dnc|do not (?:call|contact|text)|no (?:call|contact)) list\b|\b(?:on|to) (?:the |your |a )?dnc\b/.test(
      everything,
    )
  if (
    (keep.test(everything) && !sentToWrongPerson.test(everything) && !listedAsRefused) ||
    spanishKeep.test(everything)
  )
    return answer('not', wholeText('keeps'))

  if (automatic.test(everything) && !/\b(?:remove|stop|unsubscribe|wrong)\b/.test(everything))
    return answer('ambiguous', wholeText('automatic'))

  const all = clauses.flatMap((clause) => [clause, ...pieces(clause)])
  const others = otherCaller.test(everything)
  const wrong = firstHit(wrongNumberRules, all)
  const mine = all.filter(({ text }) => !others && !ofAnother(text))
  const ordered =
    firstHit(optOutRules, mine) ??
    firstHit([...staffNoteRules, ...wishRules], mine) ??
    firstHit(spanishRules, all) ??
    wrong
  if (ordered !== undefined) {
    const weak =
      ordered.rule === 'en.bare-word' || ordered.rule === 'en.order-at-end' || ordered.rule === 'es.bare-word'
    const deciding = original.slice(ordered.start, ordered.end)
    // "can't come, cancel": beside a visit or a cure the word means that. A farewell is neither.
    const beside = plainOf(clausesOf(without(stripped.text, ordered))).replace(farewells, ' ')
    const other = weak && weakKeyword(deciding) && (otherObject.test(beside) || spanishOther.test(beside))
    if (other && wrong !== undefined) return answer('optout', wrong, true)
    if (!other) {
      // Told of earlier stops, "this month" is when they were sent, no limit.
      const told = /^en\.(?:asked-before|still-after-stop|unsubscribed-before)$/.test(ordered.rule)
      const limited = told ? everything.replace(farewells, ' ') : everything
      const limit = [...limits, spanishDoubts[0]!].find(
        ({ id, pattern, unless }) =>
          // "Do not text before nine": the order itself may carry the limit, a bare "stop" does not.
          (!weak || /\bdo(?:n.t| not|nt)\b/i.test(deciding)) &&
          !/^en\.(?:unsubscribe|revoke)$/.test(ordered.rule) &&
          // "Too many, take me off" is no wish for fewer.
          !(id === 'en.limit-often' && ordered.rule.startsWith('en.take-off')) &&
          pattern.test(limited) &&
          !unless?.test(limited),
      )
      const wrongNumber = wrong !== undefined || /^es\.(?:wrong-number|mistaken)$/.test(ordered.rule)
      if (limit !== undefined && !wrongNumber) return answer('ambiguous', { ...ordered, rule: limit.id })
      if (momentLimits.test(everything) && !weak && !wrongNumber)
        return answer('ambiguous', { ...ordered, rule: 'en.limit-moment' })
      return answer('optout', ordered, wrongNumber)
    }
  }
  const doubt =
    firstHit([...doubts, ...impatience], clauses) ??
    firstHit(
      limits.filter(({ id }) => id === 'en.limit-person'),
      clauses.filter(({ text }) => /\b(?:not|never)\b/.test(text)),
    ) ??
    firstHit(spanishDoubts, clauses)
  if (doubt !== undefined) return answer('ambiguous', doubt)
  if (clauses.length === 1 && scrap.test(everything)) return answer('ambiguous', wholeText('scrap'))
  if (isOtherLanguage(everything)) return answer('ambiguous', wholeText('other-language'))
  if (angryMarks.test(stripped.text) && everything.split(' ').length < 3)
    return answer('ambiguous', wholeText('angry-mark'))
  const ordinary = (text: string) => otherObject.test(text) || spanishOther.test(text) || others || ofAnother(text)
  const residue = residueOf(clauses, ordinary) ?? (speaksOfEnding(clauses, ordinary) ? 'speaks-of-ending' : undefined)
  if (residue !== undefined) return answer('ambiguous', wholeText(residue))
  return answer('not', wholeText('no-instruction'))
}
