import { isHtmlTag } from './merge-fields.ts'

/** An HTML tag read with offsets into the original. Attribute values keep theirs. */
export type Tag = {
  name: string
  closing: boolean
  end: number
  attributes: ReadonlyArray<{ name: string; start: number; end: number; value: string }>
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code dfn em font i ins kbd mark nobr o:p q s samp small span strike strong sub sup tt u var wbr'.split(' '),
) // biome-ignore format: one table

/** Inline tags may stand inside a word; every other tag ends one. */
export function breaksWord(tag: Tag): boolean {
  return !inline.has(tag.name)
}

export function looksLikeHtml(text: string): boolean {
  return text.includes('<') && (/<!--|<!doctype/i.test(text) || hasTag(text))
}

function hasTag(text: string): boolean {
  const open = /<\/?([A-Za-z][\w:-]*)(?=[\s/>])/g
  for (let match = open.exec(text); match !== null; match = open.exec(text)) {
    if (isHtmlTag(match[1]!)) return true
  }
  return false
}

const space = /\s/

/** The tag that opens at `at`, or undefined when `<` is text. Linear; an unclosed tag ends with the text. */
export function readTag(text: string, at: number): Tag | undefined {
  const closing = text[at + 1] === '/'
  let here = at + (closing ? 2 : 1)
  const nameStart = here
  while (here < text.length && /[\w:-]/.test(text[here]!)) here += 1
  const name = text.slice(nameStart, here).toLowerCase()
  if (name === '' || !isHtmlTag(name)) return undefined
  const attributes: Array<Tag['attributes'][number]> = []
  while (here < text.length && text[here] !== '>') {
    if (space.test(text[here]!) || text[here] === '/') {
      here += 1
      continue
    }
    const from = here
    while (here < text.length && !/[\s=>]/.test(text[here]!)) here += 1
    const attribute = text.slice(from, here).toLowerCase()
    while (here < text.length && space.test(text[here]!)) here += 1
    if (text[here] !== '=') {
      if (here === from) here += 1
      continue
    }
    here += 1
    while (here < text.length && space.test(text[here]!)) here += 1
    const quote = text[here] === '"' || text[here] === "'" ? text[here]! : ''
    const start = quote === '' ? here : here + 1
    here = start
    if (quote === '') while (here < text.length && !/[\s>]/.test(text[here]!)) here += 1
    else {
      const close = text.indexOf(quote, start)
      here = close < 0 ? text.length : close
    }
    attributes.push({ name: attribute, start, end: here, value: text.slice(start, here) })
    if (quote !== '') here += 1
  }
  return { name, closing, end: Math.min(here + 1, text.length), attributes }
}

export function attribute(tag: Tag, name: string): string | undefined {
  return tag.attributes.find((item) => item.name === name)?.value
}

/** Whether a style or attribute keeps the content from the eye: how preheaders and stuffed words are hidden. */
export function hides(tag: Tag): boolean {
  if (tag.attributes.some((item) => item.name === 'hidden')) return true
  const style = attribute(tag, 'style')?.toLowerCase().replace(/\s/g, '') ?? ''
  return /display:none|visibility:hidden|max-height:0|font-size:[01](?:px|pt|em|rem|;|$)|opacity:0(?:;|$|\.0)|mso-hide:all/.test(
    style,
  )
}
