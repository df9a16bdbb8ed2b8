import { join, type Mapped, made, type Span, slice, spanOf, trim } from '../text/mapped.ts'
import { sentencesOf } from '../text/sentences.ts'
import { isHeading, type Unit } from '../text/units.ts'
import type { Clause, Holder, Zone } from './clause.ts'
import { type Elections, elected } from './elections.ts'
import { outOfFrame } from './embedded.ts'
import { fromGerund, headingLead, leavesSubjectOpen, plainLead } from './leads.ts'
import type { Normaliser } from './normalise.ts'
import { type Lead, piecesOf } from './split.ts'
import { rowSentence, tablesOf, whoColumn } from './tables.ts'
import { fillValues, type Value } from './values.ts'
import { askedBack, inActiveVoice } from './voice.ts'
import { closesRecitals, opensRecitals, zoneOf } from './zones.ts'

export type ReadClause = Clause & { values: ReadonlyArray<Value> }

type OpenLead = Lead & { unit: Unit; span: Span | null; tight: boolean; family: string }

const leadEnd = /(?::|\b(?:shall|will|agrees to|must|may|shall not|will not|may not)\s*:?)[\s-]*$/
/** "…shall: (a) provide …;" with (b) and (c) on lines of their own. */
const inlineList = /[:,]?\s*\((?:a|i|1)\)\s[a-z].*[;,](?: and| or)?$/
const elliptical =
  /^(?:_(?:ce|ba|sec): |(?:it|they|_ba) (?:shall|must|will) then\b|not\b|back to\b|the moment\b|if\b(?! .*, (?:_ba|_ce|it)\b)|when\b(?! .*, (?:_ba|_ce|it)\b)|at any\b|in respect of\b|as to\b|returned\b|nothing|only|yes|no\b|none|never|whenever|then|always|if feasible|within|by|as soon|immediately|promptly|at once|_sec\b|for|to\b|with\b|by\b|in writing|after|before|through|everyone|any)/

/** An answer with a subject and a verb of its own needs nothing from the question. */
const speaksForItself =
  /^(?:for|with|by|within|in|after|before|through) [^,;:]{3,60},? _(?:ba|ce) (?:shall|will|must|may)\b/

/** "4.1 Access." before the sentence it names: a few words, no verb; longer ones only in capitals. */
function isTitle(text: string): boolean {
  const bare = text.replace(/[.:]$/, '')
  if (!isHeading(bare) || bare.split(/\s+/).length > 9 || /\b(?:Inc|LLC|Ltd|Corp|LLP|PLLC)\b/.test(bare)) return false
  const words = bare.split(/\s+/)
  const small = words.filter(
    (word) => /^[a-z]/.test(word) && !/^(?:and|or|of|to|the|for|in|by|a|an|on|with|from|after)$/.test(word),
  ).length
  return /\?$/.test(bare) || words.length <= 3 || (words.length <= 9 && small <= words.length / 3)
}

/** The kind of numbering a mark belongs to; "I." after "H." is a letter, not a Roman one. */
function markerFamily(marker: string, previous: string): string {
  const bare = marker.replace(/[().:]/g, '')
  if (bare === '') return ''
  if (/^[IVX]+$/.test(bare) && !(bare === 'I' && /^H/.test(previous.replace(/[()]/g, '')))) return 'ROMAN'
  if (/^[A-Z]$/.test(bare)) return 'LETTER'
  if (/^\d+$/.test(bare)) return 'number'
  if (/^[a-z]{1,2}$/.test(bare)) return 'letter'
  return /^[-*#]/.test(marker) ? 'bullet' : 'dotted'
}

/** "4 | Vendor must report … . Vendor must …": a numbered paragraph set as a row is read as the paragraph it is. */
function numberedParagraph(unit: Unit): Unit {
  const [mark, body] = unit.cells
  const plain =
    unit.kind === 'row' &&
    unit.cells.length === 2 &&
    /^\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})[.)]?$/.test(mark!.text) &&
    body!.text.length > 40 &&
    /\.$/.test(body!.text) &&
    /^[A-Z][^.]*\b(?:shall|will|must|may|agrees|is|are|has|uses|texts|can)\b/.test(body!.text)
  return plain ? { ...unit, kind: 'text', words: body!, marker: mark!.text, cells: [] } : unit
}

