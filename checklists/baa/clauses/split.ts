import { numberWord } from '../lexicon/number-words.ts'
import { isVerb } from '../lexicon/verb-forms.ts'
import { join, type Mapped, made, slice, trim } from '../text/mapped.ts'
import type { Holder, Modality } from './clause.ts'
import { beginsWithVerb } from './leads.ts'
import { holderOf, modalityOf, verbStart } from './modality.ts'

/** A part of a sentence with its own or its inherited subject and verb. `own` = where its own words begin. */
export type Piece = { words: Mapped; own: number; holder: Holder; modality: Modality; whole?: string }

/** What a lead-in lends to the items below it. */
export type Lead = { words: Mapped; holder: Holder; modality: Modality }

const binding = '(?:shall|will|must|may|agrees?|can|cannot|undertakes?)'
const breaks = new RegExp(
  [
    String.raw`;\s+(?:and |or |but )?`,
    String.raw`(?<!${numberWord}|section|sections|paragraph|article|part|clause|and|or|-)\s\((?:[a-h]|[ivx]{1,4}|\d)\)\s`,
    String.raw`(?<=[,:;]|\band|\bor|\bto|shall|will)\s\((?:[a-z]|[ivx]{1,4}|\d)\)\s`,
    String.raw`,? (?:and|but|or) (?=(?:also |further |in addition |for (?:greater certainty|clarity|the avoidance of doubt),? |in particular,? |it )?(?:(?:shall|will|must|may) |agrees (?:to|that|not)|cannot |undertakes to))`,
    String.raw`, (?=(?:shall|will|must|may) )`,
    String.raw`,? (?:and|but|while|whereas|though|although) (?=(?:_ba|_ce|_sub|it|they|either party|neither party|the parties)(?:'s [^,;]{0,60})? (?:\w+ )?(?:${binding}|is|are|does|has|uses?|keeps?|tracks?) )`,
    String.raw`, (?:and|but) (?=(?:if|where|when|upon|on|to the extent|for any|within|at) [^,;]{3,160}(?:shall|will|must|may) )`,
    String.raw`,? (?:and|but) (?=not to )`,
    String.raw`, (?:after|upon|on|at|following) which(?: time| date| point)? (?=(?:_ba|_ce|it|they) (?:shall|will|must|may) )`,
    String.raw`,? (?=nor\b)`,
    String.raw`, (?=provided,? (?:however,? )?that )`,
  ].join('|'),
  'g',
)

const subordinate =
  /^(?:so that|to the end that|in order that|insofar|in so far|as far as|whensoever|wheresoever|if|when|where|whenever|upon|once|to the extent|in the event|should|unless|as soon as|after|before|until|because|on|at|within|provided)\b/
