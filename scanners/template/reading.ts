import { foldCodePoint, readEntity } from './fold.ts'
import { attribute, breaksWord, hides, looksLikeHtml, readTag, type Tag } from './markup.ts'
import type { MergeField } from './merge-fields.ts'
import { apostrophe, takeCodePoint, takePercent } from './reading-characters.ts'
import { flush, gap, type Reading, type State, separate } from './reading-state.ts'

export {
  type Emoji,
  gap,
  type Place,
  type Reading,
  type Word,
} from './reading-state.ts'

function linkEnd(state: State, at: number, end: number): number {
  let here = at
  while (here < end) {
    const field = state.fields.find((item) => item.start === here)
    if (field !== undefined) {
      here = field.end
      continue
    }
    if (/[\s<>"'|]/.test(state.text[here]!)) break
    here += 1
  }
  return here
}

function takeField(state: State, index: number): number {
  const field = state.fields[index]!
  flush(state)
  const last = state.words.at(-1)
  if (last !== undefined && last.fieldAfter < 0 && state.pending < gap.segment && state.field < 0)
    last.fieldAfter = index
  state.field = index
  state.pending = gap.field
  for (const literal of field.literals) state.later.push(literal)
  return field.end
}

function addressAttribute(state: State, tag: Tag, item: Tag['attributes'][number]): void {
  const address = /^(?:href|src|action|background|poster|srcset|data-src)$/.test(item.name)
  if (!address || item.value === '' || /^(?:data|cid|#)/i.test(item.value)) return
  const image = tag.name === 'img' || tag.name === 'amp-img'
  const script = tag.name === 'script' || tag.name === 'iframe' || tag.name === 'embed' || tag.name === 'object'
  const kind = item.name === 'href' && tag.name !== 'link' ? 'anchor' : image ? 'image' : script ? 'script' : 'resource'
  state.links.push({ url: item.value, start: item.start, end: item.end, kind })
  state.later.push({ start: item.start, end: item.end, place: 'link' })
}

function takeAttributes(state: State, tag: Tag, at: number): void {
  for (const item of tag.attributes) {
    addressAttribute(state, tag, item)
    if (/^(?:alt|title|aria-label|placeholder|value|summary|content)$/.test(item.name)) {
      state.later.push({ start: item.start, end: item.end, place: item.name === 'title' ? 'title' : 'alt' })
    }
    if (item.name === 'style') {
      for (const match of item.value.matchAll(/url\(\s*['"]?([^'")]+)/gi)) {
        state.links.push({ url: match[1]!, start: item.start, end: item.end, kind: 'resource' })
      }
    }
  }
  if (tag.name !== 'img' && tag.name !== 'amp-img') return
  const tiny = ['width', 'height'].some((side) => /^[0-2](?:px)?$/.test(attribute(tag, side)?.trim() ?? ''))
  const style = attribute(tag, 'style')?.toLowerCase().replace(/\s/g, '') ?? ''
  const hidden = tiny || hides(tag) || /(?:^|;)(?:max-)?(?:width|height):[0-2](?:px)?(?:;|$|!)/.test(style)
  state.images.push({ start: at, end: tag.end, src: attribute(tag, 'src') ?? '', hidden })
}

function takeMarkup(state: State, at: number, hidden: Array<string>): number {
  const { text } = state
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4)
    const end = close < 0 ? text.length : close
    state.later.push({ start: at + 4, end, place: 'comment' })
    return close < 0 ? text.length : close + 3
  }
  if (text[at + 1] === '!' || text[at + 1] === '?') {
    const close = text.indexOf('>', at)
    return close < 0 ? text.length : close + 1
  }
  const tag = readTag(text, at)
  if (tag === undefined) return at
  if (breaksWord(tag)) separate(state, gap.sentence)
  takeAttributes(state, tag, at)
  if (!tag.closing && (tag.name === 'style' || tag.name === 'script')) {
    const close = text.toLowerCase().indexOf(`</${tag.name}`, tag.end)
    const end = close < 0 ? text.length : close
    for (const match of text
      .slice(tag.end, end)
      .matchAll(/(?:url\(\s*['"]?|@import\s+['"])((?:https?:)?\/\/[^'")\s]+)/gi)) {
      state.links.push({
        url: match[1]!,
        start: tag.end + match.index,
        end: tag.end + match.index + match[0].length,
        kind: 'resource',
      })
    }
    return end
  }
  follow(state, tag, hidden)
  return tag.end
}

const childless = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|amp-img)$/

/** Keeps `place` in step with the open tags: hidden content is the preheader, <title> is the title. */
function follow(state: State, tag: Tag, hidden: Array<string>): void {
  if (tag.name === 'title') {
    separate(state, gap.segment)
    state.place = tag.closing ? 'text' : 'title'
    return
  }
  if (childless.test(tag.name)) return
  if (hidden.length > 0) {
    if (tag.name !== hidden[0]) return
    if (tag.closing) hidden.pop()
    else hidden.push(tag.name)
    if (hidden.length > 0) return
    separate(state, gap.segment)
    state.place = 'text'
  } else if (!tag.closing && hides(tag)) {
    separate(state, gap.segment)
    hidden.push(tag.name)
    state.place = 'preheader'
  }
}

function scan(state: State, start: number, end: number, inField: boolean): void {
  const { text } = state
  const base = state.place
  const hidden: Array<string> = []
  const markup = state.html && base !== 'link'
  let nextField = inField ? state.fields.length : state.fields.findIndex((field) => field.start >= start)
  if (nextField < 0) nextField = state.fields.length
  let urlEnd = base === 'link' ? end : -1
  let at = start
  if (base === 'link' && /^\s*(?:https?:)?\/\//i.test(text.slice(start, start + 10))) {
    at = text.indexOf('//', start) + 2
    state.place = 'host'
  }
  while (at < end) {
    while (nextField < state.fields.length && state.fields[nextField]!.start < at) nextField += 1
    if (state.fields[nextField]?.start === at) {
      at = takeField(state, nextField)
      continue
    }
    const code = text.codePointAt(at)!
    if (at === urlEnd && base !== 'link') {
      separate(state, gap.segment)
      state.place = hidden.length > 0 ? 'preheader' : base
      urlEnd = -1
    }
    if (state.place === 'host' && /[/?#]/.test(text[at]!)) {
      separate(state, gap.segment)
      state.place = 'link'
    }
    if (urlEnd > at && code === 37) {
      at = takePercent(state, at, end)
      continue
    }
    if (code === 60 && markup) {
      const after = takeMarkup(state, at, hidden)
      if (after > at) {
        at = after
        continue
      }
    }
    if (code === 38) {
      const entity = readEntity(text, at)
      if (entity !== undefined) {
        takeCodePoint(state, entity.char.codePointAt(0)!, at, entity.end)
        at = entity.end
        continue
      }
    }
    if ((code | 32) === 104 || (code | 32) === 119) {
      const head = urlEnd < at && state.norm === '' ? /^(?:https?:\/\/|www\.)/i.exec(text.slice(at, at + 8)) : null
      if (head !== null) {
        urlEnd = Math.min(linkEnd(state, at, end), end)
        state.links.push({ url: text.slice(at, urlEnd), start: at, end: urlEnd, kind: 'text' })
        separate(state, gap.segment)
        state.place = 'host'
        at += head[0].length
        continue
      }
    }
    const after = at + (code > 0xffff ? 2 : 1)
    const folded = code < 128 ? String.fromCharCode(code) : foldCodePoint(code)
    if (folded === "'") at = apostrophe(state, after, end)
    else {
      takeCodePoint(state, code, at, after)
      at = after
    }
  }
  separate(state, gap.segment)
}

const subjectLine = /^[ \t]*(?:subject|asunto|betreff|preheader|preview text)[ \t]*:[^\n]*/gim

/** Reads a message once, left to right; text inside attributes, comments and fields follows at the end. */
export function readMessage(text: string, fields: ReadonlyArray<MergeField>, subject: boolean): Reading {
  const state: State = {
    words: [],
    links: [],
    images: [],
    emoji: [],
    html: looksLikeHtml(text),
    text,
    fields,
    later: [],
    place: 'text',
    pending: gap.segment,
    field: -1,
    norm: '',
    from: 0,
    till: 0,
    capital: false,
    uppers: 0,
    letters: 0,
  }
  let from = 0
  if (subject) {
    for (const match of text.matchAll(subjectLine)) {
      if (match.index > 400 || match.index < from) break
      scan(state, from, match.index, false)
      const whole = match[0]
      // A subject written in one line with the body ends at its first full stop.
      const stop = text.includes('\n') ? whole.length : whole.search(/[.!?](?=\s|$)/)
      from = match.index + (stop < 0 ? whole.length : stop)
      state.place = 'subject'
      scan(state, match.index + whole.indexOf(':') + 1, from, false)
      state.place = 'text'
    }
  }
  scan(state, from, text.length, false)
  for (const { start, end, place } of state.later) {
    state.place = place
    scan(state, start, end, place === 'default' || place === 'condition')
  }
  const { words, links, images, emoji, html } = state
  return { words, links, images, emoji, html }
}