/** Reads units into clauses: zones, lead-ins, questions, tables, values behind terms. */
export function clausesOf(
  given: ReadonlyArray<Unit>,
  normalise: Normaliser,
  values: ReadonlyArray<Value>,
  elections: Elections,
): Array<ReadClause> {
  const units = given.map(numberedParagraph)
  const clauses: Array<ReadClause> = []
  let leads: Array<OpenLead> = []
  let question: Mapped | null = null
  /** "Obligations of Vendor" above its lines, until a heading of the same look. */
  let above: (Lead & { span: Span | null; look: string }) | null = null
  let inRecitals = false
  let topic = ''
  let last: Holder | undefined
  let previousMarker = ''
  /** Kinds of numbering that have stood outside every list so far: they end a list. */
  const outerFamilies = new Set<string>()

  const add = (
    sentence: Mapped,
    unit: Unit,
    zone: Zone,
    lead: Lead | null,
    support: ReadonlyArray<Span>,
    table: boolean,
  ) => {
    const full = spanOf(sentence)
    if (full === null) return null
    const { pieces, open } = piecesOf(sentence, lead, last, table)
    for (const piece of pieces) {
      const own = slice(piece.words, piece.own)
      const span = spanOf(own)
      if (span === null) continue
      const filled = fillValues(piece.words, values, span)
      const more = filled.used.flatMap((value) => (value.span === null ? [] : [value.span]))
      clauses.push({
        text: filled.words.text,
        words: filled.words,
        holder: piece.holder,
        modality: piece.modality,
        zone,
        ownText: own.text,
        span,
        sentence: full,
        whole: piece.whole ?? sentence.text,
        support: [...support, ...more],
        unit,
        topic,
        table,
        values: filled.used,
      })
      if (piece.holder !== 'thing') last = piece.holder
    }
    return open
  }

  /** "What may you do with our patients' data?" above "We may …": the customer asks, the vendor answers. */
  const fromEntity = units.some(
    ({ kind, words }) =>
      kind === 'heading' &&
      /\?$/.test(words.text) &&
      /\b_ba's (?:patients|clinic|practice|office)\b/.test(normalise(words).text),
  )
  const tables = tablesOf(units)
  const governingFor = (first: number, end: number): { words: Mapped; span: Span } | null => {
    const near = (index: number, pattern: RegExp): { words: Mapped; span: Span } | null => {
      const unit = units[index]
      if (unit?.kind !== 'text') return null
      const sentences = sentencesOf(unit.words)
      const picked = sentences.find(
        ({ text }) => pattern.test(text) && /\b(?:shall|will|must|agrees|may)\b/i.test(text),
      )
      const span = picked === undefined ? null : spanOf(picked)
      return picked === undefined || span === null ? null : { words: normalise(picked), span }
    }
    const before =
      /\b(?:below|following|as follows|this table|next table|table)\b|:$|\b(?:times?|periods?|deadlines?|limits?|hours|days)\b(?: (?:that|which))?(?: (?:is|are))? (?:shown|stated|given|listed|set(?: out)?|named|noted|indicated|entered)\b(?! (?:above|in|by|under|at)\b)/i
    const after = /\b(?:above|shown|listed|stated in the table|table|these (?:times|deadlines|periods))\b/i
    return near(first - 1, before) ?? near(end + 1, after) ?? near(first - 2, before)
  }

  for (let i = 0; i < units.length; i += 1) {
    const unit = units[i]!
    if (unit.kind === 'row') {
      const table = tables.find(({ first }) => first === i)
      if (table === undefined) continue
      i = table.last
      const governing = governingFor(table.first, table.last)
      const titles = table.header?.cells.map(normalise) ?? []
      const lines = table.rows.map((row) => ({ row, cells: row.cells.map(normalise) }))
      const who = whoColumn(
        lines.map(({ cells }) => cells),
        titles,
      )
      for (const { row, cells } of lines) {
        const sentence = rowSentence(cells, titles, governing?.words ?? null, who)
        const zone = zoneOf(sentence.text, topic, false)
        const span = spanOf(row.words)
        if (span === null) continue
        const support = governing !== null && sentence.text.includes(governing.words.text) ? [governing.span] : []
        const before = clauses.length
        add(sentence, row, zone, null, support, true)
        // A row is one statement: its place is the row, whatever governs it from outside.
        for (const clause of clauses.slice(before)) {
          clause.sentence = span
          if (support.length > 0 || clause.span.end > span.end || clause.span.start < span.start) clause.span = span
        }
      }
      continue
    }
    const words = unit.words
    if (unit.kind === 'heading') {
      const heading = normalise(words)
      topic = heading.text
      question = /\?$|^(?:who|what|when|how|why|where|which)\b/.test(heading.text) ? heading : null
      inRecitals = opensRecitals(topic)
      if (question !== null && /\b_(?:ba|ce)\b/.test(question.text))
        last = /\b_ba\b(?!'s)/.test(question.text) ? 'ba' : last
      leads = []
      const look = `${markerFamily(unit.marker, '')} ${words.text === words.text.toUpperCase()}`
      const lent = headingLead(heading.text)
      if (lent !== null) above = { ...lent, span: spanOf(heading), look }
      else if (above !== null && (look === above.look || /true$/.test(look))) above = null
      add(heading, unit, 'heading', null, [], false)
      continue
    }
    if (unit.kind === 'signature' || unit.kind === 'entry') {
      add(normalise(words), unit, unit.kind, null, [], false)
      continue
    }
    const family = markerFamily(unit.marker, previousMarker)
    previousMarker = unit.marker
    leads = leads.filter(
      (lead) =>
        unit.depth > lead.unit.depth ||
        (lead.tight && unit.marker !== '' && lead.unit.marker === '') ||
        (lead.tight && unit.marker === '' && /^[a-z]/.test(words.text)) ||
        (lead.tight && family !== '' && family !== lead.family && !outerFamilies.has(family)),
    )
    if (leads.length === 0 && family !== '') outerFamilies.add(family)
    else if (family !== '') outerFamilies.delete(family)
    const lead = leads.at(-1) ?? null
    const sentences = sentencesOf(words)
    if (sentences.length > 1 && isTitle(sentences[0]!.text)) {
      topic = normalise(sentences[0]!).text
      if (!/\?$/.test(sentences[0]!.text)) {
        add(trim(normalise(sentences[0]!)), unit, 'heading', null, [], false)
        sentences.shift()
      }
      inRecitals = inRecitals && unit.marker === ''
    }
    for (const [index, raw] of sentences.entries()) {
      const given = normalise(raw)
      const inEffect = elected(given, elections)
      let sentence = inEffect ?? given
      if (closesRecitals(sentence.text)) inRecitals = false
      const zone = inEffect === null ? 'reserved' : zoneOf(sentence.text, topic, inRecitals)
      const justAsked = index > 0 && /\?$/.test(sentences[index - 1]!.text) ? normalise(sentences[index - 1]!) : null
      const asked = justAsked ?? question
      if (asked !== null && elliptical.test(sentence.text) && !speaksForItself.test(sentence.text)) {
        const put = fromEntity ? askedBack(asked) : asked
        sentence = inActiveVoice(outOfFrame(join([made(put.text), made(' '), sentence])))
      }
      const under: (Lead & { span: Span | null }) | null =
        index === 0 && lead !== null ? lead : above !== null && leavesSubjectOpen(sentence.text) ? above : null
      if (under !== null && /^_(?:ba|ce) shall$/.test(under.words.text)) sentence = fromGerund(sentence)
      const support = under === null || under.span === null ? [] : [under.span]
      const opened = leadEnd.test(sentence.text) && index === sentences.length - 1
      const before = clauses.length
      const open = add(sentence, unit, zone, under, support, false)
      const listed = open !== null && lead === null && index === sentences.length - 1 && inlineList.test(sentence.text)
      if (listed) leads.push({ ...open, unit, span: null, tight: true, family })
      else if (opened && zone !== 'foreign') {
        const end = clauses.at(-1)
        if (end !== undefined && clauses.length > before) {
          const inherited = lead !== null && end.holder === 'thing' ? lead.holder : end.holder
          leads.push({
            ...plainLead({ words: end.words, holder: inherited, modality: end.modality }),
            unit,
            span: end.span,
            tight: true,
            family,
          })
        }
      }
    }
  }
  return clauses
}