const mainSubject =
  /(?:(?:^|[\s,])(?:_ba|_ce|_sub|it|they|either party|neither party|the parties)(?:'s [^,;]{0,60})?|,[^,]{3,80})(?: [a-z]+)?\s*$/

/** "any breach within two days": a thing and nothing done with it. */
const bareThing = /^(?:any|each|every|all|an?|the|such|similarly any|likewise any)\b/
/** What a part lends to a bare thing behind it: all up to its colon, or its verb. */
const lentVerb =
  /^[^:]{8,170}:|^.{0,120}?\b(?:shall|will|must|agrees to|undertakes to) (?:[a-z]+ly )?(?:[a-z]+)(?: (?:to |with )?_ce\b)?/

/** "…, so that Clinic can meet it", "…, which Vendor may keep": a verb of an aside, not of the sentence. */
const inAside =
  /\b(?:so that|in order that|which|who|whom|whose)\b(?: [^\s,;]+){0,5} $|, (?:if|where|when|unless|as far as|so far as|to the extent)\b(?: [^\s,;]+){0,5} $/

/** "Vendor copies charts …": the verb behind the party is the verb, whatever follows in relative clauses. */
const tellsOfWork =
  /^((?:_ba|_ce|_sub|it) )([a-z]{3,}s) (?!(?:shall|will|must|may|can|is|are|of|and|or|that|which|who|relating|about|under|to)\b)/

/** The first verb that binds, with everything before it as its subject. */
function head(text: string): { left: string; at: number } | null {
  const told = tellsOfWork.exec(text)
  if (told !== null && isVerb(told[2]!)) return { left: told[1]!, at: told[1]!.length }
  const match = verbStart.exec(text)
  if (match === null) return null
  // "Nothing in this BAA lets …", "a law requires": only a verb that follows a subject, not a relative clause.
  if (subordinate.test(text)) {
    const main = [...text.matchAll(/\b(?:shall|will|must|may|can|cannot|has no|have no|need not|waives?)\b/g)].filter(
      ({ index }) => !inAside.test(text.slice(0, index)),
    )
    const behindComma = main.find(
      (match) => /,/.test(text.slice(0, match.index)) && mainSubject.test(text.slice(0, match.index)),
    )
    const chosen = behindComma ?? main.find((match) => mainSubject.test(text.slice(0, match.index))) ?? main[0]
    if (chosen !== undefined) return { left: text.slice(0, chosen.index), at: chosen.index }
  }
  const modal =
    /\b(?:shall|will|must|may|can|cannot|agrees?|undertakes?|has no|have no|need not|waives?|does not|do not|aims?|gives? no)\b/.exec(
      text,
    )
  const at =
    modal !== null && /\b(?:who|which|that|if|when|where|unless)\b[^,]*$/.test(text.slice(0, match.index))
      ? modal.index
      : match.index
  return { left: text.slice(0, at), at }
}

/** "…assurances that the recipient will keep it confidential, will use it …": what follows is the recipient's, not ours. */
function lastTeller(text: string): boolean {
  const match =
    /\b(?:recipient|person|entity|organi[sz]ation|party to whom [^,;]{3,60}|third party)\b(?: [a-z]+){0,4} (?:will|shall|must)\b(?!.*(?:_ba|_ce) (?:shall|will|must|may))/.exec(
      text,
    )
  return match !== null
}

const mark = /\((?:[a-z]{1,2}|[ivx]{1,4}|\d)\)\s*$/
/** Ends in a citation of the regulation that may go on with further letters. */
const citation =
  /\b164\.\d{3}(?:\([a-z0-9]{1,4}\))+(?:(?:,| and| or| through| to| thru|-| &)+ ?\([a-z0-9]{1,4}\))*,?(?: (?:and|or|through|to|thru|&))?$/
const leadingMark = /^\(?(?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})\)\s+/

const passive =
  /^(?:shall|will|must|may|can|is|are|has to|have to)(?: (?:not|never|only|also|promptly|always|then))* (?:be )?[a-z]+(?:ed|en|pt|de|nt|ld|ut)(?: (?:and|or) [a-z]+(?:ed|en|pt|de|nt|ld|ut))?(?: to _ce)? by _(ba|ce|sub)\b(?!'s)/
/** "Safeguards against … are the responsibility of Clinic." */
const chargeOf =
  /\b(?:is|are|shall be|will be|remains?|rests? (?:with|on)|falls? (?:to|on)|lies with) (?:solely |entirely |always )?(?:(?:the|a) (?:sole |exclusive |own )?(?:responsibility|duty|obligation|task|job|business|concern) of _(ce|ba)\b|_(ce|ba)'s (?:sole |exclusive |own )?(?:responsibility|duty|obligation|task|job|business|concern|affair)\b)/

/** "…shall be entered by Vendor": who acts, whatever stands in front of the verb. */
function agentOf(text: string, at: number): Holder | null {
  const charged = chargeOf.exec(text)
  if (charged !== null) return (charged[1] ?? charged[2]) as Holder
  // "Corrections Clinic has accepted will be entered by Vendor": the one modal verb is the main one.
  const modals = [...text.matchAll(/\b(?:shall|will|must|may)\b/g)]
  const from = modals.length === 1 && modals[0]!.index > at ? modals[0]!.index : at
  const who = passive.exec(text.slice(from))?.[1]
  return who === undefined ? null : (who as Holder)
}

/** "must be amended, Vendor will amend it": the end of a condition and the sentence it belongs to. */
const goesOnToMain =
  /^(?:shall|will|must|may) [^,;]{3,90}, (?:then )?(?:_ba|_ce|it|they)(?:'s [^,;]{0,40})? (?:[a-z]+ly )?(?:shall|will|must|may)\b/

/** A part of a sentence; `listed` when it stands behind "(a)" or "(ii)". */
type Part = { words: Mapped; listed: boolean }

function cut(sentence: Mapped): Array<Part> {
  const parts: Array<Part> = []
  let from = 0
  let listed = false
  const add = (words: Mapped) => {
    const whole = trim(words)
    const own = leadingMark.exec(whole.text)
    const bare = own === null ? whole : trim(slice(whole, own[0].length))
    if (bare.text !== '' && !/^(?:and|or)$/.test(bare.text)) parts.push({ words: bare, listed: listed || own !== null })
  }
  for (const match of sentence.text.matchAll(breaks)) {
    if (match.index <= from) continue
    const before = sentence.text.slice(from, match.index)
    const after = sentence.text.slice(match.index + match[0].length)
    // "Company, on request, shall …": the comma stands between a subject and its own verb.
    if (/^, $/.test(match[0]) && !/\b(?:shall|will|must|may|agrees?|cannot)\b/.test(before)) continue
    if (
      mark.test(match[0]) &&
      /\b(?:section|sections|paragraph|paragraphs|subparagraph|clause|article|part) [\w.]*$/.test(before)
    )
      continue
    // "If it is wrong and must be amended, Vendor shall …": the condition goes on to the comma.
    if (/^,? (?:and|or) $/.test(match[0]) && !/,/.test(before) && subordinate.test(before) && goesOnToMain.test(after))
      continue
    // "164.504(e)(2)(ii)(B) through (G) and (I)": letters of a citation.
    if (citation.test(before) && mark.test(match[0])) continue
    // "has no right to, and shall not, use": one verb behind two helpers; "neither use nor disclose": one ban.
    if (/^(?:shall|will|may|must)(?: not)?,/.test(after) || (/^nor\b/.test(after) && /\bneither\b/.test(before)))
      continue
    add(slice(sentence, from, match.index))
    listed = mark.test(match[0])
    from = match.index + match[0].length
  }
  add(slice(sentence, from))
  return parts
}

/** A row is one statement; two rows of a drawn box that ran together are two. */
function statements(row: Mapped): Array<Part> {
  const parts: Array<Part> = []
  let from = 0
  for (const { index } of row.text.matchAll(/(?<=[a-z)]\.) (?=_(?:ba|ce|sub) (?:shall|will|must|may|agrees)\b)/g)) {
    parts.push({ words: slice(row, from, index), listed: false })
    from = index + 1
  }
  return [...parts, { words: slice(row, from), listed: false }]
}

const opensOwn =
  /^(?:_ba|_ce|_sub|either party|neither party|each party|the parties)(?: (?:also|hereby))? (?:shall|will|must|may|can|cannot|agrees?|reserves?|has|have|is|are|waives?|acknowledges?|does|provides?|lets|permits)\b/
const subjectStart =
  /^(?:_|it |they |either |each |any |all |every |another |if |when|where|upon|no |the |a |an |nothing|its |such |this |these |within|on |at |to the extent|in |for |by |as |promptly|before|after|not later|access|audit logs)/
const ownVerb =
  /(?:_ba|_ce|_sub|_sec|\bit|\bthey|party|parties|records|phi|logs?|notice|return)(?:'s [^,;]{0,60})?,? (?:\w+ )?(?:shall|will|must|may|cannot|agrees)\b/

const shortHead: Record<Modality, string> = {
  duty: 'shall',
  not: 'shall not',
  may: 'may',
  fact: '',
  aim: 'aims to',
  refuse: 'has no duty to',
}
const named: Record<Holder, string> = {
  ba: '_ba',
  ce: '_ce',
  sub: '_sub',
  sec: '_sec',
  either: 'either party',
  thing: '',
}

const speakers = String.raw`^(?:_ba|_ce|the parties|each party|both parties|either party|neither party|it)`
const helpers = String.raw`(?: (?:has|have|had|did|does|do|may|might|could|would|shall|will|also|only|merely|never|not|yet|further))*`
/** "denies strongly that", "discussed with each other that"; a thing or a clause of its own ends the frame. */
const gap = String.raw`(?: (?!(?:it|they|this|the|an?|no|any|its|his|their)\b)[a-z]+){0,4}?`
const denies = new RegExp(
  String.raw`${speakers}${helpers} (?:den(?:y|ies|ied)|declin(?:es?|ed)|disput(?:es?|ed)|rejects?|rejected|refus(?:es?|ed)|contests?|disclaims?|doubts?)${gap}:? (?:that|whether)\b`,
)
const deniesAssent = new RegExp(
  String.raw`(?:^neither party|${speakers}${helpers} (?:not|never))(?: (?:yet|hereby|also))? (?:agree[sd]?|accept(?:s|ed)?|promis(?:es?|ed)|undert(?:akes?|ook|aken)|acknowledged?|confirm(?:s|ed)?|concede[sd]?|warrants?|represents?|covenants?)${gap}:? that\b`,
)
const onlyTalks = new RegExp(
  String.raw`${speakers}${helpers} (?:discuss(?:es|ed)?|hop(?:es?|ed)|wish(?:es|ed)?|desires?|desired|wants?|wanted|ask(?:s|ed)?|propos(?:es?|ed)|suggest(?:s|ed)?|consider(?:s|ed)?|contemplated?|debated?|expect(?:s|ed)?|believes?|thinks?|prefers?|would like|talked|spoke|asks? itself)${gap}:? (?:that|whether|how)\b`,
)

/** "intend to discuss in the second year that": what is to be talked about, however far its "that" stands. */
const toDiscuss = new RegExp(
  String.raw`${speakers}(?: (?:has|have|had|did|do|does|may|might|shall|will|must|also|intends?|plans?|hopes?|wish|wishes|expects?|agrees?|want|wants|need|needs|are|is|going|free|to))* (?:discuss(?:es|ed)?|debate[sd]?|negotiate[sd]?|consider(?:s|ed)?|talk(?:s|ed)?|contemplate[sd]?|explore[sd]?|think|revisit)(?: (?!(?:_ba|_ce|_sub|shall|will|must|may|it|they|that|which)\b)[a-z-]+){0,9}?:?,? (?:that|whether)\b`,
)

/** "The parties may later agree that …": they have not. */
const mayAgree = new RegExp(
  String.raw`${speakers} (?:may|might|could|would)(?: later| also| then| at any time| in future)* (?:agree|decide|negotiate|provide|stipulate)(?: (?:in writing|later|otherwise))*:? (?:that|whether)\b`,
)

/** How a sentence speaks of all its "that" clauses: it refuses them, or it only talks of them. */
function moodOf(text: string): Modality | null {
  if (denies.test(text) || deniesAssent.test(text)) return 'refuse'
  return onlyTalks.test(text) || toDiscuss.test(text) || mayAgree.test(text) ? 'aim' : null
}

/** "Vendor denies that …; that …": each "that" is denied, up to a statement of its own behind a semicolon. */
function inMood(pieces: ReadonlyArray<Piece>, parts: ReadonlyArray<Part>, sentence: string): ReadonlyArray<Piece> {
  const mood = moodOf(sentence)
  if (mood === null) return pieces
  let inside = true
  return pieces.map((piece, index) => {
    const { text } = parts[index]!.words
    const apartFrom = /;\s+(?:and |or |but )?$/.test(sentence.slice(0, sentence.indexOf(text)))
    if (opensThat.test(text)) inside = true
    else if (index > 0 && apartFrom && opensOwn.test(text)) inside = false
    return inside ? { ...piece, modality: mood } : piece
  })
}

const opensThat = /^(?:further |also |likewise )?that\b/

/** "Vendor agrees that …; that …; that …": each "that" opens a promise of its own; they share what stands before the first. */
function promisedApart(pieces: ReadonlyArray<Piece>, parts: ReadonlyArray<Part>): Array<Piece> | null {
  const starts = parts.map(({ words }, index) => index > 0 && opensThat.test(words.text))
  if (!starts.includes(true)) return null
  const numbers = parts.map((_, index) => starts.slice(0, index + 1).filter(Boolean).length)
  const first = parts.filter((_, index) => numbers[index] === 0).map(({ words }) => words.text)
  const before = /^.*?(?=\bthat\b)/.exec(first.join(' '))?.[0] ?? ''
  const shared = /\b(?:shall|will|must|may|can)\b/.test(before) ? '' : before
  return pieces.map((piece, index) => ({
    ...piece,
    whole: [
      ...(numbers[index] === 0 ? [] : [shared.trim()]),
      ...parts.filter((_, other) => numbers[other] === numbers[index]).map(({ words }) => words.text),
    ].join(' '),
  }))
}

/** "(a) comply with …; (b) report …; (c) return …": duties set in one sentence are no context for each other. */
function apart(pieces: ReadonlyArray<Piece>, parts: ReadonlyArray<Part>): Array<Piece> {
  const promised = promisedApart(pieces, parts)
  if (promised !== null) return promised
  const listed = parts.filter((part) => part.listed)
  if (listed.length < 3 || !listed.every(({ words }) => beginsWithVerb(words.text))) return [...pieces]
  const numbers = parts.map((_, index) => parts.slice(0, index + 1).filter((part) => part.listed).length)
  return pieces.map((piece, index) => ({
    ...piece,
    whole: parts
      .filter((_, other) => numbers[other] === 0 || numbers[other] === numbers[index])
      .map(({ words }) => words.text)
      .join(' '),
  }))
}

/**
 * Splits one normalised sentence; a part without a subject or verb takes those of the part or lead-in before it.
 * `open` = a lead-in with a colon that later list items still belong to.
 */
export function piecesOf(
  sentence: Mapped,
  lead: Lead | null,
  previous: Holder | undefined,
  row = false,
): { pieces: Array<Piece>; open: Lead | null } {
  const pieces: Array<Piece> = []
  let inherited: Lead | null = lead
  let last: Holder | undefined = lead?.holder ?? previous
  let fromColon = lead !== null
  // Words in front of "(a)": every listed part hangs on them, whether or not a colon stands there.
  let stem: Lead | null = null
  let opening: Mapped | null = null
  const parts = row ? statements(sentence) : cut(sentence)
  for (const { words: part, listed } of parts) {
    const found = head(part.text)
    const startsWithVerb = found !== null && found.left.trim() === ''
    if (listed && stem !== null && !ownVerb.test(part.text)) {
      inherited = stem
      fromColon = true
    }
    const bare =
      found === null ||
      (fromColon && !opensOwn.test(part.text) && (!subjectStart.test(part.text) || !ownVerb.test(part.text)))
    if (startsWithVerb && !fromColon) {
      const modality = modalityOf(part.text, part.text)
      const holder = inherited?.holder ?? last ?? 'ba'
      const prefix = made(
        inherited !== null && holder === 'thing'
          ? `${inherited.words.text.split(' ').slice(0, 2).join(' ')} `
          : `${named[holder]} `,
      )
      pieces.push({ words: join([prefix, part]), own: prefix.text.length, holder, modality })
      inherited = { words: made(`${named[holder]} ${shortHead[modality]}`), holder, modality }
    } else if (bare && inherited !== null && inherited.words.text !== '') {
      const lone = /^(?:not|nor|never|neither|refrain|avoid|abstain|to not|in no)\b/.test(part.text)
      const lends =
        found === null && !listed && opening !== null && (bareThing.test(part.text) || /:$/.test(opening.text))
      const prefix = join([lends && opening !== null ? opening : inherited.words, made(' ')])
      const words = join([prefix, part])
      // "shall not: … (e) fail to report …": twice no is a duty.
      const doubled = inherited.modality === 'not' && /^(?:fail|neglect|omit|refuse|decline|delay)\b/.test(part.text)
      const modality = doubled ? 'duty' : lone ? 'not' : inherited.modality
      pieces.push({ words, own: prefix.text.length, holder: inherited.holder, modality })
    } else if (found === null) {
      const opener = /^(?:to that end,? |in return,? )?_(ba|ce|sub|sec)\b(?!'s)/.exec(part.text)?.[1] as
        | Holder
        | undefined
      pieces.push({ words: part, own: 0, holder: opener ?? 'thing', modality: 'fact' })
      last = opener ?? last
    } else {
      const holder =
        agentOf(part.text, found.at) ?? holderOf(found.left, last, part.text.slice(found.at)) ?? last ?? 'thing'
      const modality = modalityOf(part.text.slice(found.at), part.text)
      pieces.push({ words: part, own: 0, holder, modality })
      last = holder === 'thing' ? last : holder
      const verb = lentVerb.exec(part.text)
      opening = modality === 'duty' && verb !== null ? slice(part, 0, verb[0].length) : null
      const open =
        /(?::|\b(?:shall|will|must|may|agrees to|(?:shall|will|may) not)(?: also| only| further)?,?)[\s-]*$/.test(
          part.text,
        )
      const told = lastTeller(part.text)
      if (told) last = 'thing'
      inherited = {
        words:
          open && (/:$/.test(part.text) || part.text.length < 90)
            ? part
            : made(told ? 'the recipient shall' : `${named[holder]} ${shortHead[modality]}`.trim()),
        holder: told ? 'thing' : holder,
        modality,
      }
      fromColon = open
      stem = { words: part.text.length < 300 ? part : inherited.words, holder: inherited.holder, modality }
    }
  }
  return { pieces: apart(inMood(pieces, parts, sentence.text), parts), open: fromColon ? inherited : null }
}
